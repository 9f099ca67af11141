"""The catalogue as its file states it: read, resolved and checked, before any of it is stored."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from portal.catalogue.models import FormerLabel, Profile
from portal.catalogue.yaml_reading import CatalogueError, Entry, load_mapping


@dataclass(frozen=True)
class CompetenceEntry:
    code: str
    label: str


@dataclass(frozen=True)
class ServiceEntry:
    code: str
    label: str
    rubric: str
    profiles: tuple[str, ...]
    url: str


@dataclass(frozen=True)
class MotifEntry:
    """`profiles`, `competence` and `medical` are resolved: its own, else its parents'."""

    code: str
    label: str
    position: int
    profiles: tuple[str, ...]
    competence: str
    service: str
    medical: bool


@dataclass(frozen=True)
class SujetEntry:
    code: str
    label: str
    position: int
    profiles: tuple[str, ...]
    competence: str
    motifs: tuple[MotifEntry, ...]


@dataclass(frozen=True)
class ThemeEntry:
    code: str
    label: str
    position: int
    profiles: tuple[str, ...]
    competence: str
    sujets: tuple[SujetEntry, ...]


@dataclass(frozen=True)
class FormerEntry:
    level: FormerLabel.Level
    code: str
    label: str
    replaced_by: tuple[str, ...]


@dataclass(frozen=True)
class CatalogueDocument:
    """A whole catalogue, consistent in itself."""

    competences: tuple[CompetenceEntry, ...]
    services: tuple[ServiceEntry, ...]
    themes: tuple[ThemeEntry, ...]
    former: tuple[FormerEntry, ...]

    @property
    def sujets(self) -> list[SujetEntry]:
        """Every sujet, in the order of the file."""
        return [sujet for theme in self.themes for sujet in theme.sujets]

    @property
    def motifs(self) -> list[MotifEntry]:
        """Every motif, in the order of the file."""
        return [motif for sujet in self.sujets for motif in sujet.motifs]


def read_catalogue(path: Path) -> CatalogueDocument:
    """Read the catalogue and check it whole.

    Raises:
        CatalogueError: something is wrong; it lists everything that is.
    """
    problems: list[str] = []
    root = Entry(load_mapping(path), path.name, problems)
    root.allow("profils", "competences", "services_en_ligne", "themes", "ancienne_version")
    for profile in root.entries("profils", "profil"):
        profile.allow("code", "libelle")
        if profile.code() not in Profile.values:
            profile.wrong(f"the portal knows only {', '.join(Profile.values)}")
    document = CatalogueDocument(
        competences=tuple(map(_competence, root.entries("competences", "competence"))),
        services=tuple(map(_service, root.entries("services_en_ligne", "service"))),
        themes=tuple(map(_theme, root.entries("themes", "theme"))),
        former=tuple(_former(root.entry("ancienne_version"))),
    )
    problems += [f"{path.name} > {problem}" for problem in _inconsistencies(document)]
    if problems:
        raise CatalogueError(path.name, problems)
    return document


def _profiles(entry: Entry, inherited: tuple[str, ...]) -> tuple[str, ...]:
    profiles = entry.texts("profils", required=not inherited)
    for profile in profiles:
        if profile not in Profile.values:
            entry.wrong(f"unknown profile {profile!r}")
        elif inherited and profile not in inherited:
            entry.wrong(f"profile {profile!r} cannot come this far: its parent has it not")
    return profiles or inherited


def _competence(entry: Entry) -> CompetenceEntry:
    entry.allow("code", "libelle")
    return CompetenceEntry(code=entry.code(), label=entry.text("libelle", limit=120))


def _service(entry: Entry) -> ServiceEntry:
    entry.allow("code", "libelle", "rubrique", "profils", "lien", "source")
    url = entry.text("lien", limit=300)
    if url and not url.startswith("https://"):
        entry.wrong("lien must begin with https://")
    return ServiceEntry(
        code=entry.code(),
        label=entry.text("libelle"),
        rubric=entry.text("rubrique", limit=120),
        profiles=_profiles(entry, ()),
        url=url,
    )


def _theme(entry: Entry) -> ThemeEntry:
    entry.allow("code", "libelle", "ordre", "profils", "competence", "source", "sujets")
    profiles = _profiles(entry, ())
    competence = entry.text("competence", limit=64)
    return ThemeEntry(
        code=entry.code(),
        label=entry.text("libelle"),
        position=entry.number("ordre"),
        profiles=profiles,
        competence=competence,
        sujets=tuple(
            _sujet(sujet, profiles, competence) for sujet in entry.entries("sujets", "sujet")
        ),
    )


def _sujet(entry: Entry, inherited: tuple[str, ...], competence: str) -> SujetEntry:
    entry.allow(
        "code", "libelle", "ordre", "profils", "competence", "sensible_medical", "source", "motifs"
    )
    profiles = _profiles(entry, inherited)
    competence = entry.text("competence", limit=64, required=False) or competence
    medical = entry.flag("sensible_medical")
    return SujetEntry(
        code=entry.code(),
        label=entry.text("libelle"),
        position=entry.number("ordre"),
        profiles=profiles,
        competence=competence,
        motifs=tuple(
            _motif(motif, profiles, competence, medical)
            for motif in entry.entries("motifs", "motif")
        ),
    )


def _motif(entry: Entry, inherited: tuple[str, ...], competence: str, medical: bool) -> MotifEntry:
    entry.allow("code", "libelle", "ordre", "profils", "service_en_ligne", "source")
    return MotifEntry(
        code=entry.code(),
        label=entry.text("libelle"),
        position=entry.number("ordre"),
        profiles=_profiles(entry, inherited),
        competence=competence,
        service=entry.text("service_en_ligne", limit=100, required=False),
        medical=medical,
    )


def _former(entry: Entry) -> Iterable[FormerEntry]:
    entry.allow("themes", "sujets", "motifs")
    for level, name in (
        (FormerLabel.Level.THEME, "themes"),
        (FormerLabel.Level.SUJET, "sujets"),
        (FormerLabel.Level.MOTIF, "motifs"),
    ):
        for old in entry.entries(name, level.value):
            old.allow("code", "libelle", "remplace_par")
            yield FormerEntry(
                level=level,
                code=old.text("code", limit=100, required=False),
                label=old.text("libelle"),
                replaced_by=old.texts("remplace_par"),
            )


def _inconsistencies(document: CatalogueDocument) -> Iterable[str]:
    """What only shows when the parts are put side by side."""
    levels: dict[str, list[str]] = {
        "competence": [entry.code for entry in document.competences],
        "service": [entry.code for entry in document.services],
        "theme": [entry.code for entry in document.themes],
        "sujet": [entry.code for entry in document.sujets],
        "motif": [entry.code for entry in document.motifs],
    }
    for what, codes in levels.items():
        for code, count in Counter(codes).items():
            if count > 1:
                yield f"{what} {code!r}: this code is given {count} times"

    yield from _repeated_positions("themes", document.themes)
    for theme in document.themes:
        if theme.competence not in levels["competence"]:
            yield f"theme {theme.code!r}: unknown competence {theme.competence!r}"
        yield from _repeated_positions(f"theme {theme.code!r}", theme.sujets)
        for sujet in theme.sujets:
            # An inherited one has been told above.
            if sujet.competence not in (*levels["competence"], theme.competence):
                yield f"sujet {sujet.code!r}: unknown competence {sujet.competence!r}"
            yield from _repeated_positions(f"sujet {sujet.code!r}", sujet.motifs)
    for motif in document.motifs:
        if motif.service and motif.service not in levels["service"]:
            yield f"motif {motif.code!r}: unknown online service {motif.service!r}"

    for (level, label), count in Counter((old.level, old.label) for old in document.former).items():
        if count > 1:
            yield f"former {level.value} {label!r}: given {count} times"
    for old in document.former:
        for code in old.replaced_by:
            if code not in levels[old.level.value]:
                yield f"former {old.level.value} {old.label!r}: unknown replacement {code!r}"


def _repeated_positions(
    where: str, entries: Iterable[ThemeEntry | SujetEntry | MotifEntry]
) -> Iterable[str]:
    for position, count in Counter(entry.position for entry in entries).items():
        if count > 1:
            yield f"{where}: {count} entries have the order {position}"

"""What a draft would change, and what stands in the way of its publication."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.catalogue.editing.entries import Catalogue, Entry
from portal.catalogue.models import Competence, EntryLevel, Profile


class ChangeKind(TextChoices):
    """What becomes of an entry; the order is that of the page."""

    ADDED = "added", gettext_lazy("Added")
    RETIRED = "retired", gettext_lazy("Retired")
    RESTORED = "restored", gettext_lazy("Offered again")
    RENAMED = "renamed", gettext_lazy("Renamed")
    PROFILES = "profiles", gettext_lazy("Seen by other profiles")
    SERVICE = "service", gettext_lazy("Another online service")
    TEAM = "team", gettext_lazy("Another team")
    MEDICAL = "medical", gettext_lazy("Warning about medical matters")
    ADDRESS = "address", gettext_lazy("Another address")
    RUBRIC = "rubric", gettext_lazy("Another rubric")
    PARENT = "parent", gettext_lazy("Filed elsewhere")
    MOVED = "moved", gettext_lazy("Another place in the list")


@dataclass(frozen=True)
class Change:
    """One thing that changes of one entry. `label` is the one it would have."""

    kind: ChangeKind
    level: EntryLevel
    code: str
    label: str
    before: str = ""
    after: str = ""

    def stored(self) -> dict[str, str]:
        """As a version keeps it."""
        return {name: str(value) for name, value in asdict(self).items()}


def changes(before: Catalogue, after: Catalogue) -> list[Change]:
    """Everything that differs, by kind."""
    found = [
        change
        for entry in after
        for change in _of(before.get(*entry.key), entry, _Words(before, after))
    ]
    order = list(ChangeKind)
    return sorted(found, key=lambda each: (order.index(each.kind), each.level, each.code))


def problems(catalogue: Catalogue) -> list[str]:
    """Why a catalogue cannot be published, one sentence each: every list leads somewhere."""
    found = []
    for profile in Profile:
        seen = [each for each in catalogue.themes() if profile in catalogue.seen_by(each)]
        if not seen:
            words = _("The profile « {profile} » would see no theme any more.")
            found.append(words.format(profile=profile.label))
        for entry in [*seen, *(child for each in seen for child in catalogue.children(each))]:
            if profile not in catalogue.seen_by(entry):
                continue
            if any(profile in catalogue.seen_by(child) for child in catalogue.children(entry)):
                continue
            words = (
                _("The theme « {label} » would lead the profile « {profile} » to no sujet.")
                if entry.level is EntryLevel.THEME
                else _("The sujet « {label} » would lead the profile « {profile} » to no motif.")
            )
            found.append(words.format(label=entry.label, profile=profile.label))
    return found


class _Words:
    """Codes said in words."""

    def __init__(self, before: Catalogue, after: Catalogue) -> None:
        self._before, self._after = before, after

    def service(self, code: str) -> str:
        known = self._after.get(EntryLevel.SERVICE, code)
        return known.label if known is not None else _("none")

    def team(self, code: str) -> str:
        return Competence.objects.filter(pk=code).values_list("label", flat=True).first() or code

    def parent(self, entry: Entry) -> str:
        """The way to an entry; a parent that is new, or was in force only."""
        for catalogue in (self._after, self._before):
            parent = catalogue.parent(entry)
            if parent is not None:
                above = catalogue.parent(parent)
                return parent.label if above is None else f"{above.label} › {parent.label}"
        return entry.parent

    def profiles(self, codes: tuple[str, ...]) -> str:
        return ", ".join(str(each.label) for each in Profile if each in codes)


def _of(before: Entry | None, after: Entry, words: _Words) -> Iterator[Change]:
    def change(kind: ChangeKind, was: str = "", becomes: str = "") -> Change:
        return Change(kind, after.level, after.code, after.label, was, becomes)

    if before is None:
        if after.active:
            yield change(ChangeKind.ADDED)
        return
    if before.active != after.active:
        yield change(ChangeKind.RESTORED if after.active else ChangeKind.RETIRED)
    if before.label != after.label:
        yield change(ChangeKind.RENAMED, before.label, after.label)
    if set(before.profiles) != set(after.profiles):
        was, becomes = words.profiles(before.profiles), words.profiles(after.profiles)
        yield change(ChangeKind.PROFILES, was, becomes)
    if before.service != after.service:
        was, becomes = words.service(before.service), words.service(after.service)
        yield change(ChangeKind.SERVICE, was, becomes)
    if before.competence != after.competence:
        was, becomes = words.team(before.competence), words.team(after.competence)
        yield change(ChangeKind.TEAM, was, becomes)
    if before.medical != after.medical:
        yes, no = _("yes"), _("no")
        yield change(
            ChangeKind.MEDICAL, yes if before.medical else no, no if before.medical else yes
        )
    if before.url != after.url:
        yield change(ChangeKind.ADDRESS, before.url, after.url)
    if before.rubric != after.rubric:
        yield change(ChangeKind.RUBRIC, before.rubric, after.rubric)
    if before.parent != after.parent:
        # Its place in the former list says nothing of its place in this one.
        yield change(ChangeKind.PARENT, words.parent(before), words.parent(after))
    elif before.position != after.position:
        yield change(ChangeKind.MOVED, str(before.position), str(after.position))

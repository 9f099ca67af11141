"""The catalogue as an editor sees it: entries of four levels, in force or as a draft has them."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.db import models

from portal.catalogue.models import (
    CatalogueDraft,
    EntryLevel,
    Motif,
    OnlineService,
    Sujet,
    Theme,
)

PARENT_OF = {EntryLevel.SUJET: EntryLevel.THEME, EntryLevel.MOTIF: EntryLevel.SUJET}
CHILD_OF = {parent: child for child, parent in PARENT_OF.items()}


@dataclass(frozen=True)
class Entry:
    """One theme, sujet, motif or online service; what a level has not is empty."""

    level: EntryLevel
    code: str
    label: str
    parent: str = ""
    position: int = 0
    profiles: tuple[str, ...] = ()
    competence: str = ""
    service: str = ""
    medical: bool = False
    rubric: str = ""
    url: str = ""
    active: bool = True

    @property
    def key(self) -> tuple[EntryLevel, str]:
        """What names it: a code is unique within its level only."""
        return self.level, self.code

    def values(self) -> dict[str, Any]:
        """All but its key, as a draft keeps it."""
        kept = asdict(self)
        del kept["level"], kept["code"]
        return {**kept, "profiles": list(self.profiles)}


class Catalogue:
    """Entries by level and code. Who is offered one follows from it and its parents."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = {entry.key: entry for entry in entries}
        self._children: dict[tuple[EntryLevel, str], list[Entry]] = {}
        for entry in sorted(self._entries.values(), key=lambda each: (each.position, each.code)):
            self._children.setdefault((entry.level, entry.parent), []).append(entry)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def get(self, level: EntryLevel, code: str) -> Entry | None:
        return self._entries.get((level, code))

    def of(self, level: EntryLevel) -> list[Entry]:
        """Every entry of a level, by its place among its siblings."""
        return [entry for entry in self._entries.values() if entry.level == level]

    def children(self, entry: Entry) -> list[Entry]:
        """Its sujets, or its motifs, in order."""
        child = CHILD_OF.get(entry.level)
        return [] if child is None else self._children.get((child, entry.code), [])

    def themes(self) -> list[Entry]:
        return self._children.get((EntryLevel.THEME, ""), [])

    def siblings(self, entry: Entry) -> list[Entry]:
        """Those of the same parent, itself too, in order."""
        return self._children.get((entry.level, entry.parent), [])

    def parent(self, entry: Entry) -> Entry | None:
        level = PARENT_OF.get(entry.level)
        return None if level is None else self.get(level, entry.parent)

    def below(self, entry: Entry) -> list[Entry]:
        """Itself and all that hangs from it."""
        return [
            entry,
            *(each for child in self.children(entry) for each in self.below(child)),
        ]

    def seen_by(self, entry: Entry) -> frozenset[str]:
        """The profiles that are offered it; none when it, or what it hangs from, is retired."""
        if not entry.active:
            return frozenset()
        parent = self.parent(entry)
        if parent is None:
            return frozenset(entry.profiles)
        return frozenset(entry.profiles) & self.seen_by(parent)

    def with_entries(self, entries: Iterable[Entry]) -> "Catalogue":
        """Another one in which `entries` stand in the place of theirs, or are added."""
        return Catalogue({**self._entries, **{each.key: each for each in entries}}.values())


@dataclass(frozen=True)
class _Rows:
    """Where the entries of one level are kept."""

    model: type[models.Model]
    columns: dict[str, str]
    """What this level has besides what every entry has: its name in `Entry`, and in the row."""
    order: tuple[str, ...] = ("position", "code")


_ROWS = {
    EntryLevel.THEME: _Rows(Theme, {"position": "position", "competence": "competence_id"}),
    EntryLevel.SUJET: _Rows(Sujet, {"position": "position", "parent": "theme_id"}),
    EntryLevel.MOTIF: _Rows(
        Motif,
        {
            "position": "position",
            "parent": "sujet_id",
            "competence": "competence_id",
            "service": "online_service_id",
            "medical": "medical",
        },
    ),
    EntryLevel.SERVICE: _Rows(OnlineService, {"rubric": "rubric", "url": "url"}, ("label",)),
}


def in_force() -> Catalogue:
    """The catalogue of the database, retired entries too. Four queries."""
    return Catalogue(
        _entry(level, rows, row)
        for level, rows in _ROWS.items()
        for row in rows.model._default_manager.order_by(*rows.order)
    )


def _entry(level: EntryLevel, rows: _Rows, row: Any) -> Entry:
    own = {name: getattr(row, column) for name, column in rows.columns.items()}
    return Entry(
        level,
        row.code,
        row.label,
        profiles=tuple(row.profiles),
        active=row.active,
        **{name: value for name, value in own.items() if value is not None},
    )


def store(entry: Entry) -> None:
    """Put it into the database, in the place of the one of its code. What it names is there."""
    rows = _ROWS[entry.level]
    own = {column: getattr(entry, name) for name, column in rows.columns.items()}
    # A reference to nothing is empty here, and none there.
    own = {
        column: None if value == "" and column.endswith("_id") else value
        for column, value in own.items()
    }
    rows.model._default_manager.update_or_create(
        code=entry.code,
        defaults={
            "label": entry.label,
            "profiles": list(entry.profiles),
            "active": entry.active,
            **own,
        },
    )


def drafted(base: Catalogue) -> Catalogue:
    """`base` with the draft's entries over it."""
    return base.with_entries(
        _over(base.get(EntryLevel(row.level), row.code), row)
        for row in CatalogueDraft.objects.all()
    )


def _over(entry: Entry | None, row: CatalogueDraft) -> Entry:
    values = dict(row.values)
    if "profiles" in values:
        values["profiles"] = tuple(values["profiles"])
    if entry is None:
        return Entry(EntryLevel(row.level), row.code, **values)
    return replace(entry, **values)

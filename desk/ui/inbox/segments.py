"""Where each row of the list lies: group headers, and runs of messages between them.

A list of 100,000 messages has at most some 400 headers, so the rows are never listed: a segment
starts at a row and goes on to the next one's start, found by bisection.
"""

from bisect import bisect_right
from collections.abc import Iterable
from copy import copy
from enum import IntEnum

import msgspec

from desk.models.outline import FLAT, Outline, group_keys
from desk.models.snapshots import MotifCount


class Level(IntEnum):
    """Of a group: a thème holds sujets, a sujet holds motifs."""

    THEME = 0
    SUJET = 1
    MOTIF = 2


class Header(msgspec.Struct, frozen=True):
    """One group's row."""

    key: str
    level: Level
    label: str
    count: int
    late: int
    nearest_due_ms: int
    collapsed: bool


class Place(msgspec.Struct, frozen=True):
    """A message's place: a run and an offset within it."""

    run: str
    offset: int


class Segments:
    """The rows of one outline with these groups closed; never changed once made."""

    def __init__(self, outline: Outline, collapsed: frozenset[str]) -> None:
        self.outline = outline
        self._starts: list[int] = []
        self._items: list[Header | str] = []
        self._run_rows: dict[str, int] = {}
        self._header_rows: dict[str, int] = {}
        self._parents: dict[str, tuple[str, str, str]] = {}
        self._labels: dict[str, str] = {}
        self.row_count = 0
        if outline.choice.by_due:
            self._add_run(FLAT, outline.runs[FLAT].count)
        else:
            self._add_groups([each for each in outline.motifs if each.count], collapsed)

    def at(self, row: int) -> Header | Place:
        """What the row holds."""
        number = bisect_right(self._starts, row) - 1
        item = self._items[number]
        return Place(item, row - self._starts[number]) if isinstance(item, str) else item

    def thread_at(self, row: int) -> int | None:
        """The message's id; None for a group, or while the id is not known."""
        item = self.at(row)
        return None if isinstance(item, Header) else self.thread_in(item)

    def thread_in(self, place: Place) -> int | None:
        """The same for a place."""
        ids = self.outline.runs[place.run].ids
        return ids[place.offset] if place.offset < len(ids) else None

    def with_outline(self, outline: Outline) -> "Segments":
        """The same rows, of an outline that differs only by knowing more ids."""
        same = copy(self)
        same.outline = outline
        return same

    def row_of_message(self, run: str, offset: int) -> int | None:
        """The message's row, None when a closed group hides it."""
        start = self._run_rows.get(run)
        return None if start is None else start + offset

    def row_of_header(self, key: str) -> int | None:
        """The group's row, None when it is hidden or gone."""
        return self._header_rows.get(key)

    def row_of_nearest_header(self, run: str) -> int | None:
        """The innermost visible group around a run: where a hidden message is found again."""
        for key in reversed(self._parents.get(run, ())):
            row = self._header_rows.get(key)
            if row is not None:
                return row
        return None

    def parents_of(self, run: str) -> tuple[str, ...]:
        """The keys of the groups around a run, outermost first; none in a list without groups."""
        return self._parents.get(run, ())

    def path_to(self, row: int) -> tuple[str, ...]:
        """The labels of the groups that hold the row, outermost first; a group's own is last."""
        number = bisect_right(self._starts, row) - 1
        item = self._items[number]
        if isinstance(item, str):
            return tuple(self._labels[key] for key in self._parents.get(item, ()))
        path = [item.label]
        level = item.level
        while level > Level.THEME:
            number -= 1
            above = self._items[number]
            if isinstance(above, Header) and above.level < level:
                path.append(above.label)
                level = above.level
        return tuple(reversed(path))

    def header_rows(self) -> Iterable[int]:
        """The rows of the visible groups."""
        return self._header_rows.values()

    def header_above(self, row: int) -> int | None:
        """The row of the innermost group around this row (of the group that holds it, for a
        header)."""
        item = self.at(row)
        level = Level.MOTIF + 1 if isinstance(item, Place) else item.level
        number = bisect_right(self._starts, row) - 1
        while number > 0:
            number -= 1
            above = self._items[number]
            if isinstance(above, Header) and above.level < level:
                return self._starts[number]
        return None

    def _add_groups(self, motifs: list[MotifCount], collapsed: frozenset[str]) -> None:
        for theme_key, of_theme in _grouped(motifs, Level.THEME):
            closed = self._add_header(
                theme_key, Level.THEME, of_theme[0].theme_label, of_theme, collapsed
            )
            for sujet_key, of_sujet in _grouped(of_theme, Level.SUJET):
                for each in of_sujet:
                    self._parents[each.motif] = group_keys(each)
                if closed:
                    continue
                if self._add_header(
                    sujet_key, Level.SUJET, of_sujet[0].sujet_label, of_sujet, collapsed
                ):
                    continue
                for each in of_sujet:
                    key = group_keys(each)[Level.MOTIF]
                    if not self._add_header(key, Level.MOTIF, each.motif_label, [each], collapsed):
                        self._add_run(each.motif, each.count)

    def _add_header(
        self,
        key: str,
        level: Level,
        label: str,
        motifs: list[MotifCount],
        collapsed: frozenset[str],
    ) -> bool:
        header = Header(
            key=key,
            level=level,
            label=label,
            count=sum(each.count for each in motifs),
            late=sum(each.late for each in motifs),
            nearest_due_ms=min(each.nearest_due_ms for each in motifs),
            collapsed=key in collapsed,
        )
        self._header_rows[key] = self.row_count
        self._labels[key] = label
        self._starts.append(self.row_count)
        self._items.append(header)
        self.row_count += 1
        return header.collapsed

    def _add_run(self, run: str, count: int) -> None:
        self._run_rows[run] = self.row_count
        self._starts.append(self.row_count)
        self._items.append(run)
        self.row_count += count


def _grouped(motifs: Iterable[MotifCount], level: Level) -> list[tuple[str, list[MotifCount]]]:
    """Neighbours of the same group together; the catalogue's order keeps each group in one."""
    groups: dict[str, list[MotifCount]] = {}
    for each in motifs:
        groups.setdefault(group_keys(each)[level], []).append(each)
    return list(groups.items())

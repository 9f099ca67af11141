"""The rows of the list that are in memory, and the blocks of them that the list still wants."""

from collections import OrderedDict
from collections.abc import Iterable

from desk.models.outline import BLOCK
from desk.models.snapshots import InboxRow

ROWS_KEPT = 64 * BLOCK
"""Rows held in memory: some 4 MB."""

BLOCKS_WANTED = 16
"""More than a screen ever shows; older requests are dropped."""

BLOCKS_AT_ONCE = 4
"""Blocks of one job: enough for a screen of small groups, short enough to change direction."""


class InboxRows:
    """The rows last used are kept, the blocks last wanted come first."""

    def __init__(self) -> None:
        self._rows: OrderedDict[int, InboxRow] = OrderedDict()
        self._wanted: OrderedDict[tuple[str, int], None] = OrderedDict()

    @property
    def present(self) -> frozenset[int]:
        """The threads whose rows are in memory."""
        return frozenset(self._rows)

    @property
    def is_anything_wanted(self) -> bool:
        """Some block waits to be read."""
        return bool(self._wanted)

    def get(self, thread_id: int) -> InboxRow | None:
        """The row, when it is in memory; it is then among the last used."""
        row = self._rows.get(thread_id)
        if row is not None:
            self._rows.move_to_end(thread_id)
        return row

    def keep(self, rows: dict[int, InboxRow]) -> None:
        """Take new ones in; those used longest ago leave."""
        for thread_id, row in rows.items():
            self._rows[thread_id] = row
            self._rows.move_to_end(thread_id)
        while len(self._rows) > ROWS_KEPT:
            self._rows.popitem(last=False)

    def drop(self, thread_ids: Iterable[int]) -> None:
        """They are no longer true."""
        for thread_id in thread_ids:
            self._rows.pop(thread_id, None)

    def want(self, run: str, offset: int) -> None:
        """The block that holds this place is to be read before the others."""
        block = (run, offset // BLOCK)
        if block in self._wanted:
            self._wanted.move_to_end(block)
        else:
            self._wanted[block] = None
            if len(self._wanted) > BLOCKS_WANTED:
                self._wanted.popitem(last=False)

    def take_wanted(self) -> list[tuple[str, int]]:
        """The next blocks to read, (run, number), newest request first; wanted no longer."""
        return [self._wanted.popitem()[0] for _ in range(min(BLOCKS_AT_ONCE, len(self._wanted)))]

    def want_nothing(self) -> None:
        """The list shows something else."""
        self._wanted.clear()

    def clear(self) -> None:
        """Nothing of this store is kept or wanted."""
        self._rows.clear()
        self._wanted.clear()

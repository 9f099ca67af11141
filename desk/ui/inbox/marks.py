"""Which messages are selected together, kept as runs of rows: 100,000 are no more work than two."""

from PySide6.QtCore import QItemSelection

from desk.services.batch import MOST
from desk.ui.inbox.model import InboxModel
from desk.ui.inbox.segments import Header, Level


class Marks:
    """What the view's selection holds, headers apart."""

    def __init__(self, model: InboxModel) -> None:
        self._model = model
        self._runs: list[tuple[int, int]] = []
        self.count = 0
        """Messages selected."""

    def take(self, selection: QItemSelection) -> None:
        """This is selected now."""
        ranges = [selection.at(place) for place in range(selection.count())]
        self._runs = sorted((each.top(), each.bottom()) for each in ranges)
        segments = self._model.segments
        headers = () if segments is None else segments.header_rows()
        rows = sum(bottom - top + 1 for top, bottom in self._runs)
        self.count = rows if rows < 2 else rows - sum(self.holds(row) for row in headers)

    def holds(self, row: int) -> bool:
        return any(top <= row <= bottom for top, bottom in self._runs)

    @property
    def only_row(self) -> int | None:
        """The row that alone is selected, a header's too."""
        if len(self._runs) == 1 and self._runs[0][0] == self._runs[0][1]:
            return self._runs[0][0]
        return None

    def threads(self) -> tuple[int, ...] | None:
        """The messages' ids in the list's order; None when there are more than `MOST`, or while
        some are not known yet.
        """
        if self.count > MOST:
            return None
        found = []
        for top, bottom in self._runs:
            for row in range(top, bottom + 1):
                if self._model.is_header(row):
                    continue
                thread_id = self._model.thread_at(row)
                if thread_id is None:
                    return None
                found.append(thread_id)
        return tuple(found)

    def of_motif(self, row: int) -> range:
        """The rows of the first `MOST` messages of the motif that this row is of, or names."""
        segments = self._model.segments
        if segments is None or row < 0 or segments.outline.choice.by_due:
            return range(0)
        item = segments.at(row)
        if isinstance(item, Header):
            if item.level is not Level.MOTIF or item.collapsed:
                return range(0)
            item = segments.at(row + 1)
        if isinstance(item, Header):
            return range(0)
        first = segments.row_of_message(item.run, 0)
        if first is None:
            return range(0)
        return range(first, first + min(MOST, segments.outline.runs[item.run].count))

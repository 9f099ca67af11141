"""The list stays still while rows come and go above what the agent looks at."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractItemView, QTableView

from desk.ui.inbox.following import Anchor, anchor_of, row_of, row_or_successor
from desk.ui.inbox.marks import Marks
from desk.ui.inbox.model import InboxModel
from desk.ui.inbox.painter import RowPainter
from desk.ui.inbox.segments import Segments

MOST_FOLLOWED = 1000
"""Messages that stay selected together when the list changes."""


class _Before(msgspec.Struct, frozen=True):
    """Where things stood before a change."""

    segments: Segments
    anchors: list[tuple[Anchor, int]]
    """Rows on screen with their position, pixels from the top; the most looked at first."""
    current: Anchor | None


class Stillness(QObject):
    """Between two states of the model: the row in the agent's attention, else the first one that is
    still there, keeps its height on screen; the current message stays current.
    """

    def __init__(
        self,
        view: QTableView,
        model: InboxModel,
        painter: RowPainter,
        marks: Marks,
        make_current: Callable[[int], None],
        marked_changed: Callable[[], None],
    ) -> None:
        """`make_current` selects a row without opening it."""
        super().__init__(view)
        self._view = view
        self._rows = model
        self._painter = painter
        self._marks = marks
        self._make_current = make_current
        self._marked_changed = marked_changed
        self._before: _Before | None = None

    def visible_rows(self) -> range:
        """Those on screen, the last one perhaps in part."""
        view = self._view
        first = view.rowAt(0)
        if first < 0:
            return range(0)
        last = view.rowAt(view.viewport().height() - 1)
        return range(first, (last if last >= 0 else self._rows.rowCount() - 1) + 1)

    @Slot()
    def remember(self) -> None:
        """Note where the rows on screen stand, the one in the agent's attention first."""
        view, segments = self._view, self._rows.segments
        if segments is None:
            return
        if self._marks.count > MOST_FOLLOWED:
            # Qt would follow each of them through the change, one by one.
            self._make_current(view.currentIndex().row())
        rows = list(self.visible_rows())
        current = view.currentIndex().row()
        under_mouse = view.rowAt(view.viewport().mapFromGlobal(QCursor.pos()).y())
        for row in (under_mouse, current):
            if row in rows:
                rows.remove(row)
                rows.insert(0, row)
        self._before = _Before(
            segments,
            [(anchor_of(segments, row), view.rowViewportPosition(row)) for row in rows],
            anchor_of(segments, current) if current >= 0 else None,
        )
        # Qt would carry the heights of some 400 headers over by persistent indexes, and leave
        # those of headers that have gone to the rows that follow.
        self._size_headers(segments, self._painter.row_height)

    @Slot()
    def come_back(self) -> None:
        """The model has changed: what was remembered stands where it stood."""
        view, segments = self._view, self._rows.segments
        if segments is None:
            return
        self._size_headers(segments, self._painter.header_height)
        before, self._before = self._before, None
        if before is None:
            return
        view.updateGeometries()
        if self._marks.count > 1:
            self._marks.take(view.selectionModel().selection())
            self._marked_changed()
        if before.current is not None and not view.currentIndex().isValid():
            row = row_or_successor(before.current, before.segments, segments)
            if row is not None:
                self._make_current(row)
        if before.segments.outline.choice != segments.outline.choice:
            if view.currentIndex().isValid():
                view.scrollTo(view.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
            else:
                view.scrollToTop()
            return
        for anchor, y in before.anchors:
            row = row_of(anchor, before.segments, segments)
            if row is not None:
                bar = view.verticalScrollBar()
                bar.setValue(bar.value() + view.rowViewportPosition(row) - y)
                return

    def _size_headers(self, segments: Segments, height: int) -> None:
        heights = self._view.verticalHeader()
        # While it paints, a header counts all rows again after each of them (30 µs at 100,000).
        heights.setUpdatesEnabled(False)
        heights.blockSignals(True)
        for row in segments.header_rows():
            heights.resizeSection(row, height)
        heights.blockSignals(False)
        heights.setUpdatesEnabled(True)

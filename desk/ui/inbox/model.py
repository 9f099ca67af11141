"""The list's rows for Qt: a flat table of one column over the outline's segments.

What one row holds is found by bisection and looked up by id; nothing is kept per row. Rows not in
memory yet are asked for as they are painted. After each change the whole list moves at once, with
the persistent indexes (selection, focus) following their messages.
"""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)

from desk.clock import PortalClock
from desk.models.outline import FLAT, Outline, group_keys
from desk.models.snapshots import InboxRow
from desk.services.inbox import Inbox
from desk.ui.inbox.following import anchor_of, row_of
from desk.ui.inbox.row_words import header_words, row_words
from desk.ui.inbox.segments import Header, Segments

Index = QModelIndex | QPersistentModelIndex


class InboxModel(QAbstractTableModel):
    """Rows of the inbox. Read `item` to paint, `data` to be read aloud."""

    refreshed = Signal()
    """The list has moved to a new outline; views have been told."""

    def __init__(self, inbox: Inbox, clock: PortalClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inbox = inbox
        self._clock = clock
        self._segments: Segments | None = None
        self._row_count = 0
        inbox.outline_changed.connect(self._on_outline)
        inbox.runs_read.connect(self._on_runs_read)
        inbox.rows_changed.connect(self._on_rows)
        inbox.cleared.connect(self._on_cleared)
        if inbox.outline is not None:
            self._on_outline(inbox.outline)

    # -- Qt asks -----------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._row_count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if not index.isValid() or index.row() >= self._row_count:
            return None
        item = self.item(index.row())
        if item is None:
            return self.tr("Loading…")
        now = self._clock.now_ms()
        return header_words(item, now) if isinstance(item, Header) else row_words(item, now)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return self.tr("Messages")
        return None

    # -- the view and the painter ask --------------------------------------------------------------

    @property
    def segments(self) -> Segments | None:
        """How the rows lie; None before the first outline."""
        return self._segments

    def item(self, row: int) -> Header | InboxRow | None:
        """What the row shows; None while its message is being fetched, which this call starts."""
        segments = self._segments
        if segments is None:
            return None
        item = segments.at(row)
        if isinstance(item, Header):
            return item
        thread_id = segments.thread_in(item)
        found = None if thread_id is None else self._inbox.row(thread_id)
        if found is None:
            self._inbox.want(item.run, item.offset)
        return found

    def is_header(self, row: int) -> bool:
        """Whether the row is a group's."""
        return self._segments is not None and isinstance(self._segments.at(row), Header)

    def thread_at(self, row: int) -> int | None:
        """The message's id; None for a group, or while the id is not known."""
        if self._segments is None or not 0 <= row < self._row_count:
            return None
        return self._segments.thread_at(row)

    def row_of_thread(self, thread_id: int) -> int | None:
        """Where a message stands, when that is known and no closed group hides it."""
        if self._segments is None:
            return None
        outline = self._segments.outline
        place = outline.places.get(thread_id)
        if place is None:
            row = self._inbox.row(thread_id)
            if row is None:
                return None
            place = (FLAT if outline.choice.by_due else row.motif, row.due_ms)
        run = outline.runs.get(place[0])
        offset = None if run is None else run.offset_of(thread_id, place[1])
        return None if offset is None else self._segments.row_of_message(place[0], offset)

    def now_ms(self) -> int:
        """The portal's time."""
        return self._clock.now_ms()

    # -- groups ------------------------------------------------------------------------------------

    def set_open(self, keys: set[str], is_open: bool) -> None:
        """Open or close groups."""
        before = self._inbox.collapsed
        after = before - keys if is_open else before | keys
        if after == before:
            return
        self._inbox.set_collapsed(after)
        if self._segments is not None:
            self._move_to(self._segments.outline)

    def all_group_keys(self) -> set[str]:
        """Of every group that has messages, shown or not."""
        if self._segments is None:
            return set()
        return {key for each in self._segments.outline.motifs for key in group_keys(each)}

    # -- changes -----------------------------------------------------------------------------------

    @Slot(object)
    def _on_outline(self, outline: Outline) -> None:
        self._move_to(outline)

    @Slot(object)
    def _on_runs_read(self, outline: Outline) -> None:
        if self._segments is not None:
            self._segments = self._segments.with_outline(outline)

    @Slot(object)
    def _on_rows(self, threads: frozenset[int]) -> None:
        """Repaint what is shown: the view asks for what it paints, so only that is drawn."""
        rows = [row for row in map(self.row_of_thread, threads) if row is not None]
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), 0))

    @Slot()
    def _on_cleared(self) -> None:
        self.beginResetModel()
        self._segments = None
        self._row_count = 0
        self.endResetModel()

    def _move_to(self, outline: Outline) -> None:
        new, old = Segments(outline, self._inbox.collapsed), self._segments
        if old is None:
            self.beginResetModel()
            self._segments, self._row_count = new, new.row_count
            self.endResetModel()
            self.refreshed.emit()
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        rows = [row_of(anchor_of(old, index.row()), old, new) for index in before]
        self._segments, self._row_count = new, new.row_count
        after = []
        taken: set[int | None] = {None}
        for row in rows:
            # Two persistent indexes on one row corrupt Qt's table of them: it forgets both with
            # the first that dies, and crashes with the second.
            after.append(QModelIndex() if row in taken or row is None else self.index(row, 0))
            taken.add(row)
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
        self.refreshed.emit()

"""Tells an agent what cannot wait until they look at the list: each thing once."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from sqlalchemy import Connection

from desk import wire
from desk.clock import PortalClock
from desk.countdown import CountdownState
from desk.instants import from_ms
from desk.models import meta, reviews
from desk.models.snapshots import OutboxView, StoreChange
from desk.services.lanes import Lanes
from desk.services.notice_rules import Notice, NoticeLog, NoticeRules
from desk.services.thresholds import Crossing

MINUTE_MS = 60_000
_REPLIES = frozenset({"reply", "schedule"})
_NEAR = {CountdownState.URGENT: Notice.NEAR, CountdownState.LATE: Notice.LATE}


class Notices(QObject):
    """At work while somebody is signed in; its slots are connected to the inbox and publisher."""

    told = Signal(object, object)
    """A `Notice`, and the ids of the exchanges that it is about: as many as it counts, at least
    one."""

    def __init__(self, lanes: Lanes, clock: PortalClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._clock = clock
        self._zone: ZoneInfo | None = None
        self._me: wire.Me | None = None
        self._rules = NoticeRules()
        self._log = NoticeLog()
        self._era = 0
        self._quiet_ends = QTimer(self)
        self._quiet_ends.setSingleShot(True)
        self._quiet_ends.timeout.connect(self._look_again)

    @property
    def rules(self) -> NoticeRules:
        """The agent's settings; the usual ones before they were read."""
        return self._rules

    def start(self, me: wire.Me) -> None:
        """`me` is signed in and their store is open."""
        self._zone = ZoneInfo(me.caisse.timezone)
        self._me = me
        era = self._era

        def read(rules: NoticeRules) -> None:
            if era == self._era:
                self._rules = rules

        self._lanes.query(_read, read)

    def stop(self) -> None:
        """Nobody is signed in."""
        self._era += 1
        self._zone = self._me = None
        self._quiet_ends.stop()
        self._log = NoticeLog()
        self._rules = NoticeRules()

    def set_rules(self, rules: NoticeRules) -> None:
        """Kept in the store; they hold at once."""

        def write(conn: Connection) -> tuple[None, None]:
            meta.set_notice_rules(conn, msgspec.json.encode(rules).decode())
            return None, None

        self._rules = rules
        self._lanes.write(write)
        self._look_again()

    @Slot(object)
    def on_crossing(self, crossing: Crossing) -> None:
        """A message that I hold has come into another part of its time."""
        notice = _NEAR.get(crossing.state)
        if notice is not None:
            thread_id = crossing.row.thread_id
            self._consider(notice, thread_id, thread_id)

    @Slot(object)
    def on_rejected(self, entry: OutboxView) -> None:
        if entry.kind in _REPLIES:
            self._consider(Notice.SENT_BACK, entry.event_id, entry.thread_id)

    @Slot(object)
    def on_conflict(self, entry: OutboxView) -> None:
        if entry.kind in _REPLIES:
            self._consider(Notice.CONFLICT, entry.event_id, entry.thread_id)

    @Slot(object)
    def on_published(self, entry: OutboxView) -> None:
        if entry.kind in _REPLIES:
            self._log.settled(entry.thread_id)

    @Slot(object)
    def on_changed(self, change: StoreChange) -> None:
        """The portal said something new: perhaps a review."""
        me = self._me
        if me is None or not (change.everything or (change.origin == "sync" and change.threads)):
            return
        era, supervisor = self._era, me.role == "supervisor"

        def found(waiting: list[tuple[int, int, bool]]) -> None:
            if era == self._era:
                self._consider_reviews(waiting)

        self._lanes.query(
            lambda conn: reviews.waiting_for(conn, me.agent_id, supervisor=supervisor), found
        )

    def _consider_reviews(self, waiting: list[tuple[int, int, bool]]) -> None:
        for notice, came_back in ((Notice.TO_REVIEW, False), (Notice.REVIEWED, True)):
            self._consider_all(
                notice, [(each[0], each[1]) for each in waiting if each[2] is came_back]
            )

    def _consider(self, notice: Notice, key: int | str, thread_id: int) -> None:
        self._consider_all(notice, [(key, thread_id)])

    def _consider_all(self, notice: Notice, about: Sequence[tuple[int | str, int]]) -> None:
        if self._zone is None or not self._rules.wanted:
            return
        quiet = self._quiet_left_min() > 0
        new = [each for key, each in about if self._log.is_new(notice, key, each, quiet=quiet)]
        if new:
            self.told.emit(notice, new)
        elif quiet:
            self._wait()

    def _quiet_left_min(self) -> int:
        local = from_ms(self._clock.now_ms()).astimezone(self._zone)
        return self._rules.quiet_left_min(local.hour * 60 + local.minute)

    def _wait(self) -> None:
        if self._log.waits:
            self._quiet_ends.start(max(1, self._quiet_left_min()) * MINUTE_MS)

    @Slot()
    def _look_again(self) -> None:
        if self._zone is None:
            return
        if self._quiet_left_min() > 0:
            self._wait()
            return
        for notice, about in self._log.take_waiting().items():
            if self._rules.wanted:
                self.told.emit(notice, about)


def _read(conn: Connection) -> NoticeRules:
    stored = meta.notice_rules(conn)
    if stored is None:
        return NoticeRules()
    try:
        return msgspec.json.decode(stored, type=NoticeRules)
    except msgspec.MsgspecError:
        # Of another version of desk: settings are worth less than a start.
        return NoticeRules()

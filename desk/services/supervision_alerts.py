"""Looks at the board's figures for a supervisor and says what is to be told."""

from zoneinfo import ZoneInfo

import msgspec
from PySide6.QtCore import QObject, Signal, Slot
from sqlalchemy import Connection

from desk import wire
from desk.clock import PortalClock
from desk.instants import from_ms
from desk.models import meta
from desk.services.alerting import Alerting, AlertRules
from desk.services.lanes import Lanes
from desk.services.supervision import Supervision


class SupervisionAlerts(QObject):
    """At work while a supervisor is signed in; the figures are then asked for each minute."""

    told = Signal(object)
    """An `Alert`."""

    looked = Signal(object)
    """The names of the figures that are still too high (frozenset), after each look."""

    def __init__(
        self,
        lanes: Lanes,
        supervision: Supervision,
        clock: PortalClock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._supervision = supervision
        self._clock = clock
        self._alerting: Alerting | None = None
        self._era = 0
        supervision.board_changed.connect(self._on_board)

    @property
    def rules(self) -> AlertRules:
        """The supervisor's settings; the usual ones before they were read."""
        return AlertRules() if self._alerting is None else self._alerting.rules

    def start(self, me: wire.Me) -> None:
        """`me` is signed in and their store is open; nothing happens for who is no supervisor."""
        if me.role != "supervisor" or self._alerting is not None:
            return
        era = self._era

        def read(rules: AlertRules) -> None:
            if era == self._era:
                self._alerting = Alerting(rules)
                self._supervision.attend()

        self._lanes.query(_read, read)

    def stop(self) -> None:
        """Nobody is signed in."""
        self._era += 1
        self._alerting = None

    def note(self) -> None:
        """The supervisor has seen it: it escalates no more."""
        if self._alerting is not None:
            self._alerting.note()

    def set_rules(self, rules: AlertRules) -> None:
        """Kept in the store; they hold from the next figures on."""

        def write(conn: Connection) -> tuple[None, None]:
            meta.set_alert_rules(conn, msgspec.json.encode(rules).decode())
            return None, None

        self._alerting = Alerting(rules)
        self._lanes.write(write)

    @Slot(object)
    def _on_board(self, board: wire.Board) -> None:
        if self._alerting is None:
            return
        now_ms = self._clock.now_ms()
        local = from_ms(now_ms).astimezone(ZoneInfo(board.timezone))
        for alert in self._alerting.look(board.total, now_ms, local.hour * 60 + local.minute):
            self.told.emit(alert)
        self.looked.emit(self._alerting.standing)


def _read(conn: Connection) -> AlertRules:
    stored = meta.alert_rules(conn)
    if stored is None:
        return AlertRules()
    try:
        return msgspec.json.decode(stored, type=AlertRules)
    except msgspec.MsgspecError:
        # Of another version of desk: settings are worth less than a start.
        return AlertRules()

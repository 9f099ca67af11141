"""An adherent's exchanges beside the one being answered: from the store, read on record."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject
from sqlalchemy import Connection

from desk import wire
from desk.api_client.errors import PortalError
from desk.api_client.portal import Portal
from desk.clock import PortalClock
from desk.instants import from_ms, to_ms
from desk.models import adherent_history, conversation, threads
from desk.models.adherent_history import PastExchange
from desk.models.snapshots import StoreChange, ThreadView
from desk.services.lanes import Lanes

YEARS = 3
"""36 months (R-HOM-07)."""


class AdherentHistory(QObject):
    """Reads lists and texts out of the store, which holds all that the caisse has.

    `open` asks the portal too: it records who looks at whose history (law C3), and its answer is
    the newest state. Offline the store's is shown, and the reading is not recorded there.
    """

    def __init__(
        self, lanes: Lanes, portal: Portal, clock: PortalClock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._portal = portal
        self._clock = clock

    def open(
        self, adherent_id: int, done: Callable[[], None], failed: Callable[[str], None]
    ) -> None:
        """The agent looks at this adherent's history. `failed` gets the family's code."""

        def told(error: Exception) -> None:
            if isinstance(error, PortalError):
                failed(error.code)
            else:
                self._lanes.report(error)
                failed("internal")

        def came(exchanges: list[wire.Thread]) -> None:
            self._lanes.write(lambda conn: (None, _enter(conn, exchanges)), lambda _: done())

        self._lanes.http(lambda: self._portal.exchanges(adherent_id), came, told)

    def find(
        self, adherent_id: int, text: str, done: Callable[[tuple[PastExchange, ...]], None]
    ) -> None:
        """The exchanges of 36 months in which every word of `text` stands."""
        since_ms = to_ms(_years_before(from_ms(self._clock.now_ms())))
        self._lanes.query(
            lambda conn: adherent_history.exchanges_of(conn, adherent_id, since_ms, text), done
        )

    def read(self, thread_id: int, done: Callable[[ThreadView | None], None]) -> None:
        """One of them, whole; None when the store no longer holds it."""
        now_ms = self._clock.now_ms()
        self._lanes.query(lambda conn: conversation.thread_view(conn, thread_id, now_ms, 0), done)


def _enter(conn: Connection, exchanges: Sequence[wire.Thread]) -> StoreChange | None:
    changed: set[int] = set()
    for thread in exchanges:
        # One that is not there any more (purged, transferred) is not ours to bring back.
        known = threads.version_of(conn, thread.id)
        if known is not None and known < thread.version:
            changed |= threads.apply_thread(conn, thread, origin="history").threads
    return StoreChange(origin="history", threads=frozenset(changed)) if changed else None


def _years_before(now: datetime) -> datetime:
    try:
        return now.replace(year=now.year - YEARS)
    except ValueError:
        # 29 February, three years before, is 28 February.
        return now.replace(year=now.year - YEARS, day=28)

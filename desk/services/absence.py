"""« Absent jusqu’au … »: told to the portal, which holds scheduled replies meanwhile."""

import logging

from PySide6.QtCore import QObject, Signal

from desk import wire
from desk.api_client.errors import Aborted, PortalError
from desk.api_client.portal import Portal
from desk.instants import from_ms
from desk.services.lanes import Lanes
from desk.services.session import Session

log = logging.getLogger(__name__)


class Absence(QObject):
    """Nothing is queued: an absence that the portal does not know holds no reply back, so the
    agent must hear at once that it was not told.
    """

    told = Signal(object)
    """`wire.Me`: the portal knows; `Session.me` says it too."""

    failed = Signal(str)
    """The portal was not told: the code of a `PortalError`."""

    def __init__(
        self, lanes: Lanes, portal: Portal, session: Session, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._portal = portal
        self._session = session

    def set(self, until_ms: int | None) -> None:
        """I am away until `until_ms` (the portal's clock); None: I am back."""
        until = None if until_ms is None else from_ms(until_ms)
        self._lanes.http(lambda: self._portal.set_absence(until), self._on_me, self._on_failed)

    def _on_me(self, me: wire.Me) -> None:
        self._session.described(me)
        self.told.emit(me)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Aborted):
            return
        if not isinstance(error, PortalError):
            self._lanes.report(error)
            self.failed.emit("internal")
            return
        log.info("an absence could not be told: %s", error.code)
        self.failed.emit(error.code)

"""Why an exchange is due when it is due: the portal's account of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desk import wire
from desk.api_client.errors import PortalError
from desk.api_client.portal import Portal
from desk.services.lanes import Lanes


class Deadlines(QObject):
    """Asks for the account each time: the rules are the portal's, this PC holds no copy of them
    that could be an older one.
    """

    def __init__(self, lanes: Lanes, portal: Portal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._portal = portal

    def explain(
        self, thread_id: int, done: Callable[[wire.Deadline], None], failed: Callable[[str], None]
    ) -> None:
        """`failed` gets the family's code (``unreachable``, ``not-found`` …)."""

        def told(error: Exception) -> None:
            if isinstance(error, PortalError):
                failed(error.code)
            else:
                self._lanes.report(error)
                failed("internal")

        self._lanes.http(lambda: self._portal.deadline(thread_id), done, told)

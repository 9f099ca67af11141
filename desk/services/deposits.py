"""What an adherent has deposited on the portal: asked for when the agent looks, and not kept."""

from collections.abc import Callable
from enum import StrEnum

import msgspec
from PySide6.QtCore import QObject

from desk import wire
from desk.api_client.errors import (
    Aborted,
    CursorExpired,
    Offline,
    PortalError,
    Refused,
    SignInNeeded,
)
from desk.api_client.portal import Portal
from desk.services.lanes import Lanes
from desk.services.viewing.bounds import MOST_BYTES


class Trouble(StrEnum):
    """Why nothing came.

    OFFLINE: nobody was reached. SIGN_IN: the session has ended. FORBIDDEN: not for this agent.
    GONE: the exchange or the file is not there any more. TOO_LARGE: more than desk shows. OTHER:
    the portal answered with something else.
    """

    OFFLINE = "offline"
    SIGN_IN = "sign_in"
    FORBIDDEN = "forbidden"
    GONE = "gone"
    TOO_LARGE = "too_large"
    OTHER = "other"


class NotRead(msgspec.Struct, frozen=True):
    """A reading that came to nothing."""

    trouble: Trouble
    code: str
    """Of the failure's family."""


Failed = Callable[[NotRead], None]


class Deposits(QObject):
    """Lists and files, straight from the portal, which records each reading (law C3).

    Nothing of them is written to the store or to any file.
    """

    def __init__(self, lanes: Lanes, portal: Portal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._portal = portal

    def look(self, thread_id: int, done: Callable[[wire.Deposits], None], failed: Failed) -> None:
        """All that the exchange's adherent has deposited, newest first."""
        self._lanes.http(lambda: self._portal.documents(thread_id), done, self._told(failed))

    def read(
        self,
        thread_id: int,
        file: wire.DepositedFile,
        done: Callable[[bytes], None],
        failed: Failed,
    ) -> None:
        """A file, whole."""
        if file.size > MOST_BYTES:
            failed(NotRead(Trouble.TOO_LARGE, "too_large"))
            return
        self._lanes.http(
            lambda: self._portal.document(thread_id, file, MOST_BYTES), done, self._told(failed)
        )

    def _told(self, failed: Failed) -> Callable[[Exception], None]:
        def tell(error: Exception) -> None:
            if isinstance(error, PortalError):
                failed(NotRead(_trouble_of(error), error.code))
            else:
                self._lanes.report(error)
                failed(NotRead(Trouble.OTHER, "internal"))

        return tell


def _trouble_of(error: PortalError) -> Trouble:
    match error:
        case Offline() | Aborted():
            return Trouble.OFFLINE
        case SignInNeeded():
            return Trouble.SIGN_IN
        case CursorExpired():  # 410
            return Trouble.GONE
        case Refused(problem=problem) if problem.status == 404:
            return Trouble.GONE
        case Refused(problem=problem) if problem.status == 403:
            return Trouble.FORBIDDEN
    return Trouble.TOO_LARGE if error.code == "too_large" else Trouble.OTHER

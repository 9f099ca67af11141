"""Who the agent is, asked again when the feed says that the portal would answer otherwise."""

from collections.abc import Callable

from desk import wire
from desk.api_client.portal import Portal


class OwnDescription:
    """Used on the synchronisation's thread alone. The first mark of a run is asked about too: what
    was known may be of yesterday.
    """

    def __init__(self, portal: Portal, tell: Callable[[wire.Me], None]) -> None:
        """`tell` gets what the portal says of the agent."""
        self._portal = portal
        self._tell = tell
        self._mark = ""

    def heard(self, mark: str) -> None:
        """A page of the feed carried `mark`; empty: it says nothing of it.

        Raises:
            PortalError: `GET /me` failed; it is asked again upon the next page.
        """
        if mark and mark != self._mark:
            # What is asked now may be newer than the mark: the next page then has another one.
            self._tell(self._portal.me())
            self._mark = mark

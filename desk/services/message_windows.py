"""Remembers which exchanges the agent has in windows of their own."""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from desk.models.open_windows import OpenWindow, read_windows, write_windows
from desk.services.lanes import Lanes


class MessageWindowMemory:
    """In the store, which is the agent's own."""

    def __init__(self, lanes: Lanes) -> None:
        self._lanes = lanes

    def read(self, done: Callable[[tuple[OpenWindow, ...]], None]) -> None:
        """Those of the last time whose exchanges are still here."""
        self._lanes.query(read_windows, done)

    def write(self, windows: Sequence[OpenWindow]) -> None:
        """Keep these for the next start."""

        def job(conn: Connection) -> tuple[None, None]:
            write_windows(conn, windows)
            return None, None

        self._lanes.write(job)

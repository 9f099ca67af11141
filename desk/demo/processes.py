"""Starts the portal and its worker as the separate processes that they are."""

import os
import socket
import subprocess
import sys
import threading
from pathlib import Path


class ProcessFailed(Exception):
    """A process ended, or said nothing, instead of becoming ready."""


def free_port() -> int:
    """A TCP port that is free on 127.0.0.1 at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class PortalProcess:
    """One ``portal …`` command that prints a line when it is ready and ends when its stdin closes.

    `log` gets what the process writes on stderr. Use as a context manager.
    """

    def __init__(self, *arguments: str, ready: str, environment: dict[str, str], log: Path) -> None:
        self._arguments = arguments
        self._ready = ready
        self._environment = environment
        self._log = log
        self.ready_line = ""
        """What it printed when ready, for example ``PORTAL http://127.0.0.1:8000``."""

    def __enter__(self) -> "PortalProcess":
        self._log.parent.mkdir(parents=True, exist_ok=True)
        with self._log.open("wb") as errors:
            self._process = subprocess.Popen(  # noqa: S603 - our own command
                [sys.executable, "-m", "portal", *self._arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env={**os.environ, **self._environment},
                text=True,
            )
        if not self._await_ready(60):
            self._end()
            raise ProcessFailed(
                f"portal {' '.join(self._arguments)} did not start; see {self._log}"
            )
        return self

    def __exit__(self, *_exc: object) -> None:
        self._end()

    def wait(self, timeout_s: float = 120) -> None:
        """Wait for a command that ends by itself.

        Raises:
            ProcessFailed: it ended badly, or not in time.
        """
        try:
            status = self._process.wait(timeout_s)
        except subprocess.TimeoutExpired as error:
            raise ProcessFailed(f"portal {self._arguments[0]} does not end") from error
        if status:
            raise ProcessFailed(f"portal {self._arguments[0]} failed; see {self._log}")

    def _await_ready(self, timeout_s: float) -> bool:
        seen = threading.Event()

        def read() -> None:
            for line in self._process.stdout or ():
                if line.startswith(self._ready) and not seen.is_set():
                    self.ready_line = line.strip()
                    seen.set()

        # Goes on reading to the end, so that a talkative process never blocks on a full pipe.
        self._reader = threading.Thread(target=read, name="portal-stdout", daemon=True)
        self._reader.start()
        return seen.wait(timeout_s)

    def _end(self) -> None:
        if self._process.stdin:
            self._process.stdin.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(10)
        self._reader.join(10)
        if self._process.stdout:
            self._process.stdout.close()

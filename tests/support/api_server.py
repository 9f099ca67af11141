"""Serves a database that the test itself writes to, from a process of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ANNOUNCEMENT = "PORTAL "
END_S = 20


@dataclass(frozen=True)
class PortalProcess:
    """A portal that listens."""

    url: str
    process: subprocess.Popen[str]

    def end(self) -> int:
        """Close its standard input, as a parent that goes away does, and return its status."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.process.wait(END_S)


@contextmanager
def serving(database: str, folder: Path, **environment: str) -> Iterator[PortalProcess]:
    """Serve `database` (as in ``PORTAL_DATABASE_URL``) from a process of its own.

    Args:
        folder: where it keeps its secret key.
        environment: further ``PORTAL_*`` variables.
    """
    variables = {
        **{name: value for name, value in os.environ.items() if not name.startswith("PORTAL_")},
        "PORTAL_DATABASE_URL": database,
        "PORTAL_DATA": str(folder),
        "PORTAL_LOG_LEVEL": "ERROR",
        **environment,
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "portal", "serve", "--embedded", "--port", "0"],
        env=variables,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            assert process.stdout is not None
            # Ends at the latest when the process does.
            line = process.stdout.readline()
            if not line.startswith(ANNOUNCEMENT):
                raise RuntimeError("the portal did not start")
            yield PortalProcess(line.removeprefix(ANNOUNCEMENT).strip(), process)
        finally:
            if process.poll() is None:
                process.kill()

"""A PostgreSQL server of one's own, from Debian's binaries, on a Unix socket."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from urllib.parse import quote

ACCOUNT = "postgres"
"""PostgreSQL refuses to run as root; Debian's package makes this account."""


def binaries() -> Path:
    """The folder of the newest PostgreSQL installed.

    Raises:
        RuntimeError: there is none.
    """
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name)
    )
    if not found:
        raise RuntimeError("PostgreSQL is not installed: apt-get install postgresql")
    return found[-1]


class PostgresServer:
    """A running server; a context manager. It keeps nothing: no fsync (unless `durable`), deleted
    at the end.
    """

    def __init__(self, *, connections: int = 100, durable: bool = False) -> None:
        self._connections = connections
        self._durable = durable
        self._folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
        self._as_other: list[str] = []
        if os.geteuid() == 0:
            # Where su's family lives; a user's PATH may leave it out.
            runuser = shutil.which("runuser", path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
            self._as_other = [runuser or "runuser", "-u", ACCOUNT, "--"]
            shutil.chown(self._folder, ACCOUNT)

    def __enter__(self) -> "PostgresServer":
        data = self._folder / "data"
        self._run(
            "initdb", "-D", str(data), "-U", "portal", "-A", "trust", "--no-sync",
            "-E", "UTF8", "--locale=C.UTF-8",
        )  # fmt: skip
        careless = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"
        options = (
            f"-k {self._folder} -c listen_addresses= -c max_connections={self._connections}"
            f" -c shared_buffers=32MB {'' if self._durable else careless}"
        )
        self._run(
            "pg_ctl", "-D", str(data), "-w", "-l", str(self._folder / "log"), "-o", options, "start"
        )
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-m", "immediate", "-w", "stop")
        shutil.rmtree(self._folder, ignore_errors=True)

    def url(self, database: str) -> str:
        """For ``PORTAL_DATABASE_URL``."""
        return f"postgresql://portal@/{database}?host={quote(str(self._folder), safe='')}"

    def create(self, database: str, template: str = "template0") -> str:
        """Create a database, empty or the copy of another one, and return its URL."""
        self._run("createdb", "-h", str(self._folder), "-U", "portal", "-T", template, database)
        return self.url(database)

    def drop(self, database: str) -> None:
        """Delete a database, whoever is still connected to it."""
        self._run("dropdb", "-h", str(self._folder), "-U", "portal", "--force", database)

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [*self._as_other, str(binaries() / program), *arguments],
            # The server inherits what it is given: no pipe, that would never close.
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE if program != "pg_ctl" else subprocess.DEVNULL,
            cwd=self._folder,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{program} failed: {(done.stderr or b'').decode()}")

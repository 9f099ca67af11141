"""A portal as the separate processes that it is in reality, on a folder of the test's own."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desk.demo.processes import PortalProcess

ADHERENT_NIR = "2630760999000"
"""Odile Ferrandier of the demonstration: one open message and two answered ones."""
ADHERENT_PASSWORD = "demo-adherent-2026"
AGENT_LOGIN = "claire.exemple"
AGENT_PASSWORD = "demo-agent-2026"


COPIED_FOR_S = 180
"""Loading everybody costs seconds: a loaded folder is copied, while its messages are not much older
than they say.
"""


@dataclass(frozen=True)
class RunningPortal:
    """`environment` is what further `portal` commands need to reach the same data."""

    url: str
    environment: dict[str, str]

    @property
    def database_url(self) -> str:
        """For `tests.support.databases.using`."""
        return f"sqlite://{self.environment['PORTAL_DATA']}/portal.sqlite3"


def portal_command(
    *arguments: str, environment: dict[str, str], given: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run one `portal` command to its end; `given` goes to its standard input."""
    return subprocess.run(
        [sys.executable, "-m", "portal", *arguments],
        env={**os.environ, **environment},
        input=given,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def _load(environment: dict[str, str]) -> None:
    loaded = portal_command(
        "load-demo", "--embedded", "--caisse", "picardie", environment=environment
    )
    if loaded.returncode:
        raise RuntimeError(loaded.stderr)


@cache
def _a_loaded_folder(_period: int) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="portal-with-everybody-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _load({"PORTAL_DATA": str(folder)})
    return folder


@contextmanager
def running_portal(
    data: Path,
    *,
    with_demo: bool = True,
    copied: bool = True,
    port: int = 0,
    **environment: str,
) -> Iterator[RunningPortal]:
    """Serve the portal from the folder `data`, made at need, with everybody in Picardie.

    The same folder again is the same portal, restarted. Portals that are `copied` from one another
    share their keys and the name of their feed. Further variables (``PORTAL_SMTP_URL``…)
    go to its environment.
    """
    variables = {"PORTAL_DATA": str(data), **environment}
    if with_demo and not (data / "portal.sqlite3").exists():
        if not copied or "PORTAL_DATABASE_URL" in environment:
            _load(variables)
        else:
            period = int(time.monotonic() / COPIED_FOR_S)
            shutil.copytree(_a_loaded_folder(period), data, dirs_exist_ok=True)
    serving = PortalProcess(
        "serve",
        "--embedded",
        "--port",
        str(port),
        ready="PORTAL ",
        environment=variables,
        log=data.with_name(f"{data.name}-serve.log"),
    )
    with serving:
        yield RunningPortal(serving.ready_line.removeprefix("PORTAL "), variables)


@contextmanager
def running_worker(portal: RunningPortal) -> Iterator[None]:
    """Run the worker beside a portal: e-mails leave."""
    data = Path(portal.environment["PORTAL_DATA"])
    log = data.with_name(f"{data.name}-worker.log")
    with PortalProcess(
        "worker", "--embedded", ready="WORKER ready", environment=portal.environment, log=log
    ):
        yield

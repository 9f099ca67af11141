"""A portal as the separate processes that it is in reality, on a folder of the test's own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desk.demo.processes import PortalProcess

ADHERENT_NIR = "2630760999000"
"""Odile Ferrandier of the demonstration: one open message and two answered ones."""
ADHERENT_PASSWORD = "demo-adherent-2026"
AGENT_LOGIN = "claire.exemple"
AGENT_PASSWORD = "demo-agent-2026"


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


@contextmanager
def running_portal(
    data: Path, *, with_demo: bool = True, port: int = 0, **environment: str
) -> Iterator[RunningPortal]:
    """Serve the portal from the folder `data`, made at need, with everybody in Picardie.

    The same folder again is the same portal, restarted. Further variables (``PORTAL_SMTP_URL``…)
    go to its environment.
    """
    variables = {"PORTAL_DATA": str(data), **environment}
    if with_demo:
        loaded = portal_command(
            "load-demo", "--embedded", "--caisse", "picardie", environment=variables
        )
        if loaded.returncode:
            raise RuntimeError(loaded.stderr)
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

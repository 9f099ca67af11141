"""The world of the demonstration: invented people, a portal and its worker, a mail server."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from desk.demo.mailbox import Mailbox
from desk.demo.processes import PortalProcess, free_port

CAISSE = "picardie"
AGENT_LOGIN = "claire.exemple"
AGENT_PASSWORD = "demo-agent-2026"  # noqa: S105 - of an invented agent, on this PC only
ADHERENT_NIR = "2 63 07 60 999 000"  # order number 000 is never issued
ADHERENT_PASSWORD = "demo-adherent-2026"  # noqa: S105 - of an invented adherent


@dataclass(frozen=True)
class World:
    """A running portal with its worker, and where its e-mails go."""

    portal_url: str
    mailbox: Mailbox
    folder: Path


@contextmanager
def running_world(folder: Path, undo_s: int) -> Iterator[World]:
    """Start everything below `folder`, on free ports; stop it all at the end.

    `undo_s`: for how many seconds the portal lets a published reply be taken back.

    Raises:
        ProcessFailed: a part did not start; the message names its log.
    """
    # Its own database each time: yesterday's demonstration would be late everywhere.
    data = folder / f"portal-{os.getpid()}"
    with ExitStack() as parts:
        mailbox = parts.enter_context(Mailbox(folder / "mail"))
        port = free_port()
        url = f"http://127.0.0.1:{port}"
        environment = {
            "PORTAL_DATA": str(data),
            "PORTAL_BASE_URL": url,
            "PORTAL_SMTP_URL": mailbox.url,
            "PORTAL_LOG_LEVEL": "WARNING",
            "PORTAL_UNDO_SECONDS": str(undo_s),
        }

        def start(*arguments: str, ready: str) -> PortalProcess:
            process = PortalProcess(
                *arguments,
                ready=ready,
                environment=environment,
                log=folder / "logs" / f"{arguments[0]}.log",
            )
            return parts.enter_context(process)

        start("load-demo", "--embedded", "--caisse", CAISSE, ready="added").wait()
        start("serve", "--embedded", "--port", str(port), ready="PORTAL")
        start("worker", "--embedded", ready="WORKER")
        yield World(url, mailbox, folder)

"""The audit trail as CSV, for the data-protection officer."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import UTC

from django.db.models import QuerySet

from portal.accounts.models import Agent
from portal.audit.models import AuditEvent

COLUMNS = (
    "chain",
    "number",
    "instant",
    "act",
    "account",
    "agent",
    "exchange",
    "purpose",
    "detail",
    "digest",
)
"""`account` is a number: an adherent's login is a NIR. `agent` is a name, empty for others."""


def as_csv(events: "QuerySet[AuditEvent]") -> Iterator[str]:
    """Yield the file in pieces: UTF-8 with a mark, semicolons, as French spreadsheets read it."""
    agents = {
        agent.user_id: agent.display_name
        for agent in Agent.objects.only("user_id", "first_name", "last_name")
    }
    yield "\ufeff"
    yield _line(COLUMNS)
    for event in events.order_by("chain", "seq").iterator(chunk_size=2000):
        yield _line(
            (
                event.chain,
                event.seq,
                event.at.astimezone(UTC).isoformat(timespec="microseconds"),
                event.action,
                event.actor_id or "",
                agents.get(event.actor_id or 0, ""),
                event.thread_id or "",
                event.purpose,
                json.dumps(event.detail, sort_keys=True) if event.detail else "",
                event.digest,
            )
        )


def _line(cells: Iterable[object]) -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=";").writerow(_harmless(str(cell)) for cell in cells)
    return written.getvalue()


def _harmless(cell: str) -> str:
    """A spreadsheet takes a cell that begins so for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell

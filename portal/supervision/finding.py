"""The exchanges behind a figure, the first due first."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from portal.supervision.board import NOBODY, Grouping
from portal.supervision.board import responsible as responsible_for
from portal.supervision.figures import Figure, behind, unassigned

MAX_PAGE = 500


class MalformedCursor(ValueError):
    """`after` is not what an earlier page gave."""


@dataclass(frozen=True)
class Wanted:
    """Which exchanges: those of a figure, of one part of the caisse, due within
    ``[due_from, due_until)``.
    """

    figure: Figure
    by: Grouping | None = None
    key: str = NOBODY
    due_from: datetime | None = None
    due_until: datetime | None = None


@dataclass(frozen=True)
class Page:
    """A run of exchanges; `next_after` is None on the last."""

    threads: list[tuple[int, int, datetime]]
    """Id, version, due instant."""
    next_after: str | None


def find(caisse_code: str, wanted: Wanted, now: datetime, after: str | None, limit: int) -> Page:
    """Return a page of the exchanges behind a figure, in the order of their due instants.

    Raises:
        MalformedCursor: `after` was not given by an earlier page.
        ValueError: `limit` is not between 1 and `MAX_PAGE`.
    """
    if not 1 <= limit <= MAX_PAGE:
        raise ValueError(f"limit must be between 1 and {MAX_PAGE}")
    threads = behind(wanted.figure, caisse_code, now)
    if wanted.by is Grouping.AGENT:
        threads = threads.annotate(responsible=responsible_for(now))
    if wanted.by is not None:
        threads = threads.filter(_of_part(wanted.by, wanted.key, now))
    if wanted.due_from is not None:
        threads = threads.filter(due_at__gte=wanted.due_from)
    if wanted.due_until is not None:
        threads = threads.filter(due_at__lt=wanted.due_until)
    if after is not None:
        due, thread_id = _read(after)
        # Said twice so that the index is entered at `due`.
        threads = threads.filter(
            Q(due_at__gte=due) & (Q(due_at__gt=due) | Q(due_at=due, pk__gt=thread_id))
        )
    in_order = threads.order_by("due_at", "pk").values_list("pk", "version", "due_at")
    rows = list(in_order[: limit + 1])
    last = rows[limit - 1] if len(rows) > limit else None
    return Page(rows[:limit], None if last is None else f"{last[2].isoformat()}~{last[0]}")


def _of_part(by: Grouping, key: str, now: datetime) -> Q:
    if by is Grouping.AGENT:
        if key == NOBODY:
            return unassigned(now)
        # The two columns are named so that their indexes serve; `responsible` decides.
        mine = int(key) if key.isdecimal() and len(key) < 19 else 0
        return (Q(assigned_to=mine) | Q(claimed_by=mine)) & Q(responsible=mine)
    if by is Grouping.SITE:
        return Q(site__isnull=True) if key == NOBODY else Q(site__code=key)
    column = {
        Grouping.THEME: "motif__sujet__theme",
        Grouping.SUJET: "motif__sujet",
        Grouping.MOTIF: "motif",
        Grouping.TEAM: "competence",
    }[by]
    return Q(**{column: key})


def _read(cursor: str) -> tuple[datetime, int]:
    instant, _, thread_id = cursor.partition("~")
    try:
        due, number = datetime.fromisoformat(instant), int(thread_id)
    except ValueError:
        raise MalformedCursor(cursor) from None
    if due.tzinfo is None or not 0 <= number < 2**63:
        raise MalformedCursor(cursor)
    return due, number

"""Sharing messages out evenly, by competence and presence: a plan, which changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from portal.accounts.models import Role
from portal.supervision.figures import open_threads
from portal.supervision.team import Member, members


@dataclass(frozen=True)
class Share:
    """What a plan brings to an agent: how many are assigned to them, before and after."""

    member: Member
    before: int
    after: int


@dataclass(frozen=True)
class Plan:
    """Who would get what."""

    assignments: list[tuple[int, int]]
    """Exchange and agent, the first due first."""
    left_over: list[int]
    """Open exchanges of the caisse for which nobody is there."""
    shares: list[Share]


def plan(caisse_code: str, thread_ids: Sequence[int], now: datetime, *, present_only: bool) -> Plan:
    """Give each exchange to the agent of its team who then has the fewest; the first due first.

    Exchanges that are not open, or of another caisse, are left out. The same state gives the same
    plan: equals are decided by id. Supervisors are given none.
    """
    able = [
        each
        for each in members(caisse_code, now)
        if each.agent.role == Role.AGENT
        and not each.agent.is_absent(now)
        and (each.present or not present_only)
    ]
    found = (
        open_threads(caisse_code)
        .filter(pk__in=thread_ids)
        .order_by("due_at", "pk")
        .values_list("pk", "competence_id", "assigned_to_id")
    )
    rows = list(found)
    load = {each.agent.pk: each.assigned for each in able}
    # What is shared out anew leaves whom it was with.
    for _, _, holder in rows:
        if holder in load:
            load[holder] -= 1
    assignments, left_over = [], []
    for thread_id, competence, _ in rows:
        candidates = [each.agent.pk for each in able if each.answers_for(competence)]
        if not candidates:
            left_over.append(thread_id)
            continue
        chosen = min(candidates, key=lambda pk: (load[pk], pk))
        load[chosen] += 1
        assignments.append((thread_id, chosen))
    # What nobody can take keeps whom it had.
    holders = {thread_id: holder for thread_id, _, holder in rows}
    for thread_id in left_over:
        if holders[thread_id] in load:
            load[holders[thread_id]] += 1
    return Plan(
        assignments=assignments,
        left_over=left_over,
        shares=[Share(each, each.assigned, load[each.agent.pk]) for each in able],
    )

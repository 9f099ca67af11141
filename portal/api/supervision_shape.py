"""The board, the team and results of batches as the plain dicts that travel to desk."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from portal.api.problems import document
from portal.api.refusals import problem_for
from portal.supervision.acts import Outcome
from portal.supervision.board import Board, Tally
from portal.supervision.finding import Page
from portal.supervision.sharing import Plan
from portal.supervision.team import Member

Shape = dict[str, Any]


def _figures(tally: Tally) -> Shape:
    return {figure.value: count for figure, count in tally.counts.items()}


def board_shape(board: Board) -> Shape:
    return {
        "at": board.at,
        "timezone": board.timezone,
        "total": _figures(board.total),
        "groups": [
            {
                "by": group.head.by.value,
                "key": group.head.key,
                "label": group.head.label,
                "parent": group.head.parent,
                "figures": _figures(group.tally),
            }
            for group in board.groups
        ],
        "heat": [
            {
                "theme": cell.theme,
                "starts_at": cell.starts_at,
                "ends_at": cell.ends_at,
                "open": cell.count,
            }
            for cell in board.heat
        ],
    }


def found_shape(page: Page, now: datetime) -> Shape:
    return {
        "at": now,
        "threads": [
            {"thread_id": thread_id, "version": version, "due_at": due_at}
            for thread_id, version, due_at in page.threads
        ],
        "next_after": page.next_after,
    }


def team_shape(members: Sequence[Member], now: datetime) -> Shape:
    return {"at": now, "agents": [member_shape(member) for member in members]}


def member_shape(member: Member) -> Shape:
    return {
        "id": member.agent.pk,
        "name": member.agent.display_name,
        "role": member.agent.role,
        "competences": member.competences,
        "absent_until": member.agent.absent_until,
        "last_seen_at": member.last_seen_at,
        "present": member.present,
        "assigned": member.assigned,
        "held": member.held,
    }


def plan_shape(plan: Plan, now: datetime) -> Shape:
    return {
        "at": now,
        "assignments": [
            {"thread_id": thread_id, "agent_id": agent_id}
            for thread_id, agent_id in plan.assignments
        ],
        "left_over": plan.left_over,
        "shares": [
            {
                "agent_id": share.member.agent.pk,
                "name": share.member.agent.display_name,
                "before": share.before,
                "after": share.after,
            }
            for share in plan.shares
        ],
    }


def batch_shape(outcomes: Sequence[Outcome]) -> Shape:
    return {"results": [_item(outcome) for outcome in outcomes]}


def _item(outcome: Outcome) -> Shape:
    told: Shape = {"type": None, "detail": None}
    if outcome.refusal is not None:
        refused = problem_for(outcome.refusal)
        told = document(refused.problem, refused.detail)
    return {
        "thread_id": outcome.thread_id,
        "done": outcome.refusal is None,
        "problem": told["type"],
        "detail": told["detail"],
    }

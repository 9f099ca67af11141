"""Replies to be published later: `due_replies` publishes them, or holds them.

waiting ──its instant──► published
   │  └──something happened meanwhile──► held ──the author schedules anew, or cancels──►
   └──cancelled
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from portal.accounts.models import Agent, Role
from portal.messaging.acts import Done, Request, Told, carry_out
from portal.messaging.claims import clear_claim
from portal.messaging.current import require_trained, require_version, require_workable
from portal.messaging.errors import AlreadyScheduled, ThreadNotFound
from portal.messaging.models import EventKind, Message, ScheduledReply, Thread
from portal.messaging.publishing import audited_warnings
from portal.messaging.reading import thread_for
from portal.messaging.text import check_reply, clean_text

State = ScheduledReply.State
LIVE = (State.WAITING, State.HELD)


def schedule(
    *,
    thread_id: int,
    agent: Agent,
    kind: Message.Kind,
    text: str,
    publish_at: datetime,
    key: UUID,
    seen_version: int,
    confirmed_warnings: Sequence[str] = (),
) -> Done:
    """Have a reply published at an instant (one that has passed: at the worker's next round).

    The author's claim is given up, as by publishing. One of their own that is held is replaced.
    `confirmed_warnings`: as for `publish_reply`; the audit trail tells them of the scheduling,
    which is when the author saw them.

    Raises:
        ThreadNotFound: none such in the agent's caisse.
        TextTooShort, TextTooLong: the cleaned text cannot be a reply.
        AlreadyScheduled: another one is waiting, or a colleague's is held.
        KeyReused: the key served for something else.
        StaleVersion, ClaimedByAnother, AlreadyAnswered: see `require_workable`.
        ReviewNeeded: the agent is in training.
        ValueError: `kind` is not that of a reply.
    """
    if kind == Message.Kind.QUESTION:
        raise ValueError("an agent's reply is an answer or a holding reply")
    cleaned = clean_text(text)
    check_reply(cleaned)

    def perform(thread: Thread, now: datetime) -> Told:
        require_trained(agent)
        require_workable(thread, agent, seen_version, now)
        earlier = thread.scheduled_replies.filter(state__in=LIVE).first()
        if earlier is not None:
            if earlier.state == State.WAITING or earlier.author_id != agent.pk:
                raise AlreadyScheduled(thread_for(agent, thread_id))
            _cancel(earlier)
        clear_claim(thread)
        thread.version += 1
        thread.save(update_fields=["claimed_by", "claimed_at", "claim_expires_at", "version"])
        scheduled = ScheduledReply.objects.create(
            thread=thread,
            author=agent,
            kind=kind,
            text=cleaned,
            publish_at=publish_at,
            created_at=now,
            seen_version=thread.version,
            key=uuid4(),
        )
        return Told(
            detail=f"scheduled:{scheduled.pk}", audited=audited_warnings(confirmed_warnings)
        )

    asked = (kind.value, cleaned, publish_at.isoformat())
    return carry_out(Request(agent, thread_id, key, EventKind.SCHEDULED, asked), perform)


def unschedule(
    *, thread_id: int, agent: Agent, scheduled_id: int, key: UUID, seen_version: int
) -> Done:
    """Cancel a scheduled reply: its author may, and a supervisor.

    Raises:
        ThreadNotFound: no such exchange in the agent's caisse, or no such reply to cancel in it.
        KeyReused: the key served for something else.
        StaleVersion: the exchange is not at `seen_version`.
    """

    def perform(thread: Thread, now: datetime) -> Told:
        scheduled = thread.scheduled_replies.filter(pk=scheduled_id).first()
        if scheduled is None:
            raise ThreadNotFound(thread_id)
        if scheduled.author_id != agent.pk and agent.role != Role.SUPERVISOR:
            raise ThreadNotFound(thread_id)
        # Published a moment ago: the exchange has changed, and its present state says how.
        require_version(thread, agent, seen_version)
        if not scheduled.is_live:
            raise ThreadNotFound(thread_id)
        _cancel(scheduled)
        thread.version += 1
        thread.save(update_fields=["version"])
        return Told(detail=f"scheduled:{scheduled.pk}")

    return carry_out(
        Request(agent, thread_id, key, EventKind.UNSCHEDULED, (scheduled_id,)), perform
    )


def _cancel(scheduled: ScheduledReply) -> None:
    scheduled.state = State.CANCELLED
    scheduled.reason = ScheduledReply.Reason.NONE
    scheduled.save(update_fields=["state", "reason"])

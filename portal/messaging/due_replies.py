"""Publishes scheduled replies as their instant comes, or holds them.

Publishing and the change of state are one transaction under the exchange's lock: however many
workers there are and wherever one of them dies, a scheduled reply is published once, or it still
waits.
"""

import logging
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from portal.audit import trail
from portal.messaging.current import held_by_another
from portal.messaging.feed import record_change
from portal.messaging.models import Message, ScheduledReply, Thread, ThreadStatus
from portal.messaging.publishing import publish_now, request_digest

logger = logging.getLogger(__name__)

BATCH = 50

State, Reason = ScheduledReply.State, ScheduledReply.Reason


def settle_due_replies() -> int:
    """Publish or hold what is due, one transaction each; return how many were settled here."""
    due = ScheduledReply.objects.filter(
        state=State.WAITING, publish_at__lte=timezone.now()
    ).order_by("publish_at", "pk")
    return sum(_settle(pk) for pk in list(due.values_list("pk", flat=True)[:BATCH]))


def hold(scheduled: ScheduledReply, reason: ScheduledReply.Reason) -> None:
    """Hold a scheduled reply: its author decides. The caller tells the feed."""
    scheduled.state = State.HELD
    scheduled.reason = reason
    scheduled.save(update_fields=["state", "reason"])


def _settle(pk: int) -> bool:
    with transaction.atomic():
        thread = (
            Thread.objects.select_for_update(no_key=True, of=("self",))
            .filter(scheduled_replies__pk=pk)
            .first()
        )
        scheduled = ScheduledReply.objects.select_related("author__user").filter(pk=pk).first()
        if thread is None or scheduled is None or scheduled.state != State.WAITING:
            return False  # another worker, its author or the adherent was first
        now = timezone.now()
        reason = _why_held(scheduled, thread, now)
        if reason == Reason.NONE:
            _publish(scheduled, thread, now)
        else:
            hold(scheduled, reason)
            trail.record(
                "reply.held",
                actor=None,
                caisse=thread.caisse,
                thread_id=thread.pk,
                scheduled_id=scheduled.pk,
                reason=reason.value,
            )
            record_change(thread, "schedule_held")
    logger.info("scheduled reply %s: %s", pk, scheduled.state)
    return True


def _publish(scheduled: ScheduledReply, thread: Thread, now: datetime) -> None:
    kind = Message.Kind(scheduled.kind)
    scheduled.state = State.PUBLISHED
    scheduled.save(update_fields=["state"])
    publish_now(
        thread,
        agent=scheduled.author,
        text=scheduled.text,
        kind=kind,
        key=scheduled.key,
        digest=request_digest(thread.pk, kind, scheduled.text),
        at=now,
    )


def _why_held(scheduled: ScheduledReply, thread: Thread, now: datetime) -> ScheduledReply.Reason:
    author = scheduled.author
    wrote = thread.messages.filter(
        direction=Message.Direction.IN, at__gt=scheduled.created_at
    ).exists()
    if wrote:
        return Reason.ADHERENT_WROTE
    if (
        thread.version != scheduled.seen_version
        or thread.status != ThreadStatus.OPEN
        or thread.caisse_id != author.caisse_id
        or held_by_another(thread, author, now)
    ):
        return Reason.THREAD_CHANGED
    if author.is_absent(now) or not author.user.is_active:
        return Reason.AUTHOR_ABSENT
    if author.in_training:
        return Reason.REVIEW_NEEDED
    return Reason.NONE

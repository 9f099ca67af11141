"""« Ajouter une précision »: the adherent adds to a message that waits for its answer.

The deadline stays that of the message: it is the same question, and a promise made is not moved
by what is added to it (docs/decisions.md). A pause ends: the document may be there.
"""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import Adherent
from portal.audit import trail
from portal.deadlines import clocks
from portal.deadlines.models import Pause
from portal.mandates.acts import note_act
from portal.mandates.models import MandateAct
from portal.messaging.due_replies import hold
from portal.messaging.errors import AlreadyAnswered, ThreadNotFound, TooManyAdditions
from portal.messaging.feed import record_change
from portal.messaging.models import (
    EventKind,
    Message,
    ScheduledReply,
    Thread,
    ThreadEvent,
    ThreadStatus,
)
from portal.messaging.scheduling import LIVE
from portal.messaging.seen import MAX_ADDITIONS
from portal.messaging.text import check_message, clean_text
from portal.messaging.withdrawing import take_back


@transaction.atomic
def complete_message(
    *,
    adherent: Adherent,
    reference: str,
    text: str,
    key: UUID,
    written_by: Adherent | None = None,
) -> Thread:
    """Add a text to one's open exchange: every agent's reply that was being written is stale.

    A scheduled reply that waits is held. An answer that the adherent cannot see yet
    (`withdrawing`) was written without this text: it is taken back, and kept as a held scheduled
    reply for its author, who decides. The same adherent, exchange and key again add nothing.

    Raises:
        TextTooShort, TextTooLong: the cleaned text is outside R-WRI-02.
        ThreadNotFound: the adherent has no such exchange.
        AlreadyAnswered: it is not open any more.
        TooManyAdditions: `MAX_ADDITIONS` have been made.
        NoMandate: `written_by` may not write in the adherent's name.
    """
    cleaned = clean_text(text)
    check_message(cleaned)
    thread = (
        Thread.objects.select_for_update(no_key=True)
        .filter(adherent=adherent, reference=reference)
        .first()
    )
    if thread is None:
        raise ThreadNotFound(reference)
    if ThreadEvent.objects.filter(thread=thread, agent__isnull=True, key=key).exists():
        return thread
    if thread.messages.filter(direction=Message.Direction.IN).count() > MAX_ADDITIONS:
        raise TooManyAdditions(reference)
    now = timezone.now()
    if thread.status != ThreadStatus.OPEN:
        _reopen(thread, now)
    waiting = thread.scheduled_replies.filter(state=ScheduledReply.State.WAITING).first()
    if waiting is not None:
        hold(waiting, ScheduledReply.Reason.ADHERENT_WROTE)
    message = Message.objects.create(
        thread=thread,
        direction=Message.Direction.IN,
        kind=Message.Kind.QUESTION,
        text=cleaned,
        at=now,
        written_by=written_by,
    )
    # What was waited for may be there.
    if clocks.resume_if_paused(thread, now, Pause.EndedBy.ADHERENT):
        ThreadEvent.objects.create(
            thread=thread,
            kind=EventKind.RESUMED,
            key=uuid4(),
            at=now,
            detail=f"message:{message.pk}",
        )
    note_act(adherent, written_by, MandateAct.Kind.MESSAGE_COMPLETED, thread.reference)
    thread.version += 1
    thread.save(update_fields=["due_at", "version"])
    ThreadEvent.objects.create(
        thread=thread,
        kind=EventKind.COMPLETED,
        key=key,
        at=now,
        detail=f"message:{message.pk}",
    )
    trail.record(
        "message.completed",
        actor=(written_by or adherent).user,
        caisse=thread.caisse,
        thread_id=thread.pk,
        message_id=message.pk,
    )
    record_change(thread, EventKind.COMPLETED.value)
    return thread


def _reopen(thread: Thread, now: datetime) -> None:
    """Take back the answer that the adherent cannot see yet, or refuse.

    Also refused, in the one case where its text would have no place: another scheduled reply
    stands there already.
    """
    answer = thread.messages.filter(kind=Message.Kind.ANSWER, withdrawn_at__isnull=True).first()
    if (
        answer is None
        or answer.author is None
        or not answer.may_be_taken_back(now)
        or thread.scheduled_replies.filter(state__in=LIVE).exists()
        or not take_back(thread, answer, now)
    ):
        raise AlreadyAnswered(thread)
    ScheduledReply.objects.create(
        thread=thread,
        author=answer.author,
        kind=answer.kind,
        text=answer.text,
        publish_at=now,
        created_at=answer.at,
        seen_version=thread.version,
        key=uuid4(),
        state=ScheduledReply.State.HELD,
        reason=ScheduledReply.Reason.ADHERENT_WROTE,
    )
    ThreadEvent.objects.create(
        thread=thread,
        kind=EventKind.REPLY_WITHDRAWN,
        at=now,
        detail=f"message:{answer.pk}",
    )

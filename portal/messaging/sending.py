"""An adherent sends a message."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.accounts.models import Adherent
from portal.audit import trail
from portal.catalogue.models import CatalogueVersion, Motif
from portal.catalogue.offer import is_offered
from portal.deadlines import clocks
from portal.deadlines.promise import promise_for
from portal.mandates.acts import note_act
from portal.mandates.models import MandateAct
from portal.messaging.errors import MotifNotOffered
from portal.messaging.feed import record_change
from portal.messaging.models import Message, MessageKind, Thread
from portal.messaging.text import check_message, clean_text
from portal.notifications.outbox import owe_acknowledgement


def send_message(
    *,
    adherent: Adherent,
    motif: Motif,
    text: str,
    kind: MessageKind = MessageKind.REQUEST,
    origin: str = "",
    submission_key: UUID,
    written_by: Adherent | None = None,
) -> Thread:
    """Store a message in one transaction: the exchange, the text, the deadline, the accusé de
    réception to send, the audit event, the change.

    The same adherent and key again get the first exchange: « Envoyer » pressed twice, or a form
    sent again by the browser, sends once.

    Args:
        origin: ``sel:<code>`` when begun from an online service (R-SEL-02), else empty.
        written_by: the proxy who writes in the adherent's name (`portal.mandates`), else None.

    Raises:
        TextTooShort, TextTooLong: the cleaned text is outside R-WRI-02.
        MotifNotOffered: the motif is not in force for this adherent's profile.
        NoMandate: `written_by` may not write in the adherent's name.
        UnknownPolicy: the caisse's policy of deadlines is unknown to this version.
    """
    earlier = _earlier(adherent, submission_key)
    if earlier is not None:
        return earlier
    cleaned = clean_text(text)
    check_message(cleaned)
    if not is_offered(motif, adherent.profile):
        raise MotifNotOffered(motif.code)
    try:
        with transaction.atomic():
            thread, message = store_message(
                adherent=adherent,
                motif=motif,
                text=cleaned,
                kind=kind,
                origin=origin,
                submission_key=submission_key,
                at=timezone.now(),
                written_by=written_by,
            )
            note_act(adherent, written_by, MandateAct.Kind.MESSAGE_SENT, thread.reference)
            owe_acknowledgement(thread, message)
            trail.record(
                "message.sent",
                actor=(written_by or adherent).user,
                caisse=adherent.caisse,
                thread_id=thread.pk,
                motif=motif.code,
            )
            record_change(thread, "sent")
            return thread
    except IntegrityError:
        # The same form arrived twice at the same instant and the other one was first.
        earlier = _earlier(adherent, submission_key)
        if earlier is None:
            raise
        return earlier


def _earlier(adherent: Adherent, submission_key: UUID) -> Thread | None:
    found = Thread.objects.filter(adherent=adherent, submission_key=submission_key)
    # Nearly always there is none: asked in few words.
    return found.first() if found.exists() else None


def store_message(
    *,
    adherent: Adherent,
    motif: Motif,
    text: str,
    kind: MessageKind,
    origin: str,
    submission_key: UUID,
    at: datetime,
    written_by: Adherent | None = None,
) -> tuple[Thread, Message]:
    """Store an exchange with its first text and its deadline, and nothing around them.

    The caller has cleaned and checked the text, holds the transaction, and tells the adherent,
    the audit trail and the feed.

    Args:
        at: the instant of sending, from which the promise runs.

    Raises:
        UnknownPolicy: the caisse's policy of deadlines is unknown to this version.
    """
    promise = promise_for(adherent, at)
    catalogue = CatalogueVersion.objects.order_by("-number").values_list("number", flat=True)
    thread = Thread.objects.create(
        # Its own number is known only once it is stored.
        reference=uuid4().hex[:24],
        caisse=adherent.caisse,
        adherent=adherent,
        motif=motif,
        competence_id=motif.competence_id,
        theme_label=motif.sujet.theme.label,
        sujet_label=motif.sujet.label,
        motif_label=motif.label,
        catalogue_version=catalogue.first() or 0,
        kind=kind,
        origin=origin,
        submission_key=submission_key,
        sent_at=at,
        policy=promise.rule.kind,
        policy_version=promise.rule.number,
        budget_seconds=int(promise.budget.total_seconds()),
        due_at=promise.due_at,
        site=promise.site,
    )
    thread.reference = f"MSG-{timezone.localtime(at):%Y}-{thread.pk:06d}"
    thread.save(update_fields=["reference"])
    clocks.start(thread, promise)
    message = Message.objects.create(
        thread=thread,
        direction=Message.Direction.IN,
        kind=Message.Kind.QUESTION,
        text=text,
        at=at,
        written_by=written_by,
    )
    return thread, message

"""Puts SMS into the queue, in the transaction of what they announce; `relay` hands them over."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.utils import timezone

from portal.accounts.models import Adherent
from portal.messaging.models import Message, Thread
from portal.notifications.models import Notification, Sms
from portal.notifications.sms.reach import wants_sms
from portal.wording.facts import facts_of
from portal.wording.models import WordingVersion
from portal.wording.rendering import sms_words

WORTH_SENDING = timedelta(days=2)
"""As long as e-mails are tried: an SMS that is older tells nobody anything."""


def owe_sms(
    thread: Thread,
    message: Message,
    recipients: list[Adherent],
    kind: Notification.Kind,
    *,
    not_before: datetime | None = None,
) -> list[Notification]:
    """Queue the SMS of those who asked for one and can have it (R-NOT-03, R-NOT-07)."""
    wanting = [recipient for recipient in recipients if wants_sms(recipient)]
    if not wanting:
        return []
    text = _text(thread, kind)
    return [_owe(thread, message, recipient, kind, text, not_before) for recipient in wanting]


def owe_code_sms(adherent: Adherent, number: str, text: str, not_after: datetime) -> Sms:
    """Queue the SMS that carries a code to a number; late it would be of no use."""
    now = timezone.now()
    return Sms.objects.create(
        adherent=adherent,
        to=number,
        text=text,
        reference=_new_reference(),
        due_at=now,
        not_after=not_after,
        created_at=now,
    )


def recall_sms(notification: Notification) -> bool:
    """Take an SMS out of the queue with its notification; False when a sender has had it.

    A sender counts its lease in the row before it begins: none counted, none has begun. The
    caller holds the transaction and the exchange's lock.
    """
    sms = Sms.objects.select_for_update().filter(notification=notification).first()
    if sms is None or sms.leases or sms.state != Sms.State.QUEUED:
        return False
    notification.delete()
    return True


def _text(thread: Thread, kind: Notification.Kind) -> str:
    if kind == Notification.Kind.ACKNOWLEDGEMENT:
        return sms_words(WordingVersion.Text.SMS_ACKNOWLEDGEMENT, facts_of(thread))
    return sms_words(WordingVersion.Text.SMS_REPLY, facts_of(thread))


def _owe(
    thread: Thread,
    message: Message,
    recipient: Adherent,
    kind: Notification.Kind,
    text: str,
    not_before: datetime | None,
) -> Notification:
    now = timezone.now()
    reference = _new_reference()
    notification = Notification.objects.create(
        thread=thread,
        message=message,
        recipient=None if recipient.pk == thread.adherent_id else recipient,
        kind=kind,
        channel=Notification.Channel.SMS,
        created_at=now,
        mail_id=reference,
    )
    Sms.objects.create(
        notification=notification,
        adherent=recipient,
        to=recipient.mobile_phone,
        text=text,
        reference=reference,
        due_at=not_before or now,
        not_after=(not_before or now) + WORTH_SENDING,
        created_at=now,
    )
    return notification


def _new_reference() -> str:
    return f"msa-{uuid4().hex[:16]}"  # a tag has 20 characters at most

"""The transactional outbox: what is owed to an adherent, written with what it announces.

The e-mail is rendered at once and put in django-post-office's queue; `portal.notifications.relay`
hands it over later. It names the adherent and the reference; it never holds the question, the
answer or a NIR (R-NOT-05, law C3).
"""

from datetime import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from post_office.models import PRIORITY, STATUS, Email

from portal.accounts.contact import email_of
from portal.accounts.models import Adherent
from portal.mandates.noticing import told_of
from portal.messaging.models import Message, Thread
from portal.notifications.links import messages_page_url, preferences_page_url
from portal.notifications.mail_id import new_mail_id
from portal.notifications.models import Notification
from portal.notifications.rendering import render_mail
from portal.notifications.sms.owing import owe_sms, recall_sms
from portal.wording.facts import facts_of, shows_classification
from portal.wording.models import WordingVersion
from portal.wording.rendering import own_mail

_OWN = {
    Notification.Kind.ACKNOWLEDGEMENT: WordingVersion.Text.MAIL_ACKNOWLEDGEMENT,
    Notification.Kind.REPLY_AVAILABLE: WordingVersion.Text.MAIL_REPLY,
}
"""Under which a caisse may have words of its own."""


def owe_acknowledgement(thread: Thread, message: Message) -> list[Notification]:
    """Queue the accusé de réception of a message (CRPA L112-11, R112-11-1; R-NOT-01, R-NOT-02).

    A legal duty: it does not depend on anybody's preferences. Of a message that a proxy wrote it
    goes to whom the procuration says (`portal.mandates.noticing`). An SMS confirms it besides,
    where it is asked for (R-NOT-03).
    """
    recipients = told_of(thread.adherent, message.written_by)
    mails = [
        _owe(
            thread,
            message,
            recipient,
            kind=Notification.Kind.ACKNOWLEDGEMENT,
            template="acknowledgement",
            # RFC 3834: no other machine shall answer this one.
            auto_submitted="auto-replied",
        )
        for recipient in recipients
    ]
    return mails + owe_sms(thread, message, recipients, Notification.Kind.ACKNOWLEDGEMENT)


def owe_reply_available(thread: Thread, message: Message) -> list[Notification]:
    """Queue « réponse disponible » (R-NOT-04 to R-NOT-06) by the ways that each has asked for
    (R-NOT-07). While the reply may be taken back, it waits.
    """
    question = thread.messages.select_related("written_by__user").first()
    recipients = told_of(thread.adherent, None if question is None else question.written_by)
    mails = [
        _owe(
            thread,
            message,
            recipient,
            kind=Notification.Kind.REPLY_AVAILABLE,
            template="reply_available",
            auto_submitted="auto-generated",
            not_before=message.undo_until,
        )
        for recipient in recipients
        if recipient.notify_by_email
    ]
    return mails + owe_sms(
        thread,
        message,
        recipients,
        Notification.Kind.REPLY_AVAILABLE,
        not_before=message.undo_until,
    )


def cancel_reply_available(message: Message) -> bool:
    """Take back what was to tell the adherent of a reply; False when it can no longer be.

    The row of the waiting e-mail decides, whatever the clocks of two hosts say: a sender leases
    it by moving its time (`relay`), so one whose time is still the first one has been touched by
    nobody, and once it is deleted here nobody can send it. The caller holds the transaction and,
    before this, the exchange's lock: a sender locks in the same order.
    """
    for notification in Notification.objects.filter(message=message):
        if notification.channel == Notification.Channel.SMS:
            if not recall_sms(notification):
                return False
        elif notification.email_id is not None:
            email = Email.objects.select_for_update().filter(pk=notification.email_id).first()
            if (
                email is None
                or email.status != STATUS.queued
                or email.scheduled_time != message.undo_until
            ):
                return False
            notification.delete()
            email.delete()
        elif notification.cause:
            notification.delete()  # there was no address to write to
        else:
            return False
    return True


def _owe(
    thread: Thread,
    message: Message,
    recipient: Adherent,
    *,
    kind: Notification.Kind,
    template: str,
    auto_submitted: str,
    not_before: datetime | None = None,
) -> Notification:
    now = timezone.now()
    notification = Notification(
        thread=thread,
        message=message,
        recipient=None if recipient.pk == thread.adherent_id else recipient,
        kind=kind,
        channel=Notification.Channel.EMAIL,
        created_at=now,
        mail_id=new_mail_id(),
    )
    address = email_of(recipient)
    cause = _unusable(address)
    if cause:
        notification.state = Notification.State.FAILED
        notification.cause = cause
    else:
        values = _values(thread, recipient)
        mail = own_mail(_OWN[kind], facts_of(thread), values) or render_mail(
            template, values, thread.caisse.timezone
        )
        notification.email = Email.objects.create(
            from_email=settings.DEFAULT_FROM_EMAIL,
            to=address,
            subject=mail.subject,
            message=mail.text,
            html_message=mail.html,
            headers=_headers(kind, auto_submitted),
            message_id=notification.mail_id,
            status=STATUS.queued,
            priority=PRIORITY.medium,
            scheduled_time=not_before or now,
        )
    notification.save()
    return notification


def _headers(kind: Notification.Kind, auto_submitted: str) -> dict[str, str]:
    headers = {"Auto-Submitted": auto_submitted, "Content-Language": "fr"}
    if kind == Notification.Kind.REPLY_AVAILABLE:
        # RFC 2369. Of what can be done without; not by one click (RFC 8058), for that wants a
        # token that opens an account's preferences to whoever reads the e-mail.
        headers["List-Unsubscribe"] = f"<{preferences_page_url()}>"
    return headers


def _unusable(address: str) -> str:
    """Return why nothing can be sent to `address`, as a cause code, or an empty string."""
    if not address:
        return "no_address"
    try:
        validate_email(address)
    except ValidationError:
        return "invalid_address"
    return ""


def _values(thread: Thread, recipient: Adherent) -> dict[str, object]:
    for_another = recipient.pk != thread.adherent_id
    return {
        "civility": recipient.civility,
        "name": recipient.addressed_name,
        "on_behalf": thread.adherent.display_name if for_another else "",
        "reference": thread.reference,
        "sent_at": thread.sent_at,
        "caisse": thread.caisse,
        "team": thread.competence.label,
        "theme": thread.theme_label,
        "sujet": thread.sujet_label,
        "motif": thread.motif_label,
        "shows_classification": shows_classification(thread),
        "messages_url": messages_page_url(),
    }

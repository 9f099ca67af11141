"""E-mails about an account, of no exchange: a code, a change that was made, a procuration."""

from django.conf import settings
from django.utils import timezone
from post_office.models import PRIORITY, STATUS, Email

from portal.notifications.mail_id import new_mail_id
from portal.notifications.rendering import RenderedMail, render_mail

NO_CAISSE = {"name": "MSA"}
"""Stands in the heading of an e-mail to somebody of whom no caisse is known."""


def render_letter(template: str, **values: object) -> RenderedMail:
    """Render ``resources/mail/<template>``; `values` has `caisse`, or it is « MSA »."""
    caisse = values.setdefault("caisse", NO_CAISSE)
    zone = getattr(caisse, "timezone", settings.TIME_ZONE)
    return render_mail(template, {"base_url": settings.ENVIRONMENT.base_url, **values}, zone)


def post_letter(address: str, letter: RenderedMail) -> Email | None:
    """Queue a rendered e-mail in the caller's transaction; the relay hands it over within seconds.

    An empty address queues nothing: None.
    """
    if not address:
        return None
    queued: Email = Email.objects.create(
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=address,
        subject=letter.subject,
        message=letter.text,
        html_message=letter.html,
        message_id=new_mail_id(),
        headers={"Auto-Submitted": "auto-generated", "Content-Language": "fr"},
        status=STATUS.queued,
        priority=PRIORITY.high,
        scheduled_time=timezone.now(),
    )
    return queued

"""The e-mails of a request: its accusé, and that an answer is there. Never what it is about."""

from django.conf import settings
from django.urls import reverse
from post_office.models import Email

from portal.accounts.contact import email_of
from portal.accounts.models import Adherent
from portal.appointments.models import Appointment, AppointmentAnswer
from portal.mandates.noticing import told_of
from portal.notifications.letters import post_letter, render_letter
from portal.notifications.models import AppointmentNotice

State = AppointmentNotice.State


def owe_receipt(appointment: Appointment) -> None:
    """Queue the accusé de réception (CRPA L112-11, R112-11-1), whatever anybody's preferences."""
    for recipient in told_of(appointment.adherent, appointment.written_by):
        _post("appointment_receipt", appointment, recipient)


def owe_answer_available(appointment: Appointment, answer: AppointmentAnswer) -> None:
    """Queue « réponse disponible », but for who has asked for no e-mail (R-NOT-07); agents see how
    far each has come.
    """
    for recipient in told_of(appointment.adherent, appointment.written_by):
        if not recipient.notify_by_email:
            continue
        queued = _post("appointment_answered", appointment, recipient)
        AppointmentNotice.objects.create(
            answer=answer,
            recipient=None if recipient.pk == appointment.adherent_id else recipient,
            email=queued,
            state=State.FAILED if queued is None else State.TO_SEND,
            cause="no_address" if queued is None else "",
        )


def _post(template: str, appointment: Appointment, recipient: Adherent) -> Email | None:
    on_behalf = "" if recipient.pk == appointment.adherent_id else appointment.adherent.display_name
    letter = render_letter(
        template,
        caisse=appointment.caisse,
        civility=recipient.civility,
        name=recipient.addressed_name,
        on_behalf=on_behalf,
        reference=appointment.reference,
        asked_at=appointment.asked_at,
        requests_url=f"{settings.ENVIRONMENT.base_url}{reverse('appointments')}",
    )
    return post_letter(email_of(recipient), letter)

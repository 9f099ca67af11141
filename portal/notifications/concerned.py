"""What the fate of an e-mail concerns: exchanges, an appointment; and what remembers it."""

from dataclasses import dataclass

from django.db.models import Q

from portal.accounts.failing import living_at
from portal.appointments.models import Appointment
from portal.messaging.feed import record_appointment_change, record_change
from portal.messaging.models import Thread, ThreadStatus
from portal.notifications.models import AppointmentNotice, Notification


@dataclass(frozen=True)
class Concerned:
    """Locked; nothing for an e-mail about an account."""

    threads: list[Thread]
    appointment: Appointment | None

    def tell_agents(self) -> None:
        """Put the change into the feeds; last in the transaction."""
        for thread in self.threads:
            record_change(thread, "notification")
        if self.appointment is not None:
            record_appointment_change(
                self.appointment.caisse_id, self.appointment.pk, "notification"
            )


def lock_concerned(email_id: int, address: str = "") -> Concerned:
    """Lock the exchange that the e-mail tells of, or the request for an appointment, and the open
    exchanges of those who live at the address: before the e-mail itself, as an agent's act does.

    None can move to another caisse from here on: a change goes to the feed that will show it.
    """
    concerned = Q(notifications__email_id=email_id)
    if address:
        concerned |= Q(adherent__in=living_at(address), status=ThreadStatus.OPEN)
    found = Thread.objects.filter(concerned).values("pk")
    locked = Thread.objects.select_for_update(no_key=True, of=("self",)).filter(pk__in=found)
    told_of = Appointment.objects.filter(answers__notices__email_id=email_id)
    appointments = Appointment.objects.select_for_update(no_key=True, of=("self",))
    return Concerned(
        threads=list(locked.order_by("pk")),
        appointment=appointments.filter(pk__in=told_of.values("pk")).first(),
    )


def delivery_of(email_id: int) -> Notification | AppointmentNotice | None:
    """What remembers how far the e-mail has come; None: nothing that agents see."""
    return (
        Notification.objects.filter(email_id=email_id).first()
        or AppointmentNotice.objects.filter(email_id=email_id).first()
    )

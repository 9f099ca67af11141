"""Forgets requests whose time of retention is over: that of exchanges."""

from datetime import datetime

from django.db import transaction

from portal.appointments.models import Appointment
from portal.audit import trail
from portal.catalogue.models import Caisse
from portal.messaging.feed import record_appointment_change
from portal.retention.models import LegalHold
from portal.retention.terms import exchanges_kept_since


def forget_appointments(now: datetime) -> None:
    """Delete what is past its time, unless a legal hold stands on its adherent."""
    for caisse in Caisse.objects.order_by("pk"):
        _purge(caisse, now)


@transaction.atomic
def _purge(caisse: Caisse, now: datetime) -> None:
    held = LegalHold.objects.filter(lifted_at__isnull=True, adherent__isnull=False)
    old = Appointment.objects.filter(
        caisse=caisse, changed_at__lt=exchanges_kept_since(caisse.pk, now)
    ).exclude(adherent__in=held.values("adherent"))
    numbers = list(old.values_list("pk", flat=True))
    if numbers:
        Appointment.objects.filter(pk__in=numbers).delete()
        trail.record("appointments.purged", actor=None, caisse=caisse, requests=len(numbers))
        for each in numbers:
            record_appointment_change(caisse.pk, each, "purged")

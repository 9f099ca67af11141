"""What adherents do: ask for an appointment, choose what was proposed, withdraw."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import Adherent
from portal.appointments.errors import (
    AppointmentNotFound,
    AppointmentSettled,
    HalfDayNotOpen,
    StaleAppointment,
)
from portal.appointments.half_days import Slot, offered_to_adherents, offered_to_agents
from portal.appointments.models import Appointment, HalfDay, State, Way
from portal.appointments.places import PHONE, Place
from portal.appointments.telling import owe_receipt
from portal.audit import trail
from portal.catalogue.models import Sujet
from portal.mandates.acts import note_act
from portal.mandates.models import MandateAct
from portal.messaging.feed import record_appointment_change


@dataclass(frozen=True)
class Wish:
    """What a valid form says."""

    sujet: Sujet | None
    place: Place
    phone: str
    """E.164; empty for a meeting at a place."""
    slots: Sequence[Slot]
    words: str


@transaction.atomic
def ask(adherent: Adherent, writer: Adherent | None, key: UUID, wish: Wish) -> Appointment:
    """Record a request: its reference, the accusé to send, the audit event, in one transaction.

    The same key again gets the same request.

    Raises:
        HalfDayNotOpen: one of the half-days is not offered (any more).
        NoMandate: `writer` may not, or may no longer, ask in the adherent's name.
    """
    # Two presses at once: the second waits here and finds the first's request.
    Adherent.objects.select_for_update(no_key=True).get(pk=adherent.pk)
    earlier = Appointment.objects.filter(adherent=adherent, submission_key=key).first()
    if earlier is not None:
        return earlier
    now = timezone.now()
    site = wish.place.site
    offered = offered_to_adherents(adherent.caisse, site, now)
    if not set(wish.slots) <= set(offered):
        raise HalfDayNotOpen
    by_phone = wish.place.code == PHONE
    appointment = Appointment.objects.create(
        adherent=adherent,
        caisse=adherent.caisse,
        written_by=writer,
        submission_key=key,
        sujet=wish.sujet,
        theme_label="" if wish.sujet is None else wish.sujet.theme.label,
        sujet_label="" if wish.sujet is None else wish.sujet.label,
        way=Way.PHONE if by_phone else Way.PLACE,
        site=site,
        place="" if by_phone else wish.place.label,
        phone=wish.phone if by_phone else "",
        words=wish.words,
        asked_at=now,
        changed_at=now,
    )
    appointment.reference = f"RDV-{timezone.localtime(now):%Y}-{appointment.pk:06d}"
    appointment.save(update_fields=["reference"])
    name_half_days(appointment, HalfDay.By.ADHERENT, wish.slots)
    note_act(adherent, writer, MandateAct.Kind.APPOINTMENT_ASKED, appointment.reference)
    owe_receipt(appointment)
    trail.record(
        "appointment.asked",
        actor=(writer or adherent).user,
        caisse=appointment.caisse,
        appointment_id=appointment.pk,
        way=appointment.way,
    )
    record_appointment_change(appointment.caisse_id, appointment.pk, "appointment_asked")
    return appointment


@transaction.atomic
def choose(adherent: Adherent, writer: Adherent | None, reference: str, slot: Slot) -> Appointment:
    """Agree to a half-day that the caisse proposed.

    Raises:
        AppointmentNotFound: none of theirs.
        StaleAppointment: this half-day is not proposed any more.
        HalfDayNotOpen: it is over, or the place has closed on it since.
        NoMandate: `writer` may not act in the adherent's name.
    """
    appointment = _locked(adherent, reference)
    if appointment.state == State.CONFIRMED and (
        appointment.agreed_day,
        appointment.agreed_half,
    ) == (slot.day, slot.half):
        return appointment  # pressed twice
    proposed = appointment.half_days.filter(by=HalfDay.By.AGENT, day=slot.day, half=slot.half)
    if appointment.state != State.PROPOSED or not proposed.exists():
        raise StaleAppointment(appointment)
    if slot not in offered_to_agents(appointment.caisse, appointment.site, timezone.now()):
        raise HalfDayNotOpen
    appointment.state = State.CONFIRMED
    appointment.agreed_day, appointment.agreed_half = slot.day, slot.half
    appointment.agreed_time = None
    _changed(appointment, writer, MandateAct.Kind.APPOINTMENT_CHOSEN, "appointment.chosen")
    return appointment


@transaction.atomic
def withdraw(adherent: Adherent, writer: Adherent | None, reference: str) -> Appointment:
    """Give a request up, or cancel what was agreed; twice is once.

    Raises:
        AppointmentNotFound: none of theirs.
        AppointmentSettled: the caisse has refused it meanwhile.
        NoMandate: `writer` may not act in the adherent's name.
    """
    appointment = _locked(adherent, reference)
    if appointment.state == State.WITHDRAWN:
        return appointment
    if appointment.is_settled:
        raise AppointmentSettled(appointment)
    appointment.state = State.WITHDRAWN
    _changed(appointment, writer, MandateAct.Kind.APPOINTMENT_WITHDRAWN, "appointment.withdrawn")
    return appointment


def name_half_days(appointment: Appointment, by: HalfDay.By, slots: Sequence[Slot]) -> None:
    """Put these half-days, in this order, in the place of those that the same side named before."""
    appointment.half_days.filter(by=by).delete()
    HalfDay.objects.bulk_create(
        HalfDay(appointment=appointment, by=by, position=position, day=slot.day, half=slot.half)
        for position, slot in enumerate(slots, 1)
    )


def _locked(adherent: Adherent, reference: str) -> Appointment:
    found = (
        Appointment.objects.select_for_update(of=("self",))
        .select_related("caisse", "site")
        .filter(adherent=adherent, reference=reference)
        .first()
    )
    if found is None:
        raise AppointmentNotFound
    return found


def _changed(
    appointment: Appointment, writer: Adherent | None, act: MandateAct.Kind, action: str
) -> None:
    appointment.version += 1
    appointment.changed_at = timezone.now()
    appointment.save()
    note_act(appointment.adherent, writer, act, appointment.reference)
    trail.record(
        action,
        actor=(writer or appointment.adherent).user,
        caisse=appointment.caisse,
        appointment_id=appointment.pk,
    )
    record_appointment_change(appointment.caisse_id, appointment.pk, action.replace(".", "_"))

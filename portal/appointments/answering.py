"""What agents do with a request: confirm a half-day or an hour, propose others, refuse."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.accounts.models import Agent
from portal.appointments.asking import name_half_days
from portal.appointments.errors import (
    AppointmentNotFound,
    AppointmentSettled,
    HalfDayNotOpen,
    KeyReused,
    StaleAppointment,
)
from portal.appointments.half_days import Slot, offered_to_agents
from portal.appointments.models import REASON_MAX, Appointment, AppointmentAnswer, HalfDay, State
from portal.appointments.reading import appointment_in_caisse
from portal.appointments.telling import owe_answer_available
from portal.audit import trail
from portal.messaging.errors import TextTooLong, TextTooShort
from portal.messaging.feed import record_appointment_change
from portal.messaging.text import REASON_MIN_LENGTH, clean_text, visible_length

Kind = AppointmentAnswer.Kind

_LEADS_TO = {
    Kind.CONFIRM: State.CONFIRMED,
    Kind.PROPOSE: State.PROPOSED,
    Kind.REFUSE: State.REFUSED,
}


@dataclass(frozen=True)
class Decision:
    """What an agent answers.

    Attributes:
        slots: the half-day that is confirmed, or those proposed in order; none for a refusal.
        hour: of a confirmed half-day, None for the half-day as a whole.
        words: to the adherent; of a refusal, its reason.
    """

    kind: AppointmentAnswer.Kind
    slots: Sequence[Slot]
    hour: time | None
    words: str

    def digest(self, appointment_id: int) -> str:
        """What the key stands for: the same key with something else is refused."""
        said = [
            appointment_id,
            self.kind,
            [slot.code for slot in self.slots],
            None if self.hour is None else self.hour.isoformat(),
            self.words,
        ]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()


@dataclass(frozen=True)
class Answered:
    """The request as it now is; `replayed` when the key had done it before."""

    appointment: Appointment
    replayed: bool


def answer_appointment(
    appointment_id: int, agent: Agent, key: UUID, seen_version: int, decision: Decision
) -> Answered:
    """Answer a request: its new state, « réponse disponible », the audit event, in one transaction.

    A confirmed appointment may be answered anew: moved, or cancelled with a reason. The same key
    again gets the request as it now is.

    Raises:
        AppointmentNotFound: none such, or of another caisse.
        KeyReused: the key served for something else.
        StaleAppointment: it has changed since it was seen; a colleague was first.
        AppointmentSettled: it was refused or withdrawn.
        HalfDayNotOpen: a half-day is over, too far, or closed; or the hour is not of it.
        TextTooShort, TextTooLong: the words.
    """
    try:
        with transaction.atomic():
            return _answer_once(appointment_id, agent, key, seen_version, decision)
    except IntegrityError:
        # The same key was used at the same instant on another request, whose lock is not ours.
        if not AppointmentAnswer.objects.filter(agent=agent, key=key).exists():
            raise
        raise KeyReused from None


def _answer_once(
    appointment_id: int, agent: Agent, key: UUID, seen_version: int, decision: Decision
) -> Answered:
    appointment = _locked(agent, appointment_id)
    words = clean_text(decision.words)
    digest = decision.digest(appointment_id)
    earlier = AppointmentAnswer.objects.filter(agent=agent, key=key).first()
    if earlier is not None:
        if earlier.request_digest != digest:
            raise KeyReused
        return Answered(appointment_in_caisse(agent, appointment_id), replayed=True)
    if appointment.is_settled:
        raise AppointmentSettled(appointment_in_caisse(agent, appointment_id))
    if appointment.version != seen_version:
        raise StaleAppointment(appointment_in_caisse(agent, appointment_id))
    _check(appointment, decision, words)
    now = timezone.now()
    appointment.version += 1
    appointment.state = _LEADS_TO[decision.kind]
    appointment.changed_at = now
    agreed = decision.slots[0] if decision.kind == Kind.CONFIRM else None
    appointment.agreed_day = None if agreed is None else agreed.day
    appointment.agreed_half = "" if agreed is None else agreed.half
    appointment.agreed_time = decision.hour if agreed is not None else None
    appointment.save()
    proposed = decision.slots if decision.kind == Kind.PROPOSE else []
    name_half_days(appointment, HalfDay.By.AGENT, proposed)
    answer = AppointmentAnswer.objects.create(
        appointment=appointment,
        agent=agent,
        key=key,
        request_digest=digest,
        version=appointment.version,
        kind=decision.kind,
        words=words,
        at=now,
    )
    owe_answer_available(appointment, answer)
    trail.record(
        "appointment.answered",
        actor=agent.user,
        caisse=appointment.caisse,
        appointment_id=appointment.pk,
        kind=decision.kind,
    )
    record_appointment_change(appointment.caisse_id, appointment.pk, "appointment_answered")
    return Answered(appointment_in_caisse(agent, appointment_id), replayed=False)


def _locked(agent: Agent, appointment_id: int) -> Appointment:
    found = (
        Appointment.objects.select_for_update(of=("self",))
        .select_related("caisse", "site", "adherent", "written_by")
        .filter(pk=appointment_id, caisse=agent.caisse_id)
        .first()
    )
    if found is None:
        raise AppointmentNotFound
    return found


def _check(appointment: Appointment, decision: Decision, words: str) -> None:
    length = visible_length(words)
    if decision.kind == Kind.REFUSE and length < REASON_MIN_LENGTH:
        raise TextTooShort(length, REASON_MIN_LENGTH)
    if len(words) > REASON_MAX:
        raise TextTooLong(len(words), REASON_MAX)
    offered = offered_to_agents(appointment.caisse, appointment.site, timezone.now())
    if not set(decision.slots) <= set(offered):
        raise HalfDayNotOpen
    if decision.hour is not None and not decision.slots[0].holds(decision.hour):
        raise HalfDayNotOpen

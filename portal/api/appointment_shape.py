"""Requests for appointments as the API shows them."""

from collections.abc import Iterable, Mapping
from typing import Any

from portal.appointments.half_days import Slot
from portal.appointments.models import Appointment, HalfDay
from portal.notifications.models import AppointmentNotice

Shape = Mapping[str, Any]


def appointment_shape(appointment: Appointment) -> Shape:
    """One request; its half-days and answers prefetched."""
    answers = list(appointment.answers.all())
    answer = answers[-1] if answers else None
    proxy, day, hour = (
        appointment.written_by,
        appointment.agreed_day,
        appointment.agreed_time,
    )
    return {
        "id": appointment.pk,
        "version": appointment.version,
        "reference": appointment.reference,
        "state": appointment.state,
        "asked_at": appointment.asked_at,
        "adherent_id": appointment.adherent_id,
        "adherent_name": appointment.adherent.display_name,
        "written_by": None if proxy is None else proxy.display_name,
        "theme_label": appointment.theme_label,
        "sujet_label": appointment.sujet_label,
        "way": appointment.way,
        "place": appointment.place,
        "phone": appointment.phone,
        "words": appointment.words,
        "wished": _half_days(appointment, HalfDay.By.ADHERENT),
        "proposed": _half_days(appointment, HalfDay.By.AGENT),
        "agreed": None
        if day is None
        else {
            "day": day,
            "half": appointment.agreed_half,
            "hour": None if hour is None else f"{hour:%H:%M}",
        },
        "answer": None
        if answer is None
        else {
            "kind": answer.kind,
            "words": answer.words,
            "agent_name": answer.agent.display_name,
            "at": answer.at,
            "notices": [_notice_shape(each) for each in answer.notices.all()],
        },
    }


def appointments_shape(appointments: Iterable[Appointment]) -> Shape:
    """All of them, in the order given."""
    return {"appointments": [appointment_shape(each) for each in appointments]}


def half_days_shape(slots: Iterable[Slot]) -> Shape:
    """All of them, in the order given."""
    return {"half_days": [{"day": slot.day, "half": slot.half} for slot in slots]}


def _notice_shape(notice: AppointmentNotice) -> Shape:
    proxy = notice.recipient
    return {
        "state": notice.state,
        "attempts": notice.attempts,
        "cause": notice.cause,
        "next_try_at": notice.next_try_at,
        "handed_over_at": notice.handed_over_at,
        "returned_at": notice.returned_at,
        "told_proxy": None if proxy is None else proxy.display_name,
    }


def _half_days(appointment: Appointment, by: HalfDay.By) -> list[Shape]:
    named = (each for each in appointment.half_days.all() if each.by == by)
    return [{"day": each.day, "half": each.half} for each in named]

"""Words for requests, their half-days, and why something could not be done."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QTime

from desk import wire
from desk.instants import to_ms
from desk.models.snapshots import NotificationView
from desk.services.appointments import NotDone
from desk.ui.common.times import Times
from desk.ui.conversation.state_words import notification_said

translate = QCoreApplication.translate


def state_words(appointment: wire.Appointment) -> str:
    """Where a request is, as the agent sees it."""
    return {
        "asked": translate("Appointments", "To answer"),
        "proposed": translate("Appointments", "Half-days proposed"),
        "confirmed": translate("Appointments", "Confirmed"),
        "refused": translate("Appointments", "Refused"),
        "withdrawn": translate("Appointments", "Withdrawn"),
    }[appointment.state]


def day_words(day: date, times: Times) -> str:
    """« jeudi 26 novembre »."""
    shown = translate("Appointments", "dddd d MMMM", "QDate format, a day")
    return times.locale.toString(QDate(day.year, day.month, day.day), shown)


def half_day_words(half_day: wire.HalfDay, times: Times) -> str:
    """« jeudi 26 novembre, matin »."""
    half = (
        translate("Appointments", "morning")
        if half_day.half == "morning"
        else translate("Appointments", "afternoon")
    )
    return f"{day_words(half_day.day, times)}, {half}"


def agreed_words(agreed: wire.AgreedTime, times: Times) -> str:
    """« jeudi 26 novembre à 9 h 30 », or its half-day."""
    if agreed.hour is None:
        return half_day_words(wire.HalfDay(day=agreed.day, half=agreed.half), times)
    clock = QTime.fromString(agreed.hour, "HH:mm")
    shown = translate("Times", "HH:mm", "QDateTime format, a time of day")
    return translate("Appointments", "{day} at {hour}").format(
        day=day_words(agreed.day, times), hour=times.locale.toString(clock, shown)
    )


def subject_words(appointment: wire.Appointment) -> str:
    """Thème and sujet."""
    if not appointment.sujet_label:
        return translate("Appointments", "Another subject")
    return f"{appointment.theme_label} – {appointment.sujet_label}"


def way_words(appointment: wire.Appointment) -> str:
    """The place, or the telephone with its number."""
    if appointment.way == "phone":
        return translate("Appointments", "By telephone: {number}").format(
            number=_phone(appointment.phone)
        )
    return appointment.place


def when_words(appointment: wire.Appointment, times: Times) -> str:
    """What is agreed, what was proposed, or the first wish; with how many more there are."""
    if appointment.agreed is not None:
        return agreed_words(appointment.agreed, times)
    named = appointment.proposed or appointment.wished
    if not named:
        return ""
    first = half_day_words(named[0], times)
    if len(named) == 1:
        return first
    return translate("Appointments", "{half_day} (+ {more})").format(
        half_day=first, more=len(named) - 1
    )


def told_words(appointment: wire.Appointment, times: Times, now_ms: int) -> str:
    """How far the e-mails about the last answer have come, a line each; as for replies."""
    if appointment.answer is None:
        return ""
    said = (
        notification_said(_as_notification(each), times, now_ms)
        for each in appointment.answer.notices
    )
    return "\n".join(each.words for each in said)


def _as_notification(notice: wire.AppointmentNotice) -> NotificationView:
    def at(instant: datetime | None) -> int | None:
        return None if instant is None else to_ms(instant)

    return NotificationView(
        notification_id=0,
        message_id=0,
        kind="reply_available",
        channel="email",
        state=notice.state,
        attempts=notice.attempts,
        cause=notice.cause,
        next_try_ms=at(notice.next_try_at),
        handed_over_ms=at(notice.handed_over_at),
        told_proxy=notice.told_proxy,
        returned_ms=at(notice.returned_at),
    )


def not_answered_words(why: NotDone) -> str:
    """Why an answer did not leave; what was typed is still there."""
    if why.code == "stale-appointment":
        return translate(
            "Appointments",
            "This request has changed since you saw it: it is shown as it now is. "
            "What you typed is kept.",
        )
    if why.code == "appointment-settled":
        return translate(
            "Appointments", "The adherent has withdrawn it, or a colleague refused it."
        )
    if why.code == "half-day-not-open":
        return translate(
            "Appointments",
            "The place is closed then, or the hour is not of this half-day. Choose another.",
        )
    if not why.reached:
        return translate(
            "Appointments",
            "The portal cannot be reached ({code}). An answer needs it, since a colleague may take "
            "the same half-day: what you typed is kept on this PC, send it again later.",
        ).format(code=why.code)
    return translate(
        "Appointments",
        "The portal did not take it ({code}). What you typed is kept on this PC.",
    ).format(code=why.code)


def not_listed_words(why: NotDone) -> str:
    """Why the list could not be read."""
    if not why.reached:
        return translate(
            "Appointments",
            "The portal cannot be reached ({code}): these are the requests that this PC knows. An "
            "answer needs the portal.",
        ).format(code=why.code)
    return translate("Appointments", "The portal did not answer ({code}).").format(code=why.code)


def _phone(number: str) -> str:
    """« 03 22 00 00 00 »."""
    if number.startswith("+33") and len(number) == 12:
        digits = f"0{number[3:]}"
        return " ".join(digits[place : place + 2] for place in range(0, 10, 2))
    return number

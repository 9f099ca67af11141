"""Days and hours of appointments, in words."""

from datetime import date, time

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.appointments.models import Appointment, Half
from portal.web.templatetags.french_dates import NARROW_NO_BREAK_SPACE


def half_day_in_words(day: date, half: str) -> str:
    """« jeudi 26 novembre 2026, le matin »."""
    when = _("in the morning") if half == Half.MORNING else _("in the afternoon")
    return f"{date_format(day, 'l j F Y')}, {when}"


def hour_in_words(at: time) -> str:
    """« 9 h 30 », whose spaces do not break."""
    return f"{at.hour}{NARROW_NO_BREAK_SPACE}h{NARROW_NO_BREAK_SPACE}{at.minute:02d}"


def agreed_in_words(appointment: Appointment) -> str:
    """When it is, empty while nothing is agreed."""
    day, at = appointment.agreed_day, appointment.agreed_time
    if day is None:
        return ""
    if at is None:
        return half_day_in_words(day, appointment.agreed_half)
    return _("%(day)s at %(hour)s") % {
        "day": date_format(day, "l j F Y"),
        "hour": hour_in_words(at),
    }

"""Dates as the private space writes them: « mercredi 03 mai 2017 » (R-HOM-05)."""

import datetime

from django import template
from django.utils.formats import date_format
from django.utils.timezone import localtime

register = template.Library()

NARROW_NO_BREAK_SPACE = "\u202f"


@register.filter
def long_date(at: datetime.datetime) -> str:
    """The day in full, with two digits, in the portal's time zone: « mercredi 03 mai 2017 »."""
    return date_format(localtime(at), "l d F Y")


@register.filter
def hour(at: datetime.datetime) -> str:
    """The time of day: « 9 h 42 », whose spaces do not break."""
    local = localtime(at)
    return f"{local.hour}{NARROW_NO_BREAK_SPACE}h{NARROW_NO_BREAK_SPACE}{local.minute:02d}"


@register.filter
def machine_date(at: datetime.datetime) -> str:
    """The value of a `<time datetime>`: with the offset, to the second."""
    return localtime(at).isoformat(timespec="seconds")

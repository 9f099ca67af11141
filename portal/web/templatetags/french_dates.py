"""Dates as the private space writes them: « mercredi 03 mai 2017 » (R-HOM-05)."""

import datetime
import re

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
def whole_hours(words: str) -> str:
    """A sentence in which no line ends within an hour: « de 13 h 30 à 16 h 30 »."""
    return re.sub(
        r"(\d) h(?: (\d))?",
        lambda found: NARROW_NO_BREAK_SPACE.join(filter(None, (found[1], "h", found[2]))),
        words,
    )


@register.filter
def machine_date(at: datetime.datetime) -> str:
    """The value of a `<time datetime>`: with the offset, to the second."""
    return localtime(at).isoformat(timespec="seconds")

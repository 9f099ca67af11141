"""Dates and amounts as a French letter writes them, whatever the interface's language."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_NARROW_SPACE = "\u202f"
_CENT = Decimal("0.01")


def french_date(day: date) -> str:
    """« 1er mai 2017 », « 3 mai 2017 »."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {_MONTHS[day.month - 1]} {day.year}"


def french_long_date(day: date) -> str:
    """« mercredi 3 mai 2017 »."""
    return f"{_DAYS[day.weekday()]} {french_date(day)}"


def french_amount(amount: Decimal) -> str:
    """« 1 234,50 », « 1 234 » for a whole amount; the thousands parted by a narrow space."""
    rounded = amount.quantize(_CENT, rounding=ROUND_HALF_UP)
    sign = "-" if rounded < 0 else ""
    whole, _, cents = f"{abs(rounded):.2f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", _NARROW_SPACE)
    return f"{sign}{grouped}" if cents == "00" else f"{sign}{grouped},{cents}"

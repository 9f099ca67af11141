"""Days and delays as agents write them in a query: « lundi », « 12/11 », « <2h30 »."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from desk.models.folding import fold

_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
)
_NAMED = {"aujourd'hui": 0, "aujourdhui": 0, "hier": 1, "avant-hier": 2, "demain": -1}
DAY_WORDS = ("aujourd’hui", "hier", "avant-hier", *_WEEKDAYS)
"""Offered by the completion."""

LATE_WORDS = ("depassee", "depasse", "retard", "en-retard", "passee")

_FRENCH = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DELAY = re.compile(r"(?P<sign>[<>]?)=?(?P<count>\d{1,5})(?P<unit>min|mn|m|h|j|d|s)?(?P<rest>\d*)")
_UNIT_MS = {
    "s": 7 * 86_400_000,
    "j": 86_400_000,
    "d": 86_400_000,
    "h": 3_600_000,
    "m": 60_000,
    "mn": 60_000,
    "min": 60_000,
}


def days_of(value: str, today: date) -> tuple[date, date] | None:
    """[first day, day after the last[ that `value` names; None when it names none.

    A weekday, a month or a date without its year is the latest one that is not to come: on Friday
    27 November, « lundi » is the 23rd and « 12/12 » is last year's.
    """
    word = fold(value)
    if word in _NAMED:
        first = today - timedelta(days=_NAMED[word])
        return first, first + timedelta(days=1)
    if word in _WEEKDAYS:
        back = (today.weekday() - _WEEKDAYS.index(word)) % 7 or 7
        return today - timedelta(days=back), today - timedelta(days=back - 1)
    if word in _MONTHS:
        month = _MONTHS.index(word) + 1
        return _month(today.year if month <= today.month else today.year - 1, month)
    if _YEAR.fullmatch(word):
        return date(int(word), 1, 1), date(int(word) + 1, 1, 1)
    try:
        return _dated(word, today)
    except ValueError:
        return None


def _dated(word: str, today: date) -> tuple[date, date] | None:
    if found := _ISO.fullmatch(word):
        year, month, day = int(found[1]), int(found[2]), found[3]
        if day is None:
            return _month(year, month)
        first = date(year, month, int(day))
    elif found := _FRENCH.fullmatch(word):
        day_number, month = int(found[1]), int(found[2])
        if found[3] is None:
            first = date(today.year, month, day_number)
            if first > today:
                first = date(today.year - 1, month, day_number)
        else:
            year = int(found[3])
            first = date(year + 2000 if year < 100 else year, month, day_number)
    else:
        return None
    return first, first + timedelta(days=1)


def _month(year: int, month: int) -> tuple[date, date]:
    first = date(year, month, 1)
    return first, date(year + month // 12, month % 12 + 1, 1)


def delay_of(value: str) -> tuple[str, int] | None:
    """(``<`` or ``>``, milliseconds) of « <2h », « >1j », « <30min », « 2h30 »; None otherwise.

    Hours where no unit is written; « less than » where no sign is.
    """
    found = _DELAY.fullmatch(fold(value).replace(" ", ""))
    if found is None:
        return None
    unit = found["unit"] or "h"
    ms = int(found["count"]) * _UNIT_MS[unit]
    if found["rest"]:
        if unit != "h" or len(found["rest"]) > 2:
            return None
        ms += int(found["rest"]) * _UNIT_MS["min"]
    return found["sign"] or "<", ms


def day_at(ms: int, zone: str) -> date:
    """The day of an instant in a zone."""
    return datetime.fromtimestamp(ms / 1000, ZoneInfo(zone)).date()


def midnight_ms(day: date, zone: str) -> int:
    """The instant (epoch, ms) at which a day begins in a zone."""
    return round(datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)).timestamp() * 1000)

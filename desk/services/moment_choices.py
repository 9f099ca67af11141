"""The moments that are one key away: « demain 8 h », « lundi 8 h ». Pure."""

from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

import msgspec

MORNING, AFTERNOON = time(8), time(14)
MONDAY = 0
LEAST_AHEAD = timedelta(minutes=30)
"""Nearer, « this afternoon » is now."""


class Quick(StrEnum):
    """What a choice is called."""

    THIS_AFTERNOON = "this_afternoon"
    TOMORROW = "tomorrow"
    MONDAY = "monday"
    IN_A_WEEK = "in_a_week"


class QuickMoment(msgspec.Struct, frozen=True):
    """One choice; `at_ms` is an instant (epoch, ms)."""

    quick: Quick
    at_ms: int


def quick_moments(now_ms: int, zone: str) -> tuple[QuickMoment, ...]:
    """The choices at `now_ms`, earliest first, in the caisse's time zone (an IANA name).

    Monday is the next one, and is left out on a Sunday, where tomorrow says the same. Example: on
    Friday 20 November 2026 at 10:00 in Paris: today 14:00, Saturday 8:00, Monday 8:00, Friday 27
    at 8:00.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: no such zone.
    """
    here = ZoneInfo(zone)
    now = datetime.fromtimestamp(now_ms / 1000, here)
    today = now.date()
    days_to_monday = (MONDAY - today.weekday()) % 7 or 7
    wanted = [
        (Quick.THIS_AFTERNOON, today, AFTERNOON),
        (Quick.TOMORROW, today + timedelta(days=1), MORNING),
        (Quick.IN_A_WEEK, today + timedelta(days=7), MORNING),
    ]
    if days_to_monday not in (1, 7):
        wanted.insert(2, (Quick.MONDAY, today + timedelta(days=days_to_monday), MORNING))
    moments = [
        QuickMoment(quick, round(datetime.combine(day, at, here).timestamp() * 1000))
        for quick, day, at in wanted
    ]
    return tuple(each for each in moments if each.at_ms >= now_ms + LEAST_AHEAD.seconds * 1000)

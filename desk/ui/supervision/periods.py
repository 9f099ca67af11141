"""The periods of which the proof is asked: whole local months."""

from datetime import UTC, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo


class Period(StrEnum):
    """THIS_MONTH goes until now; the others end with the last whole month."""

    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    THREE_MONTHS = "three_months"
    TWELVE_MONTHS = "twelve_months"


_MONTHS = {Period.LAST_MONTH: 1, Period.THREE_MONTHS: 3, Period.TWELVE_MONTHS: 12}


def bounds(period: Period, now: datetime, zone: str) -> tuple[datetime, datetime]:
    """The first instant, and the one after the last, in UTC."""
    local = now.astimezone(ZoneInfo(zone))
    month = local.replace(day=1, hour=0, minute=0, second=0, microsecond=0, fold=0)
    if period is Period.THIS_MONTH:
        return month.astimezone(UTC), _first(month, 1).astimezone(UTC)
    return _first(month, -_MONTHS[period]).astimezone(UTC), month.astimezone(UTC)


def _first(month: datetime, step: int) -> datetime:
    number = month.year * 12 + month.month - 1 + step
    return month.replace(year=number // 12, month=number % 12 + 1)

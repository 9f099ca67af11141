"""Instants as whole microseconds since 1970 in UTC: exact in sums, and fast to compare."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_DAY = EPOCH.toordinal()
MICROSECOND = timedelta(microseconds=1)
SECOND = 1_000_000
DAY_SECONDS = 86_400


def to_us(instant: datetime) -> int:
    """The instant in microseconds since the epoch.

    Raises:
        ValueError: it has no zone.
    """
    if instant.tzinfo is None:
        raise ValueError("an instant must be aware of its zone")
    return (instant - EPOCH) // MICROSECOND


def from_us(microseconds: int) -> datetime:
    """The instant, in UTC.

    Raises:
        OverflowError: beyond the years that can be written.
    """
    return EPOCH + timedelta(microseconds=microseconds)


def local_us(day: date, second: int, zone: tzinfo) -> int:
    """The instant at which clocks of `zone` show `second` seconds after midnight of `day`.

    86,400 is the midnight that ends the day. A local time that does not exist is taken as much
    later as the clocks jump (one hour); one that comes twice is taken the first time: both are
    what ``fold=0`` means (PEP 495).
    """
    days, rest = divmod(second, DAY_SECONDS)
    if days:
        day += timedelta(days=days)
    clock = datetime.combine(day, time(rest // 3600, rest // 60 % 60, rest % 60), zone)
    offset = clock.utcoffset() or timedelta(0)
    since = (day.toordinal() - _FIRST_DAY) * DAY_SECONDS + rest
    return since * SECOND - offset // MICROSECOND

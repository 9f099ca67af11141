"""Instants as the store and the windows keep them: milliseconds since the Unix epoch, UTC."""

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_ms(instant: datetime) -> int:
    """Whole milliseconds, cut (not rounded), without passing through a float.

    Raises:
        TypeError: `instant` has no time zone.
    """
    since = instant - EPOCH
    return since.days * 86_400_000 + since.seconds * 1_000 + since.microseconds // 1_000


def from_ms(ms: int) -> datetime:
    """The aware instant, in UTC."""
    return EPOCH + timedelta(milliseconds=ms)

"""The kinds of value that several shapes share, with what the document says of them."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, Field, JsonValue

from portal.messaging.text import (
    CODE_POINTS_PER_CHARACTER,
    REASON_MAX_LENGTH,
    REASON_MIN_LENGTH,
)

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)


def bounds(minimum: int, maximum: int) -> dict[str, JsonValue]:
    """What the document says of a text. It is not checked here: the domain counts what a reader
    sees of the cleaned text, and says which bound was passed.
    """
    return {
        "minLength": minimum,
        "maxLength": maximum * CODE_POINTS_PER_CHARACTER,
        "pattern": r"\S",
    }


def _within_two_centuries(instant: datetime) -> datetime:
    # Beyond, databases and calendars of other programs no longer agree.
    if not EARLIEST <= instant < LATEST:
        raise ValueError("an instant of the years 2000 to 2199 is wanted")
    return instant.astimezone(UTC)


Instant = Annotated[
    AwareDatetime,
    AfterValidator(_within_two_centuries),
    Field(description="RFC 3339, of the years 2000 to 2199"),
]
Code = Annotated[str, Field(min_length=1, max_length=120, pattern=r"^[a-z0-9-]+$")]
Reason = Annotated[
    str,
    Field(
        description="Plain text, 3 to 300 visible characters",
        json_schema_extra=bounds(REASON_MIN_LENGTH, REASON_MAX_LENGTH),
    ),
]

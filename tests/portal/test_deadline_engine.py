"""The policy `calendaire`: 48 elapsed hours (law C4)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.deadlines.engine import UnknownPolicy, due_instant

PARIS = ZoneInfo("Europe/Paris")
BUDGET = timedelta(hours=48)

# Sent and due, on a clock in Paris.
VECTORS = [
    ("2017-05-03 09:42", "2017-05-05 09:42"),
    ("2026-11-20 16:00", "2026-11-22 16:00"),
    ("2026-11-21 10:00", "2026-11-23 10:00"),
    ("2026-11-10 09:00", "2026-11-12 09:00"),
    ("2026-05-07 17:30", "2026-05-09 17:30"),
    ("2025-12-24 10:00", "2025-12-26 10:00"),
    ("2027-03-25 15:00", "2027-03-27 15:00"),
    ("2027-03-27 20:00", "2027-03-29 21:00"),  # clocks go forward in between
    ("2026-10-24 12:00", "2026-10-26 11:00"),  # and back
]


def paris(wall_clock: str) -> datetime:
    return datetime.fromisoformat(wall_clock).replace(tzinfo=PARIS)


@pytest.mark.parametrize(("sent", "due"), VECTORS)
def test_vectors(sent, due):
    found = due_instant("calendaire", paris(sent), BUDGET)
    assert found == paris(due)
    assert found.tzinfo is UTC


def test_the_hour_that_comes_twice():
    first = datetime(2026, 10, 25, 2, 30, tzinfo=PARIS)
    second = first.replace(fold=1)
    apart = due_instant("calendaire", second, BUDGET) - due_instant("calendaire", first, BUDGET)
    assert apart == timedelta(hours=1)


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.timezones()),  # noqa: DTZ001
    st.timedeltas(timedelta(0), timedelta(days=60)),
)
def test_every_elapsed_second_counts(start, budget):
    assert due_instant("calendaire", start, budget) - start.astimezone(UTC) == budget


def test_what_cannot_be_counted():
    with pytest.raises(UnknownPolicy):
        due_instant("lunaire", paris("2026-11-20 16:00"), BUDGET)
    with pytest.raises(ValueError, match="aware"):
        due_instant("calendaire", datetime(2026, 11, 20), BUDGET)  # noqa: DTZ001
    with pytest.raises(ValueError, match="negative"):
        due_instant("calendaire", paris("2026-11-20 16:00"), -BUDGET)

"""The engine against the law's table (C4), and what is easy to get wrong."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from portal.deadlines.engine import (
    FramesError,
    InvalidQuestion,
    Kind,
    LineKind,
    NeverOpens,
    Pause,
    Rules,
    UnknownPolicy,
    UnknownRegion,
    UnknownTimeZone,
    due_instant,
    explain,
    policy_of,
    read_frames,
    read_weekly,
    thresholds,
    used_between,
)
from portal.deadlines.engine.frames import write_weekly

PARIS = ZoneInfo("Europe/Paris")
BUDGET = timedelta(hours=48)
OFFICE = read_weekly("mon-fri 08:30-12:15,13:30-16:30")

# Sent, then due by each policy, on a clock in Paris (law C4; the last line: clocks go back).
VECTORS = [
    ("2017-05-03 09:42", "2017-05-05 09:42", "2017-05-05 09:42", "2017-05-05 09:42"),
    ("2026-11-20 16:00", "2026-11-22 16:00", "2026-11-24 16:00", "2026-11-24 16:00"),
    ("2026-11-21 10:00", "2026-11-23 10:00", "2026-11-25 00:00", "2026-11-25 00:00"),
    ("2026-11-10 09:00", "2026-11-12 09:00", "2026-11-13 09:00", "2026-11-13 09:00"),
    ("2026-05-07 17:30", "2026-05-09 17:30", "2026-05-12 17:30", "2026-05-12 17:30"),
    ("2025-12-24 10:00", "2025-12-26 10:00", "2025-12-29 10:00", "2025-12-30 10:00"),
    ("2027-03-25 15:00", "2027-03-27 15:00", "2027-03-30 15:00", "2027-03-31 15:00"),
    ("2027-03-27 20:00", "2027-03-29 21:00", "2027-04-01 00:00", "2027-04-01 00:00"),
    ("2026-10-24 12:00", "2026-10-26 11:00", "2026-10-28 00:00", "2026-10-28 00:00"),
]


def paris(wall_clock: str) -> datetime:
    return datetime.fromisoformat(wall_clock).replace(tzinfo=PARIS)


def office(**more):
    return policy_of(Rules(Kind.HEURES, region="FR", week=OFFICE, **more))


@pytest.mark.parametrize(("sent", "calendaire", "ouvrees", "alsace_moselle"), VECTORS)
def test_vectors_of_the_law(sent, calendaire, ouvrees, alsace_moselle):
    for rules, due in (
        (Rules(Kind.CALENDAIRE, region="FR"), calendaire),
        (Rules(Kind.OUVREES, region="FR"), ouvrees),
        (Rules(Kind.OUVREES, region="FR-57"), alsace_moselle),
        (Rules(Kind.OUVREES, region="FR-67"), alsace_moselle),
    ):
        found = due_instant(policy_of(rules), paris(sent), BUDGET)
        assert found == paris(due), rules
        assert found.tzinfo is UTC


@pytest.mark.parametrize(
    ("start", "minutes", "due"),
    [
        ("2026-11-20 15:30", 60, "2026-11-20 16:30"),  # ends exactly at closing: stays
        ("2026-11-20 15:30", 61, "2026-11-23 08:31"),
        ("2026-11-20 12:15", 0, "2026-11-20 13:30"),  # a closing time is closed already
        ("2026-11-20 12:14", 1, "2026-11-20 12:15"),
        ("2026-11-20 18:00", 0, "2026-11-23 08:30"),
        ("2026-11-10 16:00", 45, "2026-11-12 08:45"),  # over the Armistice
        ("2026-11-20 09:00", 0, "2026-11-20 09:00"),
    ],
)
def test_several_frames_a_day(start, minutes, due):
    assert due_instant(office(), paris(start), timedelta(minutes=minutes)) == paris(due)


def test_frames_where_clocks_jump():
    forward = paris("2027-03-28 00:00")  # 02:00 to 03:00 does not exist
    early = policy_of(Rules(Kind.HEURES, week=read_weekly("sun 02:30-04:00")))
    assert due_instant(early, forward, timedelta(0)) == paris("2027-03-28 03:30")
    assert used_between(early, forward, forward + timedelta(days=1)) == timedelta(minutes=30)

    back = paris("2026-10-25 00:00")  # 02:00 to 03:00 comes twice
    first_half_past_two = paris("2026-10-25 02:30").astimezone(UTC)
    assert due_instant(early, back, timedelta(0)) == first_half_past_two
    assert used_between(early, back, back + timedelta(days=1)) == timedelta(minutes=150)

    # What ends in the hour that is missing runs into what follows it, and counts once.
    odd = policy_of(Rules(Kind.HEURES, week=read_weekly("sun 01:00-02:30,03:00-04:00")))
    assert used_between(odd, forward, forward + timedelta(days=1)) == timedelta(hours=2)


def test_closures_and_exceptional_openings():
    pont, saturday = date(2026, 11, 20), date(2026, 11, 21)
    policy = office(
        closures=((pont, "Pont"), (saturday, "Inventaire")),
        openings=((saturday, read_frames("09:00-12:00")),),
    )
    assert due_instant(policy, paris("2026-11-19 16:00"), timedelta(hours=1)) == paris(
        "2026-11-21 09:30"
    )
    whole = policy_of(Rules(Kind.OUVREES, openings=((saturday, read_frames("09:00-12:00")),)))
    assert due_instant(whole, paris("2026-11-20 16:00"), BUDGET) == paris("2026-11-23 16:00")


def test_pauses_to_the_second():
    start = paris("2026-11-19 15:00")
    pause = Pause(paris("2026-11-19 15:30:07"), paris("2026-11-20 09:00:10"))
    budget = timedelta(hours=1)
    assert due_instant(office(), start, budget, [pause]) == paris("2026-11-20 09:30:03")
    at_its_start = Pause(start + budget, start + 2 * budget)
    assert due_instant(office(), start, budget, [at_its_start]) == start + budget
    assert due_instant(office(), pause.start, timedelta(0), [pause]) == pause.end


def test_warnings_are_shares_of_counted_time():
    found = thresholds(office(), paris("2026-11-20 15:30"), timedelta(hours=2))
    assert found.half == paris("2026-11-20 16:30")
    assert found.three_quarters == paris("2026-11-23 09:00")
    assert found.nine_tenths == paris("2026-11-23 09:18")
    assert found.due == paris("2026-11-23 09:30")


def test_the_ledger_names_what_did_not_count():
    start = paris("2026-11-10 11:00")
    pause = Pause(paris("2026-11-10 14:00"), paris("2026-11-10 15:00"))
    due = due_instant(office(), start, timedelta(hours=4), [pause])
    lines = explain(office(), start, timedelta(hours=4), due, [pause])
    assert [(line.kind, line.name) for line in lines] == [
        (LineKind.OPEN, ""),
        (LineKind.BREAK, ""),
        (LineKind.OPEN, ""),
        (LineKind.PAUSE, ""),
        (LineKind.OPEN, ""),
        (LineKind.NIGHT, ""),
        (LineKind.HOLIDAY, "Armistice"),
        (LineKind.NIGHT, ""),
        (LineKind.OPEN, ""),
    ]
    assert lines[-1].left == timedelta(0)


def test_what_cannot_be_counted():
    calendaire = policy_of(Rules(Kind.CALENDAIRE))
    with pytest.raises(InvalidQuestion, match="aware"):
        due_instant(calendaire, datetime(2026, 11, 20), BUDGET)  # noqa: DTZ001
    with pytest.raises(InvalidQuestion, match="negative"):
        due_instant(calendaire, paris("2026-11-20 16:00"), -BUDGET)
    with pytest.raises(ValueError, match="end before"):
        Pause(paris("2026-11-20 16:00"), paris("2026-11-20 15:00"))
    for rules, refusal in (
        (Rules("lunaire"), UnknownPolicy),
        (Rules(Kind.HEURES), UnknownPolicy),
        (Rules(Kind.OUVREES, timezone="Mars/Olympus"), UnknownTimeZone),
        (Rules(Kind.OUVREES, region="FR-75"), UnknownRegion),
    ):
        with pytest.raises(refusal):
            policy_of(rules)
    once = Rules(
        Kind.HEURES, week=((),) * 7, openings=((date(2026, 11, 21), read_frames("09:00-10:00")),)
    )
    assert due_instant(policy_of(once), paris("2026-11-20 16:00"), timedelta(hours=1)) == paris(
        "2026-11-21 10:00"
    )
    with pytest.raises(NeverOpens):
        due_instant(policy_of(once), paris("2026-11-20 16:00"), timedelta(hours=2))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "mon",
        "lun 08:00-09:00",
        "mon 08:00",
        "mon 09:00-08:00",
        "mon 08:00-08:00",
        "mon 08:00-24:01",
        "mon 8h-9h",
        "mon 08:00-10:00,09:00-11:00",
        "mon-fri 08:00-10:00; wed 09:00-11:00",
    ],
)
def test_hours_that_cannot_be_read(text):
    with pytest.raises(FramesError):
        read_weekly(text)


def test_hours_are_read_and_written():
    text = "mon-fri 08:30-12:15,13:30-16:30; sat 09:00-24:00"
    assert write_weekly(read_weekly(text)) == text
    assert read_weekly("sat-mon 09:00-10:00") == read_weekly("mon,sat,sun 9:00-10:00")

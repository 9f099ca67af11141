"""`portal explain-deadline`: the engine from a shell. No database, no framework."""

import argparse
import json
import re
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from portal.deadlines import engine
from portal.deadlines.engine.frames import DayFrames, WeeklyFrames
from portal.deadlines.engine.holidays import REGIONS
from portal.deadlines.engine.ledger import whole_seconds

DESCRIPTION = """\
Say when a promise falls due, and why. Prints one JSON object: "due", "thresholds" (the instants at
which 50, 75 and 90 % of the budget are used, and the breach, which is strictly after it) and
"ledger" (what counted and what did not, line by line)."""

_UNITS = {"d": 86_400, "h": 3_600, "m": 60, "s": 1}
_PART = re.compile(r"(\d+(?:\.\d{1,6})?)([dhms])")
_BUDGET = re.compile(f"(?:{_PART.pattern})+")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options to the parser of the command."""
    parser.add_argument("--timezone", default="Europe/Paris", help="of clocks and of days")
    parser.add_argument(
        "--policy",
        required=True,
        choices=[kind.value for kind in engine.Kind],
        help="every hour; whole working days, Monday to Friday; or opening hours",
    )
    parser.add_argument(
        "--hours",
        type=_read(engine.read_weekly),
        metavar="WEEK",
        help="opening hours: 'mon-fri 08:30-12:15,13:30-16:30; sat 09:00-24:00' (heures only)",
    )
    parser.add_argument(
        "--holidays", default="none", choices=REGIONS, help="public holidays of a region"
    )
    parser.add_argument(
        "--holiday",
        action="append",
        default=[],
        type=_read(date.fromisoformat),
        metavar="YYYY-MM-DD",
        help="one more day that does not count (repeatable)",
    )
    parser.add_argument(
        "--opening",
        action="append",
        default=[],
        type=_read(_opening),
        metavar="'YYYY-MM-DD HH:MM-HH:MM'",
        help="a day open by exception, with its frames (repeatable)",
    )
    parser.add_argument(
        "--start", required=True, metavar="INSTANT", help="ISO 8601; without an offset: local time"
    )
    parser.add_argument(
        "--budget", required=True, type=_read(_budget), help="what is promised: 48h, 90m, 30s"
    )
    parser.add_argument(
        "--pause",
        action="append",
        default=[],
        metavar="START/END",
        help="two ISO instants between which nothing counts (repeatable)",
    )


def add_rule_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options that state a rule, none of them required, to another command's parser."""
    parser.add_argument("--policy", choices=[kind.value for kind in engine.Kind])
    parser.add_argument("--budget", type=_read(_budget), help="what is promised: 48h, 90m")
    parser.add_argument("--timezone")
    parser.add_argument("--holidays", choices=REGIONS, help="public holidays of a region")
    parser.add_argument("--hours", metavar="WEEK", help="opening hours, as explain-deadline reads")
    parser.add_argument(
        "--closure",
        action="append",
        metavar="'YYYY-MM-DD NAME'",
        help="a local closure (repeatable; together they replace those in force)",
    )
    parser.add_argument(
        "--opening",
        action="append",
        metavar="'YYYY-MM-DD HH:MM-HH:MM'",
        help="an exceptional opening (repeatable; together they replace those in force)",
    )


def run(options: argparse.Namespace, refuse: Callable[[str], Any]) -> int:
    """Print the answer to a parsed command and return 0.

    Args:
        refuse: told, in one line, what is wrong with the options; ends the program with status 2.
    """
    try:
        answer = _answer(options)
    except (ValueError, OverflowError) as error:
        refuse(str(error))
        return 2
    if options.hours and options.policy != engine.Kind.HEURES:
        print(f"portal: --hours says nothing to the policy {options.policy}", file=sys.stderr)
    print(json.dumps(answer, ensure_ascii=False, indent=2))
    return 0


def _answer(options: argparse.Namespace) -> dict[str, Any]:
    week: WeeklyFrames = options.hours or ()
    if options.policy == engine.Kind.HEURES and not week:
        raise ValueError("the policy heures needs --hours")
    policy = engine.policy_of(
        engine.Rules(
            kind=engine.Kind(options.policy),
            timezone=options.timezone,
            region=options.holidays,
            week=week if options.policy == engine.Kind.HEURES else (),
            closures=tuple((day, "") for day in options.holiday),
            openings=tuple(options.opening),
        )
    )
    zone = policy.zone

    def instant(text: str, what: str) -> datetime:
        try:
            read = datetime.fromisoformat(text)
            # A clock's time without its offset is that of the zone, the first time it is shown.
            return (read if read.tzinfo else read.replace(tzinfo=zone)).astimezone(zone)
        except (ValueError, OverflowError):
            raise ValueError(
                f"argument {what}: “{text}” is no instant: write 2026-11-20T16:00:00+01:00"
            ) from None

    def pause(text: str) -> engine.Pause:
        start, slash, end = text.partition("/")
        if not slash:
            raise ValueError(f"argument --pause: “{text}” is no pause: write START/END")
        try:
            return engine.Pause(instant(start, "--pause"), instant(end, "--pause"))
        except ValueError as error:
            raise ValueError(f"{error} (“{text}”)") from None

    start = instant(options.start, "--start")
    budget: timedelta = options.budget
    pauses = [pause(text) for text in options.pause]
    found = engine.thresholds(policy, start, budget, pauses)

    def written(moment: datetime) -> str:
        return moment.astimezone(zone).isoformat()

    return {
        "due": written(found.due),
        "thresholds": {
            "50": written(found.half),
            "75": written(found.three_quarters),
            "90": written(found.nine_tenths),
            "breach": written(found.due),
        },
        "ledger": [
            {
                "from": written(line.start),
                "to": written(line.end),
                "kind": line.kind.value,
                "name": line.name,
                "counted_seconds": whole_seconds(line.counted),
                "left_seconds": whole_seconds(line.left),
            }
            for line in engine.explain(policy, start, budget, found.due, pauses)
        ],
    }


def _read(reader: Callable[[str], Any]) -> Callable[[str], Any]:
    """Let argparse show the reason that `reader` gives, rather than its name."""

    def read(text: str) -> Any:
        try:
            return reader(text)
        except (ValueError, OverflowError) as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return read


def _budget(text: str) -> timedelta:
    if not _BUDGET.fullmatch(text):
        raise ValueError(f"“{text}” is no duration: write 48h, 90m or 30s")
    microseconds = 0
    for amount, unit in _PART.findall(text):
        whole, _, part = amount.partition(".")
        microseconds += (int(whole) * 1_000_000 + int(part.ljust(6, "0"))) * _UNITS[unit]
    return timedelta(microseconds=microseconds)


def _opening(text: str) -> tuple[date, DayFrames]:
    day, _, frames = text.partition(" ")
    return date.fromisoformat(day), engine.read_frames(frames)

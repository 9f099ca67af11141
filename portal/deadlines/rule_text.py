"""Closures, openings and budgets as people type them, in the administration and in a shell."""

from collections.abc import Iterable

from portal.deadlines.editing import Rule


def read_days(lines: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Read « 2026-12-24 Pont », a line each: the day (ISO) and the rest; empty ones are skipped."""
    read = []
    for line in lines:
        day, _, rest = line.strip().partition(" ")
        if day:
            read.append((day, rest.strip()))
    return tuple(sorted(read))


def write_days(days: Iterable[tuple[str, str]]) -> str:
    """The lines that `read_days` reads."""
    return "\n".join(f"{day} {rest}".rstrip() for day, rest in days)


def describe(rule: Rule) -> str:
    """One line for an operator."""
    hours = f" ({rule.hours})" if rule.hours else ""
    return (
        f"{rule.kind}{hours}, {rule.budget_seconds / 3600:g} h, holidays {rule.region}, "
        f"{rule.timezone}, {len(rule.closures)} closures, {len(rule.openings)} openings"
    )

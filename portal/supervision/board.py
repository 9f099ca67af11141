"""The board « maintenant »: every figure, of the caisse and of each of its parts.

Read from the open exchanges alone, by an index that holds no other: what it costs does not grow
with what is stored. Paused exchanges are few and have an index of their own, so they are counted
apart and taken off, instead of asking each open one for its clock.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Case, Count, F, Q, QuerySet, When
from django.db.models.functions import ExtractHour, TruncDate

from portal.accounts.models import Agent
from portal.catalogue.models import Caisse, Competence, Motif
from portal.deadlines.models import Site
from portal.messaging.models import Thread
from portal.supervision.figures import (
    RUNNING,
    Figure,
    falls_due,
    open_threads,
    unassigned,
    with_failed_notification,
)

HEAT_DAYS = 14
NOBODY = ""


class Grouping(StrEnum):
    """By what the figures are told apart."""

    THEME = "theme"
    SUJET = "sujet"
    MOTIF = "motif"
    TEAM = "team"
    AGENT = "agent"
    SITE = "site"


class Tally:
    """How many of each figure."""

    def __init__(self) -> None:
        self.counts: dict[Figure, int] = dict.fromkeys(Figure, 0)

    def add(self, more: dict[Figure, int]) -> None:
        """Add what another part counted."""
        for figure, count in more.items():
            self.counts[figure] += count


@dataclass(frozen=True)
class Group:
    """The figures of one part; `parent` as in the catalogue."""

    by: Grouping
    key: str
    label: str
    parent: str | None
    tally: Tally = field(default_factory=Tally)


@dataclass(frozen=True)
class HeatCell:
    """How many of a thème fall due within ``[starts_at, ends_at)``."""

    theme: str
    starts_at: datetime
    ends_at: datetime
    count: int


@dataclass(frozen=True)
class Board:
    """All figures of a caisse at one instant."""

    at: datetime
    timezone: str
    total: Tally
    groups: list[Group]
    heat: list[HeatCell]


def board(caisse: Caisse, now: datetime) -> Board:
    """Count the whole board of a caisse at `now`."""
    groups: dict[tuple[Grouping, str], Group] = {}
    total = Tally()
    names = _Names(caisse)
    for (motif, team, site), counts in _counted(caisse, now, ("motif_id", "competence_id", "site")):
        total.add(counts)
        for by, key, label, parent in names.parts(motif, team, site):
            groups.setdefault((by, key), Group(by, key, label, parent)).tally.add(counts)
    for (responsible,), counts in _counted(caisse, now, ("responsible",)):
        key = NOBODY if responsible is None else str(responsible)
        label = names.agents.get(responsible, "")
        found = groups.setdefault((Grouping.AGENT, key), Group(Grouping.AGENT, key, label, None))
        found.tally.add(counts)
    in_order = list(Grouping)
    return Board(
        at=now,
        timezone=caisse.timezone,
        total=total,
        groups=sorted(
            groups.values(), key=lambda each: (in_order.index(each.by), each.label, each.key)
        ),
        heat=_heat(caisse, now),
    )


def responsible(now: datetime) -> Case:
    """Who is to answer: to whom it was assigned, else who holds it."""
    return Case(
        When(assigned_to__isnull=False, then=F("assigned_to_id")),
        When(Q(claimed_by__isnull=False, claim_expires_at__gt=now), then=F("claimed_by_id")),
    )


def _counted(
    caisse: Caisse, now: datetime, keys: tuple[str, ...]
) -> Iterator[tuple[tuple[Any, ...], dict[Figure, int]]]:
    """Count every figure for each combination of `keys`; one combination may come in pieces."""
    running = {figure: Count("pk", filter=falls_due(figure, now)) for figure in RUNNING}
    everything = open_threads(caisse.pk)
    yield from _rows(
        everything,
        now,
        keys,
        {
            Figure.OPEN: Count("pk"),
            Figure.UNASSIGNED: Count("pk", filter=unassigned(now)),
            **running,
        },
    )
    paused = everything.filter(clock__paused_since__isnull=False)
    for group, counts in _rows(paused, now, keys, {Figure.PAUSED: Count("pk"), **running}):
        yield (
            group,
            {
                figure: count if figure is Figure.PAUSED else -count
                for figure, count in counts.items()
            },
        )
    failed = with_failed_notification(caisse.pk)
    yield from _rows(failed, now, keys, {Figure.FAILED_NOTIFICATIONS: Count("pk")})


def _rows(
    threads: QuerySet[Thread], now: datetime, keys: tuple[str, ...], counts: dict[Figure, Count]
) -> Iterator[tuple[tuple[Any, ...], dict[Figure, int]]]:
    figures: Sequence[Figure] = list(counts)
    if "responsible" in keys:
        threads = threads.annotate(responsible=responsible(now))
    found = threads.values(*keys).annotate(**{f"n_{figure}": counts[figure] for figure in figures})
    for row in found.values_list(*keys, *(f"n_{figure}" for figure in figures)):
        yield row[: len(keys)], dict(zip(figures, row[len(keys) :], strict=True))


class _Names:
    """What codes and ids are called."""

    def __init__(self, caisse: Caisse) -> None:
        self._motifs = {motif.pk: motif for motif in Motif.objects.select_related("sujet__theme")}
        self._teams = dict(Competence.objects.values_list("code", "label"))
        self._sites = {site.pk: site for site in Site.objects.filter(caisse=caisse)}
        self.agents = {
            agent.pk: agent.display_name for agent in Agent.objects.filter(caisse=caisse)
        }

    def parts(
        self, motif_code: str, team: str, site_id: int | None
    ) -> Iterator[tuple[Grouping, str, str, str | None]]:
        """The parts to which exchanges of this motif, team and site belong."""
        motif = self._motifs[motif_code]
        sujet, theme = motif.sujet, motif.sujet.theme
        site = None if site_id is None else self._sites.get(site_id)
        yield Grouping.THEME, theme.pk, theme.label, None
        yield Grouping.SUJET, sujet.pk, sujet.label, theme.pk
        yield Grouping.MOTIF, motif.pk, motif.label, sujet.pk
        yield Grouping.TEAM, team, self._teams.get(team, team), None
        yield (
            (Grouping.SITE, NOBODY, "", None)
            if site is None
            else (Grouping.SITE, site.code, site.name, None)
        )


def _heat(caisse: Caisse, now: datetime) -> list[HeatCell]:
    zone = ZoneInfo(caisse.timezone)
    local = now.astimezone(zone)
    begin = local.replace(hour=0 if local.hour < 12 else 12, minute=0, second=0, microsecond=0)
    ahead = open_threads(caisse.pk).filter(
        due_at__gte=now, due_at__lt=begin.astimezone(UTC) + timedelta(days=HEAT_DAYS)
    )
    cells: dict[tuple[str, datetime], int] = defaultdict(int)
    paused = ahead.filter(clock__paused_since__isnull=False)
    for threads, sign in ((ahead, 1), (paused, -1)):
        hours = threads.values(
            theme=F("motif__sujet__theme_id"),
            day=TruncDate("due_at", tzinfo=zone),
            hour=ExtractHour("due_at", tzinfo=zone),
        ).annotate(count=Count("pk"))
        for theme, day, hour, count in hours.values_list("theme", "day", "hour", "count"):
            start = datetime(day.year, day.month, day.day, 0 if hour < 12 else 12, tzinfo=zone)
            cells[theme, start] += sign * count
    return [
        HeatCell(theme, start.astimezone(UTC), _end(start).astimezone(UTC), count)
        for (theme, start), count in sorted(cells.items())
        if count
    ]


def _end(start: datetime) -> datetime:
    """Noon, or the next midnight, on the wall: a half-day of 11 or 13 hours in March or October."""
    if start.hour < 12:
        return start.replace(hour=12)
    return (start + timedelta(days=1)).replace(hour=0)

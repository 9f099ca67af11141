"""The board « maintenant »: every figure, of the caisse and of each of its parts.

Counted from the open exchanges alone (`open_set`): what it costs does not grow with what is stored.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

import numpy as np
from django.db.models import Case, Count, F, Q, When
from numpy.typing import NDArray

from portal.accounts.models import Agent
from portal.catalogue.models import Caisse, Competence, Motif
from portal.deadlines.models import Site
from portal.supervision.figures import WINDOWS, Figure, with_failed_notification
from portal.supervision.open_set import Numbers, OpenSet, Part, microseconds, read_open_set

Counts = dict[Figure, int]
Chosen = NDArray[np.bool_]
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


def board(caisse: Caisse, now: datetime, found: OpenSet | None = None) -> Board:
    """Count the whole board of a caisse at `now`. `found`: what is open, where it is kept; else it
    is read.
    """
    found = read_open_set(caisse.pk) if found is None else found
    groups: dict[tuple[Grouping, str], Group] = {}
    total = Tally()
    names = _Names(caisse)
    responsible = found.responsible(now)
    counted = _figures(found, responsible, now)

    def add(by: Grouping, key: str, label: str, parent: str | None, counts: Counts) -> None:
        groups.setdefault((by, key), Group(by, key, label, parent)).tally.add(counts)

    def add_agent(agent_id: int | None, counts: Counts) -> None:
        key = str(agent_id) if agent_id else NOBODY
        add(Grouping.AGENT, key, names.agents.get(agent_id or 0, ""), None, counts)

    for part, counts in _by_part(found, counted):
        total.add(counts)
        for by, key, label, parent in names.parts(part):
            add(by, key, label, parent, counts)
    for agent_id, counts in _by_agent(responsible, counted):
        add_agent(agent_id, counts)
    # Answered exchanges are among these.
    for motif, team, site, told, count in _failed(caisse, now):
        counts = {Figure.FAILED_NOTIFICATIONS: count}
        total.add(counts)
        for by, key, label, parent in names.parts(Part(motif, team, site)):
            add(by, key, label, parent, counts)
        add_agent(told, counts)
    in_order = list(Grouping)
    return Board(
        at=now,
        timezone=caisse.timezone,
        total=total,
        groups=sorted(
            groups.values(), key=lambda each: (in_order.index(each.by), each.label, each.key)
        ),
        heat=_heat(caisse, found, now, names),
    )


def responsible(now: datetime) -> Case:
    """Who is to answer: to whom it was assigned, else who holds it."""
    return Case(
        When(assigned_to__isnull=False, then=F("assigned_to_id")),
        When(Q(claimed_by__isnull=False, claim_expires_at__gt=now), then=F("claimed_by_id")),
    )


def _figures(found: OpenSet, responsible: Numbers, now: datetime) -> dict[Figure, Chosen]:
    """Which exchanges each figure counts, as `figures.behind` has it of the database."""
    due, at = found.rows["due"], microseconds(now)
    runs = ~found.rows["paused"]
    ahead = runs & (due >= at)
    windows = {
        figure: ahead & (due <= microseconds(now + length)) for figure, length in WINDOWS.items()
    }
    return {
        Figure.OPEN: np.ones(len(due), np.bool_),
        Figure.UNASSIGNED: responsible == 0,
        **windows,
        Figure.LATE: runs & (due < at),
        Figure.PAUSED: found.rows["paused"],
    }


def _by_part(found: OpenSet, counted: dict[Figure, Chosen]) -> Iterator[tuple[Part, Counts]]:
    part = found.rows["part"]
    parts = list(found.parts)
    columns = {
        figure: np.bincount(part[chosen], minlength=len(parts)).tolist()
        for figure, chosen in counted.items()
    }
    for place, each in enumerate(parts):
        if columns[Figure.OPEN][place]:
            yield each, {figure: column[place] for figure, column in columns.items()}


def _by_agent(responsible: Numbers, counted: dict[Figure, Chosen]) -> Iterator[tuple[int, Counts]]:
    agents, place = np.unique(responsible, return_inverse=True)
    columns = {
        figure: np.bincount(place[chosen], minlength=len(agents)).tolist()
        for figure, chosen in counted.items()
    }
    for number, agent_id in enumerate(agents.tolist()):
        yield agent_id, {figure: column[number] for figure, column in columns.items()}


def _failed(
    caisse: Caisse, now: datetime
) -> Iterator[tuple[str, str, int | None, int | None, int]]:
    """Motif, team, site and agent of those that somebody could not be told of, and how many."""
    threads = with_failed_notification(caisse.pk).annotate(responsible=responsible(now))
    keys = ("motif_id", "competence_id", "site", "responsible")
    yield from threads.values(*keys).annotate(count=Count("pk")).values_list(*keys, "count")


class _Names:
    """What codes and ids are called."""

    def __init__(self, caisse: Caisse) -> None:
        self._motifs = {motif.pk: motif for motif in Motif.objects.select_related("sujet__theme")}
        self._teams = dict(Competence.objects.values_list("code", "label"))
        self._sites = {site.pk: site for site in Site.objects.filter(caisse=caisse)}
        self.agents = {
            agent.pk: agent.display_name for agent in Agent.objects.filter(caisse=caisse)
        }

    def theme(self, motif_code: str) -> str:
        """Of a motif."""
        theme: str = self._motifs[motif_code].sujet.theme_id
        return theme

    def parts(self, part: Part) -> Iterator[tuple[Grouping, str, str, str | None]]:
        """The groups to which exchanges of this motif, team and site belong."""
        motif_code, team, site_id = part
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


def _heat(caisse: Caisse, found: OpenSet, now: datetime, names: _Names) -> list[HeatCell]:
    local = now.astimezone(ZoneInfo(caisse.timezone))
    starts = [local.replace(hour=0 if local.hour < 12 else 12, minute=0, second=0, microsecond=0)]
    while len(starts) <= 2 * HEAT_DAYS:
        starts.append(_end(starts[-1]))
    instants = [start.astimezone(UTC) for start in starts]
    edges = np.array([microseconds(each) for each in instants], np.int64)
    due = found.rows["due"]
    ahead = ~found.rows["paused"] & (due >= microseconds(now)) & (due < edges[-1])
    half_day = np.searchsorted(edges, due[ahead], side="right") - 1
    themes = sorted({names.theme(part.motif) for part in found.parts})
    theme_of = np.array([themes.index(names.theme(part.motif)) for part in found.parts], np.int64)
    cells = theme_of[found.rows["part"][ahead]] * len(edges) + half_day
    counts = np.bincount(cells, minlength=len(themes) * len(edges)).tolist()
    shown = []
    for cell, count in enumerate(counts):
        if count:
            theme, place = divmod(cell, len(edges))
            shown.append(HeatCell(themes[theme], instants[place], instants[place + 1], count))
    return shown


def _end(start: datetime) -> datetime:
    """Noon, or the next midnight, on the wall: a half-day of 11 or 13 hours in March or October."""
    if start.hour < 12:
        return start.replace(hour=12)
    return (start + timedelta(days=1)).replace(hour=0)

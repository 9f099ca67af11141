"""The board « maintenant »: every figure, of the caisse and of each of its parts.

Counted from the open exchanges alone (`open_set`): what it costs does not grow with what is stored.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import compress
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import numpy as np
from django.db.models import Case, Count, F, Q, When
from numpy.typing import NDArray

from portal.accounts.models import Agent
from portal.catalogue.models import Caisse, Competence, Motif
from portal.deadlines.models import Site
from portal.supervision.figures import WINDOWS, Figure, in_review, with_failed_notification
from portal.supervision.open_set import Numbers, OpenSet, Part, microseconds, read_open_set

Counts = dict[Figure, int]
Chosen = NDArray[np.bool_]
HEAT_DAYS = 14
NOBODY = ""
FIGURES = tuple(Figure)
"""The columns of a row of figures."""


class Grouping(StrEnum):
    """By what the figures are told apart."""

    THEME = "theme"
    SUJET = "sujet"
    MOTIF = "motif"
    TEAM = "team"
    AGENT = "agent"
    SITE = "site"


@dataclass(frozen=True)
class Tally:
    """How many of each figure."""

    counts: Counts


class Head(NamedTuple):
    """What a group is of; `parent` as in the catalogue."""

    by: Grouping
    key: str
    label: str
    parent: str | None


@dataclass(frozen=True)
class Group:
    """The figures of one part."""

    head: Head
    tally: Tally


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
    names = _Names(caisse)
    responsible = found.responsible(now)
    counted = _figures(found, responsible, now)
    counted[Figure.IN_REVIEW] = _in_review(caisse, found)
    # Answered exchanges are among those that somebody could not be told of.
    failed = list(_failed(caisse, now))
    unheard = _only(Figure.FAILED_NOTIFICATIONS, [count for *_, count in failed])

    present, of_parts = _by_part(found, counted)
    agents, of_agents = _by_agent(responsible, counted)
    sums = _Sums()
    parts = present + [Part(motif, team, site) for motif, team, site, _told, _count in failed]
    rows = np.concatenate([of_parts, unheard])
    for heads in names.heads(parts):
        sums.add(heads, rows)
    told = agents + [told or 0 for *_, told, _count in failed]
    sums.add([names.agent(each) for each in told], np.concatenate([of_agents, unheard]))
    return Board(
        at=now,
        timezone=caisse.timezone,
        total=_tally(rows.sum(axis=0)),
        groups=sums.groups(),
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


def _in_review(caisse: Caisse, found: OpenSet) -> Chosen:
    """Which exchanges wait for a reader: few do, so the database names them."""
    ids = list(in_review(caisse.pk).values_list("pk", flat=True))
    return np.isin(found.rows["id"], np.array(ids, np.int64))


def _by_part(found: OpenSet, counted: dict[Figure, Chosen]) -> tuple[list[Part], Numbers]:
    """The parts that hold something open, and a row of figures for each."""
    rows = _count(found.rows["part"], len(found.parts), counted)
    held = rows[:, FIGURES.index(Figure.OPEN)] > 0
    return list(compress(found.parts, held.tolist())), rows[held]


def _by_agent(responsible: Numbers, counted: dict[Figure, Chosen]) -> tuple[list[int], Numbers]:
    """The agents' ids, 0: nobody, and a row of figures for each."""
    agents, place = np.unique(responsible, return_inverse=True)
    return agents.tolist(), _count(place, len(agents), counted)


def _count(place: NDArray[Any], places: int, counted: dict[Figure, Chosen]) -> Numbers:
    """Of each place a row of `FIGURES`; those not counted are 0."""
    rows = np.zeros((places, len(FIGURES)), np.int64)
    for column, figure in enumerate(FIGURES):
        if figure in counted:
            rows[:, column] = np.bincount(place[counted[figure]], minlength=places)
    return rows


def _only(figure: Figure, counts: list[int]) -> Numbers:
    """Rows of nothing but `figure`."""
    rows = np.zeros((len(counts), len(FIGURES)), np.int64)
    rows[:, FIGURES.index(figure)] = counts
    return rows


def _tally(row: Numbers) -> Tally:
    return Tally(dict(zip(FIGURES, row.tolist(), strict=True)))


class _Sums:
    """Rows of figures added up by group: thousands of parts make some hundred groups."""

    def __init__(self) -> None:
        self._places: dict[tuple[Grouping, str], int] = {}
        self._heads: list[Head] = []
        self._added: list[tuple[list[int], Numbers]] = []

    def add(self, heads: list[Head], rows: Numbers) -> None:
        """Add each row to the group of its head."""
        self._added.append(([self._place(head) for head in heads], rows))

    def groups(self) -> list[Group]:
        """In the order of the groupings, then of their labels."""
        sums = np.zeros((len(self._heads), len(FIGURES)), np.int64)
        for places, rows in self._added:
            np.add.at(sums, places, rows)
        found = [Group(head, _tally(row)) for head, row in zip(self._heads, sums, strict=True)]
        in_order = list(Grouping)
        return sorted(
            found, key=lambda each: (in_order.index(each.head.by), each.head.label, each.head.key)
        )

    def _place(self, head: Head) -> int:
        place = self._places.setdefault((head.by, head.key), len(self._heads))
        if place == len(self._heads):
            self._heads.append(head)
        return place


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
        # Plain values: hundreds of rows as objects were a third of the board's cost.
        self._motifs = {
            code: (
                Head(Grouping.THEME, theme, theme_label, None),
                Head(Grouping.SUJET, sujet, sujet_label, theme),
                Head(Grouping.MOTIF, code, label, sujet),
            )
            for code, label, sujet, sujet_label, theme, theme_label in Motif.objects.values_list(
                "pk", "label", "sujet_id", "sujet__label", "sujet__theme_id", "sujet__theme__label"
            )
        }
        self._teams = dict(Competence.objects.values_list("code", "label"))
        self._sites = {site.pk: site for site in Site.objects.filter(caisse=caisse)}
        self._agents = {
            agent.pk: agent.display_name for agent in Agent.objects.filter(caisse=caisse)
        }

    def theme(self, motif_code: str) -> str:
        """Of a motif."""
        return self._motifs[motif_code][0].key

    def agent(self, agent_id: int) -> Head:
        """An agent's group; 0: nobody's."""
        key = str(agent_id) if agent_id else NOBODY
        return Head(Grouping.AGENT, key, self._agents.get(agent_id, ""), None)

    def heads(self, parts: list[Part]) -> Iterator[list[Head]]:
        """By thème, sujet, motif, team and site: the group to which each part belongs."""
        teams = {
            code: Head(Grouping.TEAM, code, self._teams.get(code, code), None)
            for code in {part.team for part in parts}
        }
        sites = {site: self._site(site) for site in {part.site for part in parts}}
        for level in range(3):
            yield [self._motifs[part.motif][level] for part in parts]
        yield [teams[part.team] for part in parts]
        yield [sites[part.site] for part in parts]

    def _site(self, site_id: int | None) -> Head:
        site = None if site_id is None else self._sites.get(site_id)
        if site is None:
            return Head(Grouping.SITE, NOBODY, "", None)
        return Head(Grouping.SITE, site.code, site.name, None)


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

"""How many promises were kept, and how long answers took.

Judged are the messages whose due instant lies in the period and has passed, answered or still
open; not those closed without a reply, nor those whose clock is paused. So one that nobody ever
answered counts against the promise, in the period in which it should have been kept.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from portal.catalogue.models import Caisse, Competence, Theme
from portal.deadlines.models import Site
from portal.messaging.models import Thread, ThreadStatus

LONGEST = timedelta(days=400)


class By(StrEnum):
    """By what the figures are told apart; days, weeks (from Monday) and months are local."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    THEME = "theme"
    TEAM = "team"
    SITE = "site"


class PeriodRefused(ValueError):
    """A period that ends before it begins, or is longer than `LONGEST`."""


@dataclass
class Measure:
    """What became of the promises of one part."""

    judged: int = 0
    kept: int = 0
    delays: list[int] = field(default_factory=list)
    """Whole seconds from sending to the answer, nights and days off included."""

    def add(self, sent_at: datetime, due_at: datetime, answered_at: datetime | None) -> None:
        """Judge one message. An answer at the very due instant keeps the promise."""
        self.judged += 1
        if answered_at is not None:
            self.kept += answered_at <= due_at
            self.delays.append(int((answered_at - sent_at).total_seconds()))

    @property
    def kept_permille(self) -> int | None:
        """Promises kept in thousandths, rounded down: 999 is never shown as all."""
        return self.kept * 1000 // self.judged if self.judged else None

    def quantile(self, percent: int) -> int | None:
        """The delay within which so many hundredths were answered: nearest rank, a delay that
        really was; None when nothing was answered.
        """
        if not self.delays:
            return None
        rank = -(-len(self.delays) * percent // 100)
        return sorted(self.delays)[max(rank, 1) - 1]


@dataclass(frozen=True)
class Part:
    """The measure of one day, thème, team or site."""

    key: str
    label: str
    measure: Measure


@dataclass(frozen=True)
class Proof:
    """The figures of a period ``[since, until)``, whole and in parts."""

    since: datetime
    until: datetime
    by: By
    total: Measure
    parts: list[Part]


def judged(caisse: Caisse, since: datetime, until: datetime, now: datetime) -> QuerySet[Thread]:
    """The messages whose promise is judged in ``[since, until)``.

    Raises:
        PeriodRefused: the period ends before it begins, or is too long.
    """
    if not timedelta(0) < until - since <= LONGEST:
        raise PeriodRefused
    return Thread.objects.filter(
        caisse=caisse,
        status__in=[ThreadStatus.ANSWERED, ThreadStatus.OPEN],
        due_at__gte=since,
        due_at__lt=min(until, now),
        clock__paused_since__isnull=True,
    )


def prove(caisse: Caisse, since: datetime, until: datetime, by: By, now: datetime) -> Proof:
    """Measure a period; raises as `judged`."""
    zone = ZoneInfo(caisse.timezone)
    total, parts = Measure(), defaultdict[str, Measure](Measure)
    column = {By.THEME: "motif__sujet__theme", By.TEAM: "competence", By.SITE: "site__code"}
    rows = judged(caisse, since, until, now).values_list(
        "sent_at", "due_at", "answered_at", column.get(by, "pk")
    )
    for sent_at, due_at, answered_at, part in rows.iterator(chunk_size=5000):
        key = _bucket(by, due_at.astimezone(zone).date()) if by not in column else part or ""
        total.add(sent_at, due_at, answered_at)
        parts[key].add(sent_at, due_at, answered_at)
    labels = _labels(caisse, by)
    return Proof(
        since=since,
        until=until,
        by=by,
        total=total,
        parts=[Part(key, labels.get(key, key), parts[key]) for key in sorted(parts)],
    )


def _bucket(by: By, day: date) -> str:
    if by is By.MONTH:
        return f"{day:%Y-%m}"
    if by is By.WEEK:
        day -= timedelta(days=day.weekday())
    return day.isoformat()


def _labels(caisse: Caisse, by: By) -> dict[str, str]:
    if by is By.THEME:
        return dict(Theme.objects.values_list("pk", "label"))
    if by is By.TEAM:
        return dict(Competence.objects.values_list("pk", "label"))
    if by is By.SITE:
        return dict(Site.objects.filter(caisse=caisse).values_list("code", "name"))
    return {}


@dataclass(frozen=True)
class Row:
    """One judged message, with nothing that names anybody."""

    reference: str
    site: str
    theme: str
    sujet: str
    motif: str
    team: str
    kind: str
    status: str
    sent_at: datetime
    due_at: datetime
    answered_at: datetime | None
    policy: str
    promised_seconds: int
    delay_seconds: int | None
    kept: bool


def rows(caisse: Caisse, since: datetime, until: datetime, now: datetime) -> Iterator[Row]:
    """The messages behind the figures, the first due first; raises as `judged`."""
    columns: Sequence[str] = (
        "reference",
        "site__code",
        "motif__sujet__theme",
        "motif__sujet",
        "motif",
        "competence",
        "kind",
        "status",
        "sent_at",
        "due_at",
        "answered_at",
        "policy",
        "budget_seconds",
    )
    found = judged(caisse, since, until, now).order_by("due_at", "pk").values_list(*columns)
    for row in found.iterator(chunk_size=5000):
        reference, site, theme, sujet, motif, team, kind, status = row[:8]
        sent_at, due_at, answered_at, policy, promised = row[8:]
        yield Row(
            reference=reference,
            site=site or "",
            theme=theme,
            sujet=sujet,
            motif=motif,
            team=team,
            kind=kind,
            status=status,
            sent_at=sent_at,
            due_at=due_at,
            answered_at=answered_at,
            policy=policy,
            promised_seconds=promised,
            delay_seconds=None
            if answered_at is None
            else int((answered_at - sent_at).total_seconds()),
            kept=answered_at is not None and answered_at <= due_at,
        )

"""Reads a caisse as it is now into the question that the simulation answers.

All of it by indexes of what is open, or due since the weeks that are learned from: what it costs
does not grow with what is stored.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from django.db.models import Count, F, QuerySet
from django.db.models.functions import ExtractHour, TruncDate

from portal.accounts.models import Agent, Role
from portal.catalogue.models import Caisse
from portal.deadlines.engine import Kind, Policy, Rules, policy_of, read_weekly
from portal.deadlines.engine.calendar import DayKind
from portal.deadlines.engine.holidays import NONE
from portal.deadlines.models import PolicyVersion, Site
from portal.deadlines.rules import FRANCE, engine_policy, rule_in_force, rules_of
from portal.forecast.engine import (
    Answered,
    Arrived,
    Message,
    Pool,
    Promise,
    Question,
    Staff,
    busy_days,
    learn_demand,
    learn_staff,
)
from portal.messaging.models import Message as MessageRow
from portal.messaging.models import Thread, ThreadStatus
from portal.supervision.figures import open_threads

WEEKS = 8
"""From which arrivals are learned."""

PACE_DAYS = 14
"""From which the time of answers is measured."""

MESSAGES_MAX = 20_000
"""The first due of the open messages that are simulated; the others are due after all of them."""

USUAL_HOURS = "mon-fri 08:30-12:15,13:30-16:30"
"""When agents work where the caisse's calendar says no hours."""


@dataclass(frozen=True)
class Known:
    """The question, and what of it is to be told beside the answer."""

    question: Question
    open: int
    paused: int
    absent: int
    hours: str
    hours_supposed: bool


def known_of(caisse: Caisse, now: datetime, days: int, runs: int, seed: int) -> Known:
    """Read a caisse at `now`."""
    zone = ZoneInfo(caisse.timezone)
    today = now.astimezone(zone).date()
    hours, written, supposed = _working_hours(caisse)
    open_now = open_threads(caisse.pk)
    paused = open_now.filter(clock__paused_since__isnull=False).count()
    rows = (
        open_now.filter(clock__paused_since__isnull=True)
        .order_by("due_at", "pk")
        .values_list("pk", "due_at", "motif", "competence")
    )
    messages = [Message(*row) for row in rows[:MESSAGES_MAX]]
    agents = list(
        Agent.objects.filter(caisse=caisse, role=Role.AGENT, user__is_active=True).prefetch_related(
            "competences"
        )
    )
    since = today - timedelta(weeks=WEEKS)
    sent = _sent(caisse, datetime.combine(since, time(), zone), now)
    arrived = _arrived(sent, zone)
    question = Question(
        at=now,
        days=days,
        zone=zone,
        messages=messages,
        demand=learn_demand(
            arrived,
            # A portal that has served for three days has had no empty weeks before.
            min((each.day for each in arrived), default=since),
            today,
            partial(_is_holiday, hours),
        ),
        staff=_staff(caisse, len(agents), hours, zone, today),
        pools=_pools(agents, now),
        hours=hours,
        promises=_promises(caisse, sent),
        motif_shares=_motif_shares(sent),
        runs=runs,
        seed=seed,
    )
    return Known(
        question=question,
        open=len(messages) + paused,
        paused=paused,
        absent=sum(1 for agent in agents if agent.is_absent(now)),
        hours=written,
        hours_supposed=supposed,
    )


def _working_hours(caisse: Caisse) -> tuple[Policy, str, bool]:
    """When people work: the calendar's hours, whatever the policy counts."""
    calendar = rule_in_force(caisse, None).calendar
    plain = rules_of(Kind.OUVREES, calendar)
    written = calendar.hours or USUAL_HOURS
    rules = Rules(
        kind=Kind.HEURES,
        timezone=plain.timezone,
        # A policy that counts every hour has no holidays; those who answer have them all the same.
        region=FRANCE if plain.region == NONE else plain.region,
        week=read_weekly(written),
        closures=plain.closures,
        openings=plain.openings,
    )
    return policy_of(rules), written, not calendar.hours


def _is_holiday(hours: Policy, day: date) -> bool:
    calendar = hours.calendar
    return calendar is not None and calendar.day(day).kind is DayKind.HOLIDAY


def _sent(caisse: Caisse, since: datetime, now: datetime) -> QuerySet[Thread]:
    # Nothing is due before it is sent: the index by due instants finds them.
    return Thread.objects.filter(
        caisse=caisse,
        status__in=ThreadStatus.values,
        due_at__gte=since,
        sent_at__gte=since,
        sent_at__lt=now,
    )


def _arrived(sent: QuerySet[Thread], zone: ZoneInfo) -> list[Arrived]:
    counted = sent.values(
        day=TruncDate("sent_at", tzinfo=zone),
        hour=ExtractHour("sent_at", tzinfo=zone),
        team=F("competence"),
    ).annotate(count=Count("pk"))
    return [Arrived(*row) for row in counted.values_list("day", "hour", "team", "count")]


def _motif_shares(sent: QuerySet[Thread]) -> dict[str, dict[str, float]]:
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    counted = sent.values("competence", "motif").annotate(count=Count("pk"))
    for team, motif, count in counted.values_list("competence", "motif", "count"):
        counts[team][motif] = count
    return {
        team: {motif: count / sum(motifs.values()) for motif, count in motifs.items()}
        for team, motifs in counts.items()
    }


def _promises(caisse: Caisse, sent: QuerySet[Thread]) -> list[Promise]:
    """The rules in force, each with the part of the messages of the last weeks that are its."""
    sites: dict[int | None, Site | None] = {
        site.pk: site for site in Site.objects.filter(caisse=caisse)
    }
    counted: dict[int | None, int] = dict(
        sent.values("site").annotate(count=Count("pk")).values_list("site", "count")
    )
    of_rule: dict[PolicyVersion, int] = defaultdict(int)
    for site, count in (counted or {None: 1}).items():
        of_rule[rule_in_force(caisse, sites.get(site))] += count
    whole = sum(of_rule.values())
    return [
        Promise(engine_policy(rule), timedelta(seconds=rule.budget_seconds), count / whole)
        for rule, count in of_rule.items()
    ]


def _pools(agents: Sequence[Agent], now: datetime) -> list[Pool]:
    counts: dict[tuple[frozenset[str], datetime | None], int] = defaultdict(int)
    for agent in agents:
        teams = frozenset(each.pk for each in agent.competences.all())
        counts[teams, agent.absent_until if agent.is_absent(now) else None] += 1
    in_order = sorted(
        counts.items(), key=lambda each: (sorted(each[0][0]), each[0][1] or now, each[1])
    )
    return [Pool(teams, count, back_at) for (teams, back_at), count in in_order]


def _staff(caisse: Caisse, agents: int, hours: Policy, zone: ZoneInfo, today: date) -> Staff:
    days = [today - timedelta(days=n) for n in range(PACE_DAYS, 0, -1)]
    since = datetime.combine(days[0], time(), zone)
    # What was answered in these days fell due after their beginning, but for what was very late.
    rows = MessageRow.objects.filter(
        thread__caisse=caisse,
        thread__status=ThreadStatus.ANSWERED,
        thread__due_at__gte=since - timedelta(days=7),
        kind=MessageRow.Kind.ANSWER,
        withdrawn_at__isnull=True,
        at__gte=since,
        at__lt=datetime.combine(today, time(), zone),
        author__role=Role.AGENT,
    ).values_list("at", "thread__sent_at", "author", "thread__competence")
    answers = [Answered(*row) for row in rows.iterator(chunk_size=5000)]
    ordinary = [day for day in days if not _is_holiday(hours, day)]
    return learn_staff(
        answers, agents, hours, zone, busy_days(answers, hours, zone, ordinary), ordinary
    )

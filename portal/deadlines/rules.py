"""The versions of policies and calendars, ready for the engine."""

from collections.abc import Iterable
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from portal.catalogue.models import Caisse
from portal.deadlines.engine import (
    Kind,
    Pause,
    Policy,
    Rules,
    WeeklyFrames,
    policy_of,
    read_frames,
    read_weekly,
)
from portal.deadlines.engine.holidays import NONE
from portal.deadlines.models import CalendarVersion, PolicyVersion, Site
from portal.deadlines.models import Pause as PauseRow

FRANCE = "FR"


def engine_policy(rule: PolicyVersion) -> Policy:
    """Return what the engine counts with. Equal rules share what they have laid out.

    Raises:
        UnknownPolicy, UnknownTimeZone, UnknownRegion, FramesError: this version of the portal
            cannot count it.
    """
    return policy_of(rules_of(rule.kind, rule.calendar))


def rules_of(kind: str, calendar: CalendarVersion) -> Rules:
    """Return a policy and a calendar as the engine's data; raises as `engine_policy`."""
    week: WeeklyFrames = ()
    if kind == Kind.HEURES:
        week = read_weekly(calendar.hours)
    return Rules(
        kind=Kind(kind),
        timezone=calendar.timezone,
        region=calendar.region,
        week=week,
        closures=tuple(
            (date.fromisoformat(each["day"]), each["name"]) for each in calendar.closures
        ),
        openings=tuple(
            (date.fromisoformat(each["day"]), read_frames(each["frames"]))
            for each in calendar.openings
        ),
    )


def engine_pauses(rows: Iterable[PauseRow]) -> list[Pause]:
    """The ended pauses, as the engine takes them."""
    return [Pause(row.started_at, row.ended_at) for row in rows if row.ended_at is not None]


def rule_in_force(caisse: Caisse, site: Site | None) -> PolicyVersion:
    """Return the newest version of the site, else of its caisse, made from the caisse's own
    particulars when there is none yet.
    """
    versions = PolicyVersion.objects.filter(caisse=caisse).select_related("calendar")
    if site is not None:
        own: PolicyVersion | None = versions.filter(site=site).order_by("-number").first()
        if own is not None:
            return own
    of_caisse = versions.filter(site=None).order_by("-number")
    newest: PolicyVersion | None = of_caisse.first() or _first_version(caisse)
    return newest if newest is not None else of_caisse[0]


def _first_version(caisse: Caisse) -> PolicyVersion | None:
    now = timezone.now()
    try:
        with transaction.atomic():
            calendar = CalendarVersion.objects.create(
                caisse=caisse,
                number=1,
                timezone=caisse.timezone,
                region=NONE if caisse.sla_policy == Kind.CALENDAIRE else FRANCE,
                created_at=now,
            )
            return PolicyVersion.objects.create(
                caisse=caisse,
                number=caisse.sla_policy_version,
                kind=caisse.sla_policy,
                budget_seconds=caisse.sla_budget_seconds,
                calendar=calendar,
                created_at=now,
            )
    except IntegrityError:
        return None  # another sender was first


def scope_of(caisse: Caisse, site: Site | None) -> Q:
    """The open exchanges, by their clocks, that a rule of `site` (or of the whole caisse) is for.

    A rule of the caisse is not for the sites that have one of their own.
    """
    if site is not None:
        return Q(thread__caisse=caisse, site=site)
    with_their_own = PolicyVersion.objects.filter(caisse=caisse, site__isnull=False)
    return Q(thread__caisse=caisse) & (
        Q(site__isnull=True) | ~Q(site__in=with_their_own.values("site"))
    )

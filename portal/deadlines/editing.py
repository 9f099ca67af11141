"""Editing a policy: what it would change is shown first, then it is applied as a new version.

« 312 messages changent, 9 seraient en retard ». Nothing that lies in the past is rewritten: an
answered exchange keeps its promise, an open one keeps its events, and what was due before an edit
stands in the event that the edit writes.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import ngettext

from portal.accounts.models import User
from portal.audit import trail
from portal.catalogue.models import Caisse
from portal.deadlines import engine
from portal.deadlines.clocks import apply_rule, passed_unless_held, set_instants
from portal.deadlines.events import Kind, ahead, event, write
from portal.deadlines.models import (
    CalendarVersion,
    Clock,
    DeadlineEvent,
    Pause,
    PolicyVersion,
    Scope,
    Site,
)
from portal.deadlines.rules import engine_pauses, rule_in_force, rules_of, scope_of
from portal.messaging.feed import record_changes
from portal.messaging.models import Thread, ThreadStatus

LOT = 500
MILLISECOND = timedelta(milliseconds=1)


class PreviewIsStale(Exception):
    """What the edit would change is no longer what was shown.

    Attributes:
        preview: what it would change now.
    """

    def __init__(self, preview: "Preview") -> None:
        super().__init__("other messages would change than were shown")
        self.preview = preview


@dataclass(frozen=True)
class Rule:
    """A policy with its calendar, as it is edited."""

    kind: str
    budget_seconds: int
    timezone: str = "Europe/Paris"
    region: str = "FR"
    hours: str = ""
    closures: tuple[tuple[str, str], ...] = ()
    """Day (ISO) and name."""
    openings: tuple[tuple[str, str], ...] = ()
    """Day (ISO) and frames."""

    @classmethod
    def of(cls, version: PolicyVersion) -> "Rule":
        """The rule that a version states."""
        calendar = version.calendar
        return cls(
            kind=version.kind,
            budget_seconds=version.budget_seconds,
            timezone=calendar.timezone,
            region=calendar.region,
            hours=calendar.hours,
            closures=tuple((each["day"], each["name"]) for each in calendar.closures),
            openings=tuple((each["day"], each["frames"]) for each in calendar.openings),
        )

    def calendar(self, caisse: Caisse, site: Site | None) -> CalendarVersion:
        """Its calendar, not stored yet."""
        return CalendarVersion(
            caisse=caisse,
            site=site,
            timezone=self.timezone,
            region=self.region,
            hours=self.hours,
            closures=[{"day": day, "name": name} for day, name in self.closures],
            openings=[{"day": day, "frames": frames} for day, frames in self.openings],
        )

    def policy(self, caisse: Caisse) -> engine.Policy:
        """What the engine counts with.

        Raises:
            ValueError: it cannot be counted; the message says which part.
        """
        return engine.policy_of(rules_of(self.kind, self.calendar(caisse, None)))


@dataclass(frozen=True)
class Preview:
    """What an edit would do to the open messages, were it applied to them."""

    open: int
    changed: int
    late: int
    """Whose due instant would have passed, and has not by the rule they have."""

    @property
    def words(self) -> str:
        """« 312 messages changent, 9 seraient en retard »."""
        changed = ngettext("{count} message changes", "{count} messages change", self.changed)
        late = ngettext("{count} would be late", "{count} would be late", self.late)
        return f"{changed.format(count=self.changed)}, {late.format(count=self.late)}"


def preview(caisse: Caisse, site: Site | None, rule: Rule, now: datetime | None = None) -> Preview:
    """Count what `rule` would change among the open messages.

    Raises:
        ValueError: the rule cannot be counted.
    """
    at = now or timezone.now()
    policy = rule.policy(caisse)
    budget = timedelta(seconds=rule.budget_seconds)
    total = changed = late = 0
    for clocks, pauses in _lots(caisse, site):
        for clock in clocks:
            due = engine.due_instant(
                policy, clock.thread.sent_at, budget, engine_pauses(pauses[clock.pk])
            )
            total += 1
            changed += due != clock.due_at
            late += clock.paused_since is None and due < at <= clock.due_at
    return Preview(total, changed, late)


@transaction.atomic
def apply(
    caisse: Caisse,
    site: Site | None,
    rule: Rule,
    scope: Scope,
    by: User | None,
    shown: Preview | None = None,
) -> PolicyVersion:
    """Make `rule` the next version, for new messages only or for the open ones too.

    Args:
        by: who decides; None from a shell.
        shown: what was shown of it. With `Scope.OPEN`, an edit that would by now change other
            numbers of messages is refused.

    Raises:
        ValueError: the rule cannot be counted.
        PreviewIsStale: see `shown`.
    """
    # Two edits at once: the second one waits, and sees the first.
    caisse = Caisse.objects.select_for_update().get(pk=caisse.pk)
    now = timezone.now()
    found = preview(caisse, site, rule, now)
    if shown is not None and scope is Scope.OPEN and shown != found:
        raise PreviewIsStale(found)
    reaches_open = scope is Scope.OPEN
    version = PolicyVersion.objects.create(
        caisse=caisse,
        site=site,
        number=_next_number(PolicyVersion, caisse, site),
        kind=rule.kind,
        budget_seconds=rule.budget_seconds,
        calendar=_calendar(caisse, site, rule, by, now),
        scope=scope,
        changed=found.changed if reaches_open else 0,
        late=found.late if reaches_open else 0,
        created_at=now,
        created_by=by,
    )
    if site is None:
        Caisse.objects.filter(pk=caisse.pk).update(
            sla_policy=rule.kind,
            sla_budget_seconds=rule.budget_seconds,
            sla_policy_version=version.number,
        )
    changed = _give_to_open(caisse, site, version, now) if reaches_open else []
    trail.record(
        "policy.changed",
        actor=by,
        caisse=caisse,
        version=version.number,
        site=None if site is None else site.code,
        scope=scope.value,
        changed=version.changed,
        late=version.late,
    )
    record_changes(caisse.pk, changed, "deadline_changed")
    return version


def _next_number(
    model: type[PolicyVersion] | type[CalendarVersion], caisse: Caisse, site: Site | None
) -> int:
    if site is None:
        rule_in_force(caisse, None)  # the first version states what the caisse had
    versions = model.objects.filter(caisse=caisse, site=site)
    return (versions.aggregate(newest=Max("number"))["newest"] or 0) + 1


def _calendar(
    caisse: Caisse, site: Site | None, rule: Rule, by: User | None, now: datetime
) -> CalendarVersion:
    wanted = rule.calendar(caisse, site)
    newest: CalendarVersion | None = (
        CalendarVersion.objects.filter(caisse=caisse, site=site).order_by("-number").first()
    )
    same = ("timezone", "region", "hours", "closures", "openings")
    if newest is not None and all(getattr(newest, it) == getattr(wanted, it) for it in same):
        return newest
    wanted.number = _next_number(CalendarVersion, caisse, site)
    wanted.created_at = now
    wanted.created_by = by
    wanted.save()
    return wanted


def _give_to_open(
    caisse: Caisse, site: Site | None, version: PolicyVersion, now: datetime
) -> list[int]:
    changed: list[int] = []
    for clocks, pauses in _lots(caisse, site, lock=True):
        already: dict[int, set[str]] = defaultdict(set)
        events: list[DeadlineEvent] = []
        for clock in clocks:
            behind = passed_unless_held(clock, now)
            events += [event(clock, caisse.pk, kind, at) for kind, at in behind]
            already[clock.pk] = {kind.value for kind, _ in behind}
        for thread_id, kind in DeadlineEvent.objects.filter(
            thread__in=[clock.pk for clock in clocks]
        ).values_list("thread_id", "kind"):
            already[thread_id].add(kind)
        for clock in clocks:
            before = clock.due_at
            _give(clock, version, engine_pauses(pauses[clock.pk]), now)
            if clock.due_at == before:
                continue
            changed.append(clock.pk)
            events.append(
                event(
                    clock,
                    caisse.pk,
                    Kind.RULE_CHANGED,
                    now,
                    version=version.number,
                    due_before=before.isoformat(),
                    due_after=clock.due_at.isoformat(),
                )
            )
            # What has passed by the new rule alone passed now, and not before anybody decided it.
            events += [
                event(clock, caisse.pk, kind, now)
                for kind, _ in passed_unless_held(clock, now)
                if kind.value not in already[clock.pk]
            ]
        write(events)
        Thread.objects.bulk_update(
            [clock.thread for clock in clocks],
            ["policy", "policy_version", "budget_seconds", "due_at"],
        )
        Clock.objects.bulk_update(
            clocks,
            [
                "rule",
                "revision",
                "warn_50_at",
                "warn_75_at",
                "warn_90_at",
                "due_at",
                "next_threshold_at",
                "paused_left_ms",
            ],
        )
    return changed


def _give(
    clock: Clock, version: PolicyVersion, pauses: Sequence[engine.Pause], now: datetime
) -> None:
    thread = clock.thread
    apply_rule(thread, clock, version)
    set_instants(thread, clock, pauses)
    if clock.paused_since is None:
        clock.next_threshold_at = ahead(clock, now)
        return
    policy = engine.policy_of(rules_of(version.kind, version.calendar))
    used = engine.used_between(policy, thread.sent_at, clock.paused_since, pauses)
    clock.paused_left_ms = (timedelta(seconds=thread.budget_seconds) - used) // MILLISECOND


def _lots(
    caisse: Caisse, site: Site | None, *, lock: bool = False
) -> Iterator[tuple[list[Clock], dict[int, list[Pause]]]]:
    """The open exchanges that a rule is for, by lots, with their pauses. Locked in the order of
    every act: the exchange, then its clock.
    """
    after = 0
    while True:
        clocks = Clock.objects.filter(
            scope_of(caisse, site), thread__status=ThreadStatus.OPEN, pk__gt=after
        ).order_by("pk")
        ids = list(clocks.values_list("pk", flat=True)[:LOT])
        if not ids:
            return
        after = ids[-1]
        rows = Clock.objects.filter(pk__in=ids).select_related("thread").order_by("pk")
        if lock:
            still_open = Thread.objects.select_for_update(no_key=True).filter(
                pk__in=ids, status=ThreadStatus.OPEN
            )
            ids = list(still_open.order_by("pk").values_list("pk", flat=True))
            rows = rows.filter(pk__in=ids).select_for_update(of=("self",), no_key=True)
        pauses: dict[int, list[Pause]] = defaultdict(list)
        for pause in Pause.objects.filter(thread__in=ids):
            pauses[pause.thread_id].append(pause)
        yield list(rows), pauses

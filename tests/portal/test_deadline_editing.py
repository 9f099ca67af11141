"""A policy is edited: shown first, then applied as a version, with its trace."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from portal.audit.models import AuditEvent
from portal.deadlines.editing import Preview, PreviewIsStale, Rule, apply, preview
from portal.deadlines.firing import fire_due
from portal.deadlines.models import Clock, DeadlineEvent, PolicyVersion, Scope, Site
from portal.deadlines.rules import rule_in_force
from portal.messaging.models import Change, Thread
from portal.messaging.pausing import pause
from tests.support.acting import Acting
from tests.support.api_world import World, build_world

FRIDAY = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
OUVREES = Rule(kind="ouvrees", budget_seconds=48 * 3600)
TUESDAY = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


@pytest.fixture
def world(db) -> World:
    return build_world()


@pytest.fixture
def friday():
    with time_machine.travel(FRIDAY, tick=False) as clock:
        yield clock


def test_shown_then_applied_to_open_messages(world, friday):
    caisse = world.adherent.caisse
    first, answered = world.send(), Acting(world.claire, world.send())
    answered.publish()
    stranger = world.send(world.stranger)
    friday.shift(timedelta(hours=30))
    fire_due()

    shown = preview(caisse, None, OUVREES)
    assert shown == Preview(open=1, changed=1, late=0)
    version = apply(caisse, None, OUVREES, Scope.OPEN, world.sylvie.user, shown)
    assert (version.number, version.changed, version.late) == (2, 1, 0)
    assert rule_in_force(caisse, None) == version

    first.refresh_from_db()
    assert first.due_at == first.clock.due_at == TUESDAY
    assert (first.policy, first.policy_version) == ("ouvrees", 2)
    assert first.clock.next_threshold_at == datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
    changed = first.deadline_events.get(kind="rule_changed")
    assert changed.detail["due_before"] == (FRIDAY + timedelta(hours=48)).isoformat()
    assert changed.detail["due_after"] == TUESDAY.isoformat()
    for untouched in (answered.thread, stranger):
        before = untouched.due_at
        untouched.refresh_from_db()
        assert (untouched.due_at, untouched.policy) == (before, "calendaire")
    audited = AuditEvent.objects.get(action="policy.changed")
    assert audited.actor == world.sylvie.user
    assert audited.detail["changed"] == 1
    assert Change.objects.filter(event="deadline_changed", thread_id=first.pk).count() == 1
    assert world.send().policy_version == 2


def test_for_new_messages_only(world, friday):
    thread = world.send()
    version = apply(thread.caisse, None, OUVREES, Scope.NEW, None)
    assert (version.changed, version.scope) == (0, "new")
    before = thread.due_at
    thread.refresh_from_db()
    assert (thread.due_at, thread.clock.rule.number) == (before, 1)
    assert world.send().due_at == TUESDAY
    assert not DeadlineEvent.objects.exists()


def test_what_becomes_late_does_so_at_the_edit(world, friday):
    thread = world.send()
    friday.shift(timedelta(hours=30))
    fire_due()
    shorter = Rule(kind="calendaire", budget_seconds=24 * 3600, region="none")
    assert preview(thread.caisse, None, shorter) == Preview(1, 1, 1)
    apply(thread.caisse, None, shorter, Scope.OPEN, None)
    at = FRIDAY + timedelta(hours=30)
    told = list(thread.deadline_events.values_list("kind", "at", "revision"))
    assert told[0] == ("warned_50", FRIDAY + timedelta(hours=24), 1)
    assert set(told[1:]) == {
        (kind, at, 2) for kind in ("rule_changed", "warned_75", "warned_90", "breached")
    }
    friday.shift(timedelta(hours=9))
    assert fire_due() == 0


def test_a_preview_that_is_no_longer_true_is_refused(world, friday):
    thread = world.send()
    shown = preview(thread.caisse, None, OUVREES)
    world.send()
    with pytest.raises(PreviewIsStale) as refused:
        apply(thread.caisse, None, OUVREES, Scope.OPEN, None, shown)
    assert refused.value.preview == Preview(2, 2, 0)
    assert not PolicyVersion.objects.filter(number=2).exists()


def test_a_paused_message_keeps_its_pause(world, friday):
    acting = Acting(world.claire, world.send())
    friday.shift(timedelta(hours=4))
    pause(**acting.now(), reason="Attente d’une pièce.")
    apply(acting.thread.caisse, None, OUVREES, Scope.OPEN, None)
    clock = Clock.objects.get()
    assert clock.paused_left_ms == 44 * 3_600_000
    assert clock.next_threshold_at is None


def test_the_rule_of_a_caisse_is_not_for_a_site_with_its_own(world, friday):
    caisse = world.adherent.caisse
    metz = Site.objects.create(caisse=caisse, code="metz", name="Metz", departements=["57"])
    world.adherent.postal_code = "57070"
    there = world.send()
    apply(caisse, metz, Rule("ouvrees", 48 * 3600, region="FR-57"), Scope.NEW, None)
    assert preview(caisse, metz, OUVREES).open == 1
    assert preview(caisse, None, OUVREES).open == 0
    assert rule_in_force(caisse, metz).calendar.region == "FR-57"
    assert rule_in_force(caisse, None).number == 1
    assert Thread.objects.get(pk=there.pk).policy == "calendaire"


def test_a_rule_that_cannot_be_counted_is_refused(world):
    caisse = world.adherent.caisse
    for rule in (
        Rule("lunaire", 60),
        Rule("heures", 60),
        Rule("heures", 60, hours="lun 8h"),
        Rule("ouvrees", 60, closures=(("2026-02-30", ""),)),
        Rule("ouvrees", 60, timezone="Mars/Olympus"),
    ):
        with pytest.raises(ValueError):
            apply(caisse, None, rule, Scope.NEW, None)
    assert not PolicyVersion.objects.filter(number=2).exists()

"""Clocks and the breach ledger: exact instants, none missed, none twice, on both databases."""

import threading
import time
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from portal.deadlines.engine import Kind
from portal.deadlines.firing import fire_due, next_instant
from portal.deadlines.models import Clock, DeadlineEvent, Pause, PolicyVersion, Site
from portal.deadlines.rules import rule_in_force
from portal.deadlines.sites import departement_of
from portal.deadlines.watching import watch
from portal.deadlines.written_once import WrittenOnceError
from portal.messaging.completing import complete_message
from portal.messaging.errors import AlreadyPaused, NotPaused, StaleVersion
from portal.messaging.models import Thread
from portal.messaging.pausing import pause, resume
from tests.support.acting import Acting, with_undo
from tests.support.api_world import QUESTION, World, build_world
from tests.support.threads import all_at_once

BUDGET = timedelta(hours=48)
WARNINGS = ["warned_50", "warned_75", "warned_90"]
WHY = "Attente de l’attestation de l’employeur."


@pytest.fixture
def world(db) -> World:
    return build_world()


def sent(world: World, ago: timedelta) -> Acting:
    """An exchange as if it had been sent some time ago."""
    thread = world.send()
    instants = {
        "warn_50_at": BUDGET * 50 / 100,
        "warn_75_at": BUDGET * 75 / 100,
        "warn_90_at": BUDGET * 90 / 100,
        "due_at": BUDGET,
        "next_threshold_at": BUDGET * 50 / 100,
    }
    began = thread.sent_at - ago
    Thread.objects.filter(pk=thread.pk).update(sent_at=began, due_at=began + BUDGET)
    Clock.objects.filter(pk=thread.pk).update(
        **{name: began + share for name, share in instants.items()}
    )
    thread.refresh_from_db()
    return Acting(world.claire, thread)


def ledger(acting: Acting) -> list[tuple[str, object]]:
    return list(acting.thread.deadline_events.values_list("kind", "at"))


def kinds(acting: Acting) -> list[str]:
    return [kind for kind, _ in ledger(acting)]


def hold(acting: Acting, **more):
    return pause(**{**acting.now(), **more}, reason=WHY)


def test_a_message_gets_its_rule_and_its_warnings(world):
    thread = world.send()
    clock = thread.clock
    assert clock.rule == rule_in_force(thread.caisse, None)
    assert (thread.policy, thread.policy_version) == (clock.rule.kind, clock.rule.number)
    assert thread.due_at == clock.due_at == thread.sent_at + BUDGET
    assert clock.warn_50_at == clock.next_threshold_at == thread.sent_at + BUDGET / 2
    assert next_instant() == clock.warn_50_at


def test_events_have_the_instants_that_were_computed(world):
    acting = sent(world, timedelta(hours=47))
    began = acting.thread.sent_at
    assert fire_due() == 1
    assert fire_due() == 0
    assert ledger(acting) == [
        (kind, began + BUDGET * share / 100)
        for kind, share in zip(WARNINGS, (50, 75, 90), strict=True)
    ]
    assert Clock.objects.get().next_threshold_at == began + BUDGET
    assert fire_due(began + BUDGET) == 0, "the due instant itself is kept"
    assert fire_due(began + BUDGET + timedelta(microseconds=1)) == 1
    assert ledger(acting)[-1] == ("breached", began + BUDGET)
    assert Clock.objects.get().next_threshold_at is None
    assert next_instant() is None


def test_an_answer_between_two_looks_misses_nothing(world):
    acting = sent(world, timedelta(hours=50))
    acting.publish()
    assert kinds(acting) == [*WARNINGS, "breached", "answered_late"]
    acting.thread.refresh_from_db()
    assert ledger(acting)[-1][1] == acting.thread.answered_at
    assert fire_due() == 0


def test_a_reply_taken_back_lets_the_clock_run_as_before(world, settings):
    settings.ENVIRONMENT = with_undo(3600)
    acting = sent(world, timedelta(hours=40))
    published = acting.publish()
    before = ledger(acting)
    acting.withdraw(published.message.pk)
    assert fire_due() == 1
    assert ledger(acting) == before
    assert Clock.objects.get().next_threshold_at == acting.thread.sent_at + BUDGET * 90 / 100


def test_a_pause_holds_the_clock_and_moves_the_due_instant(world):
    acting = sent(world, timedelta(hours=30))
    due = acting.thread.due_at
    held = hold(acting)
    assert not held.replayed
    clock = held.thread.clock
    assert clock.paused_reason == WHY
    assert 17.99 < clock.paused_left_ms / 3_600_000 <= 18
    assert kinds(acting) == ["warned_50", "paused"]
    assert fire_due(timezone.now() + timedelta(days=9)) == 0
    with pytest.raises(AlreadyPaused):
        hold(acting)

    row = Pause.objects.get()
    Pause.objects.update(started_at=row.started_at - timedelta(hours=5, seconds=7))
    done = resume(**acting.now())
    row.refresh_from_db()
    assert done.thread.due_at == due + (row.ended_at - row.started_at)
    assert done.thread.clock.due_at == done.thread.due_at
    assert row.ended_by == "agent"
    assert done.thread.clock.paused_since is None
    assert kinds(acting)[-1] == "resumed"
    with pytest.raises(NotPaused):
        resume(**acting.now())
    with pytest.raises(StaleVersion):
        hold(acting, seen_version=1)


def test_the_adherent_who_writes_ends_the_pause(world):
    acting = sent(world, timedelta(hours=1))
    hold(acting)
    complete_message(
        adherent=world.adherent,
        reference=acting.thread.reference,
        text=QUESTION,
        key=uuid4(),
    )
    assert Pause.objects.get().ended_by == "adherent"
    assert "resumed" in kinds(acting)
    assert Clock.objects.get().next_threshold_at is not None


def test_an_answer_ends_the_pause_and_is_not_late_for_it(world):
    acting = sent(world, timedelta(hours=47))
    hold(acting)
    Pause.objects.update(started_at=timezone.now() - timedelta(hours=6))
    Thread.objects.update(sent_at=acting.thread.sent_at - timedelta(hours=5))
    acting.publish()
    acting.thread.refresh_from_db()
    assert acting.thread.answered_at < acting.thread.due_at
    assert "answered_late" not in kinds(acting)


def test_closing_and_transferring_are_told(world):
    closed, moved = sent(world, timedelta(hours=25)), sent(world, timedelta(hours=25))
    closed.close()
    assert kinds(closed) == ["warned_50"]
    moved.transfer(caisse="lorraine")
    fire_due()
    assert kinds(moved) == ["warned_50", "transferred"]
    assert set(moved.thread.deadline_events.values_list("caisse", flat=True)) == {"picardie"}


def test_versions_and_events_are_written_once(world):
    acting = sent(world, timedelta(hours=25))
    fire_due()
    for row in (DeadlineEvent.objects.get(), PolicyVersion.objects.get()):
        with pytest.raises(WrittenOnceError):
            row.save()
        with pytest.raises(WrittenOnceError):
            row.delete()
    with pytest.raises(WrittenOnceError):
        DeadlineEvent.objects.update(kind="breached")
    acting.thread.delete()  # a purge takes them along
    assert not DeadlineEvent.objects.exists()


@pytest.mark.parametrize(
    ("postal_code", "departement"),
    [("57070", "57"), ("20000", "2A"), ("20200", "2B"), ("97400", "974"), ("", ""), ("5707", "")],
)
def test_departements_of_postal_codes(postal_code, departement):
    assert departement_of(postal_code) == departement


def test_a_site_has_its_own_rule(world):
    caisse = world.adherent.caisse
    metz = Site.objects.create(caisse=caisse, code="metz", name="Metz", departements=["57"])
    everywhere = rule_in_force(caisse, metz)
    own = PolicyVersion.objects.create(
        caisse=caisse,
        site=metz,
        number=1,
        kind=Kind.OUVREES,
        budget_seconds=48 * 3600,
        calendar=everywhere.calendar,
        created_at=timezone.now(),
    )
    assert rule_in_force(caisse, metz) == own
    assert rule_in_force(caisse, None) == everywhere
    world.adherent.postal_code = "57070"
    thread = world.send()
    assert (thread.clock.site, thread.clock.rule) == (metz, own)


def test_workers_and_agents_at_once_write_each_event_once(database):
    world = build_world()
    late = [sent(world, timedelta(hours=47, minutes=50)) for _ in range(6)]
    overdue = [sent(world, timedelta(hours=49)) for _ in range(6)]
    results = all_at_once(
        [fire_due] * 3 + [each.publish for each in overdue] + [late[0].close, fire_due]
    )
    assert not [result for result in results if isinstance(result, Exception)], results
    fire_due()
    for acting in late:
        assert kinds(acting) == WARNINGS
    for acting in overdue:
        assert kinds(acting) == [*WARNINGS, "breached", "answered_late"]


def test_the_workers_thread_writes_what_comes(database):
    world = build_world()
    acting = sent(world, timedelta(hours=47, minutes=50))
    soon = timezone.now() + timedelta(seconds=0.7)
    later = sent(world, timedelta(hours=1))
    Clock.objects.filter(pk=later.thread.pk).update(warn_50_at=soon, next_threshold_at=soon)
    stopping = threading.Event()

    def stop_when_written() -> None:
        until = time.monotonic() + 20
        while time.monotonic() < until and DeadlineEvent.objects.count() < 4:
            stopping.wait(0.05)
        stopping.set()

    results = all_at_once([lambda: watch(stopping), stop_when_written])
    assert not [result for result in results if isinstance(result, Exception)], results
    assert kinds(acting) == WARNINGS
    assert kinds(later) == ["warned_50"]
    written = later.thread.deadline_events.get()
    assert written.at == soon
    assert written.recorded_at - soon < timedelta(seconds=2)

"""The board counts what it says, opens what it counts, and acts once, within the caisse."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.core.cache import caches
from django.db.models import F
from django.test import Client
from django.utils import timezone

from portal.messaging.claims import claim
from portal.messaging.models import Message, Thread
from portal.messaging.pausing import pause
from portal.messaging.publishing import publish_reply
from portal.notifications.models import Notification
from portal.reviews.asking import ask_review
from portal.supervision.board import Grouping, board
from portal.supervision.figures import Figure
from portal.supervision.finding import Wanted, find
from portal.supervision.models import Presence
from portal.supervision.sharing import plan
from tests.support.api_world import World, build_world, signed_in

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
TEXT = "Votre demande est en cours d’examen."


@pytest.fixture
def world(settings) -> World:
    caches["calls"].clear()
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, undo_seconds=0)
    return build_world()


def due_in(thread: Thread, hours: float) -> Thread:
    """Let `thread` fall due so many hours from `NOW`."""
    due = NOW + timedelta(hours=hours)
    Thread.objects.filter(pk=thread.pk).update(sent_at=due - timedelta(hours=48), due_at=due)
    return thread


@pytest.fixture
def day(world) -> dict[str, Thread]:
    """One message of every sort."""
    sent = {
        name: due_in(world.send(), hours)
        for name, hours in {
            "late": -1,
            "in 1 h": 1,
            "in 3 h": 3,
            "in 7 h": 7,
            "in 20 h": 20,
            "in 30 h": 30,
            "paused": 1,
            "answered": 1,
            "held": 30,
        }.items()
    }
    due_in(world.send(world.stranger), -1)
    agent = {"agent": world.claire, "seen_version": 1}
    pause(thread_id=sent["paused"].pk, reason=TEXT, key=uuid4(), **agent)
    answer = {"text": TEXT, "kind": Message.Kind.ANSWER, "key": uuid4()}
    publish_reply(thread_id=sent["answered"].pk, **answer, **agent)
    claim(thread_id=sent["held"].pk, **agent)
    held_until = NOW + timedelta(minutes=30)
    Thread.objects.filter(pk=sent["held"].pk).update(claim_expires_at=held_until)
    Thread.objects.filter(pk=sent["in 3 h"].pk).update(assigned_to=world.karim)
    asked = {"text": TEXT, "kind": Message.Kind.ANSWER, "asked_of": None, "key": uuid4()}
    ask_review(thread_id=sent["in 20 h"].pk, **asked, **agent)
    Notification.objects.filter(thread=sent["in 7 h"]).update(state="failed", cause="no_address")
    return sent


EXPECTED = {
    Figure.OPEN: {
        "late", "in 1 h", "in 3 h", "in 7 h", "in 20 h", "in 30 h", "paused", "held"
    },
    Figure.UNASSIGNED: {"late", "in 1 h", "in 7 h", "in 20 h", "in 30 h", "paused"},
    Figure.AT_RISK_2H: {"in 1 h"},
    Figure.AT_RISK_4H: {"in 1 h", "in 3 h"},
    Figure.AT_RISK_8H: {"in 1 h", "in 3 h", "in 7 h"},
    Figure.AT_RISK_24H: {"in 1 h", "in 3 h", "in 7 h", "in 20 h"},
    Figure.LATE: {"late"},
    Figure.PAUSED: {"paused"},
    Figure.IN_REVIEW: {"in 20 h"},
    Figure.FAILED_NOTIFICATIONS: {"in 7 h"},
}  # fmt: skip


def test_every_figure_counts_what_it_says_and_opens_what_it_counts(world, day):
    shown = board(world.sylvie.caisse, NOW)
    names = {thread.pk: name for name, thread in day.items()}
    for figure, expected in EXPECTED.items():
        page = find("picardie", Wanted(figure), NOW, None, 500)
        assert {names[thread_id] for thread_id, _, _ in page.threads} == expected, figure
        assert shown.total.counts[figure] == len(expected), figure
    assert shown.total.counts.keys() == EXPECTED.keys()


def test_the_figures_of_each_part_open_their_own_messages(world, day):
    shown = board(world.sylvie.caisse, NOW)
    assert {group.head.by for group in shown.groups} == set(Grouping)
    for group in shown.groups:
        for figure, count in group.tally.counts.items():
            page = find("picardie", Wanted(figure, group.head.by, group.head.key), NOW, None, 500)
            assert len(page.threads) == count, (group.head.by, group.head.key, figure)
    for by in Grouping:
        parts = [group.tally.counts[Figure.OPEN] for group in shown.groups if group.head.by is by]
        assert sum(parts) == len(EXPECTED[Figure.OPEN]), by
    agents = {
        group.head.label: group.tally.counts[Figure.OPEN]
        for group in shown.groups
        if group.head.by is Grouping.AGENT
    }
    assert agents == {"": 6, "Claire Exemple": 1, "Karim Exemple": 1}


def test_the_heat_map_opens_what_it_counts(world, day):
    cells = board(world.sylvie.caisse, NOW).heat
    assert sum(cell.count for cell in cells) == 6  # neither late nor paused
    # Paris is an hour ahead: 09:00 is in the morning that ends at 11:00 UTC.
    assert cells[0].starts_at == datetime(2026, 11, 19, 23, tzinfo=UTC)
    assert cells[0].ends_at == datetime(2026, 11, 20, 11, tzinfo=UTC)
    for cell in cells:
        wanted = Wanted(
            Figure.OPEN, Grouping.THEME, cell.theme, max(NOW, cell.starts_at), cell.ends_at
        )
        found = find("picardie", wanted, NOW, None, 500).threads
        assert len(found) - cell.count == (1 if cell is cells[0] else 0)  # the paused one


def test_pages_follow_one_another_in_due_order_without_a_gap(world, day):
    Thread.objects.update(due_at=F("sent_at") + timedelta(days=9))  # many equal instants
    Thread.objects.update(due_at=NOW + timedelta(days=9))
    whole = find("picardie", Wanted(Figure.OPEN), NOW, None, 500).threads
    found, after = [], None
    while True:
        page = find("picardie", Wanted(Figure.OPEN), NOW, after, 3)
        found += page.threads
        after = page.next_after
        if after is None:
            break
    assert found == whole
    assert len(found) == len(EXPECTED[Figure.OPEN])


def post(world: World, path: str, body: dict, key: str | None = None, agent=None):
    headers = {"Idempotency-Key": key or str(uuid4())}
    return Client().post(
        f"/api/v1/supervision/{path}",
        body,
        "application/json",
        **signed_in(agent or world.sylvie, **headers),
    )


def test_assigning_is_told_once_and_makes_no_reply_stale(world):
    thread, other = world.send(), world.send()
    theirs = world.send(world.stranger)
    body = {
        "assignments": [
            {"thread_id": thread.pk, "agent_id": world.karim.pk},
            {"thread_id": theirs.pk, "agent_id": world.karim.pk},
            {"thread_id": other.pk, "agent_id": world.jean.pk},
        ]
    }
    key = str(uuid4())
    first = post(world, "assign", body, key).json()
    assert [
        (each["done"], (each["problem"] or "").rpartition(":")[2]) for each in first["results"]
    ] == [
        (True, ""),
        (False, "not-found"),
        (False, "unknown-destination"),
    ]
    assert post(world, "assign", body, key).json() == first
    thread.refresh_from_db()
    assert (thread.assigned_to, thread.version) == (world.karim, 1)
    assert [event.detail for event in thread.events.all()] == [f"agent:{world.karim.pk}"]
    assert not theirs.events.exists()
    assert not other.events.exists()
    elsewhere = {"assignments": [{"thread_id": thread.pk, "agent_id": None}]}
    reused = post(world, "assign", elsewhere, key).json()["results"][0]
    assert reused["problem"].endswith("key-reused")


def test_a_batch_goes_on_past_what_is_refused(world):
    stale, fresh, held = world.send(), world.send(), world.send()
    claim(thread_id=held.pk, agent=world.claire, seen_version=1)
    seen = [
        {"thread_id": stale.pk, "version": 7},
        {"thread_id": fresh.pk, "version": 1},
        {"thread_id": held.pk, "version": 2},
    ]
    key = str(uuid4())
    told = post(world, "holding-replies", {"threads": seen, "text": TEXT}, key).json()["results"]
    assert [each["done"] for each in told] == [False, True, False]
    assert post(world, "holding-replies", {"threads": seen, "text": TEXT}, key).status_code == 200
    assert Message.objects.filter(kind="holding").count() == 1
    broken = post(world, "break-claims", {"threads": seen[2:], "reason": TEXT}).json()["results"]
    assert [each["done"] for each in broken] == [True]
    move = {"threads": [{"thread_id": held.pk, "version": 3}], "reason": TEXT, "caisse": "lorraine"}
    assert post(world, "transfer", move).json()["results"][0]["done"]
    held.refresh_from_db()
    assert held.caisse_id == "lorraine"
    assert post(world, "holding-replies", {"threads": seen, "text": " "}).status_code == 422


def test_sharing_out_is_even_by_competence_and_presence(world):
    now = timezone.now()
    threads = [world.send() for _ in range(6)]
    ids = [thread.pk for thread in threads]
    Presence.objects.create(agent=world.claire, last_seen_at=now)
    Presence.objects.create(agent=world.karim, last_seen_at=now - timedelta(hours=1))
    alone = plan("picardie", ids, now, present_only=True)
    assert {agent for _, agent in alone.assignments} == {world.claire.pk}
    both = plan("picardie", ids, now, present_only=False)
    assert [share.after for share in both.shares] == [3, 3]
    world.karim.competences.set(["retraite"])
    theirs = plan("picardie", ids, now, present_only=False)
    assert {agent for _, agent in theirs.assignments} == {world.claire.pk}
    world.claire.absent_until = now + timedelta(days=1)
    world.claire.save()
    none = plan("picardie", ids, now, present_only=False)
    assert (none.assignments, none.left_over) == ([], ids)
    assert plan("lorraine", ids, now, present_only=False).left_over == []


def test_an_agents_desk_in_touch_makes_them_present(world):
    Client().get("/api/v1/me", **signed_in(world.claire))
    answer = Client().get("/api/v1/supervision/agents", **signed_in(world.sylvie)).json()
    there = {each["name"]: each["present"] for each in answer["agents"]}
    assert there == {"Claire Exemple": True, "Karim Exemple": False, "Sylvie Exemple": True}
    path = f"/api/v1/supervision/agents/{world.claire.pk}/absence"
    body = {"until": (timezone.now() + timedelta(days=1)).isoformat()}
    away = Client().put(path, body, "application/json", **signed_in(world.sylvie))
    assert not away.json()["present"]
    theirs = f"/api/v1/supervision/agents/{world.jean.pk}/absence"
    refused = Client().put(theirs, body, "application/json", **signed_in(world.sylvie))
    assert refused.status_code == 404

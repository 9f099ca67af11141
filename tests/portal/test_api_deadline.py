"""The clock over the API: paused, resumed, shown in the feed, explained."""

import json
from datetime import datetime
from uuid import uuid4

import pytest
from django.core.cache import caches
from django.test import Client

from desk import wire
from portal.messaging.models import Thread
from tests.support.api_world import World, build_world, signed_in
from tests.support.wire_reading import strictly

WHY = "Attente de l’attestation de l’employeur."


@pytest.fixture
def world(db) -> World:
    caches["calls"].clear()
    return build_world()


def act(world: World, thread: Thread, name: str, body: dict[str, str] | None = None):
    thread.refresh_from_db()
    return Client().post(
        f"/api/v1/threads/{thread.pk}/{name}",
        "" if body is None else json.dumps(body),
        "application/json",
        **signed_in(
            world.claire,
            **{"If-Match": f'"{thread.version}"', "Idempotency-Key": str(uuid4())},
        ),
    )


def deadline(world: World, thread: Thread) -> wire.Deadline:
    answer = Client().get(f"/api/v1/threads/{thread.pk}/deadline", **signed_in(world.claire))
    assert answer.status_code == 200
    return strictly(answer.content, wire.Deadline)


def test_paused_and_resumed(world):
    thread = world.send()
    paused = strictly(act(world, thread, "pause", {"reason": WHY}).content, wire.Thread)
    assert paused.pause is not None
    assert paused.pause.reason == WHY
    assert 0 < paused.pause.left_ms <= 48 * 3_600_000
    assert paused.events[-1].kind == "paused"
    assert paused.events[-1].reason == WHY

    page = Client().get("/api/v1/changes?since=0", **signed_in(world.claire)).json()
    assert page["threads"][0]["pause"]["reason"] == WHY
    assert page["changes"][-1]["event"] == "paused"

    again = act(world, thread, "pause", {"reason": WHY})
    assert again.status_code == 409
    assert again.json()["type"].endswith("already-paused")
    assert again.json()["current"]["pause"]["reason"] == WHY

    explained = deadline(world, thread)
    assert explained.due_at is None
    assert [each.at for each in explained.thresholds] == [None] * 4
    assert explained.lines[-1].kind == "pause"
    assert explained.lines[-1].name == WHY

    resumed = strictly(act(world, thread, "resume").content, wire.Thread)
    assert resumed.pause is None
    assert resumed.due_at > paused.due_at
    assert act(world, thread, "resume").json()["type"].endswith("not-paused")


def test_explained(world):
    thread = world.send()
    explained = deadline(world, thread)
    assert explained.due_at == thread.due_at
    assert explained.thresholds[-1].at == thread.due_at
    (line,) = explained.lines
    assert (line.kind, line.start, line.end) == ("open", thread.sent_at, thread.due_at)
    assert (line.counted_ms, line.left_ms) == (48 * 3_600_000, 0)
    assert isinstance(explained.sent_at, datetime)
    assert (explained.policy, explained.policy_version) == (thread.policy, thread.policy_version)

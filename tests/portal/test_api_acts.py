"""Agents' acts over HTTP: what goes in, what comes out, and what a lost answer gets."""

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone

from portal.accounts.models import Agent
from portal.audit.models import AuditEvent
from portal.messaging.models import Message, ScheduledReply, Thread
from tests.support.acting import Acting, with_undo
from tests.support.api_client import urn
from tests.support.api_world import World, build_world, signed_in

pytestmark = pytest.mark.django_db

REPLY = "Bonjour Madame Exemple, votre attestation est disponible."
NEXT_MONDAY = "2027-01-04T08:00:00Z"


@pytest.fixture
def world(settings) -> World:
    settings.ENVIRONMENT = with_undo(60)
    caches["calls"].clear()
    return build_world()


def ask(method: str, path: str, agent: Agent, body: Any = None, **headers: str) -> Any:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Client().generic(
        method,
        f"/api/v1{path}",
        b"" if body is None else json.dumps(body).encode(),
        "application/json",
        **signed_in(agent, **named),
    )


def act(method: str, path: str, agent: Agent, body: Any, version: int, key: Any = None) -> Any:
    headers = {"Idempotency_Key": str(key or uuid4()), "If_Match": f'"{version}"'}
    return ask(method, path, agent, body, **headers)


LATER = {"kind": "answer", "text": REPLY, "publish_at": NEXT_MONDAY}
ACTS: dict[str, tuple[str, Any]] = {
    "note": ("notes", {"text": "Vu avec le service."}),
    "motif": ("reclassify", {"motif": "sante-attestations-autre"}),
    "team": ("transfer", {"competence": "retraite", "reason": "Relève de la retraite."}),
    "close": ("close", {"reason": "Doublon."}),
    "schedule": ("scheduled-replies", LATER),
}


@pytest.mark.parametrize("name", ACTS)
def test_the_same_key_gets_the_same_answer_whatever_the_version(world, name):
    verb, body = ACTS[name]
    path = f"/threads/{world.send().pk}/{verb}"
    key = uuid4()
    first = act("POST", path, world.claire, body, 1, key)
    assert first.status_code == 200
    assert "Idempotent-Replayed" not in first
    assert first["ETag"] == f'"{first.json()["version"]}"'
    again = act("POST", path, world.claire, body, 1, key)
    assert again.status_code == 200
    assert again["Idempotent-Replayed"] == "true"
    assert again.json() == first.json()
    other = {name: f"{value} autre" for name, value in body.items() if name == "text"}
    if other:
        reused = act("POST", path, world.claire, {**body, **other}, 2, key)
        assert (reused.status_code, urn(reused)) == (422, "key-reused")


@pytest.mark.parametrize("name", ACTS)
def test_headers_that_are_missing(world, name):
    verb, body = ACTS[name]
    path = f"/threads/{world.send().pk}/{verb}"
    without_key = ask("POST", path, world.claire, body, If_Match='"1"')
    assert urn(without_key) == "malformed-idempotency-key"
    without_version = ask("POST", path, world.claire, body, Idempotency_Key=str(uuid4()))
    if name == "note":
        assert without_version.status_code == 200
    else:
        assert without_version.status_code == 428
        stale = act("POST", path, world.claire, body, 7)
        assert (stale.status_code, urn(stale)) == (412, "stale-version")
        assert stale.json()["current"]["version"] == 1


@pytest.mark.parametrize(
    ("name", "body", "problem"),
    [
        ("note", {"text": " "}, "text-too-short"),
        ("note", {"text": "é" * 2001}, "text-too-long"),
        ("note", {}, "invalid-parameters"),
        ("motif", {"motif": "inconnu"}, "motif-not-offered"),
        ("motif", {"motif": "Inconnu \u0000"}, "invalid-parameters"),
        ("team", {"reason": "Sans but."}, "unknown-destination"),
        ("team", {"caisse": "atlantide", "reason": "Trop loin."}, "unknown-destination"),
        ("team", {"competence": "retraite", "reason": "a"}, "text-too-short"),
        ("close", {"reason": "é" * 301}, "text-too-long"),
        ("schedule", {**LATER, "publish_at": "2027-01-04T08:00:00"}, "invalid-parameters"),
        ("schedule", {**LATER, "publish_at": "0001-01-01T00:00:00+23:59"}, "invalid-parameters"),
        ("schedule", {**LATER, "kind": "question"}, "invalid-parameters"),
    ],
)  # fmt: skip
def test_values_that_are_refused(world, name, body, problem):
    sent = world.send()
    response = act("POST", f"/threads/{sent.pk}/{ACTS[name][0]}", world.claire, body, 1)
    assert (response.status_code, urn(response)) == (422, problem)
    assert Thread.objects.get().version == 1


def test_what_an_exchange_shows_of_its_history(world):
    path = f"/threads/{world.send().pk}"
    act("POST", f"{path}/notes", world.karim, {"text": "Vu avec le service."}, 1)
    act("POST", f"{path}/reclassify", world.claire, ACTS["motif"][1], 1)
    shown = ask("GET", path, world.karim).json()
    assert shown["original_motif"] == world.motif.pk
    (note,) = shown["notes"]
    assert (note["text"], note["author_name"]) == ("Vu avec le service.", "Karim Exemple")
    (event,) = shown["events"]
    assert event["kind"] == "reclassified"
    assert event["author_name"] == "Claire Exemple"


def test_an_exchange_that_leaves_the_caisse_is_answered_with_nothing(world):
    path = f"/threads/{world.send().pk}"
    body = {"caisse": "lorraine", "reason": "A déménagé."}
    key = uuid4()
    first = act("POST", f"{path}/transfer", world.claire, body, 1, key)
    assert (first.status_code, first.content) == (204, b"")
    again = act("POST", f"{path}/transfer", world.claire, body, 1, key)
    assert (again.status_code, again["Idempotent-Replayed"]) == (204, "true")
    assert ask("GET", path, world.claire).status_code == 404
    assert ask("GET", path, world.jean).json()["events"][0]["reason"] == "A déménagé."


def test_breaking_a_claim(world):
    sent = world.send()
    path = f"/threads/{sent.pk}/break-claim"
    nobody = act("POST", path, world.sylvie, {"reason": "Absent."}, 1)
    assert (nobody.status_code, urn(nobody)) == (409, "not-claimed")
    Acting(world.karim, sent).claim()
    broken = act("POST", path, world.sylvie, {"reason": "Absent."}, 2)
    assert broken.json()["claim"] is None
    assert broken.json()["events"][0]["detail"] == f"agent:{world.karim.pk}"


def test_taking_a_reply_back(world):
    sent = world.send()
    reply = Acting(world.claire, sent).publish().message
    path = f"/threads/{sent.pk}"
    shown = ask("GET", path, world.karim).json()
    assert shown["messages"][1]["undo_until"] is not None
    taken = act("POST", f"{path}/replies/{reply.pk}/withdraw", world.claire, {}, 2)
    assert taken.status_code == 200
    assert taken.json()["status"] == "open"
    assert [message["direction"] for message in taken.json()["messages"]] == ["in"]
    assert {each["message_id"] for each in taken.json()["notifications"]} == {
        shown["messages"][0]["id"]
    }


def test_too_late_to_take_back(world):
    sent = world.send()
    reply = Acting(world.claire, sent).publish().message
    Message.objects.filter(pk=reply.pk).update(undo_until=timezone.now())
    path = f"/threads/{sent.pk}/replies/{reply.pk}/withdraw"
    late = act("POST", path, world.claire, None, 2)
    assert (late.status_code, urn(late)) == (409, "too-late")
    assert late.json()["current"]["messages"][1]["undo_until"] is None


def test_scheduling_and_cancelling(world):
    path = f"/threads/{world.send().pk}/scheduled-replies"
    shown = act("POST", path, world.claire, LATER, 1).json()
    assert shown["scheduled"]["publish_at"] == NEXT_MONDAY
    assert (shown["scheduled"]["state"], shown["scheduled"]["reason"]) == ("waiting", "")
    twice = act("POST", path, world.karim, LATER, 2)
    assert (twice.status_code, urn(twice)) == (409, "already-scheduled")
    one = f"{path}/{shown['scheduled']['id']}"
    key = uuid4()
    cancelled = act("DELETE", one, world.claire, None, 2, key)
    assert cancelled.json()["scheduled"] is None
    again = act("DELETE", one, world.claire, None, 2, key)
    assert again["Idempotent-Replayed"] == "true"
    assert ScheduledReply.objects.get().state == "cancelled"


def test_scheduling_audits_what_was_let_stand(world):
    path = f"/threads/{world.send().pk}/scheduled-replies"
    confirmed = {**LATER, "confirmed_warnings": ["nir", "attachment", "nir"]}
    assert act("POST", path, world.claire, confirmed, 1).status_code == 200
    event = AuditEvent.objects.get(action="thread.scheduled")
    assert event.detail["confirmed_warnings"] == "attachment nir"
    # A text in the place of a code goes nowhere.
    worded = {**LATER, "confirmed_warnings": ["2 63 07 60 999 000 61"]}
    assert urn(act("POST", path, world.claire, worded, 2)) == "invalid-parameters"


def test_absence(world):
    assert ask("GET", "/me", world.claire).json()["absent_until"] is None
    until = (timezone.now() + timedelta(days=2)).isoformat()
    away = ask("PUT", "/me/absence", world.claire, {"until": until})
    assert away.json()["absent_until"] is not None
    assert ask("GET", "/me", world.claire).json()["absent_until"] is not None
    assert ask("GET", "/me", world.karim).json()["absent_until"] is None
    back = ask("PUT", "/me/absence", world.claire, {"until": None})
    assert back.json()["absent_until"] is None
    wrong = ask("PUT", "/me/absence", world.claire, {"until": "demain"})
    assert (wrong.status_code, urn(wrong)) == (422, "invalid-parameters")

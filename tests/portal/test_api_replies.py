"""Publishing through the API: once, and nothing on a refusal."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone

from portal.audit.models import AuditEvent
from portal.messaging.models import Change, Message, Thread
from tests.support.acting import Acting
from tests.support.api_client import post, urn
from tests.support.api_world import World, build_world, signed_in

pytestmark = pytest.mark.django_db

ANSWER = {"kind": "answer", "text": "Bonjour Madame Exemple, votre attestation est disponible."}


@pytest.fixture
def world() -> World:
    caches["calls"].clear()
    return build_world()


@pytest.fixture
def client() -> Client:
    return Client()


def reply(client, world, sent, agent=None, body=ANSWER, version=1, key=None):
    return post(
        client,
        f"/api/v1/threads/{sent.pk}/replies",
        agent or world.claire,
        body,
        If_Match=f'"{version}"',
        Idempotency_Key=str(key or uuid4()),
    )


def test_the_same_key_gets_the_first_answer_whatever_the_version(client, world):
    sent = world.send()
    key = uuid4()
    first = reply(client, world, sent, key=key)
    assert first.status_code == 201
    assert "Idempotent-Replayed" not in first
    assert first.json()["thread"]["status"] == "answered"

    again = reply(client, world, sent, key=key, version=1)
    assert again.status_code == 200
    assert again["Idempotent-Replayed"] == "true"
    assert again.json()["reply"] == first.json()["reply"]
    assert Message.objects.filter(direction="out").count() == 1


def test_confirmed_warnings_are_audited_by_kind_alone(client, world):
    sent = world.send()
    confirmed = {**ANSWER, "confirmed_warnings": ["nir", "attachment", "nir"]}
    assert reply(client, world, sent, body=confirmed).status_code == 201
    event = AuditEvent.objects.get(action="reply.published")
    assert event.detail["confirmed_warnings"] == "attachment nir"
    # A text in the place of a code goes nowhere.
    other = world.send()
    worded = {**ANSWER, "confirmed_warnings": ["2 63 07 60 999 000 61"]}
    assert urn(reply(client, world, other, body=worded)) == "invalid-parameters"


def test_a_holding_reply_does_not_stop_the_clock(client, world):
    sent = world.send()
    held = reply(client, world, sent, body={**ANSWER, "kind": "holding"})
    assert held.status_code == 201
    assert held.json()["thread"]["status"] == "open"
    assert held.json()["thread"]["answered_at"] is None
    final = reply(client, world, sent, version=held.json()["thread"]["version"])
    assert final.json()["thread"]["status"] == "answered"


def test_a_lost_answer_after_a_colleague_transferred_the_exchange(client, world):
    sent = world.send()
    key = uuid4()
    holding = {**ANSWER, "kind": "holding"}
    assert reply(client, world, sent, body=holding, key=key).status_code == 201
    Acting(world.karim, sent).transfer(caisse="lorraine")
    again = reply(client, world, sent, body=holding, key=key)
    assert (again.status_code, again.content) == (204, b"")
    assert again["Idempotent-Replayed"] == "true"
    assert reply(client, world, sent, body=ANSWER, key=key).status_code == 422
    assert reply(client, world, sent, body=holding).status_code == 404


def nothing_written(world):
    return (
        Message.objects.filter(direction="out").count(),
        Change.objects.count(),
        AuditEvent.objects.exclude(action="message.sent").count(),
    )


def test_refused_replies_write_nothing(client, world):
    sent = world.send()
    before = nothing_written(world)
    refusals = {
        "stale-version": reply(client, world, sent, version=9),
        "text-too-short": reply(client, world, sent, body={**ANSWER, "text": "  "}),
        "text-too-long": reply(client, world, sent, body={**ANSWER, "text": "é" * 5001}),
        "invalid-parameters": reply(client, world, sent, body={"kind": "question", "text": "a"}),
        "precondition-required": post(
            client,
            f"/api/v1/threads/{sent.pk}/replies",
            world.claire,
            ANSWER,
            Idempotency_Key=str(uuid4()),
        ),
        "malformed-idempotency-key": post(
            client,
            f"/api/v1/threads/{sent.pk}/replies",
            world.claire,
            ANSWER,
            If_Match='"1"',
        ),
    }
    for expected, response in refusals.items():
        assert urn(response) == expected
    assert nothing_written(world) == before


@pytest.mark.parametrize(
    "key", ["", "abc", "{7a1e5c0e-6c0b-4b7e-9a46-0f2f5d0c9c11}", "7a1e5c0e6c0b4b7e9a460f2f5d0c9c11"]
)
def test_a_key_is_a_uuid_in_its_usual_form(client, world, key):
    sent = world.send()
    response = post(
        client,
        f"/api/v1/threads/{sent.pk}/replies",
        world.claire,
        ANSWER,
        If_Match='"1"',
        Idempotency_Key=key,
    )
    assert response.status_code == 400
    assert urn(response) == "malformed-idempotency-key"


def test_a_key_serves_one_reply_only(client, world):
    sent, other = world.send(), world.send()
    key = uuid4()
    assert reply(client, world, sent, key=key).status_code == 201
    for refused in (
        reply(client, world, sent, key=key, body={**ANSWER, "text": "Un autre texte."}),
        reply(client, world, other, key=key),
    ):
        assert refused.status_code == 422
        assert urn(refused) == "key-reused"


def test_an_answered_message_cannot_be_answered_again(client, world):
    sent = world.send()
    reply(client, world, sent)
    again = reply(client, world, sent, agent=world.karim, version=2)
    assert again.status_code == 409
    assert urn(again) == "already-answered"
    assert again.json()["current"]["status"] == "answered"


def test_a_colleagues_claim_stops_a_reply(client, world):
    sent = world.send()
    post(client, f"/api/v1/threads/{sent.pk}/claim", world.karim, If_Match='"1"')
    refused = reply(client, world, sent, version=2)
    assert refused.status_code == 409
    assert urn(refused) == "claimed-by-another"
    assert "Karim Exemple" in refused.json()["detail"]


def test_an_ended_lease_is_shown_as_no_claim(client, world):
    sent = world.send()
    post(client, f"/api/v1/threads/{sent.pk}/claim", world.karim, If_Match='"1"')
    Thread.objects.update(claim_expires_at=timezone.now() - timedelta(seconds=1))
    shown = client.get(f"/api/v1/threads/{sent.pk}", **signed_in(world.claire)).json()
    assert shown["claim"] is None
    assert reply(client, world, sent, version=2).status_code == 201


@pytest.mark.parametrize(
    ("body", "content_type", "status", "problem"),
    [
        (b"{", "application/json", 400, "malformed-request"),
        (b"\xff\xfe", "application/json", 400, "malformed-request"),
        (b'{"kind": "answer", "text": "\\ud800"}', "application/json", 400, "malformed-request"),
        (b"[" * 100_000, "application/json", 400, "malformed-request"),
        (b'{"kind": "answer", "text": NaN}', "application/json", 400, "malformed-request"),
        (b"[]", "application/json", 422, "invalid-parameters"),
        (b"null", "application/json", 422, "invalid-parameters"),
        (b'{"kind": "answer", "text": 1}', "application/json", 422, "invalid-parameters"),
        (b"", "application/json", 422, "invalid-parameters"),
        (b"<a/>", "text/xml", 415, "unsupported-media-type"),
        (b"x" * 3_000_000, "application/json", 413, "body-too-large"),
    ],
)
def test_unusable_bodies(client, world, body, content_type, status, problem):
    sent = world.send()
    response = client.post(
        f"/api/v1/threads/{sent.pk}/replies",
        body,
        content_type,
        **signed_in(world.claire, **{"If-Match": '"1"', "Idempotency-Key": str(uuid4())}),
    )
    assert response.status_code == status
    assert urn(response) == problem


def test_refusals_never_repeat_the_text(client, world):
    sent = world.send()
    response = reply(client, world, sent, body={"kind": "réponse secrète", "text": ["secret"]})
    assert response.status_code == 422
    assert "secr" not in response.content.decode()

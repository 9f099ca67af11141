"""Each route of the API does what the contract says, and refuses what it must."""

import json
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from portal.audit.models import AuditEvent
from portal.catalogue.models import Motif
from portal.messaging.feed import trim
from portal.messaging.models import Thread
from tests.support.api_client import post, urn
from tests.support.api_world import World, build_world, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    caches["calls"].clear()
    return build_world()


@pytest.fixture
def client() -> Client:
    return Client()


def test_every_answer_tells_the_portals_time_and_is_not_stored(client, world):
    for url in ("/api/v1/health", "/api/v1/me", "/api/v1/nothing", "/api/"):
        before = timezone.now() - timedelta(milliseconds=1)
        response = client.get(url)
        told = parse_datetime(response["Portal-Time"])
        assert before <= told <= timezone.now()
        assert response["Portal-Time"].endswith("Z")
        assert response["Cache-Control"] == "no-store"


def test_health_needs_no_token(client):
    response = client.get("/api/v1/health")
    assert response.status_code == 200
    assert response.json()["status"] == "ok"


def test_health_says_when_the_database_does_not_answer(client, monkeypatch):
    from django.db import OperationalError, connection

    def refuse(*_args, **_kwargs):
        raise OperationalError("no such server")

    monkeypatch.setattr(connection, "cursor", refuse)
    response = client.get("/api/v1/health")
    assert response.status_code == 503
    assert urn(response) == "unavailable"
    assert response["Retry-After"] == "5"


def test_a_crash_is_told_as_a_problem(world, monkeypatch):
    def crash(*_args, **_kwargs):
        raise RuntimeError("a defect")

    monkeypatch.setattr("portal.api.routes.me.me_shape", crash)
    response = Client(raise_request_exception=False).get("/api/v1/me", **signed_in(world.claire))
    assert response.status_code == 500
    assert urn(response) == "internal-error"
    assert "defect" not in response.content.decode()
    assert response["Portal-Time"]


def test_me(client, world):
    me = client.get("/api/v1/me", **signed_in(world.claire)).json()
    assert me["login"] == "claire.exemple"
    assert me["role"] == "agent"
    assert me["competences"] == ["sante"]
    assert me["caisse"]["code"] == "picardie"
    assert me["private_space_url"].startswith("http")


def test_the_catalogue_is_sent_once(client, world):
    first = client.get("/api/v1/catalogue", **signed_in(world.claire))
    assert first.status_code == 200
    assert first["Cache-Control"] == "private, no-cache"
    assert not first["ETag"].startswith("W/")
    assert first.json()["themes"][0]["sujets"][0]["motifs"][0]["code"] == world.motif.code

    again = client.get(
        "/api/v1/catalogue", **signed_in(world.claire, **{"If-None-Match": first["ETag"]})
    )
    assert again.status_code == 304
    assert again.content == b""
    assert again["ETag"] == first["ETag"]

    Motif.objects.update(label="Autre libellé")
    changed = client.get(
        "/api/v1/catalogue", **signed_in(world.claire, **{"If-None-Match": first["ETag"]})
    )
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]


def test_changes_follow_the_cursor(client, world):
    for _ in range(3):
        world.send()
    page = client.get("/api/v1/changes?since=0&limit=2", **signed_in(world.claire)).json()
    assert [change["seq"] for change in page["changes"]] == [1, 2]
    assert page["cursor"] == 2
    assert page["more"] is True
    assert {thread["id"] for thread in page["threads"]} == {
        change["thread_id"] for change in page["changes"]
    }

    rest = client.get("/api/v1/changes?since=2", **signed_in(world.claire)).json()
    assert (rest["cursor"], rest["more"]) == (3, False)


def test_changes_of_another_caisse_are_not_seen(client, world):
    world.send(world.stranger)
    page = client.get("/api/v1/changes?since=0", **signed_in(world.claire)).json()
    assert len(page.pop("feed")) == 36
    assert len(page.pop("me_mark")) == 16
    assert page == {
        "cursor": 0,
        "more": False,
        "changes": [],
        "threads": [],
        "deleted_thread_ids": [],
        "appointments": [],
        "deleted_appointment_ids": [],
    }


def test_a_cursor_no_longer_kept_starts_again(client, world):
    world.send()
    world.send()
    trim("picardie", before=timezone.now() + timedelta(seconds=1))
    for since in (0, 99):
        response = client.get(f"/api/v1/changes?since={since}", **signed_in(world.claire))
        assert response.status_code == 410
        assert urn(response) == "cursor-expired"


@pytest.mark.parametrize(
    "query",
    [
        "",
        "since=-1",
        "since=x",
        "since=0&limit=0",
        "since=0&limit=5001",
        "since=0&wait=31",
        "since=99999999999999999999",
        "since=%00",
        "since=%ff",
    ],
)
def test_values_out_of_bounds_are_named(client, world, query):
    response = client.get(f"/api/v1/changes?{query}", **signed_in(world.claire))
    assert response.status_code == 422
    assert urn(response) == "invalid-parameters"
    assert response.json()["errors"][0]["where"].startswith("query.")


def test_snapshot_pages(client, world):
    sent = [world.send().pk for _ in range(3)]
    first = client.get("/api/v1/snapshot?limit=2", **signed_in(world.claire)).json()
    assert [thread["id"] for thread in first["threads"]] == sent[:2]
    assert first["next_after"] == sent[1]
    assert first["cursor"] == 3
    last = client.get(
        f"/api/v1/snapshot?limit=2&after={first['next_after']}", **signed_in(world.claire)
    ).json()
    assert [thread["id"] for thread in last["threads"]] == sent[2:]
    assert last["next_after"] is None


def test_pages_cost_the_same_number_of_queries(client, world, django_assert_max_num_queries):
    headers = signed_in(world.claire)
    client.get("/api/v1/me", **headers)  # notes the presence, once a minute
    for _ in range(2):
        world.send()
    with django_assert_max_num_queries(18) as few:
        client.get("/api/v1/changes?since=0", **headers)
    for _ in range(20):
        world.send()
    with django_assert_max_num_queries(len(few)):
        assert len(client.get("/api/v1/changes?since=0", **headers).json()["threads"]) == 22
    with django_assert_max_num_queries(len(few)):
        client.get("/api/v1/snapshot", **headers)


def test_a_thread_masks_the_identifier_and_its_reading_is_recorded(client, world):
    sent = world.send()
    response = client.get(f"/api/v1/threads/{sent.pk}", **signed_in(world.claire))
    assert response.status_code == 200
    assert response["ETag"] == '"1"'
    assert world.adherent.nir not in response.content.decode()
    assert response.json()["adherent"]["identifier_masked"] == "2 63 •• •• ••• •••"
    event = AuditEvent.objects.get(action="thread.read")
    assert (event.actor, event.thread_id, event.caisse_id) == (
        world.claire.user,
        sent.pk,
        "picardie",
    )


def test_unmasking_is_recorded(client, world):
    sent = world.send()
    response = post(client, f"/api/v1/threads/{sent.pk}/unmask-identifier", world.claire)
    assert response.json() == {"identifier": "2630760999000", "key": "61"}
    event = AuditEvent.objects.get(action="nir.unmasked")
    assert event.thread_id == sent.pk
    assert "2630760999000" not in json.dumps(event.detail)
    assert event.purpose == ""

    asked = f"/api/v1/threads/{sent.pk}/unmask-identifier?purpose="
    assert post(client, f"{asked}file_search", world.claire).status_code == 200
    assert AuditEvent.objects.filter(action="nir.unmasked", purpose="file_search").count() == 1
    assert post(client, f"{asked}curiosity", world.claire).status_code == 422


def test_claim_renew_release(client, world):
    url = f"/api/v1/threads/{world.send().pk}"
    taken = post(client, f"{url}/claim", world.claire, If_Match='"1"')
    assert (taken.status_code, taken["ETag"]) == (200, '"2"')
    assert taken.json()["claim"]["agent_name"] == "Claire Exemple"

    renewed = post(client, f"{url}/claim", world.claire, If_Match='"1"')
    assert (renewed.status_code, renewed["ETag"]) == (200, '"2"')

    refused = post(client, f"{url}/claim", world.karim, If_Match='"2"')
    assert refused.status_code == 409
    assert urn(refused) == "claimed-by-another"
    assert refused.json()["current"]["claim"]["agent_id"] == world.claire.pk

    freed = post(client, f"{url}/release", world.claire, If_Match='"2"')
    assert (freed.status_code, freed["ETag"]) == (200, '"3"')
    assert freed.json()["claim"] is None


@pytest.mark.parametrize("action", ["claim", "release"])
def test_a_version_is_asked_for(client, world, action):
    sent = world.send()
    url = f"/api/v1/threads/{sent.pk}/{action}"
    missing = post(client, url, world.claire)
    assert missing.status_code == 428
    assert urn(missing) == "precondition-required"
    for unreadable in ("1", '"a"', 'W/"1"', "*", '"1", "2"', '""', '"99999999999"'):
        response = post(client, url, world.claire, If_Match=unreadable)
        assert response.status_code == 400, unreadable
        assert urn(response) == "malformed-if-match"
    assert Thread.objects.get().version == 1


def test_a_stale_version_is_refused_with_the_present_state(client, world):
    sent = world.send()
    response = post(client, f"/api/v1/threads/{sent.pk}/claim", world.claire, If_Match='"7"')
    assert response.status_code == 412
    assert urn(response) == "stale-version"
    assert response.json()["current"]["version"] == 1


@pytest.mark.parametrize("thread_id", ["0", "-1", "abc", "9223372036854775808", "1e3"])
def test_ids_that_cannot_be(client, world, thread_id):
    response = client.get(f"/api/v1/threads/{thread_id}", **signed_in(world.claire))
    assert response.status_code == 422
    assert urn(response) == "invalid-parameters"


def test_other_methods_and_addresses(client, world):
    not_allowed = client.put("/api/v1/me", **signed_in(world.claire))
    assert not_allowed.status_code == 405
    assert urn(not_allowed) == "method-not-allowed"
    assert not_allowed["Allow"] == "GET"
    for url in ("/api/v1/", "/api/v2/me", "/api/v1/threads", "/api/v1/me/", "/api/x"):
        missing = client.get(url, **signed_in(world.claire))
        assert missing.status_code == 404
        assert urn(missing) == "not-found"


def test_a_refused_host_is_told_as_a_problem(client):
    response = client.get("/api/v1/health", headers={"Host": "ailleurs.test"})
    assert response.status_code == 400
    assert urn(response) == "malformed-request"


def test_problems_are_told_in_french(client, world):
    response = client.get("/api/v1/me")
    assert response.json()["title"] == "Connexion nécessaire"


def test_too_many_calls(client, world, monkeypatch):
    from portal.api.routing import ORDINARY_RATE

    monkeypatch.setattr(ORDINARY_RATE, "limit", 2)
    statuses = [client.get("/api/v1/me", **signed_in(world.claire)).status_code for _ in range(3)]
    # A window may have ended in between: the calls after it are then allowed again.
    if statuses == [200, 200, 200]:
        statuses = [
            client.get("/api/v1/me", **signed_in(world.claire)).status_code for _ in range(3)
        ]
    assert 429 in statuses
    other = client.get("/api/v1/me", **signed_in(world.karim))
    assert other.status_code == 200, "one agent's calls do not count for another"


def test_a_refused_call_says_when_to_come_back(client, world, monkeypatch):
    from portal.api.routing import ORDINARY_RATE

    monkeypatch.setattr(ORDINARY_RATE, "limit", 0)
    response = client.get("/api/v1/me", **signed_in(world.claire))
    assert response.status_code == 429
    assert urn(response) == "too-many-requests"
    assert 1 <= int(response["Retry-After"]) <= 60

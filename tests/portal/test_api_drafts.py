"""One's draft on two PCs: the newer one never wins unseen."""

import json
from functools import partial
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client

from portal.accounts.models import Agent
from portal.messaging.agent_drafts import MAX_CODE_POINTS, save_draft
from portal.messaging.errors import StaleDraft
from portal.messaging.models import AgentDraft, Change
from tests.support.acting import Acting
from tests.support.api_client import urn
from tests.support.api_world import World, build_world, signed_in
from tests.support.threads import all_at_once

OFFICE, HOME = "Poste d’accueil", "Portable"


@pytest.fixture
def world(db) -> World:
    caches["calls"].clear()
    return build_world()


@pytest.fixture
def path(world) -> str:
    return f"/threads/{world.send().pk}/draft"


def ask(method: str, path: str, agent: Agent, body: Any = None, **headers: str) -> Any:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Client().generic(
        method,
        f"/api/v1{path}",
        b"" if body is None else json.dumps(body).encode(),
        "application/json",
        **signed_in(agent, **named),
    )


def save(path: str, agent: Agent, text: str, revision: int | None, device: str = OFFICE) -> Any:
    seen = {"If_None_Match": "*"} if revision is None else {"If_Match": f'"{revision}"'}
    return ask("PUT", path, agent, {"text": text, "device": device}, **seen)


def mine(agent: Agent) -> list[tuple[str, int]]:
    found = ask("GET", "/drafts", agent).json()["drafts"]
    return [(draft["text"], draft["revision"]) for draft in found]


def test_each_save_continues_the_one_before(world, path):
    first = save(path, world.claire, "Bonj", None)
    assert (first.status_code, first["ETag"], first.json()["revision"]) == (200, '"1"', 1)
    second = save(path, world.claire, "Bonjour  \n", 1)
    assert second.json()["text"] == "Bonjour  \n", "as it was typed"
    assert mine(world.claire) == [("Bonjour  \n", 2)]


def test_another_pcs_save_is_shown_before_anything_is_written(world, path):
    save(path, world.claire, "Au bureau", None)
    save(path, world.claire, "Au bureau, suite", 1)
    for revision in (None, 1, 9):
        refused = save(path, world.claire, "À la maison", revision, HOME)
        assert (refused.status_code, urn(refused)) == (412, "stale-draft")
        current = refused.json()["current_draft"]
        assert (current["text"], current["device"]) == ("Au bureau, suite", OFFICE)
    assert save(path, world.claire, "À la maison", 2, HOME).json()["revision"] == 3


def test_a_save_whose_answer_was_lost(world, path):
    save(path, world.claire, "Bonjour", None)
    assert save(path, world.claire, "Bonjour", None).json()["revision"] == 1
    save(path, world.claire, "Bonjour Madame", 1)
    assert save(path, world.claire, "Bonjour Madame", 1).json()["revision"] == 2


def test_nobody_else_sees_it(world, path):
    save(path, world.claire, "Bonjour", None)
    assert mine(world.karim) == []
    assert mine(world.sylvie) == []
    assert save(path, world.karim, "Moi aussi", None).status_code == 200
    assert mine(world.claire) == [("Bonjour", 1)]
    assert Change.objects.count() == 1, "a draft is nobody's news"


def test_thrown_away_elsewhere_is_known_for_what_it_is(world, path):
    save(path, world.claire, "Bonjour", None)
    assert ask("DELETE", path, world.claire).status_code == 204
    assert ask("DELETE", path, world.claire).status_code == 204
    assert mine(world.claire) == []
    assert AgentDraft.objects.get().text == ""
    refused = save(path, world.claire, "Bonjour encore", 1, HOME)
    assert refused.status_code == 412
    assert refused.json()["current_draft"] is None
    again = save(path, world.claire, "Nouveau", None)
    assert again.json()["revision"] == 3, "a revision never comes back"


def test_only_the_revision_seen_is_thrown_away(world, path):
    save(path, world.claire, "Bonjour", None)
    save(path, world.claire, "Bonjour Madame", 1)
    refused = ask("DELETE", path, world.claire, If_Match='"1"')
    assert (refused.status_code, urn(refused)) == (412, "stale-draft")
    assert ask("DELETE", path, world.claire, If_Match='"2"').status_code == 204


def test_a_draft_outlives_what_happens_to_its_exchange(world):
    sent = world.send()
    path = f"/threads/{sent.pk}/draft"
    save(path, world.claire, "Bonjour", None)
    karim = Acting(world.karim, sent)
    karim.transfer(caisse="lorraine")
    assert mine(world.claire) == [("Bonjour", 1)]
    assert save(path, world.claire, "Bonjour Madame", 1).status_code == 404
    assert ask("DELETE", path, world.claire).status_code == 204
    assert mine(world.claire) == []


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 428),
        ({"If_None_Match": '"1"'}, 400),
        ({"If_Match": "*"}, 400),
        ({"If_Match": "1"}, 400),
    ],
)
def test_what_a_text_continues_must_be_said(world, path, headers, status):
    response = ask("PUT", path, world.claire, {"text": "a", "device": OFFICE}, **headers)
    assert response.status_code == status


@pytest.mark.parametrize(
    "body",
    [
        {"text": "a"},
        {"text": "a", "device": ""},
        {"text": "a", "device": "x" * 81},
        {"text": "a", "device": "a\u0000b"},
        {"text": "x" * (MAX_CODE_POINTS + 1), "device": OFFICE},
    ],
)
def test_bodies_that_are_refused(world, path, body):
    response = ask("PUT", path, world.claire, body, If_None_Match="*")
    assert (response.status_code, urn(response)) == (422, "invalid-parameters")


def test_a_nul_is_left_out(world, path):
    assert save(path, world.claire, "a\x00b", None).json()["text"] == "ab"


def test_two_pcs_at_once(database):
    world = build_world()
    sent = world.send()
    one = partial(save_draft, thread_id=sent.pk, agent=world.claire)
    for revision in (None, 1):
        results = all_at_once(
            [
                partial(one, text=f"{revision} {device}", device=device, revision=revision)
                for device in (OFFICE, HOME)
            ]
        )
        assert sum(isinstance(result, AgentDraft) for result in results) == 1
        assert sum(isinstance(result, StaleDraft) for result in results) == 1
    assert AgentDraft.objects.get().revision == 2

"""The name of the feeds: one for a database, another after a restoration, checked with a cursor."""

import uuid

from portal.api.feed_identity import identity, renew
from portal.messaging.feed import last_seq
from tests.support.api_world import bearer, build_world
from tests.support.databases import close_connection
from tests.support.threads import all_at_once


def test_all_who_ask_first_at_once_hear_one_name(database):
    heard: list[str] = []

    def ask() -> None:
        try:
            heard.append(identity())
        finally:
            close_connection()

    all_at_once([ask] * 4)
    assert len(heard) == 4
    assert set(heard) == {identity()}
    assert str(uuid.UUID(heard[0])) == heard[0]


def test_a_renewed_feed_refuses_cursors_of_the_former(database, client):
    world = build_world()
    world.send()
    claire = {"headers": {"Authorization": f"Bearer {bearer(world.claire.user)}"}}
    former = client.get("/api/v1/snapshot", **claire).json()["feed"]
    cursor = last_seq("picardie")
    page = f"/api/v1/changes?since={cursor}&feed="
    assert client.get(page + former, **claire).json()["feed"] == former

    present = renew()

    assert present != former
    refused = client.get(page + former, **claire)
    assert refused.status_code == 410
    assert refused.json()["type"].endswith(":cursor-expired")
    assert client.get(page + present, **claire).status_code == 200
    # One who never learned a name is served as ever, and learns it.
    assert client.get(page, **claire).json()["feed"] == present
    assert client.get("/api/v1/snapshot", **claire).json()["feed"] == present

"""The agent's name before adherents (CRPA L111-2)."""

import pytest
from django.test import Client

from tests.support.api_world import World, build_world, signed_in


@pytest.fixture
def world(db) -> World:
    return build_world()


def me(agent) -> dict[str, object]:
    return Client().get("/api/v1/me", **signed_in(agent)).json()


def test_an_anonymous_signature_is_told_to_desk_and_hides_the_name(world):
    assert world.claire.public_name == "Claire Exemple"
    assert me(world.claire)["anonymous_signature"] is False
    world.claire.anonymous_signature = True
    world.claire.save()
    assert world.claire.public_name == ""
    told = me(world.claire)
    assert told["anonymous_signature"] is True
    # Colleagues still know who it is.
    assert told["display_name"] == "Claire Exemple"

"""The adherent's history: 50 most recent under 36 months (R-HOM-07, A19 line 12)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from portal.messaging.history import exchanges_of
from portal.messaging.models import Thread
from tests.support.api_world import World, build_world


@pytest.fixture
def world(db) -> World:
    return build_world()


def aged(world: World, sent_at: datetime) -> Thread:
    with time_machine.travel(sent_at, tick=False):
        return world.send()


def test_newest_first_and_ones_own_only(world):
    now = timezone.now()
    old = aged(world, now - timedelta(days=3))
    new = aged(world, now - timedelta(days=1))
    world.send(world.stranger)
    assert exchanges_of(world.adherent) == [new, old]


@time_machine.travel(datetime(2026, 11, 21, 12, tzinfo=UTC), tick=False)
def test_thirty_six_months(world):
    kept = aged(world, datetime(2023, 11, 21, 12, tzinfo=UTC))
    aged(world, datetime(2023, 11, 21, 11, 59, tzinfo=UTC))
    assert exchanges_of(world.adherent) == [kept]


@time_machine.travel(datetime(2028, 2, 29, 12, tzinfo=UTC), tick=False)
def test_three_years_before_29_february(world):
    kept = aged(world, datetime(2025, 2, 28, 12, tzinfo=UTC))
    aged(world, datetime(2025, 2, 27, 12, tzinfo=UTC))
    assert exchanges_of(world.adherent) == [kept]


def test_fifty(world):
    sent = [world.send() for _ in range(52)]
    assert exchanges_of(world.adherent) == sent[:1:-1]

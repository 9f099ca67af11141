"""An adherent's exchanges as their caisse's agents see them."""

from datetime import timedelta

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone

from desk import wire
from portal.audit.models import AuditEvent
from portal.messaging.models import Thread
from tests.support.api_world import World, build_world, signed_in
from tests.support.wire_reading import strictly


@pytest.fixture
def world(db) -> World:
    caches["calls"].clear()
    return build_world()


def exchanges(world: World) -> list[int]:
    address = f"/api/v1/adherents/{world.adherent.pk}/exchanges"
    response = Client().get(address, **signed_in(world.claire))
    assert response.status_code == 200
    return [each.id for each in strictly(response.content, wire.AdherentExchanges).threads]


def test_three_years_of_one_caisse_newest_first_and_recorded(world: World) -> None:
    sent = [world.send().pk for _ in range(3)]
    old, elsewhere = world.send(), world.send()
    Thread.objects.filter(pk=old.pk).update(sent_at=timezone.now() - timedelta(days=3 * 366 + 1))
    Thread.objects.filter(pk=elsewhere.pk).update(caisse=world.jean.caisse)
    world.send(world.stranger)
    assert exchanges(world) == sent[::-1]
    read = AuditEvent.objects.get(action="adherent.exchanges_read")
    assert (read.actor, read.caisse) == (world.claire.user, world.claire.caisse)
    assert read.detail == {"adherent_id": world.adherent.pk, "count": 3}
    # Known to the caisse, though nothing of theirs is recent.
    Thread.objects.filter(pk__in=sent).delete()
    assert exchanges(world) == []


def test_fifty_at_most(world: World) -> None:
    first = world.send()
    Thread.objects.filter(pk=first.pk).update(sent_at=timezone.now() - timedelta(days=9))
    sent = [world.send().pk for _ in range(50)]
    assert exchanges(world) == sent[::-1]

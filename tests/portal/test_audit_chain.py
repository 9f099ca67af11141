"""The audit trail: written once, without a hole, and evident when it was touched."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from portal.audit import trail
from portal.audit.guards import install
from portal.audit.models import AppendOnly, AuditChain, AuditCheckpoint, AuditEvent
from portal.audit.purging import anchor_chains, purge_chain
from portal.audit.verifying import verify
from portal.catalogue.models import Caisse
from portal.messaging.feed import record_change
from tests.support.api_world import World, build_world
from tests.support.threads import all_at_once

NOW = timezone.now()
LATER = NOW + timedelta(days=400)


@pytest.fixture
def picardie(database) -> Caisse:
    return Caisse.objects.get(code="picardie")


def record(caisse: Caisse, count: int = 1) -> None:
    for number in range(count):
        trail.record("thread.read", actor=None, caisse=caisse, thread_id=number, seen=True)


def complaints(**noted) -> list[str]:
    return [found.broken for found in verify(noted) if found.broken]


def meddle(statement: str) -> None:
    """Change the database behind its guards' back, as who owns it can; then put them back."""
    with connection.cursor() as cursor:
        for table, verb in (("event", "update"), ("event", "delete"), ("checkpoint", "delete")):
            name = f"audit_{table}_no_{verb}"
            on = f" ON audit_audit{table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {name}{on}")
        cursor.execute(statement)
    install()


def test_neither_the_program_nor_the_database_changes_an_act(picardie):
    record(picardie)
    event = AuditEvent.objects.get()
    event.action = "thread.claimed"
    for change in (
        event.save,
        event.delete,
        AuditEvent.objects.all().delete,
        lambda: AuditEvent.objects.update(action="x"),
        lambda: AuditEvent.objects.bulk_update([event], ["action"]),
    ):
        with pytest.raises(AppendOnly):
            change()
    for statement in (
        "UPDATE audit_auditevent SET action = 'x'",
        "DELETE FROM audit_auditevent",
        *(["TRUNCATE audit_auditevent"] if connection.vendor == "postgresql" else []),
    ):
        with (
            pytest.raises(DatabaseError, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
    assert complaints() == []


@pytest.mark.parametrize(
    ("meddling", "told"),
    [
        ("UPDATE audit_auditevent SET thread_id = 99 WHERE seq = 2", "number 2"),
        ("UPDATE audit_auditevent SET purpose = 'other' WHERE seq = 2", "number 2"),
        ("DELETE FROM audit_auditevent WHERE seq = 3", "number 3 is missing"),
        ("DELETE FROM audit_auditevent WHERE seq = 5", "ends at 4"),
    ],
)
def test_the_first_broken_entry_is_told(picardie, meddling, told):
    record(picardie, 5)
    assert complaints() == []
    meddle(meddling)
    assert [told in complaint for complaint in complaints()] == [True]


def test_a_newest_end_cut_off_with_its_head_is_told_by_the_anchor_and_by_the_log(picardie):
    record(picardie, 3)
    anchor_chains(NOW)
    record(picardie, 2)
    end = AuditChain.objects.get(name="picardie")
    meddle("DELETE FROM audit_auditevent WHERE seq > 3")
    kept = AuditEvent.objects.get(seq=3)
    AuditChain.objects.update(last_seq=3, digest=kept.digest)
    assert complaints() == []  # since the last anchor: only what the log noted tells
    assert ["already at 5" in one for one in complaints(picardie=[(5, end.digest)])] == [True]

    meddle("DELETE FROM audit_auditevent WHERE seq > 2")
    AuditChain.objects.update(last_seq=2, digest=AuditEvent.objects.get(seq=2).digest)
    assert ["already at 3" in complaint for complaint in complaints()] == [True]


def test_the_chain_outlives_the_purge_of_its_old_end(picardie):
    record(picardie, 4)
    middle = timezone.now()
    record(picardie, 3)
    assert purge_chain("picardie", middle, NOW) == 4
    kept = AuditEvent.objects.filter(chain="picardie").order_by("seq")
    assert [event.seq for event in kept] == [5, 6, 7, 8]
    assert kept.last().action == "audit.purged"
    assert kept.last().detail == {"removed": 4, "upto": 4}
    assert complaints() == []
    assert purge_chain("picardie", middle, NOW) == 0
    assert purge_chain("picardie", LATER, LATER) == 4  # everything; the chain goes on
    record(picardie)
    assert complaints() == []


def test_a_checkpoint_made_without_the_key_is_told(picardie, settings):
    record(picardie, 3)
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, audit_keys=("ours",))
    purge_chain("picardie", timezone.now(), NOW)
    assert complaints() == []
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, audit_keys=("newer", "ours"))
    assert complaints() == []
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, audit_keys=("another",))
    assert ["does not hold" in complaint for complaint in complaints()] == [True]
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, audit_keys=("ours",))
    forged = AuditCheckpoint.objects.get()
    forged.pk, forged.seq = None, 4
    forged.save()
    assert ["signature is false" in complaint for complaint in complaints()] == [True]


def test_writers_at_once_make_one_chain(database):
    world: World = build_world()
    sent = [world.send() for _ in range(6)]
    begun = AuditEvent.objects.filter(chain="picardie").count()

    def act(number: int) -> None:
        for _ in range(10):
            with transaction.atomic():
                record(world.claire.caisse)
                record_change(sent[number], "claimed")
            record(world.claire.caisse)  # a reading, of no change
            record(world.jean.caisse)

    outcomes = all_at_once([lambda number=number: act(number) for number in range(6)])
    assert outcomes == [None] * 6
    assert complaints() == []
    events = AuditEvent.objects.filter(chain="picardie")
    assert sorted(events.values_list("seq", flat=True)) == list(range(1, begun + 121))
    assert settings.ENVIRONMENT.audit_months == 12

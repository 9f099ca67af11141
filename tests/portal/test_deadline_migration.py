"""Exchanges of before the clocks get theirs."""

from datetime import timedelta

from django.core.management import call_command
from django.db import connection

from portal.deadlines.firing import fire_due
from portal.deadlines.models import Clock
from portal.messaging.models import Thread
from tests.support.acting import Acting
from tests.support.api_world import build_world

BUDGET = timedelta(hours=48)


def test_clocks_of_the_past(database):
    world = build_world()
    running, answered = world.send(), Acting(world.claire, world.send())
    answered.publish()
    began = running.sent_at - timedelta(hours=40)
    Thread.objects.filter(pk=running.pk).update(sent_at=began, due_at=began + BUDGET)
    with connection.cursor() as cursor:
        for table in ("clock", "deadlineevent", "policyversion", "calendarversion"):
            cursor.execute(f"DELETE FROM deadlines_{table}")
    call_command("migrate", "deadlines", "0001", verbosity=0, interactive=False)
    call_command("migrate", verbosity=0, interactive=False)  # and those that lean on it

    clock = Clock.objects.get(pk=running.pk)
    assert clock.warn_90_at == began + BUDGET * 90 / 100
    assert clock.due_at == began + BUDGET
    assert clock.rule.kind == "calendaire"
    assert Clock.objects.get(pk=answered.thread.pk).next_threshold_at is None
    assert fire_due() == 1
    assert list(running.deadline_events.values_list("kind", "at")) == [
        ("warned_50", began + BUDGET / 2),
        ("warned_75", began + BUDGET * 75 / 100),
    ]
    assert world.send().policy_version == clock.rule.number

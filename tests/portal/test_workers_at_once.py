"""Several workers and a restart in the middle: each scheduled reply is published once."""

import os
import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta

from django.utils import timezone

from portal.accounts.models import Agent
from portal.messaging.due_replies import settle_due_replies
from portal.messaging.models import Change, Message, ScheduledReply, Thread
from tests.support.acting import REPLY, Acting
from tests.support.api_world import build_world
from tests.support.databases import using
from tests.support.portal_process import portal_command, running_portal
from tests.support.threads import all_at_once

REPLIES = 12


def test_four_workers(database):
    world = build_world()
    past = timezone.now() - timedelta(minutes=1)
    for _ in range(REPLIES):
        Acting(world.claire, world.send()).schedule(past)
    results = all_at_once([settle_due_replies] * 4)
    assert not [result for result in results if isinstance(result, Exception)], results
    assert sum(results) == REPLIES
    assert Message.objects.filter(direction="out").count() == REPLIES
    assert ScheduledReply.objects.filter(state="published").count() == REPLIES
    assert Change.objects.filter(event="replied").count() == REPLIES


def test_an_author_who_cancels_and_a_worker_who_publishes(database):
    world = build_world()
    past = timezone.now() - timedelta(minutes=1)
    acting = [Acting(world.claire, world.send()) for _ in range(6)]
    scheduled = [each.schedule(past).thread.scheduled_replies.get() for each in acting]
    results = all_at_once(
        [settle_due_replies]
        + [
            lambda each=each, it=it: each.unschedule(it.pk, seen_version=2)
            for each, it in zip(acting, scheduled, strict=True)
        ]
        + [settle_due_replies]
    )
    settled = results[0] + results[-1]
    cancelled = [result for result in results[1:-1] if not isinstance(result, Exception)]
    assert settled + len(cancelled) == 6, results
    assert Message.objects.filter(direction="out").count() == settled


def published(database_url: str) -> int:
    with using(database_url):
        return Message.objects.filter(direction="out", text=REPLY).count()


def test_a_worker_killed_in_the_middle_and_another_one(tmp_path, django_db_blocker):
    with running_portal(tmp_path / "data") as portal, django_db_blocker.unblock():
        with using(portal.database_url):
            claire = Agent.objects.get(user__username="claire.exemple")
            past = timezone.now() - timedelta(minutes=1)
            waiting = Thread.objects.filter(status="open", claimed_by=None, caisse=claire.caisse)
            scheduled = [Acting(claire, thread).schedule(past) for thread in waiting]
        assert len(scheduled) > 3
        worker = subprocess.Popen(
            [sys.executable, "-m", "portal", "worker", "--embedded"],
            env={**os.environ, **portal.environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        paused = threading.Event()
        deadline = time.monotonic() + 60
        while not published(portal.database_url) and time.monotonic() < deadline:
            paused.wait(0.05)
        worker.send_signal(signal.SIGKILL)
        worker.wait(10)
        if worker.stdin is not None:
            worker.stdin.close()
        done = portal_command("worker", "--embedded", "--once", environment=portal.environment)
        assert done.returncode == 0, done.stderr
        assert published(portal.database_url) == len(scheduled)
        with using(portal.database_url):
            assert not ScheduledReply.objects.exclude(state="published").exists()

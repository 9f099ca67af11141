"""A worker that is killed before it hands an e-mail over, and between that and writing it down."""

import os
import signal
import socket
import subprocess
import sys
from collections import Counter
from datetime import timedelta

from django.utils import timezone
from post_office.models import Email

from portal.notifications.models import Notification
from portal.notifications.relay import LEASE
from tests.support.api_world import build_world
from tests.support.databases import using
from tests.support.mail_server import Manner
from tests.support.portal_process import portal_command


def test_only_what_was_in_the_window_goes_twice_and_under_the_same_id(
    sqlite_databases, django_db_blocker, mail_server
):
    with django_db_blocker.unblock():
        url = sqlite_databases.new()
    environment = {"PORTAL_DATABASE_URL": url, "PORTAL_SMTP_URL": mail_server.url}
    with django_db_blocker.unblock(), using(url):
        world = build_world()
        for _ in range(3):
            world.send()
    mail_server.manner = Manner.KEEP_AND_SAY_NOTHING
    worker = subprocess.Popen(
        [sys.executable, "-m", "portal", "worker"], env={**os.environ, **environment}
    )
    try:
        # The server has the first, and is silent.
        mail_server.wait_for(lambda _message: True, timeout_s=60)
    finally:
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    mail_server.manner = Manner.ACCEPT
    with django_db_blocker.unblock(), using(url):
        assert not Notification.objects.exclude(state="to_send").exists(), "nothing was written"
        # Its lease ends.
        Email.objects.update(scheduled_time=timezone.now() - timedelta(seconds=1))
    done = portal_command("worker", "--once", environment=environment)
    assert done.stdout.startswith("3 e-mails"), done.stderr
    times = Counter(str(message["Message-ID"]) for message in mail_server.messages)
    assert sorted(times.values()) == [1, 1, 2]
    with django_db_blocker.unblock(), using(url):
        assert set(times) == set(Notification.objects.values_list("mail_id", flat=True))
        assert not Notification.objects.exclude(state="handed_over").exists()


def test_killed_before_the_mail_server_took_anything_nothing_goes_twice(
    sqlite_databases, django_db_blocker, mail_server
):
    """Between the lease and the hand-over; another worker leaves alone what is leased."""
    with django_db_blocker.unblock():
        url = sqlite_databases.new()
        with using(url):
            world = build_world()
            for _ in range(3):
                world.send()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        environment = {
            "PORTAL_DATABASE_URL": url,
            "PORTAL_SMTP_URL": f"smtp://127.0.0.1:{silent.getsockname()[1]}",
        }
        worker = subprocess.Popen(
            [sys.executable, "-m", "portal", "worker"], env={**os.environ, **environment}
        )
        silent.settimeout(60)
        try:
            line, _ = silent.accept()  # it has leased them, and waits to be greeted
        finally:
            worker.send_signal(signal.SIGKILL)
            worker.wait()
        line.close()
    environment["PORTAL_SMTP_URL"] = mail_server.url
    done = portal_command("worker", "--once", environment=environment)
    assert done.stdout.startswith("0 e-mails"), done.stderr
    with django_db_blocker.unblock(), using(url):
        leased = Email.objects.values_list("scheduled_time", flat=True)
        assert all(timezone.now() < until <= timezone.now() + LEASE for until in leased)
        Email.objects.update(scheduled_time=timezone.now() - timedelta(seconds=1))
    done = portal_command("worker", "--once", environment=environment)
    assert done.stdout.startswith("3 e-mails"), done.stderr
    times = Counter(str(message["Message-ID"]) for message in mail_server.messages)
    assert sorted(times.values()) == [1, 1, 1]

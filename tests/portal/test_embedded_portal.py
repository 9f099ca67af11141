"""The embedded portal: needs only a folder, keeps it private, and ends with its parent."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
import requests

from portal.accounts.models import Adherent
from portal.messaging.models import Thread
from portal.messaging.sending import send_message
from portal.notifications.models import Notification
from tests.support.databases import using
from tests.support.mail_server import MailServer
from tests.support.portal_process import (
    ADHERENT_NIR,
    portal_command,
    running_portal,
    running_worker,
)

TIMEOUT_S = 10


def get(url: str) -> requests.Response:
    with requests.Session() as session:
        session.trust_env = False
        return session.get(url, timeout=TIMEOUT_S)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_an_empty_folder_becomes_a_portal_and_stays_one(tmp_path):
    data = tmp_path / "new" / "portal"
    with running_portal(data, with_demo=False) as portal:
        assert get(f"{portal.url}/api/v1/health").status_code == 200
        assert get(f"{portal.url}/connexion/").status_code == 200
        assert get(f"{portal.url}/static/admin/css/base.css").status_code == 200
    key = (data / "secret-key").read_text()
    assert len(key) >= 50
    assert mode(data) == 0o700
    for name in ("secret-key", "portal.sqlite3"):
        assert mode(data / name) == 0o600

    with running_portal(data, with_demo=False) as portal:
        assert get(f"{portal.url}/api/v1/health").status_code == 200
    assert (data / "secret-key").read_text() == key


def test_it_ends_with_its_standard_input(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-m", "portal", "serve", "--embedded", "--port", "0"],
        env={**os.environ, "PORTAL_DATA": str(tmp_path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout.readline().startswith("PORTAL http://127.0.0.1:")
        process.stdin.close()
        assert process.wait(TIMEOUT_S) == 0


def test_server_and_worker_may_prepare_the_same_new_folder_at_once(tmp_path):
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "portal", *arguments, "--embedded"],
            env={**os.environ, "PORTAL_DATA": str(tmp_path)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for arguments in (["serve", "--port", "0"], ["worker"], ["load-demo"])
    ]
    with processes[0], processes[1], processes[2]:
        for process, line in zip(processes, ("PORTAL ", "WORKER ready", "added 5"), strict=True):
            assert process.stdout.readline().startswith(line), process.communicate()[1]
            process.stdin.close()
        assert [process.wait(TIMEOUT_S) for process in processes] == [0, 0, 0]


def test_the_worker_hands_over_what_is_sent(tmp_path, django_db_blocker):
    with (
        MailServer() as mail_server,
        running_portal(tmp_path, PORTAL_SMTP_URL=mail_server.url) as portal,
        running_worker(portal),
        django_db_blocker.unblock(),
        using(portal.database_url),
    ):
        odile = Adherent.objects.get(nir=ADHERENT_NIR)
        thread = send_message(
            adherent=odile,
            motif=Thread.objects.filter(adherent=odile).latest("sent_at").motif,
            text="Bonjour, une question de plus.",
            submission_key=uuid4(),
        )
        message = mail_server.wait_for(lambda mail: thread.reference in mail["Subject"])
        told = Notification.objects.get(thread=thread)
        assert message["Message-ID"] == told.mail_id
        assert message["To"] == odile.user.email


def test_a_copied_database_has_what_a_migrated_one_has(tmp_path):
    """The template of `build/` gives all that the migrations write."""
    for name in ("first", "second"):
        with running_portal(tmp_path / name, with_demo=False):
            pass
        with closing(sqlite3.connect(tmp_path / name / "portal.sqlite3")) as opened:
            clients = opened.execute("SELECT client_id FROM oauth2_provider_application")
            assert clients.fetchall() == [("desk",)]
            rights = opened.execute("SELECT count(*) FROM auth_permission").fetchone()
            assert rights[0] > 50


def test_a_database_of_a_newer_version_is_not_touched(tmp_path):
    with running_portal(tmp_path, with_demo=False):
        pass
    with closing(sqlite3.connect(tmp_path / "portal.sqlite3")) as database, database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied)"
            " VALUES ('messaging', '9999_from_the_future', '2030-01-01')"
        )
    refused = portal_command(
        "serve", "--embedded", "--port", "0", environment={"PORTAL_DATA": str(tmp_path)}
    )
    assert refused.returncode == 1
    assert "newer version" in refused.stderr
    assert "messaging.9999_from_the_future" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_port_that_is_taken_is_told(tmp_path):
    with running_portal(tmp_path / "first", with_demo=False) as portal:
        port = portal.url.rpartition(":")[2]
        refused = portal_command(
            "serve",
            "--embedded",
            "--port",
            port,
            environment={"PORTAL_DATA": str(tmp_path / "second")},
        )
    assert refused.returncode == 1
    assert f"cannot listen on 127.0.0.1:{port}" in refused.stderr


def test_a_folder_that_cannot_be_used_is_told(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    refused = portal_command(
        "worker", "--embedded", "--once", environment={"PORTAL_DATA": str(tmp_path / "file")}
    )
    assert refused.returncode == 1
    assert "PORTAL_DATA" in refused.stderr


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({}, "PORTAL_SECRET_KEY is not set"),
        ({"PORTAL_SECRET_KEY": "x" * 50}, "run `portal migrate`"),
        ({"PORTAL_DEBUG": "perhaps"}, "PORTAL_DEBUG: expected true or false"),
        ({"PORTAL_SMTP_URL": "http://exemple.test"}, "PORTAL_SMTP_URL"),
    ],
)
def test_an_unfit_portal_does_not_open(tmp_path, variables, told):
    environment = {"PORTAL_DATA": str(tmp_path), **variables}
    refused = portal_command("serve", "--port", "0", environment=environment)
    assert refused.returncode == 1
    assert told in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_portal_is_made_fit_step_by_step(tmp_path):
    environment = {"PORTAL_DATA": str(tmp_path), "PORTAL_SECRET_KEY": "x" * 50}
    for command, says in (
        ("migrate", "migrated"),
        ("migrate", "already up to date"),
        ("check", "run `portal import-catalogue`"),
        ("import-catalogue", "imported as version 1"),
        ("import-catalogue", "already in force"),
        ("check", "fit to serve"),
    ):
        done = portal_command(command, environment=environment)
        assert says in done.stdout, (command, done.stderr)
    created = portal_command(
        "create-agent",
        "lea.exemple",
        *("--caisse", "picardie", "--first-name", "Léa", "--last-name", "Exemple"),
        *("--competence", "sante", "--password-stdin"),
        environment=environment,
        given="un-mot-de-passe-invente\n",
    )
    assert created.returncode == 0, created.stderr
    for arguments, given, told in (
        (("lea.exemple", "--caisse", "picardie"), "un-mot-de-passe-invente", "is taken"),
        (("zoe.exemple", "--caisse", "atlantide"), "un-mot-de-passe-invente", "no caisse"),
        (("zoe.exemple", "--caisse", "picardie"), "court", "12"),
    ):
        refused = portal_command(
            "create-agent",
            *arguments,
            *("--first-name", "Zoé", "--last-name", "Exemple", "--password-stdin"),
            environment=environment,
            given=f"{given}\n",
        )
        assert refused.returncode == 1
        assert told in refused.stderr

"""What an operator sees of a running portal: probes, metrics, checks, and logs that hold nobody's
data.
"""

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import requests
from django.test import Client
from django.utils import timezone

from desk.demo.adherent import Adherent as Visitor
from portal.accounts.models import Agent
from portal.messaging.models import Thread
from portal.operations.beats import LATE_SECONDS, Heart
from portal.operations.logs import JsonFormatter, LineFormatter
from portal.operations.models import WorkerBeat
from portal.serving.checking import findings
from tests.support.api_world import bearer, build_world
from tests.support.databases import using
from tests.support.mail_server import MailServer, Manner
from tests.support.portal_process import (
    ADHERENT_NIR,
    ADHERENT_PASSWORD,
    AGENT_LOGIN,
    RunningPortal,
    portal_command,
    running_portal,
    running_worker,
)

ROOT = Path(__file__).resolve().parents[2]
QUESTION = "Bonjour, ma question porte sur la perruche verte de mon exploitation."
ANSWER = "Bonjour Madame, la réponse tient au perroquet rouge du voisin."
TIMEOUT_S = 20


def test_the_probes_tell_living_from_ready(db):
    client = Client()
    assert client.get("/health/live").json() == {"status": "alive"}
    told = client.get("/health/ready")
    assert told.status_code == 200
    assert told.json()["worker"] == "none"
    Heart().beat()
    assert client.get("/health/ready").json()["worker"] == "working"
    WorkerBeat.objects.update(at=timezone.now() - timedelta(seconds=LATE_SECONDS + 1))
    assert client.get("/health/ready").json()["worker"] == "none"


def test_a_database_that_lacks_migrations_is_not_ready(db, monkeypatch):
    monkeypatch.setattr("portal.operations.probes.pending", lambda: ["messaging.0099_more"])
    told = Client().get("/health/ready")
    assert told.status_code == 503
    assert told.json()["migrations"] == "1 missing"


def test_metrics_are_for_this_machine_or_for_the_token(db, settings):
    world = build_world()
    sent = world.send()
    Thread.objects.filter(pk=sent.pk).update(
        sent_at=timezone.now() - timedelta(days=9), due_at=timezone.now() - timedelta(days=7)
    )
    client = Client()
    client.get("/connexion/")
    shown = client.get("/metrics")
    assert shown.status_code == 200
    text = shown.content.decode()
    for line in (
        'portal_open_exchanges{caisse="picardie",late="yes"} 1.0',
        "portal_mails_queued 1.0",
        'portal_feed_number{caisse="picardie"} 1.0',
        "portal_worker_silence_seconds +Inf",
        'portal_audit_chain_entries{chain="picardie"} 1.0',
    ):
        assert line in text, line
    assert re.search(
        r'portal_request_seconds_count\{method="GET",route="[^"/]+",status="200"\}', text
    )
    assert client.get("/metrics", REMOTE_ADDR="10.0.0.7").status_code == 404
    assert client.get("/metrics", headers={"X-Forwarded-For": "10.0.0.7"}).status_code == 404
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, metrics_token="jeton")
    assert client.get("/metrics").status_code == 404
    right = {"Authorization": "Bearer jeton"}
    assert client.get("/metrics", REMOTE_ADDR="10.0.0.7", headers=right).status_code == 200


def test_what_is_wrong_is_said_in_plain_words(db, settings):
    build_world()
    settings.ENVIRONMENT = replace(
        settings.ENVIRONMENT,
        secret_key="court",
        base_url="http://mon-espace.exemple-msa.test",
        allowed_hosts=("ailleurs.test",),
        debug=True,
    )
    words = "\n".join(finding.words for finding in findings())
    for told in (
        "lacks mon-espace.exemple-msa.test",
        "travel in clear",
        "PORTAL_DEBUG is on",
        "PORTAL_SECRET_KEY is short",
        "PORTAL_AUDIT_KEYS is not set",
        "the mail server",
        "PORTAL_RETURNS_ADDRESS is not set",
        "no worker works",
        "SQLite",
    ):
        assert told in words, told
    grave = [finding.grave for finding in findings()]
    assert grave == sorted(grave, reverse=True)


@pytest.mark.parametrize("formatter", [LineFormatter(), JsonFormatter()])
def test_an_error_is_logged_without_what_it_quotes(formatter, caplog):
    try:
        try:
            raise KeyError("2630760999000")
        except KeyError as cause:
            raise ValueError("perruche verte") from cause
    except ValueError:
        logging.getLogger("portal.test").exception("it failed")
    written = formatter.format(caplog.records[-1])
    assert "it failed" in written
    assert "builtins.ValueError" in written
    assert "builtins.KeyError" in written
    assert "test_operations.py" in written
    assert "perruche" not in written
    assert "2630760999000" not in written


@pytest.fixture
def portal(tmp_path: Path, mail_server: MailServer) -> Iterator[RunningPortal]:
    mail_server.manner = Manner.KEEP_AND_HANG_UP
    with running_portal(
        tmp_path / "data",
        PORTAL_SMTP_URL=mail_server.url,
        PORTAL_LOG_FORMAT="json",
        PORTAL_LOG_LEVEL="DEBUG",
    ) as running:
        yield running


def test_a_days_messages_leave_nothing_of_anybody_in_the_logs(
    portal, tmp_path, mail_server, django_db_blocker
):
    Visitor(portal.url).sign_in(ADHERENT_NIR, ADHERENT_PASSWORD)
    with django_db_blocker.unblock(), using(portal.database_url):
        agent = Agent.objects.get(user__username=AGENT_LOGIN)
        token = bearer(agent.user)
        thread = Thread.objects.filter(caisse="picardie", status="open").first()
        person = thread.adherent
        secrets = [
            *(text for text in thread.messages.values_list("text", flat=True)),
            *(person.user.username, person.user.email, person.family_name, token),
            *(ADHERENT_NIR, ADHERENT_PASSWORD, ANSWER, QUESTION),
            person.user.username[:13],
        ]
    with requests.Session() as session, running_worker(portal):
        session.trust_env = False
        session.headers["Authorization"] = f"Bearer {token}"
        at = f"{portal.url}/api/v1/threads/{thread.pk}"
        assert session.get(at, timeout=TIMEOUT_S).status_code == 200
        assert session.post(f"{at}/unmask-identifier", timeout=TIMEOUT_S).status_code == 200
        replied = session.post(
            f"{at}/replies",
            json={"kind": "answer", "text": ANSWER},
            headers={
                "If-Match": f'"{thread.version}"',
                "Idempotency-Key": "00000000-0000-4000-8000-000000000001",
            },
            timeout=TIMEOUT_S,
        )
        assert replied.status_code == 201, replied.text
        for wrong in ({"text": ANSWER}, {"kind": ADHERENT_NIR, "text": QUESTION}):
            assert session.post(f"{at}/replies", json=wrong, timeout=TIMEOUT_S).status_code >= 400
        assert session.get(f"{portal.url}/{ANSWER[:20]}", timeout=TIMEOUT_S).status_code == 404
        mail_server.wait_for(lambda mail: thread.reference in mail["Subject"])
    logs = list(tmp_path.glob("*.log"))
    assert len(logs) == 2
    lines = [line for log in logs for line in log.read_text(encoding="utf-8").splitlines()]
    assert len(lines) > 3
    for line in lines:
        told = json.loads(line)
        assert set(told) <= {"at", "level", "logger", "message", "process", "error"}
        for secret in secrets:
            assert secret not in line, told["logger"]
            assert json.dumps(secret)[1:-1] not in line, told["logger"]


def test_every_variable_is_documented():
    read = set(re.findall(r'"(PORTAL_[A-Z_]+)"', (ROOT / "portal/environment.py").read_text()))
    rows = re.findall(r"^\| (`PORTAL_[^|]+)\|", (ROOT / "docs/operating.md").read_text(), re.M)
    assert len(read) > 15
    assert sorted(read - set(re.findall(r"PORTAL_[A-Z_]+", " ".join(rows)))) == []


def test_every_command_is_documented():
    helped = portal_command("--help", environment={}).stdout
    commands = set(re.findall(r"^    ([a-z-]+)  ", helped, re.MULTILINE))
    assert {"serve", "worker", "backup", "restore", "audit-verify"} <= commands
    written = (ROOT / "docs/operating.md").read_text(encoding="utf-8")
    assert [name for name in sorted(commands) if f"`portal {name}" not in written] == []

"""What a portal that is served over TLS sends: asked of a process that was started as one is."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from functools import cache

import pytest
from django.conf import settings as present
from django.test import Client

from portal.serving.checking import findings
from tests.support.api_world import build_world, signed_in

HOST = "mon-espace.exemple-msa.test"
ASKED = """
import json, os, django
django.setup()
from django.conf import settings
from django.test import Client
client = Client(headers={"host": os.environ["PORTAL_ALLOWED_HOSTS"]})
page = client.get("/connexion/", secure=True)
print(json.dumps({
    "headers": dict(page.headers),
    "cookies": {name: dict(morsel) for name, morsel in page.cookies.items()},
    "session": [settings.SESSION_COOKIE_NAME, settings.SESSION_COOKIE_SECURE,
                settings.SESSION_COOKIE_HTTPONLY, settings.SESSION_COOKIE_SAMESITE,
                settings.SESSION_COOKIE_DOMAIN, settings.SESSION_COOKIE_PATH],
}))
"""


@cache
def told() -> dict[str, dict]:
    done = subprocess.run(
        [sys.executable, "-c", ASKED],
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "portal.settings",
            "PORTAL_BASE_URL": f"https://{HOST}",
            "PORTAL_ALLOWED_HOSTS": HOST,
            "PORTAL_DATABASE_URL": "sqlite:///:memory:",
        },
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    found: dict[str, dict] = json.loads(done.stdout)
    return found


def test_the_session_cookie_is_for_this_host_over_tls_and_for_no_script() -> None:
    assert told()["session"] == ["__Host-sessionid", True, True, "Lax", None, "/"]
    ((name, token),) = told()["cookies"].items()
    assert name == "__Host-csrftoken"
    assert (token["secure"], token["httponly"], token["samesite"]) == (True, True, "Lax")
    assert (token["domain"], token["path"]) == ("", "/")


def test_every_page_says_to_come_back_over_tls_only_and_what_may_be_loaded() -> None:
    headers = told()["headers"]
    assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    policy = dict(
        part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";")
    )
    assert policy["default-src"] == "'self'"
    assert policy["object-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert not {"script-src", "style-src"} & set(policy), "no exception to the default"
    assert not {"Server", "X-Powered-By", "Access-Control-Allow-Origin"} & set(headers)


def test_answers_of_the_api_are_saved_and_not_shown(db: None) -> None:
    world = build_world()
    for path in ("/api/v1/me", "/api/v1/nowhere"):
        answer = Client().get(path, **signed_in(world.claire))
        assert answer["Content-Disposition"] == 'attachment; filename="api.json"', path
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "Access-Control-Allow-Origin" not in answer


@pytest.mark.django_db
def test_the_check_names_what_leaves_this_machine_in_clear(settings) -> None:
    def words() -> str:
        return "\n".join(finding.words for finding in findings())

    far = {"HOST": "base.exemple-msa.test", "OPTIONS": {"sslmode": "require"}}
    smtp = replace(present.ENVIRONMENT.smtp, host="192.0.2.1")
    # The check's own tries must reach nothing: a socket that refuses at once.
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    settings.ENVIRONMENT = replace(present.ENVIRONMENT, database=far, smtp=smtp)
    assert "base.exemple-msa.test is another machine" in words()
    assert "e-mails go to 192.0.2.1 in clear" in words()
    sure = {"HOST": "base.exemple-msa.test", "OPTIONS": {"sslmode": "verify-full"}}
    settings.ENVIRONMENT = replace(
        present.ENVIRONMENT, database=sure, smtp=replace(smtp, tls="starttls")
    )
    assert "another machine" not in words()
    assert "in clear" not in words()

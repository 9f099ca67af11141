"""The rule of a caisse, edited by its administrators and from a shell."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from portal.accounts.creation import create_agent
from portal.cli import _parser
from portal.deadlines.models import PolicyVersion, Site
from portal.deadlines.policy_command import run
from portal.messaging.models import Thread
from tests.support.api_world import World, build_world

EDIT = "/administration/deadlines/policyversion/edit/"


@pytest.fixture
def world(db) -> World:
    return build_world()


@pytest.fixture
def ada(world) -> Client:
    agent = create_agent(
        login="admin.exemple",
        password="un-mot-de-passe-invente",
        caisse_code="picardie",
        first_name="Ada",
        last_name="Ministre",
        is_staff=True,
    )
    client = Client()
    client.force_login(agent.user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def typed(page: str) -> dict[str, str]:
    """What the form of a page holds hidden."""
    return dict(re.findall(r'<input type="hidden" name="(shown_\w+)" value="(\d+)"', page))


def form(**more: str) -> dict[str, str]:
    return {
        "caisse": "picardie",
        "site": "",
        "kind": "calendaire",
        "budget_hours": "24",
        "region": "none",
        "timezone": "Europe/Paris",
        "hours": "",
        "closures": "",
        "openings": "",
        "scope": "open",
        **more,
    }


def test_shown_in_french_then_applied(world, ada):
    world.send()
    assert reverse("admin:deadlines_policyversion_edit") == EDIT
    first = ada.get(EDIT)
    assert first.status_code == 200
    assert "Modifier une règle d’échéance" in first.content.decode()
    assert 'name="budget_hours" value="48"' in first.content.decode()

    shown = ada.post(EDIT, form(look="1")).content.decode()
    assert "1 message change, 0 serait en retard" in shown
    assert not PolicyVersion.objects.filter(number=2).exists()

    done = ada.post(EDIT, form(**typed(shown), apply="1"))
    assert done.status_code == 302, done.content.decode()
    version = PolicyVersion.objects.get(number=2)
    assert (version.changed, version.scope) == (1, "open")
    assert version.created_by.username == "admin.exemple"
    thread = Thread.objects.get()
    assert thread.due_at == thread.sent_at + timedelta(hours=24)
    versions = ada.get(reverse("admin:deadlines_policyversion_changelist")).content.decode()
    assert "La version 2 est en vigueur." in versions
    assert EDIT in versions


def test_what_has_changed_meanwhile_is_shown_again(world, ada):
    world.send()
    shown = ada.post(EDIT, form(look="1")).content.decode()
    world.send()
    again = ada.post(EDIT, form(**typed(shown), apply="1")).content.decode()
    assert "Des messages ont changé entre-temps" in again
    assert "2 messages changent" in again
    assert typed(again)["shown_open"] == "2"
    assert not PolicyVersion.objects.filter(number=2).exists()


def test_a_rule_that_cannot_be_counted_is_told(world, ada):
    page = ada.post(EDIT, form(kind="heures", hours="lun 8h", look="1")).content.decode()
    assert "Cette règle ne peut pas être calculée" in page
    assert not PolicyVersion.objects.filter(number=2).exists()


def test_only_ones_own_caisse(world, ada):
    refused = ada.post(EDIT, form(caisse="lorraine", look="1"))
    assert "serait en retard" not in refused.content.decode()
    ada.logout()
    assert ada.get(EDIT).status_code == 302
    ada.force_login(world.claire.user, backend="django.contrib.auth.backends.ModelBackend")
    assert ada.get(EDIT, follow=True).status_code == 403


def shell(*arguments: str) -> str:
    return run(_parser().parse_args(["deadline-policy", *arguments]))


def test_from_a_shell(world):
    thread = world.send()
    assert shell("--caisse", "picardie") == (
        "version 1: calendaire, 48 h, holidays none, Europe/Paris, 0 closures, 0 openings"
    )
    shown = shell("--caisse", "picardie", "--budget", "24h")
    assert "1 message change," in shown
    assert not PolicyVersion.objects.filter(number=2).exists()
    done = shell("--caisse", "picardie", "--budget", "24h", "--apply", "open")
    assert "applied as version 2 to open messages" in done
    before = thread.due_at
    thread.refresh_from_db()
    assert thread.due_at == before - timedelta(hours=24)

    Site.objects.create(caisse=thread.caisse, code="metz", name="Metz", departements=["57"])
    asked = ("--caisse", "picardie", "--site", "metz")
    shell(*asked, "--policy", "ouvrees", "--holidays", "FR-57", "--apply", "new")
    assert "ouvrees, 24 h, holidays FR-57" in shell(*asked)
    for wrong in (["--caisse", "nulle-part"], ["--caisse", "picardie", "--site", "nulle-part"]):
        with pytest.raises(ValueError, match="nulle-part"):
            shell(*wrong)

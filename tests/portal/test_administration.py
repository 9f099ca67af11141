"""The administration: for staff, each within their caisse, and without texts, names or NIRs."""

import re
from uuid import uuid4

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from portal.accounts.creation import create_agent
from portal.accounts.models import Agent, User
from portal.catalogue.models import Caisse
from portal.messaging.models import Message, Thread
from portal.messaging.publishing import publish_reply
from tests.support.api_world import World, build_world

QUESTION = "Bonjour, ma question porte sur la perruche verte."
ANSWER = "Bonjour, la réponse tient au perroquet rouge."
PASSWORD = "un-mot-de-passe-invente"


@pytest.fixture
def world(db) -> World:
    world = build_world()
    for adherent in (world.adherent, world.stranger):
        thread = world.send(adherent, text=QUESTION)
        agent = world.claire if adherent == world.adherent else world.jean
        publish_reply(
            thread_id=thread.pk,
            agent=agent,
            text=ANSWER,
            kind=Message.Kind.ANSWER,
            key=uuid4(),
            seen_version=1,
        )
    return world


def administrator(*, everywhere: bool = False) -> Client:
    agent = create_agent(
        login="admin.exemple",
        password=PASSWORD,
        caisse_code="picardie",
        first_name="Ada",
        last_name="Ministre",
        is_staff=not everywhere,
        is_superuser=everywhere,
    )
    client = Client()
    client.force_login(agent.user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def pages() -> list[str]:
    """The list of each kind of row that can be looked at."""
    return [
        reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        for model in admin.site._registry
    ]


def page_of(row: object) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


@pytest.mark.parametrize("everywhere", [False, True])
def test_no_page_shows_a_text_a_nir_or_an_adherents_name(world, everywhere):
    client = administrator(everywhere=everywhere)
    opened = 0
    for page in pages():
        answer = client.get(page)
        if answer.status_code == 403 and not everywhere:
            continue
        assert answer.status_code == 200, page
        links = re.findall(rf'href="({page}[^"?]+/change/[^"]*)"', answer.content.decode())
        for shown in [answer, *(client.get(link.partition("?")[0]) for link in links[:5])]:
            opened += 1
            content = shown.content.decode()
            for secret in (
                "perruche",
                "perroquet",
                world.adherent.nir,
                world.stranger.nir,
                world.adherent.user.email,
            ):
                assert secret not in content, (page, secret)
    assert opened > 15


def test_an_administrator_of_a_caisse_sees_that_caisse(world):
    client = administrator()
    ours = Thread.objects.get(caisse="picardie")
    theirs = Thread.objects.get(caisse="lorraine")
    listed = client.get(reverse("admin:messaging_thread_changelist")).content.decode()
    assert ours.reference in listed
    assert theirs.reference not in listed
    hidden = (theirs, world.jean, world.jean.user, Caisse.objects.get(code="lorraine"))
    for row in (*hidden, world.adherent.user):
        assert client.get(page_of(row)).status_code == 302, row  # « n’existe pas »
    for row in (ours, world.claire, world.claire.user, Caisse.objects.get(code="picardie")):
        assert client.get(page_of(row)).status_code == 200, row


def test_an_administrator_of_a_caisse_gives_no_rights(world):
    client = administrator()
    account = world.claire.user
    form = {
        "username": account.username,
        "is_active": "on",
        "is_staff": "on",
        "is_superuser": "on",
        "agent-TOTAL_FORMS": "1",
        "agent-INITIAL_FORMS": "1",
        "agent-0-user": str(account.pk),
        "agent-0-id": str(world.claire.pk),
        "agent-0-caisse": "picardie",
        "agent-0-role": "supervisor",
        "agent-0-first_name": "Claire",
        "agent-0-last_name": "Exemple",
    }
    answer = client.post(page_of(account), form)
    assert answer.status_code == 302, answer.context["errors"]
    account.refresh_from_db()
    assert not account.is_staff
    assert not account.is_superuser
    assert Agent.objects.get(pk=world.claire.pk).role == "supervisor"

    answer = client.post(page_of(account), form | {"agent-0-caisse": "lorraine"})
    assert answer.status_code == 200  # the form again: that caisse is not offered
    assert Agent.objects.get(pk=world.claire.pk).caisse_id == "picardie"


def test_an_account_is_made_with_its_agent(world):
    form = {
        "username": "lea.exemple",
        "usable_password": "true",
        "password1": PASSWORD,
        "password2": PASSWORD,
        "agent-TOTAL_FORMS": "1",
        "agent-INITIAL_FORMS": "0",
        "agent-0-caisse": "picardie",
        "agent-0-role": "agent",
        "agent-0-first_name": "Léa",
        "agent-0-last_name": "Exemple",
    }
    answer = administrator().post(reverse("admin:accounts_user_add"), form)
    assert answer.status_code == 302, answer.context["errors"]
    assert User.objects.get(username="lea.exemple").agent.display_name == "Léa Exemple"


@pytest.mark.parametrize("row", ["thread", "theme", "agent"])
def test_nothing_is_deleted_here(world, row):
    client = administrator(everywhere=True)
    target = {
        "thread": Thread.objects.first(),
        "theme": world.motif.sujet.theme,
        "agent": world.claire,
    }[row]
    assert client.post(page_of(target).replace("change", "delete")).status_code == 403


def test_staff_come_in_by_the_agents_door(world):
    client = Client()
    answer = client.get("/administration/", follow=True)
    assert answer.redirect_chain[-1][0] == (
        f"{reverse('agent-sign-in')}?next=/administration/login/%3Fnext%3D/administration/"
    ) or answer.redirect_chain[-1][0].startswith(reverse("agent-sign-in"))
    for user in (world.claire.user, world.adherent.user):
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        assert client.get("/administration/", follow=True).status_code == 403


def test_it_speaks_french(world):
    content = administrator().get("/administration/").content.decode()
    for words in ("Administration du portail", "Échanges", "Services en ligne", "Comptes"):
        assert words in content
    for words in ("Exchanges", "Online services", "Accounts"):
        assert words not in content

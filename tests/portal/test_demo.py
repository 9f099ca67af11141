"""The demonstration data: complete, invented, and loaded as often as one likes."""

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth import authenticate
from django.utils import timezone
from post_office.models import Email

from portal.accounts.contact import email_state
from portal.accounts.models import Adherent, Agent
from portal.accounts.nir import read_nir
from portal.accounts.siret import read_siret
from portal.catalogue.importing import import_catalogue
from portal.catalogue.offer import is_offered
from portal.demo.document import read_demo
from portal.demo.loading import ADHERENT_PASSWORD, AGENT_PASSWORD, DemoError, load_demo
from portal.messaging.models import Change, Feed, Message, Thread


@pytest.fixture
def catalogue(db):
    import_catalogue()


def test_everyone_is_invented():
    for message in read_demo(settings.RESOURCES / "demo" / "messages.yaml").messages:
        sender = message.sender
        if sender.nir:
            assert read_nir(sender.nir) == sender.nir
            # Never issued: the order number is 000.
            assert sender.nir.endswith("000")
        else:
            assert read_siret(sender.siret).startswith("000")
        assert not sender.email or sender.email.endswith(".test")


def test_what_is_loaded(catalogue):
    outcome = load_demo(["picardie"])
    assert (outcome.agents, outcome.adherents, outcome.threads) == (5, 40, 46)
    assert Adherent.objects.filter(caisse="picardie").count() == 40
    open_threads = Thread.objects.filter(status="open")
    assert open_threads.count() == 40
    late = open_threads.filter(due_at__lt=timezone.now())
    assert 1 <= late.count() <= 10
    assert Thread.objects.filter(status="answered").count() == 6
    assert Message.objects.filter(kind="holding").count() == 1
    assert Thread.objects.filter(claimed_by__user__username="karim.exemple").count() == 1
    assert {agent.caisse_id for agent in Agent.objects.all()} == {"picardie", "lorraine"}
    for thread in Thread.objects.select_related("motif__sujet__theme", "adherent"):
        assert is_offered(thread.motif, thread.adherent.profile), thread
    # What lies in the past was told in the past.
    assert not Email.objects.exists()
    # The feed has a number for each change, in order.
    assert list(Change.objects.order_by("seq").values_list("seq", flat=True)) == list(
        range(1, Feed.objects.get(caisse="picardie").last_seq + 1)
    )


def test_loading_again_changes_nothing(catalogue):
    load_demo(["picardie"])
    before = list(Thread.objects.order_by("pk").values())
    assert load_demo(["picardie"]).summary() == "added 0 agents, 0 adherents, 0 exchanges"
    assert list(Thread.objects.order_by("pk").values()) == before


def test_each_keeps_its_caisse_unless_asked_otherwise(catalogue):
    load_demo()
    assert Adherent.objects.filter(caisse="picardie").count() == 2
    assert Adherent.objects.filter(caisse="lorraine").count() == 2


def test_several_caisses_share(catalogue):
    load_demo(["picardie", "lorraine"])
    counts = {
        code: Adherent.objects.filter(caisse=code).count() for code in ("picardie", "lorraine")
    }
    assert counts == {"picardie": 20, "lorraine": 20}


def test_they_can_sign_in(catalogue):
    load_demo(["picardie"])
    assert authenticate(username="2630760999000", password=ADHERENT_PASSWORD) is not None
    assert authenticate(username="claire.exemple", password=AGENT_PASSWORD) is not None
    odile = Adherent.objects.get(nir="2630760999000")
    assert email_state(odile) == "verified"
    assert EmailAddress.objects.filter(verified=True, primary=True).count() == 39
    (unreachable,) = Adherent.objects.filter(user__email="")
    told = Thread.objects.get(adherent=unreachable).notifications.get()
    assert (told.state, told.cause) == ("failed", "no_address")


@pytest.mark.django_db
def test_without_a_catalogue_it_says_what_to_do():
    with pytest.raises(DemoError, match="import-catalogue"):
        load_demo()


def test_an_unknown_caisse_is_refused(catalogue):
    with pytest.raises(DemoError, match="'atlantide'"):
        load_demo(["atlantide"])
    assert not Agent.objects.exists()

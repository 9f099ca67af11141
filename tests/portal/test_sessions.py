"""A session belongs to one sign-in: its name is new, kept in a cookie alone, and ends for good."""

from django.contrib.sessions.models import Session
from django.test import Client

from tests.support.reader import Reader
from tests.support.web_world import ODILE, PASSWORD, WebWorld


def test_signing_in_gives_a_new_name_and_an_earlier_one_opens_nothing(web: WebWorld) -> None:
    planted = Client()
    before = planted.session
    before["begun"] = "before"
    before.save()
    planted.cookies["sessionid"] = before.session_key
    planted.post("/connexion/", {"login": ODILE, "password": PASSWORD})
    after = planted.cookies["sessionid"].value
    assert planted.get("/mon-compte/").status_code == 200
    assert after != before.session_key
    assert len(after) >= 32
    attacker = Client()
    attacker.cookies["sessionid"] = before.session_key
    assert attacker.get("/mon-compte/").status_code == 302
    assert not Session.objects.filter(session_key=before.session_key).exists()


def test_its_name_opens_nothing_in_an_address_nor_after_signing_out(web: WebWorld) -> None:
    page = Reader().open("/connexion/").press("Se connecter", login=ODILE, password=PASSWORD)
    kept = page.client.cookies["sessionid"].value
    assert Client().get(f"/mon-compte/?sessionid={kept}").status_code == 302
    assert kept not in page.response.content.decode()
    page.press("Se déconnecter")
    thief = Client()
    thief.cookies["sessionid"] = kept
    assert thief.get("/mon-compte/").status_code == 302
    assert not Session.objects.filter(session_key=kept).exists()

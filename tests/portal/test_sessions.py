"""A session belongs to one sign-in: its name is new, kept in a cookie alone, and ends for good."""

from django.contrib.sessions.models import Session
from django.test import Client

from portal.audit.models import AuditEvent
from portal.retention.access import held_about
from portal.web.models import OpenSession
from tests.support.reader import Reader, words
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


FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
EDGE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0"
)


def test_where_one_is_signed_in_is_listed_and_ended_upon_the_password(web: WebWorld) -> None:
    def at_home(described: str) -> Reader:
        reader = Reader(headers={"user-agent": described})
        return reader.open("/connexion/").press("Se connecter", login=ODILE, password=PASSWORD)

    page, elsewhere, third = at_home(FIREFOX), at_home(EDGE), at_home("<script>")
    web.reader(web.firmin)
    page.open("/mon-compte/").follow("Mes connexions")
    shown = page.text()
    assert "Firefox, Linux – depuis le" in shown
    assert "Edge, Windows – depuis le" in shown
    assert "Un navigateur – depuis le" in shown
    assert "script" not in shown
    boxes = page.page.select("input[name=ended]")
    assert len(boxes) == 2, "not this one, nobody else's"
    chosen = next(
        str(box["value"]) for box in boxes if "Edge" in words(page.one(f"label[for={box['id']}]"))
    )
    assert page.press("Fermer ces connexions", password=PASSWORD).errors() == [
        "Choisissez la connexion à fermer."
    ]
    page.press("Fermer ces connexions", ended=chosen, password="pas-le-bon-2026")
    assert page.errors() == ["Ce n’est pas votre mot de passe actuel."]
    assert elsewhere.open("/mon-compte/").path == "/mon-compte/"
    page.press("Fermer ces connexions", ended=chosen, password=PASSWORD)
    assert page.notices() == ["La connexion est fermée."]
    assert elsewhere.open("/mon-compte/").path == "/connexion/"
    assert third.open("/mon-compte/").path == "/mon-compte/"
    assert AuditEvent.objects.get(action="account.sessions_ended").detail == {"ended": 1}
    held = held_about(web.odile)["web.OpenSession"]
    assert {row["browser"] for row in held} == {"Firefox, Linux", ""}
    assert page.client.cookies["sessionid"].value not in str(held), "nothing that opens a door"


def test_a_new_password_ends_the_others_and_this_one_is_still_listed(web: WebWorld) -> None:
    page, elsewhere = web.reader(), web.reader()
    new = "une phrase que moi seule connais"
    fields = {"password": PASSWORD, "new_password": new, "repeated_password": new}
    page.open("/mon-compte/mot-de-passe/").press("Enregistrer", **fields)
    assert elsewhere.open("/mon-compte/").path == "/connexion/"
    page.open("/mon-compte/connexions/")
    assert "Vous n’êtes connecté nulle part ailleurs." in page.text()
    assert "depuis le" in page.text()
    assert OpenSession.objects.count() == Session.objects.count() == 1


def test_who_signs_in_over_somebody_elses_session_has_one_of_their_own(web: WebWorld) -> None:
    page = web.reader().open("/agents/connexion/")
    page.press("Se connecter", login="claire.exemple", password=PASSWORD)
    (kept,) = OpenSession.objects.all()
    assert kept.user == web.claire.user
    assert kept.session_id == page.client.cookies["sessionid"].value

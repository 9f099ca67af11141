"""A caisse's own words for e-mails and SMS: edited with a preview, versioned, and safe."""

from html import unescape

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from post_office.models import Email

from portal.accounts.creation import create_agent
from portal.audit.models import AuditEvent
from portal.catalogue.models import Caisse, Motif
from portal.deadlines.written_once import WrittenOnceError
from portal.wording.checking import WordingRefused, checked
from portal.wording.facts import facts_of
from portal.wording.models import WordingVersion
from portal.wording.own import own_words
from portal.wording.rendering import sms_words
from tests.support.acting import Acting
from tests.support.api_world import World, build_world

EDIT = "/administration/wording/wordingversion/edit/"
CURRENT = "/administration/wording/wordingversion/current/"
BODY = (
    "Nous avons reçu le {{ date_message }} votre message {{ reference }}.\r\n"
    "Réponse sous 48 h : {{ lien }}\r\n\r\n{{ classement }}\r\n\r\n"
    "{{ service }}, {{ caisse.adresse }}, {{ caisse.telephone }} <merci>"
)


@pytest.fixture
def world(db) -> World:
    world = build_world()
    Caisse.objects.filter(pk="picardie").update(address="8 avenue Victor-Hugo, Amiens")
    world.adherent.caisse.refresh_from_db()
    return world


def staff(login: str, caisse: str = "picardie", *, is_staff: bool = True) -> Client:
    agent = create_agent(
        login=login,
        password="un-mot-de-passe-invente",
        caisse_code=caisse,
        first_name="Sacha",
        last_name="Exemple",
        is_staff=is_staff,
    )
    client = Client()
    client.force_login(agent.user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def typed(body: str, seen: int, **more: str) -> dict[str, str]:
    return {"subject": "Reçu – {{ reference }}", "body": body, "seen": str(seen), **more}


def test_edited_with_a_preview_sent_and_given_up_again(world):
    sacha, address = staff("sacha.exemple"), f"{EDIT}?code=mail-accuse"
    page = unescape(sacha.get(address).content.decode())
    assert own_words("mail-accuse")[1].splitlines()[0] in page, "one starts from what is said now"
    shown = unescape(sacha.post(address, typed(BODY, 0)).content.decode())
    assert "Nous avons reçu le mercredi 3 mai 2017 votre message MSG-2017-000000." in shown
    assert not WordingVersion.objects.exists(), "a preview saves nothing"
    assert sacha.post(address, typed(BODY, 0, save="1")).status_code == 302
    event = AuditEvent.objects.get(action="wording.edited")
    assert (event.detail["code"], event.detail["number"]) == ("mail-accuse", 1)
    stale = sacha.post(address, typed(BODY, 0, save="1"), follow=True)
    told = stale.content.decode()
    assert "entre-temps" in told
    assert "</textarea>" in told, "what was typed stays"

    thread = world.send(text="Bonjour, ma question porte sur la perruche verte.")
    email = Email.objects.get()
    assert email.subject == f"Reçu – {thread.reference}"
    assert email.message.startswith("Bonjour")
    assert "Mes messages et mes réponses : http" in email.message
    assert "8 avenue Victor-Hugo, Amiens" in email.message
    assert "La MSA ne vous demande jamais vos codes" in email.message
    assert "perruche" not in email.message + str(email.html_message)
    html = BeautifulSoup(email.html_message, "html.parser")
    assert html.find("a").get_text() == "Mes messages et mes réponses"
    assert "<merci>" in html.get_text(), "the caisse's words are no markup"
    assert not html.find("merci")

    sacha.post(address, {"withdraw": "1", "seen": "1"})
    assert AuditEvent.objects.filter(action="wording.withdrawn").count() == 1
    world.send()
    assert Email.objects.latest("pk").subject.startswith("Votre message du")
    assert "les mots du portail" in sacha.get(CURRENT).content.decode()
    with pytest.raises(WrittenOnceError):
        WordingVersion.objects.all().delete()


def test_a_medical_classification_stays_out_of_the_caisses_words_too(world):
    staff("sacha.exemple").post(f"{EDIT}?code=mail-accuse", typed(BODY, 0, save="1"))
    world.send()
    assert "Motif : Attestation de droits" in Email.objects.latest("pk").message
    Motif.objects.filter(pk=world.motif.pk).update(medical=True)
    world.motif.refresh_from_db()
    world.send()
    assert "Attestation de droits" not in Email.objects.latest("pk").message


def test_an_sms_in_the_caisses_words(world):
    body = "{{ caisse.nom }} : bien reçu ({{ reference }}), à bientôt…"
    sacha = staff("sacha.exemple")
    shown = unescape(
        sacha.post(f"{EDIT}?code=sms-accuse", {"body": body, "seen": "0"}).content.decode()
    )
    assert "MSA Picardie : bien recu (MSG-2017-000000), à bientot..." in shown
    assert "1 SMS" in shown
    sacha.post(f"{EDIT}?code=sms-accuse", {"body": body, "seen": "0", "save": "1"})
    thread = world.send()
    said = sms_words("sms-accuse", facts_of(thread))
    assert said == f"MSA Picardie : bien recu ({thread.reference}), à bientot..."
    other = world.send(world.stranger)
    assert "est bien envoyé" in sms_words("sms-accuse", facts_of(other)), "another caisse's"


def test_what_fails_costs_nobody_their_accuse(world, caplog):
    WordingVersion.objects.create(
        caisse=world.claire.caisse,
        code="mail-accuse",
        number=1,
        subject="Reçu",
        body="{{ plus_connu }}",
        created_at=world.claire.user.date_joined,
    )
    with caplog.at_level("CRITICAL", logger="portal.wording.rendering"):
        Acting(world.claire, world.send()).publish()
    accuse, answered = Email.objects.order_by("pk")
    assert accuse.subject.startswith("Votre message du")
    assert answered.subject.startswith("Une réponse")


def test_walls(world):
    agent = staff("agent.exemple", is_staff=False)
    assert agent.get(CURRENT)["Location"].startswith("/administration/login/"), "no staff"
    other = staff("autre.exemple", caisse="lorraine")
    other.post(f"{EDIT}?caisse=picardie&code=mail-accuse", typed(BODY, 0, save="1"))
    assert WordingVersion.objects.get().caisse_id == "lorraine", "one's own, whatever is asked"
    assert other.get(f"{EDIT}?code=sms-code").status_code == 404, "no caisse changes that one"


@pytest.mark.parametrize("code", WordingVersion.Text.values)
def test_the_portals_own_words_pass(world, code):
    checked(code, *own_words(code), world.claire.caisse)


@pytest.mark.parametrize(
    "body",
    [
        "{{ question }}",
        "{{ texte }}",
        "{{ nom }}",
        "{{ nir }}",
        "{% if caisse.nom %}{% else %}{{ inconnu }}{% endif %}",
        "{{ caisse.pk }}",
        "{{ reference.__class__ }}",
        "{{ caisse['nom'] }}",
        "{{ reference | upper }}",
        "{{ 'a' * 10 ** 9 }}",
        "{% for i in reference %}{{ i }}{% endfor %}",
        "{% set lien = reference %}",
        "{% include 'autre' %}",
        "{{ lipsum() }}",
        "{% if %}",
        "{{ reference",
        "\ue000",
        "   ",
        "Votre message {{ reference }} est reçu.",
    ],
)
def test_words_that_are_refused(world, body):
    whole = body if "Votre" in body or not body.strip() else f"{own_words('mail-accuse')[1]} {body}"
    with pytest.raises(WordingRefused) as refused:
        checked("mail-accuse", "Reçu", whole, world.claire.caisse)
    assert refused.value.where == "body"


@pytest.mark.parametrize(
    "body",
    [
        "Votre réponse est là.",
        "{{ caisse.nom }} : https://exemple-msa.test/",
        "{{ caisse.nom }} : www.exemple-msa.test",
        "{{ caisse.nom }} " + "a" * 300,
        "{{ caisse.nom }} " + "Ж" * 130,
        "{{ caisse.nom }} {{ service }}",
        "{{ caisse.nom }} {{ lien }}",
    ],
)
def test_an_sms_that_is_refused(world, body):
    with pytest.raises(WordingRefused):
        checked("sms-reponse", "", body, world.claire.caisse)


@pytest.mark.parametrize("subject", ["{{ lien }}", "{{ inconnu }}", " ", "a" * 130])
def test_a_subject_that_is_refused(world, subject):
    with pytest.raises(WordingRefused) as refused:
        checked("mail-reponse", subject, own_words("mail-reponse")[1], world.claire.caisse)
    assert refused.value.where == "subject"

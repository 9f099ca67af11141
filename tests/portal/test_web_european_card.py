"""« Demander ma carte européenne d'assurance maladie » and its envelope (R-SEL)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.web.models import Draft
from tests.support.reader import Reader, words
from tests.support.web_world import WebWorld

SERVICE = "Demander ma carte européenne d'assurance maladie"
RECALLED = [
    "Santé",
    "Carte Vitale, carte européenne, certificat provisoire",
    "Carte européenne (soins à l'étranger)",
]


def day(ahead: int) -> str:
    return f"{timezone.localdate() + timedelta(days=ahead):%d/%m/%Y}"


def stay(**other: str) -> dict[str, str]:
    return {"starts_on": day(10), "ends_on": day(20), "country": "ES", **other}


def service_page(web: WebWorld) -> Reader:
    return web.reader().open("/services/").follow(SERVICE)


def recalled(page: Reader) -> list[str]:
    return [words(row.select("dd")[0]) for row in page.page.select(".recall > div")[:3]]


def test_r_sel_01_the_envelope_opens_the_messaging_and_r_sel_03_classified(web: WebWorld) -> None:
    page = service_page(web).follow("Écrire un message à propos de ce service")
    assert page.path == "/messages/nouveau/message/"
    assert recalled(page) == RECALLED
    assert len(page.page.select(".recall__change button")) == 3


def test_r_sel_04_the_words_and_fields_of_the_document(web: WebWorld) -> None:
    page = service_page(web)
    assert page.heading() == "Demande de Carte Européenne d’Assurance Maladie"
    for said in ("gratuite, individuelle et valable deux ans", "valable 3 mois"):
        assert said in page.text()
    assert [words(label) for label in page.page.select("main form.stack label")] == [
        "Dates du séjour : du *",
        "Au *",
        "Pays de destination : *",
        "Personne(s) concernée(s) par ce séjour",
        "Ce séjour concerne l’ensemble des personnes de mon dossier",
    ]
    countries = [words(option) for option in page.page.select("select option")]
    assert countries[0] == "Sélectionnez un pays"
    assert len(countries) == 32
    assert "France" not in countries


def test_the_form_becomes_a_message_to_be_read_and_sent(web: WebWorld) -> None:
    page = service_page(web).press("Valider", **stay())
    assert recalled(page) == RECALLED
    text = words(page.one("textarea"))
    assert "ce pays : Espagne" in text
    assert f"du {day(10)} au {day(20)}" in text
    assert "Odile Exemple" in text
    page.press("Valider").press("Envoyer")
    assert page.heading() == "Votre message est envoyé"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"starts_on": ""}, "Saisissez cette date."),
        ({"country": ""}, "Choisissez le pays de votre séjour."),
        ({"country": "FR"}, "Choisissez le pays de votre séjour."),
        ({"ends_on": day(9)}, "Le séjour se termine avant d’avoir commencé."),
        ({"starts_on": day(-20), "ends_on": day(-10)}, "Ce séjour est terminé."),
        ({"persons": ""}, "Nommez qui part, ou cochez la ligne ci-dessous."),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(
    web: WebWorld, typed: dict[str, str], said: str
) -> None:
    page = service_page(web).press("Valider", **stay(**typed))
    assert page.errors() == [said]
    assert not Draft.objects.exists()


def test_a_message_already_begun_is_not_overwritten(web: WebWorld) -> None:
    page = web.writing().press("Valider", text="Ceci est à moi, et pas encore envoyé.")
    page.open("/services/carte-europeenne/").press("Valider", **stay())
    assert page.errors() == [
        "Vous avez déjà commencé un message. Envoyez-le ou abandonnez-le d’abord, dans une autre "
        "fenêtre : ce que vous avez saisi ici reste."
    ]
    assert Draft.objects.get().text == "Ceci est à moi, et pas encore envoyé."


def test_it_is_not_for_who_is_not_offered_it(web: WebWorld) -> None:
    page = web.reader(web.company).open("/services/carte-europeenne/")
    page.press("Valider", **stay(persons="Odile Exemple"))
    assert page.errors() == ["Ce service n’est pas proposé à votre espace privé."]

"""« Mes services » as the leaflet lists them (R-SVC), and whom to call for help (R-AST)."""

import pytest
from bs4 import Tag

from portal.catalogue.models import Caisse
from tests.support.reader import Reader, words
from tests.support.web_world import WebWorld

PRO, PERSONAL = "Mes services pro", "Mes services perso"


def services_of(page: Reader) -> dict[tuple[str, str], list[str]]:
    """The services shown, by family and rubric."""
    return {
        (words(family.select("h2")[0]), words(part.select("h3")[0])): [
            words(link) for link in part.select("a")
        ]
        for family in page.page.select("section.family")
        for part in family.select(".columns__part")
    }


@pytest.mark.parametrize(
    ("family", "rubric", "named"),
    [
        (
            PRO,
            "Attestations / Exploitation",
            [
                "Demander mes attestations professionnelles",
                "Demander un changement de situation professionnelle",
                "Déclarer un accident du travail ou de trajet non salarié",
                "Consulter mes décomptes d'indemnités journalières",
            ],
        ),
        (
            PRO,
            "Cotisations",
            [
                "Demander la modulation de mes appels fractionnés ou mensuels",
                "Estimer mes cotisations Non Salariés Agricoles",
            ],
        ),
        (
            PRO,
            "Factures et règlement",
            ["Régler mes factures", "Gérer mes comptes de téléversement"],
        ),
        (
            PERSONAL,
            "Santé, invalidité",
            [
                "Demander ma carte d'assurance maladie (carte vitale ou CEAM)",
                "Demander la complémentaire santé solidaire",
                "Demander une pension d'invalidité",
                "Consulter le «Mémo Santé Enfant»",
                "Demander ma carte européenne d'assurance maladie",
            ],
        ),
        (
            PERSONAL,
            "Famille / logement",
            [
                "Déclarer un changement de situation",
                "Déclarer mes ressources",
                "Demander mes prestations familiales",
                "Demander une aide au logement",
            ],
        ),
        (
            PERSONAL,
            "RSA, Prime d’activité",
            ["Demander le RSA ou la prime d'activité", "Déclarer mes ressources trimestrielles"],
        ),
        (
            PERSONAL,
            "Retraite",
            [
                "S'informer sur ma retraite",
                "Demander et suivre ma retraite",
                "Bien vivre ma retraite",
            ],
        ),
        (
            PERSONAL,
            "Paiements et attestations",
            ["Suivre mes paiements et demander mes attestations"],
        ),
    ],
    ids=[f"r_svc_{number:02d}" for number in range(1, 9)],
)
def test_r_svc_services_of_a_rubric(
    web: WebWorld, family: str, rubric: str, named: list[str]
) -> None:
    """A farmer sees both families of the leaflet."""
    shown = services_of(web.reader(web.firmin).open("/services/"))
    assert set(named) <= set(shown[family, rubric])


def test_r_svc_09_vous_pouvez_egalement(web: WebWorld) -> None:
    page = web.reader().open("/services/")
    also = page.page.select("section.family")[-1]
    assert words(also.select("h2")[0]) == "Vous pouvez également"
    assert {words(link): link["href"] for link in also.select("a")} == {
        "Nous envoyer un document": "/documents/envoyer/",
        "Nous envoyer un message": "/messages/",
        "Consulter un document": "/documents/",
        "Demander un rendez-vous": "/rendez-vous/",
    }


def help_line(page: Reader) -> str:
    found: Tag = page.one(".site-footer__assistance")
    return words(found)


def test_r_ast_01_assistance_internet_and_its_hours_on_every_page(web: WebWorld) -> None:
    said = "Assistance internet : 03 00 00 00 01 , "
    hours = "du lundi au vendredi de 8 h 30 à 12 h 15 et de 13 h 30 à 16 h 30"
    for path in ("/contact/", "/messages/nouveau/theme/"):
        assert help_line(web.reader().open(path)) == said + hours
    assert hours in words(web.reader().open("/coordonnees/").one("main"))


def test_r_ast_02_the_number_is_that_of_the_caisse(web: WebWorld) -> None:
    web.odile.caisse = Caisse.objects.get(code="nord-pas-de-calais")
    web.odile.save()
    assert "03 20 900 500" in help_line(web.reader().open("/contact/"))
    Caisse.objects.update(assistance_phone="")
    assert not web.reader().open("/contact/").page.select(".site-footer__assistance")

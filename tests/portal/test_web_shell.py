"""The private space around the messaging (R-NAV, R-CTC), and what every page holds."""

import pytest
from django.test import Client

from tests.support.reader import Reader, words
from tests.support.web_world import ODILE, PASSWORD, WebWorld

PRIVATE = [
    "/contact/",
    "/messages/",
    "/messages/nouveau/theme/",
    "/documents/envoyer/",
    "/documents/",
    "/coordonnees/",
    "/mon-compte/",
    "/mon-compte/connexions/",
    "/services/",
    "/services/carte-europeenne/",
    "/recherche/",
    "/attestations/",
    "/paiements/",
    "/demandes/",
    "/rendez-vous/",
    "/rendez-vous/mes-demandes/",
    "/preferences/",
]
PUBLIC = ["/connexion/", "/agents/connexion/", "/connexion/aide/", "/accessibilite/"]


def test_r_nav_01_header(web: WebWorld) -> None:
    page = web.reader().open("/contact/")
    assert words(page.one(".brand__caisse")) == "MSA Picardie"
    assert words(page.one(".account")) == (
        "Odile Aller à l’espace public Mon compte Se déconnecter"
    )
    assert page.page.select(".account a")[0]["href"] == "https://picardie.msa.fr/"
    assert words(page.one("a.brand")) == "MSA Picardie Mon espace privé"
    assert page.open("/mon-compte/").follow("MSA Picardie Mon espace privé").path == "/contact/"
    assert words(web.reader(web.firmin).open("/contact/").one(".brand__caisse")) == "MSA Lorraine"


def test_r_aut_05_whether_one_is_connected_is_on_every_page(web: WebWorld) -> None:
    page = Reader().open("/contact/")
    assert page.path == "/connexion/"
    assert "Se connecter" in words(page.one("main form"))
    assert not page.page.select(".account")
    page = page.press("Se connecter", login=ODILE, password=PASSWORD)
    for path in ("/contact/", "/services/", "/messages/nouveau/", "/mon-compte/"):
        assert words(page.open(path).one(".account__name")) == "Odile"
        assert "Se déconnecter" in words(page.one(".account"))
    page.press("Se déconnecter")
    assert not page.page.select(".account")


def test_r_nav_02_menu(web: WebWorld) -> None:
    page = web.reader().open("/messages/")
    assert [words(tag) for tag in page.page.select(".menu li")] == [
        "Mes services",
        "Mes attestations",
        "Mes paiements",
        "Suivre mes demandes",
        "Contact & échanges",
    ]
    assert words(page.one(".menu [aria-current]")) == "Contact & échanges"


def test_r_nav_06_breadcrumb(web: WebWorld) -> None:
    crumbs = web.reader().open("/contact/").page.select(".breadcrumb li")
    assert [words(crumb) for crumb in crumbs] == [
        "Mon espace privé : particulier",
        "Contact & échanges",
    ]
    crumbs = web.reader(web.company).open("/messages/").page.select(".breadcrumb li")
    assert [words(crumb) for crumb in crumbs] == [
        "Mon espace privé : employeur",
        "Contact & échanges",
        "Mes messages",
    ]


def test_r_nav_07_footer(web: WebWorld) -> None:
    assert "© La MSA : la protection du monde Agricole et Rural - Tous droits réservés" in words(
        web.reader().open("/contact/").one("footer")
    )


@pytest.mark.parametrize(
    ("block", "link", "path"),
    [
        ("Mes documents", "Voir tous mes documents", "/documents/"),
        ("Envoyer un document", "Nous envoyer un document", "/documents/envoyer/"),
        ("Mes messages", "Accéder à la messagerie", "/messages/"),
        ("Demander un rendez-vous", "Demander un rendez-vous", "/rendez-vous/"),
        ("Voir nos coordonnées", "Informations de contact", "/coordonnees/"),
    ],
    ids=["r_ctc_01", "r_ctc_02", "r_ctc_03", "r_ctc_04", "r_ctc_05"],
)
def test_r_ctc_blocks(web: WebWorld, block: str, link: str, path: str) -> None:
    page = web.reader().open("/contact/")
    found = [tag for tag in page.page.select(".block") if words(tag.select("h2")[0]) == block]
    assert [words(tag) for tag in found[0].select("a")] == [link]
    assert page.follow(link).path == path


def test_r_ctc_07_from_the_private_space_to_the_messaging(web: WebWorld) -> None:
    page = web.reader().open("/").follow("Contact & échanges").follow("Accéder à la messagerie")
    assert page.heading() == "Mes messages et mes réponses"


def test_pages_to_come_say_so_and_what_to_do_meanwhile(web: WebWorld) -> None:
    page = web.reader().open("/attestations/")
    assert page.notices() == [
        "Ce service n’est pas encore ouvert sur ce portail. Il sera proposé ici."
    ]
    assert (
        page.follow("par un message depuis votre espace privé").path == "/messages/nouveau/theme/"
    )


def test_services_are_those_of_the_profile(web: WebWorld) -> None:
    person = web.reader().open("/services/").text()
    assert "Déclarer un changement de situation" in person
    company = web.reader(web.company).open("/services/").text()
    assert "Déclarer un changement de situation" not in company
    assert "Déclarations" in company


def test_the_account_page_never_shows_the_number(web: WebWorld) -> None:
    page = web.reader().open("/mon-compte/")
    assert web.odile.nir not in page.text().replace(" ", "")
    assert "odile@exemple-msa.test" in page.text()


@pytest.mark.parametrize("path", PRIVATE + PUBLIC)
def test_every_page_is_whole_french_and_free_of_inline_code(web: WebWorld, path: str) -> None:
    reader = web.reader() if path in PRIVATE else Reader()
    page = reader.open(path)
    assert page.status == 200
    assert page.path == path
    assert page.one("html")["lang"] == "fr"
    assert words(page.one("title")).endswith("– Mon espace privé")
    assert page.heading()
    assert page.page.select("a")[0]["href"] == "#contenu"
    assert page.one("main#contenu")
    assert not page.page.select("style, [style], script:not([src]), [onclick], [onsubmit]")
    ids = [tag["id"] for tag in page.page.select("[id]")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", PRIVATE)
def test_pages_of_the_private_space_are_kept_nowhere(web: WebWorld, path: str) -> None:
    response = web.reader().client.get(path)
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("path", PRIVATE)
def test_pages_of_the_private_space_are_for_adherents(web: WebWorld, path: str) -> None:
    assert Client().get(path)["Location"].startswith("/connexion/")


def test_every_file_a_page_asks_for_is_there(web: WebWorld) -> None:
    reader = web.reader()
    wanted = set()
    for path in ["/messages/", "/messages/nouveau/theme/"]:
        page = reader.open(path).page
        wanted |= {str(tag["href"]) for tag in page.select("link")}
        wanted |= {str(tag["src"]) for tag in page.select("script, img")}
    assert len(wanted) > 5
    for address in wanted:
        response = Client().get(address)
        assert response.status_code == 200, address
        assert b"".join(response)
        response.close()

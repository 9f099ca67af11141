"""« Mes messages et mes réponses », line by line of requirements A6 (R-HOM)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from portal.messaging.models import Message
from tests.support.reader import Reader, words
from tests.support.web_world import PASSWORD, QUESTION, WebWorld

MAY_2017 = datetime(2017, 5, 3, 7, 42, tzinfo=UTC)


def opened(page: Reader) -> list[bool]:
    return [tag.has_attr("open") for tag in page.page.select("details.exchange")]


def test_r_hom_01_write_send_a_document_or_read_the_exchanges(web: WebWorld) -> None:
    web.exchange()
    page = web.reader().open("/messages/")
    assert page.heading() == "Mes messages et mes réponses"
    assert page.headings("h2") == ["Mes échanges"]
    assert len(opened(page)) == 1


def test_r_hom_02_two_buttons_with_their_words(web: WebWorld) -> None:
    page = web.reader().open("/messages/")
    assert [words(tag) for tag in page.page.select("main .button")] == [
        "Ecrire un nouveau message",
        "Envoyer un document",
    ]
    assert page.follow("Ecrire un nouveau message").path == "/messages/nouveau/theme/"


def test_r_hom_03_sending_a_document_leaves_the_messaging(web: WebWorld) -> None:
    page = web.reader().open("/messages/").follow("Envoyer un document")
    assert page.path == "/documents/envoyer/"
    assert page.heading() == "Envoyer un document"
    assert "par courrier" in page.text()
    assert "Service médical" in words(page.page.select("address")[0])


def test_r_hom_04_conversations_are_shown_and_hidden_one_by_one_and_all_together(
    web: WebWorld,
) -> None:
    for _ in range(3):
        web.exchange()
    page = web.reader().open("/messages/")
    assert opened(page) == [True, False, False]
    both = [words(tag) for tag in page.page.select(".show-hide a")]
    assert both == ["masquer tout", "afficher tout"] * 2
    order = [tag["class"][0] for tag in page.page.select(".show-hide, .exchanges")]
    assert order == ["show-hide", "exchanges", "show-hide"]
    assert opened(page.follow("afficher tout")) == [True, True, True]
    assert opened(page.follow("masquer tout")) == [False, False, False]


def test_r_hom_05_headings_with_long_dates_and_two_digit_days(
    web: WebWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    thread = web.exchange(MAY_2017)
    web.reply(thread, timedelta(hours=48))
    monkeypatch.setattr(timezone, "now", lambda: MAY_2017 + timedelta(days=30))
    page = Reader()
    page.open("/messages/").press("Se connecter", login=web.odile.nir, password=PASSWORD)
    assert page.headings("h3") == ["Message du mercredi 03 mai 2017"]
    assert page.headings("h4") == ["Réponse du vendredi 05 mai 2017"]


def test_r_hom_05_the_day_is_the_one_in_paris(web: WebWorld) -> None:
    web.exchange(datetime(2026, 11, 20, 23, 30, tzinfo=UTC))
    page = web.reader().open("/messages/")
    assert page.headings("h3") == ["Message du samedi 21 novembre 2026"]


def test_r_hom_06_history_shows_reference_motif_state_texts_and_who_answered(
    web: WebWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = datetime(2026, 11, 18, 9, 5, tzinfo=UTC)
    thread = web.exchange(sent)
    monkeypatch.setattr(timezone, "now", lambda: sent + timedelta(minutes=5))
    page = web.reader().open("/messages/")
    shown = words(page.one("details.exchange"))
    assert thread.reference in shown
    assert "Changement de situation - Famille" in shown
    assert "Réponse attendue avant le vendredi 20 novembre 2026 à 10 h 05" in shown
    assert QUESTION in shown
    web.reply(thread)
    shown = words(page.open("/messages/").one("details.exchange"))
    assert "Répondu" in shown
    assert "Réponse attendue" not in shown
    assert "Bonjour, votre dossier est à jour." in shown
    assert "Claire Exemple, téléconseillère" in shown


def test_a_promise_that_was_not_kept_is_said_plainly(web: WebWorld) -> None:
    web.exchange(timezone.now() - timedelta(hours=47, minutes=59))
    web.exchange(timezone.now() - timedelta(hours=48, minutes=1))
    states = [words(tag) for tag in web.reader().open("/messages/").page.select(".state")]
    assert states[0].startswith("Réponse attendue avant le ")
    assert states[1].startswith("En retard : la réponse était attendue avant le ")


def test_r_hom_06_a_holding_reply_is_named_as_such_and_the_answer_still_awaited(
    web: WebWorld,
) -> None:
    thread = web.exchange()
    web.reply(thread, text="Nous cherchons.", kind=Message.Kind.HOLDING)
    shown = words(web.reader().open("/messages/").one("details.exchange"))
    assert "Première réponse, pendant que votre question est traitée" in shown
    assert "Réponse attendue avant le" in shown


def test_r_hom_07_fifty_most_recent_exchanges_under_36_months(web: WebWorld) -> None:
    now = timezone.now()
    web.exchange(now - timedelta(days=3 * 366 + 1), text="Trop ancien pour être montré.")
    for place in range(51):
        web.exchange(now - timedelta(minutes=place), text=f"Message numéro {place:02d}.")
    page = web.reader().open("/messages/?ouvert=tout")
    assert len(opened(page)) == 50
    assert "Message numéro 49." in page.text()
    assert "Message numéro 50." not in page.text()
    assert "Trop ancien" not in page.text()


def test_an_empty_history_says_so(web: WebWorld) -> None:
    page = web.reader().open("/messages/")
    assert "Vous n’avez pas encore écrit à votre MSA." in page.text()
    assert not page.page.select(".show-hide")


def test_nobody_sees_the_exchanges_of_another(web: WebWorld) -> None:
    thread = web.exchange(text="Ceci ne regarde que moi.")
    firmin = web.reader(web.firmin)
    assert "Ceci ne regarde que moi." not in firmin.open("/messages/").text()
    assert firmin.open(f"/messages/envoye/{thread.reference}/").status == 404


def test_texts_are_shown_as_written_and_never_as_html(web: WebWorld) -> None:
    web.exchange(text="<script>alert(1)</script>\n\n<b>Deux lignes</b>")
    page = web.reader().open("/messages/")
    assert page.one(".letter__text").get_text() == (
        "<script>alert(1)</script>\n\n<b>Deux lignes</b>"
    )
    assert not page.page.select("main script, main b")


def test_the_page_takes_a_fixed_number_of_queries(
    web: WebWorld,
    django_assert_max_num_queries: pytest.FixtureRequest,
) -> None:
    for _ in range(5):
        web.reply(web.exchange())
    reader = web.reader()
    reader.open("/messages/")
    with django_assert_max_num_queries(20):
        reader.open("/messages/?ouvert=tout")


def test_a_message_in_progress_is_offered_back(web: WebWorld) -> None:
    web.writing().press("Valider", text="Bonjour, je commence seulement")
    page = web.reader().open("/messages/")
    assert "Il n’a pas été envoyé." in page.text()
    assert page.follow("Le reprendre").path == "/messages/nouveau/message/"
    assert "Bonjour, je commence seulement" in page.one("textarea").get_text()
    page.open("/messages/").press("Le supprimer")
    assert "Il n’a pas été envoyé." not in page.text()


def test_adherents_without_a_first_name_are_greeted_by_their_company(web: WebWorld) -> None:
    page = web.reader(web.company).open("/messages/")
    assert words(page.one(".account__name")) == "Vergers d'exemple"

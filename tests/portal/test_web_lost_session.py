"""A message being written survives whatever happens to the session."""

import pytest

from portal.messaging.models import MessageKind, Thread
from portal.web.models import Draft
from tests.support.reader import Reader, typed
from tests.support.web_world import FIRMIN, ODILE, PASSWORD, QUESTION, WebWorld

KEPT = "Votre session a expiré. Votre texte est conservé : reconnectez-vous pour le retrouver."


def test_an_expired_session_keeps_the_text_posted(web: WebWorld) -> None:
    page = web.writing()
    page.client.session.flush()
    page.press("Valider", text=QUESTION, kind=MessageKind.INFORMATION)
    assert page.path == "/connexion/"
    assert page.notices() == [KEPT]
    page.press("Se connecter", login=ODILE, password=PASSWORD)
    assert page.path == "/messages/nouveau/message/"
    assert typed(page.one("textarea")) == QUESTION
    assert page.radio("Une information à signaler").has_attr("checked")
    page.press("Valider").press("Envoyer")
    assert Thread.objects.get().messages.get().text == QUESTION


def test_an_expired_session_keeps_an_unfinished_text_too(web: WebWorld) -> None:
    page = web.writing()
    page.client.session.flush()
    page.press("Modifier le motif", text="court")
    page.press("Se connecter", login=ODILE, password=PASSWORD)
    assert typed(page.one("textarea")) == "court"


def test_an_expired_session_at_the_recap_sends_nothing_and_loses_nothing(web: WebWorld) -> None:
    page = web.recap()
    page.client.session.flush()
    page.press("Envoyer")
    assert page.path == "/connexion/"
    assert not Thread.objects.exists()
    page.press("Se connecter", login=ODILE, password=PASSWORD)
    page.open("/messages/").follow("Le reprendre")
    page.press("Valider").press("Envoyer")
    assert Thread.objects.count() == 1


def test_another_computer_finds_the_message_in_progress(web: WebWorld) -> None:
    web.writing().press("Valider", text=QUESTION)
    elsewhere = Reader().open("/messages/nouveau/message/")
    elsewhere.press("Se connecter", login=ODILE, password=PASSWORD)
    assert typed(elsewhere.one("textarea")) == QUESTION


def test_who_signs_in_next_at_the_same_computer_sees_nothing_of_it(web: WebWorld) -> None:
    page = web.writing()
    page.client.session.flush()
    page.press("Valider", text=QUESTION)
    page.press("Se connecter", login=FIRMIN, password=PASSWORD)
    assert QUESTION not in page.text()
    assert page.path == "/messages/nouveau/theme/"
    assert Draft.objects.get().adherent == web.odile


def test_a_text_posted_under_another_account_goes_to_its_author(web: WebWorld) -> None:
    page = web.writing()
    address, form = page.form("Valider")
    page.client.force_login(web.firmin.user)
    page.post(address, form | {"text": QUESTION})
    assert "commencé avec un autre compte" in page.notices()[0]
    draft = Draft.objects.get()
    assert (draft.adherent, draft.text) == (web.odile, QUESTION)


def test_without_the_key_nobody_writes_into_a_draft(web: WebWorld) -> None:
    page = web.writing()
    address, form = page.form("Valider")
    stranger = Reader()
    for key in ["", "not-a-key", "00000000-0000-0000-0000-000000000000"]:
        stranger.post(address, form | {"text": QUESTION, "submission_key": key})
        assert stranger.path == "/connexion/"
        assert not stranger.notices()
    assert Draft.objects.get().text == ""


@pytest.mark.parametrize("signed_in", [True, False])
def test_a_stale_token_keeps_the_text(web: WebWorld, signed_in: bool) -> None:
    """Signing in again on another page changes the anti-forgery token of all pages."""
    page = web.reader(enforce_csrf_checks=True)
    web.writing()
    address, form = page.open("/messages/nouveau/message/").form("Valider")
    form["csrfmiddlewaretoken"] = "x" * 64
    if not signed_in:
        page.client.session.flush()
    page.post(address, form | {"text": QUESTION})
    assert Draft.objects.get().text == QUESTION
    if signed_in:
        assert page.path == "/messages/nouveau/message/"
        assert "Votre texte est conservé" in page.notices()[0]
        assert typed(page.one("textarea")) == QUESTION
    else:
        assert page.path == "/connexion/"
        assert page.notices() == [KEPT]


def test_a_text_far_too_long_comes_back_whole_to_be_shortened(web: WebWorld) -> None:
    text = "long " * 3000
    page = web.writing().press("Valider", text=text)
    assert typed(page.one("textarea")) == text

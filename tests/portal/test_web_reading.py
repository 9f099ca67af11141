"""Replies read and not read yet, an exchange on paper, and one's own data."""

import json
from datetime import timedelta

from django.utils import timezone

from portal.audit.models import AuditEvent
from portal.web.models import ReadReply
from tests.support.reader import Reader, words
from tests.support.web_world import QUESTION, WebWorld

REPLY = "Bonjour, votre dossier est à jour."


def new_ones(page: Reader) -> list[bool]:
    return [bool(tag.select(".badge")) for tag in page.page.select("details.exchange")]


def opened(page: Reader) -> list[bool]:
    return [tag.has_attr("open") for tag in page.page.select("details.exchange")]


def test_a_new_reply_is_marked_shown_and_then_read(web: WebWorld) -> None:
    now = timezone.now()
    for days in (9, 5, 3):
        thread = web.exchange(now - timedelta(days=days))
        if days == 9:
            web.reply(thread)
    page = web.reader().open("/messages/?ouvert=rien")
    assert new_ones(page) == [False, False, True]
    assert not ReadReply.objects.exists(), "it was not on the screen"
    page.open("/messages/")
    assert opened(page) == [True, False, True]
    assert new_ones(page) == [False, False, True]
    assert page.notices() == ["1 échange a une nouvelle réponse."]
    read = ReadReply.objects.get()
    assert (read.reader, read.message.text) == (web.odile, REPLY)
    page.open("/messages/")
    assert (opened(page), new_ones(page)) == ([True, False, False], [False, False, False])
    assert page.notices() == []
    assert ReadReply.objects.get().at == read.at


def test_one_exchange_on_paper(web: WebWorld) -> None:
    thread = web.exchange(timezone.now() - timedelta(days=3))
    web.reply(thread)
    web.exchange(text="Une autre question, qui n'a rien à voir.")
    page = web.reader().open("/messages/?ouvert=tout")
    page.follow(f"Imprimer cet échange {thread.reference}")
    main = words(page.one("main"))
    for said in (thread.reference, "MSA Picardie", QUESTION, REPLY, "Claire Exemple"):
        assert said in main
    assert "rien à voir" not in main
    assert page.one("main [data-print]:not(.tool)")
    stranger = web.reader(web.firmin).open(f"/messages/{thread.reference}/imprimer/")
    assert stranger.status == 404


def test_ones_own_data_as_a_file_and_nothing_of_another(web: WebWorld) -> None:
    thread = web.exchange(timezone.now() - timedelta(days=3))
    web.reply(thread)
    thread.events.create(kind="noted", agent=web.claire, key=thread.submission_key,
                         at=timezone.now(), text="Note interne.")  # fmt: skip
    web.exchange(text="Ceci ne regarde que Firmin.", adherent=web.firmin)
    page = web.reader().open("/mon-compte/").follow("Mes données").press("Télécharger mes données")
    assert page.response["Content-Disposition"] == 'attachment; filename="mes-donnees.json"'
    assert "no-store" in page.response["Cache-Control"]
    held = json.loads(page.response.content)
    assert held["compte"]["numero_de_securite_sociale"] == web.odile.nir
    (exchange,) = held["echanges"]
    assert [text["texte"] for text in exchange["textes"]] == [QUESTION, REPLY]
    assert "Note interne" not in page.response.content.decode()
    assert AuditEvent.objects.filter(action="account.data_exported").count() == 1

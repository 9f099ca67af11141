"""« Télécharger en PDF »: what the file holds, and whose it is."""

import io
import logging
from datetime import timedelta
from unittest import mock

import pikepdf
import pypdfium2
import pytest
from django.utils import timezone

from portal.accessible_pdf import PdfImpossible
from portal.mandates.models import Mandate
from portal.messaging.models import Message, Thread
from portal.web.models import ReadReply
from tests.support.deposits import a_deposited_file
from tests.support.web_world import QUESTION, WebWorld

LONG_WORD = "à" * 300 + "fin"
WHOLE = ("Une phrase de mon message, sans fin ni retour. " * 16)[:749] + "!"


def words_of(content: bytes) -> str:
    """What a reader of the pages finds, hyphens of lines and page feet included."""
    with pypdfium2.PdfDocument(content) as document:
        pages = [document[n].get_textpage().get_text_range() for n in range(len(document))]
    return " ".join(" ".join(pages).split())


def furthest_right(content: bytes) -> float:
    """Points from the left edge of the page to the right edge of the last character."""
    with pypdfium2.PdfDocument(content) as document:
        ends = []
        for n in range(len(document)):
            page = document[n].get_textpage()
            ends += [page.get_charbox(i)[2] for i in range(page.count_chars())]
    return max(ends)


def test_an_exchange_as_an_accessible_file(web: WebWorld) -> None:
    thread = web.exchange(timezone.now() - timedelta(days=3), text=WHOLE)
    thread.messages.create(
        direction="in", kind=Message.Kind.QUESTION, at=thread.sent_at, text=f"<b>{LONG_WORD}</b>"
    )
    web.reply(thread)
    a_deposited_file(web.odile, thread=thread, shown_name="bail-2026.pdf")
    a_deposited_file(web.odile, shown_name="sans-rapport.pdf")
    web.exchange(text="Une autre question, qui n'a rien à voir.")
    page = web.reader().open("/messages/?ouvert=tout")
    page.follow(f"Télécharger en PDF {thread.reference}")
    answer = page.response
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == (
        f'attachment; filename="echange-{thread.reference}.pdf"'
    )
    assert {"private", "no-store"} <= set(answer["Cache-Control"].replace(" ", "").split(","))
    said = words_of(answer.content)
    for part in (
        f"Échange {thread.reference}",
        "MSA Picardie",
        "Odile Exemple",
        WHOLE,
        "Bonjour, votre dossier est à jour.",
        "Claire Exemple, téléconseillère",
        "Répondu",
        "bail-2026.pdf",
    ):
        assert part in said
    assert f"<b>{LONG_WORD}</b>" in said.replace("\ufffe", "").replace(" ", "")
    for other in ("rien à voir", "sans-rapport.pdf", web.odile.nir):
        assert other not in said
    assert furthest_right(answer.content) < 595 - 50, "nothing runs over the margin"
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang) == "fr"
        assert str(pdf.docinfo["/Title"]) == f"Échange {thread.reference} avec MSA Picardie"
        with pdf.open_metadata() as metadata:
            assert str(metadata["pdfuaid:part"]) == "1"
    assert ReadReply.objects.get().reader == web.odile


def test_nobody_has_another_s_exchange_as_a_file(web: WebWorld) -> None:
    people = [web.odile, web.firmin]
    for person in people:
        web.exchange(text=f"Ceci ne regarde que {person.display_name}.", adherent=person)
    with mock.patch("portal.web.views.exchange_pdf.write_pdf", side_effect=str.encode):
        for person in people:
            reader = web.reader(person)
            for thread in Thread.objects.all():
                answer = reader.client.get(f"/messages/{thread.reference}/pdf/")
                mine = thread.adherent == person
                assert answer.status_code == (200 if mine else 404)
                told = f"que {thread.adherent.display_name}.".replace("'", "&#x27;")
                assert (told in answer.content.decode()) is mine
    signed_out = web.reader().client
    signed_out.logout()
    assert signed_out.get(f"/messages/{thread.reference}/pdf/").status_code == 302


def test_a_proxy_for_messages_alone_is_not_told_of_documents(web: WebWorld) -> None:
    thread = web.exchange()
    a_deposited_file(web.odile, thread=thread, shown_name="bail-2026.pdf")
    today = timezone.localdate()
    mandate = Mandate.objects.create(
        principal=web.odile, proxy=web.firmin, proxy_name="Exemple", for_messages=True,
        given_at=timezone.now(), accepted_at=timezone.now(), starts_on=today,
        ends_on=today + timedelta(days=1), notices="both",
    )  # fmt: skip
    proxy = web.reader(web.firmin)
    proxy.client.post(f"/procurations/{mandate.pk}/agir/")
    with mock.patch("portal.web.views.exchange_pdf.write_pdf", side_effect=str.encode):
        said = proxy.open(f"/messages/{thread.reference}/pdf/").response.content.decode()
        assert QUESTION in said
        assert "bail-2026.pdf" not in said
        mandate.for_documents = True
        mandate.save()
        said = proxy.open(f"/messages/{thread.reference}/pdf/").response.content.decode()
        assert "bail-2026.pdf" in said


def test_where_none_can_be_made_the_page_to_print_is_shown(
    web: WebWorld, caplog: pytest.LogCaptureFixture
) -> None:
    thread = web.exchange()
    with (
        mock.patch(
            "portal.web.views.exchange_pdf.write_pdf", side_effect=PdfImpossible("no Pango")
        ),
        caplog.at_level(logging.CRITICAL, logger="portal.web.views.exchange_pdf"),
    ):
        page = web.reader().open(f"/messages/{thread.reference}/pdf/")
    assert page.path == f"/messages/{thread.reference}/imprimer/"
    assert "imprimez cette page" in page.text()
    limited = web.reader()
    with mock.patch("portal.web.views.exchange_pdf.may_try", return_value=False):
        limited.open(f"/messages/{thread.reference}/pdf/")
    assert "Trop de fichiers PDF" in limited.text()

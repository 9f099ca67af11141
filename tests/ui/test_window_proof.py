"""The proof as a window, a page of paper and a PDF."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desk.models.snapshots import MessageView, NotificationView, ReplyState
from desk.ui.common.times import Times
from desk.ui.conversation.bubble import SaidLine
from desk.ui.proof.printing import print_on
from desk.ui.proof.window import ProofWindow
from desk.ui.theme import Theme
from tests.support.desk_running import RunningDesk
from tests.support.me import ME
from tests.support.views import a_thread_view, an_entry
from tests.ui.test_window_reply import thread_of

NOW_MS = 1_493_800_000_000
NIR = "2 63 05 78 000 000 12"


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> ProofWindow:
    thread = a_thread_view(
        messages=(
            MessageView(1, "in", "question", None, "Bonjour", NOW_MS - 9_000),
            MessageView(51, "out", "holding", "Karim", "Nous cherchons.", NOW_MS - 8_000),
            MessageView(
                52, "out", "answer", "Claire", f"Votre numéro <b>{NIR}</b>.", NOW_MS - 7_000
            ),
        ),
        outbox=(an_entry(state=ReplyState.PUBLISHED, portal_id=52, published_ms=NOW_MS - 7_000),),
        notifications=(
            NotificationView(
                9, 52, "reply_available", "email", "handed_over", 2, "", None, NOW_MS, "<a@b.test>"
            ),
            NotificationView(
                8,
                51,
                "reply_available",
                "email",
                "failed",
                1,
                "mailbox_unknown",
                None,
                NOW_MS - 6_000,
                returned_ms=NOW_MS - 5_000,
            ),
        ),
    )
    made = ProofWindow(theme, thread, ME, Times(), NOW_MS)
    qtbot.addWidget(made)
    return made


def test_the_page_holds_the_whole_way_and_no_nir(window: ProofWindow) -> None:
    page = window.page.toPlainText()
    for words in (
        "no. 52",
        an_entry().event_id,
        "<a@b.test>",
        "Attempts: 2",
        "2 63 •• •• ••• •••",
        "Votre numéro <b>2 •• •• •• ••• •••</b>.",
    ):
        assert words in page
    assert NIR not in window.page.toHtml()
    window.choice.setCurrentIndex(0)
    page = window.page.toPlainText()
    assert "no. 51" in page
    assert "Saved on this PC" not in page, "a colleague's reply"
    assert page.index("handed to the mail server") < page.index("not delivered (this address does")


def test_it_becomes_a_pdf_whole_or_not_at_all(window: ProofWindow, tmp_path: Path) -> None:
    path = tmp_path / f"{window.document_title}.pdf"
    assert window.save(str(path))
    written = path.read_bytes()
    assert written.startswith(b"%PDF-")
    assert written.rstrip().endswith(b"%%EOF")
    assert path.name == "preuve-MSG-2017-000123-52.pdf"

    assert not window.save(str(tmp_path / "nowhere" / "proof.pdf"))
    assert "could not be written" in window.problem.text()
    assert not window.problem.isHidden()


def test_it_is_printed(tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    print_on(printer, "<p>Preuve</p>", "preuve")
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF-")
    assert printer.docName() == "preuve"


def test_from_the_conversation_by_mouse_and_by_key(desk: RunningDesk) -> None:
    work = desk.window.workspace
    desk.open(thread_of(desk, "PERRILLAT"))
    action = desk.window.actions_by_id["proof"]
    assert not action.isEnabled(), "nothing was answered"
    desk.services.publisher.publish(desk.shown or 0, "Bonjour,\n\nC’est fait.\n\nClaire")
    desk.until(lambda: work.thread_view.status == "answered", "answered")  # type: ignore[union-attr]
    desk.until(lambda: action.isEnabled(), "a proof")
    view = work.thread_view
    assert view is not None
    number = view.messages[-1].message_id
    said = [line.accessibleName() for line in work.centre.history.findChildren(SaidLine)]
    assert any(words.startswith("Saved on this PC: ") for words in said)
    assert any(words.endswith(f"no. {number}") for words in said)

    (opens,) = (
        each
        for each in work.centre.history.findChildren(QToolButton)
        if each.accessibleName().startswith("Proof of the reply")
    )
    opens.click()
    assert desk.window.proof.current is not None
    assert desk.window.proof.current.shown.message_id == number
    desk.window.proof.close()
    assert desk.window.proof.current is None
    action.trigger()
    assert desk.window.proof.current is not None
    desk.window.proof.close()

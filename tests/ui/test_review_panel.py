"""A reviewer's panel: passages in whatever characters, and amending beside commenting."""

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from desk.models.snapshots import MessageView, ReviewView
from desk.ui.common.times import Times
from desk.ui.conversation.centre import Centre
from desk.ui.theme import Theme
from tests.support.me import ME
from tests.support.reviewing_views import ASKED, NOW_MS, SENT_BACK, centre_with
from tests.support.stall_watch import StallWatch
from tests.support.views import a_thread_view


@pytest.fixture
def centre(qtbot: QtBot, theme: Theme, stalls: StallWatch) -> Centre:
    """A supervisor's, with a reply to review."""
    with stalls.excused("it is being built"):
        made = centre_with(theme, ASKED, "supervisor")
        qtbot.addWidget(made)
    return made


def show(centre: Centre, review: ReviewView) -> None:
    centre.show_thread(a_thread_view(review=review), None, Times(), NOW_MS)


def test_passages_count_characters_whatever_they_are(centre: Centre) -> None:
    text = "Bonjour 🙂🙂 Madame, 👩‍🌾 elle arrive."
    show(centre, replace(ASKED, review_id=9, text=text))
    panel = centre.review
    assert panel.selected is None
    assert panel.text.find("Madame")
    assert panel.selected is not None
    start, end = panel.selected
    assert text[start:end] == "Madame"
    panel.add_comment(start, end, "Son nom.")
    panel.text.moveCursor(QTextCursor.MoveOperation.Start)
    panel.comments.go_requested.emit(panel.comments.comments[0])
    assert panel.text.textCursor().selectedText() == "Madame"


def test_either_comments_or_an_amended_text(centre: Centre) -> None:
    panel = centre.review
    assert panel.text.isReadOnly()
    assert (panel.can_approve, panel.can_send_back) == (True, True)
    panel.add_comment(0, 7, "Bonsoir ?")
    assert (panel.can_approve, panel.can_send_back) == (False, True)
    assert not panel.amend_button.isEnabled()
    panel.comments.remove_requested.emit(panel.comments.comments[0])
    panel.switch_amending()
    assert not panel.text.isReadOnly()
    panel.text.setPlainText("")
    assert not panel.can_approve, "nothing is no reply"
    panel.text.setPlainText("Bonsoir.")
    assert (panel.can_approve, panel.can_send_back) == (True, False)

    other = replace(ASKED, review_id=8, text="Autre")
    centre.show_thread(a_thread_view(thread_id=8, review=other), None, Times(), NOW_MS)
    assert panel.text.toPlainText() == "Autre"
    centre.show_thread(a_thread_view(review=ASKED), None, Times(), NOW_MS)
    assert panel.text.toPlainText() == "Bonsoir.", "what was begun is kept"
    panel.switch_amending()
    assert panel.text.toPlainText() == ASKED.text
    panel.undo.findChildren(type(panel.amend_button))[0].click()
    assert (panel.text.toPlainText(), panel.work.amended) == ("Bonsoir.", "Bonsoir.")
    assert panel.undo.isHidden()


def test_who_gets_the_panel(centre: Centre) -> None:
    for review, role, training, shown in (
        (ASKED, "supervisor", False, True),
        (ASKED, "agent", False, False),
        (replace(ASKED, asked_of_me=True), "agent", False, True),
        (replace(ASKED, asked_of_me=True), "agent", True, False),
        (replace(ASKED, by_me=True), "supervisor", False, False),
        (replace(ASKED, pending="approve"), "supervisor", False, False),
        (SENT_BACK, "supervisor", False, False),
    ):
        centre.show_agent(msgspec.structs.replace(ME, role=role, in_training=training))
        show(centre, review)
        assert centre.review.isHidden() is not shown, (review, role)
        assert centre.composer.isHidden() is shown


def test_the_reviewer_is_told_that_the_adherent_wrote_since(centre: Centre) -> None:
    assert centre.review.banner.isHidden()
    later = MessageView(9, "in", "question", None, "Encore un mot.", NOW_MS + 1)
    thread = a_thread_view(review=ASKED, messages=(later,))
    centre.show_thread(thread, None, Times(), NOW_MS + 2)
    assert not centre.review.banner.isHidden()

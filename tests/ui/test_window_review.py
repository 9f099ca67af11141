"""A reply read before it leaves, from the author in training to the adherent, between two desks."""

import sqlite3
from contextlib import closing

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desk.demo.adherent import Adherent
from desk.demo.world import ADHERENT_NIR, ADHERENT_PASSWORD
from desk.models.actions import Action
from desk.ui.acts.text_dialog import TextDialog
from desk.ui.composer.confirm import ConfirmDialog
from desk.ui.drafts.mine_dialog import MineDialog
from desk.ui.review.ask_dialog import AskReviewDialog
from desk.ui.review.my_words_dialog import MyWordsDialog
from tests.support.desk_running import MemoryKeyring, RunningDesk
from tests.support.fault_proxy import FaultProxy, What
from tests.support.portal_process import RunningPortal
from tests.ui.conftest import StartDesk
from tests.ui.test_window_reply import thread_of
from tests.ui.test_window_session import sign_out

TEXT = "Bonjour,\n\nVotre carte 🙂 arrive bientôt.\n\nNoé Exemple"
CONTROL = Qt.KeyboardModifier.ControlModifier


def do(desk: RunningDesk, action: str) -> QDialog | None:
    desk.until(desk.window.actions_by_id[action].isEnabled, action)
    desk.window.actions_by_id[action].trigger()
    return desk.window.workspace.dialogs.current


def ask(qtbot: QtBot, desk: RunningDesk, text: str) -> None:
    """« Publier » of who is in training: any supervisor is asked."""
    composer = desk.window.workspace.centre.composer
    desk.until(lambda: composer.possible.write, "may be written")
    composer.editor.setPlainText(text)
    dialog = do(desk, "publish")
    assert isinstance(dialog, AskReviewDialog)
    assert dialog.reviewer_id is None
    desk.until(lambda: dialog.guard.looked, "judged")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)


def review_state(desk: RunningDesk) -> str:
    view = desk.window.workspace.thread_view
    if view is None or view.review is None:
        return ""
    return view.review.pending or view.review.state


def select(desk: RunningDesk, words: str) -> None:
    panel = desk.window.workspace.centre.review
    assert panel.text.find(words)


def test_sent_back_once_then_approved_it_leaves_once(
    qtbot: QtBot, start_desk: StartDesk, portal: RunningPortal
) -> None:
    with (
        start_desk("noe", login="noe.exemple") as noe,
        start_desk("chief", login="sylvie.exemple") as chief,
    ):
        for each in (noe, chief):
            each.sign_in()
        thread_id = thread_of(noe, "FERRANDIER")
        noe.open(thread_id)
        composer = noe.window.workspace.centre.composer
        assert composer.publish_button.accessibleName() == "Ask for a review"
        assert not noe.window.actions_by_id["publish_and_next"].isEnabled()
        ask(qtbot, noe, TEXT)
        noe.until(lambda: review_state(noe) == "asked", "the portal has it")
        assert not composer.possible.write
        assert composer.state_line.text.startswith("In review")

        # The reviewer finds it, comments on a passage, sends it back.
        centre = chief.window.workspace.centre
        chief.open(thread_id)
        chief.until(lambda: centre.review.isVisible(), "to review")
        panel = centre.review
        assert panel.text.toPlainText() == TEXT
        assert panel.text.isReadOnly()
        assert not composer.isHidden()
        assert centre.composer.isHidden()
        select(chief, "bientôt")
        comment = do(chief, "comment_passage")
        assert isinstance(comment, TextDialog)
        comment.edit.setPlainText("Dites quand.")
        qtbot.keyClick(comment, Qt.Key.Key_Return, CONTROL)
        assert [each.text for each in panel.comments.comments] == ["Dites quand."]
        assert not panel.can_approve, "comments go back with the text"
        back = do(chief, "send_back")
        assert isinstance(back, TextDialog)
        back.edit.setPlainText("Presque.")
        qtbot.keyClick(back, Qt.Key.Key_Return, CONTROL)
        chief.until(lambda: review_state(chief) == "sent_back", "sent back")

        # The author sees the comment beside the passage, takes the text up and asks anew.
        noe.until(lambda: review_state(noe) == "sent_back", "came back")
        assert composer.returned.isVisible()
        assert composer.returned.words.text() == "Presque."
        do(noe, "take_up_review")
        assert composer.text == TEXT
        qtbot.keyClick(composer.returned.comments, Qt.Key.Key_Return)
        assert composer.editor.textCursor().selectedText() == "bientôt"
        ask(qtbot, noe, TEXT.replace("bientôt", "lundi"))
        noe.until(lambda: review_state(noe) == "asked", "asked anew")

        chief.until(lambda: review_state(chief) == "asked" and panel.isVisible(), "again")
        assert "lundi" in panel.text.toPlainText()
        panel.switch_amending()
        panel.text.setPlainText(panel.text.toPlainText().replace("arrive", "arrivera"))
        sure = do(chief, "approve")
        assert isinstance(sure, ConfirmDialog)
        chief.until(lambda: sure.guard.looked, "judged")
        sure.accept()
        for each in (noe, chief):
            each.until(
                lambda desk=each: desk.window.workspace.thread_view.status == "answered",  # type: ignore[misc]
                "published",
            )
        view = noe.window.workspace.thread_view
        assert view is not None
        (reply,) = [each for each in view.messages if each.direction == "out"]
        assert (reply.author_name, reply.by_me) == ("Noé Exemple", True)
        assert "arrivera lundi" in reply.text
        assert composer.text == ""
        kinds = [each.kind for each in view.events]
        assert kinds == ["review_asked", "review_sent_back", "review_asked", "review_approved"]
        assert view.events[-1].author_name == "Sylvie Exemple"

    odile = Adherent(portal.url)
    odile.sign_in(ADHERENT_NIR, ADHERENT_PASSWORD)
    seen = odile.conversation(view.reference)
    assert seen.count("arrivera lundi") == 1
    assert "bientôt" not in seen
    assert "Sylvie" not in seen, "who reviewed it is no business of hers"


def test_asked_offline_it_leaves_later_and_can_be_taken_back(
    qtbot: QtBot, start_desk: StartDesk, portal: RunningPortal
) -> None:
    with (
        FaultProxy(portal.url) as proxy,
        start_desk("noe", login="noe.exemple", portal_url=proxy.url) as noe,
    ):
        noe.sign_in()
        thread_id = thread_of(noe, "GABORIEAU")
        noe.open(thread_id)
        dropped = proxy.fail(What.DROP_BEFORE, r"POST /api/v1/threads/\d+/reviews$", None)
        ask(qtbot, noe, TEXT)
        noe.until(dropped.hit.is_set, "tried in vain")
        assert review_state(noe) == Action.ASK_REVIEW, "on its way"
        proxy.heal()
        noe.services.sync.refresh()
        noe.until(lambda: review_state(noe) == "asked", "the portal has it")
        do(noe, "withdraw_review")
        composer = noe.window.workspace.centre.composer
        noe.until(lambda: composer.text == TEXT, "its text is a draft again")
        assert review_state(noe) == ""


def test_what_a_reviewer_began_is_there_after_a_restart_and_when_it_is_settled_without_them(
    qtbot: QtBot, start_desk: StartDesk
) -> None:
    keyring = MemoryKeyring()

    def remarks(desk: RunningDesk) -> list[str]:
        return [each.text for each in desk.window.workspace.centre.review.comments.comments]

    with start_desk("noe", login="noe.exemple") as noe:
        noe.sign_in()
        thread_id = thread_of(noe, "AMIGUES")
        noe.open(thread_id)
        ask(qtbot, noe, TEXT)
        noe.until(lambda: review_state(noe) == "asked", "the portal has it")

        with start_desk("chief", login="sylvie.exemple", keyring=keyring) as chief:
            chief.sign_in()
            chief.until(lambda: thread_of(chief, "AMIGUES") == thread_id, "listed")
            chief.open(thread_id)
            chief.until(chief.window.workspace.centre.review.isVisible, "to review")
            for words, added in (("Bonjour", True), ("bientôt", False)):
                select(chief, words)
                comment = do(chief, "comment_passage")
                assert isinstance(comment, TextDialog)
                comment.edit.setPlainText(f"Sur {words}")
                if added:
                    qtbot.keyClick(comment, Qt.Key.Key_Return, CONTROL)
            assert remarks(chief) == ["Sur Bonjour"]
            # desk ends while the second one is being typed.
        with start_desk("chief", login="sylvie.exemple", keyring=keyring) as chief:
            chief.until(chief.has_messages, "the session was kept")
            chief.open(thread_id)
            chief.until(lambda: remarks(chief) == ["Sur Bonjour", "Sur bientôt"], "still there")
            sign_out(chief, wipe=True)
            chief.until(chief.window.sign_in_page.isVisible, "signed out")
            assert remarks(chief) == []
            chief.sign_in()
            chief.open(thread_id)
            chief.until(lambda: remarks(chief) == ["Sur Bonjour", "Sur bientôt"], "kept")

            do(noe, "withdraw_review")
            banner = chief.window.workspace.banner
            chief.until(lambda: "settled without you" in banner.text, "told")
            do(chief, "my_drafts")
            dialogs = chief.window.workspace.dialogs
            chief.until(lambda: isinstance(dialogs.current, MineDialog), "my drafts")
            mine = dialogs.current
            assert isinstance(mine, MineDialog)
            assert mine.open_button.text() == "See your words"
            mine.accept()
            chief.until(lambda: isinstance(dialogs.current, MyWordsDialog), "the words")
            words_dialog = dialogs.current
            assert isinstance(words_dialog, MyWordsDialog)
            assert "“Bonjour”: Sur Bonjour" in words_dialog.text.toPlainText()
            words_dialog.accept()
            gone: list[bool] = []

            def look() -> bool:
                chief.services.reviews.kept(lambda kept: gone.append(not kept))
                return bool(gone and gone[-1])

            chief.until(look, "thrown away by its agent")


def test_who_leaves_training_publishes_without_signing_in_again(
    start_desk: StartDesk, portal: RunningPortal
) -> None:
    def train(value: int) -> None:
        with closing(sqlite3.connect(portal.database_url.removeprefix("sqlite://"))) as database:
            database.execute(
                "UPDATE accounts_agent SET in_training = ? WHERE user_id ="
                " (SELECT id FROM accounts_user WHERE username = 'noe.exemple')",
                (value,),
            )
            database.commit()

    with start_desk("noe", login="noe.exemple") as noe:
        noe.sign_in()
        noe.open(thread_of(noe, "BENAZIZA"))
        composer = noe.window.workspace.centre.composer
        noe.until(lambda: composer.possible.write, "may be written")
        composer.editor.setPlainText(TEXT)
        assert composer.publish_button.accessibleName() == "Ask for a review"
        train(0)
        try:
            do(noe, "claim")  # any change of the feed, or half a minute
            noe.until(lambda: not composer.in_training, "told")
            assert composer.publish_button.accessibleName() != "Ask for a review"
            assert composer.text == TEXT
            dialog = do(noe, "publish")
            assert isinstance(dialog, ConfirmDialog)
            dialog.reject()
        finally:
            train(1)

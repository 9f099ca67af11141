"""Earlier versions of a draft, the draft of another PC, and the place in a long one."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desk.models.snapshots import KeptText
from desk.services.text_difference import Change
from desk.ui.common.times import Times
from desk.ui.drafts.elsewhere_dialog import ElsewhereDialog
from desk.ui.drafts.versions_dialog import VersionsDialog
from desk.ui.theme import Theme
from tests.support.desk_running import MemoryKeyring, RunningDesk
from tests.ui.conftest import StartDesk
from tests.ui.test_window_reply import click, thread_of, write

FIRST = "Bonjour Madame,\n\nVotre dossier est complet et nous le traitons."
SECOND = "Bonjour Madame,\n\nIl manque une pièce."


def saved(desk: RunningDesk, text: str) -> None:
    """Wait until this text is on the disk."""
    desk.window.workspace.save()
    line = desk.window.workspace.centre.composer.state_line
    desk.until(lambda: "saved on this PC" in line.text, f"saved: {text[:10]}")


def versions(desk: RunningDesk) -> VersionsDialog:
    desk.window.actions_by_id["draft_versions"].trigger()
    dialogs = desk.window.workspace.dialogs
    desk.until(lambda: isinstance(dialogs.current, VersionsDialog), "versions")
    dialog = dialogs.current
    assert isinstance(dialog, VersionsDialog)
    return dialog


def test_a_version_comes_back_and_what_it_replaced_too(qtbot: QtBot, desk: RunningDesk) -> None:
    work, composer = desk.window.workspace, desk.window.workspace.centre.composer
    desk.open(thread_of(desk, "AMIGUES"))
    composer.restore(FIRST, 0)
    saved(desk, FIRST)
    composer.restore(SECOND, len(SECOND))
    saved(desk, SECOND)

    dialog = versions(desk)
    desk.until(lambda: dialog.chosen is not None, "read")
    # What one comes here for is in view: the newest text that is not the present one.
    assert dialog.chosen is not None
    assert dialog.chosen.text == FIRST
    lines = [dialog.list.model().index(row, 0).data() for row in range(2)]
    assert "present text" in lines[0]
    assert f"{len(FIRST)} characters" in lines[1]
    shown = {piece.change: piece.text for piece in dialog.preview.pieces}
    assert "dossier" in shown[Change.HERE]
    assert "manque" in shown[Change.THERE]
    assert "come back (underlined)" in dialog.summary.text()
    assert "manque" in dialog.preview.accessibleDescription()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Up)
    assert not dialog.restore_button.isEnabled()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: composer.text == FIRST, "restored")
    assert work.drafts.banner.isVisible()

    again = versions(desk)
    desk.until(lambda: again.chosen is not None, "read again")
    assert again.chosen is not None
    assert again.chosen.text == SECOND, "what was replaced is a version"
    again.accept()
    desk.until(lambda: composer.text == SECOND, "and comes back in its turn")
    saved(desk, SECOND)


def test_a_text_of_an_exchange_that_is_gone_can_be_copied(qtbot: QtBot, theme: Theme) -> None:
    now_ms = 1_493_800_000_000
    kept = [
        KeptText(3, "Bonjour", now_ms, "MSG-3", "FERRANDIER Odile"),
        KeptText(4, FIRST, now_ms - 60_000, None, None),
    ]
    dialog = VersionsDialog(theme, Times(), kept, 4, now_ms)
    qtbot.addWidget(dialog)
    assert dialog.thread_id == 4
    from desk.models.snapshots import DraftVersion

    dialog.show_versions(4, [DraftVersion(4, now_ms - 60_000, SECOND)])
    assert "no longer" in dialog.exchange.currentText()
    assert "no longer" in dialog.summary.text()
    assert not dialog.restore_button.isEnabled()
    click(qtbot, dialog.copy_button)
    assert QGuiApplication.clipboard().text() == SECOND
    dialog.accept()
    assert dialog.result() == 0, "there is no composer to restore it to"


def both_desks(start_desk: StartDesk, name: str, run: Callable[..., Any]) -> None:
    """The same agent on two PCs, each with its own text of one reply; neither knows of the other's
    yet. `run` gets the first desk, whose text was there first, once it has heard of the second.
    """
    with start_desk("first") as first, start_desk("second") as second:
        first.sign_in()
        second.sign_in()
        thread_id = thread_of(first, name)
        first.open(thread_id)
        second.open(thread_id)
        second.window.workspace.centre.composer.restore(SECOND, 0)
        saved(second, SECOND)
        sent: list[bool] = []

        def look() -> bool:
            second.services.lanes.query(
                lambda conn: conn.exec_driver_sql(
                    "SELECT count(*) FROM draft_copy WHERE thread_id = ?", (thread_id,)
                ).scalar(),
                lambda count: sent.append(True) if count else None,
            )
            return bool(sent)

        second.until(look, "the second PC's copy is with the portal")
        composer = first.window.workspace.centre.composer
        composer.restore(FIRST, 0)
        saved(first, FIRST)
        first.until(lambda: thread_id in first.services.copies.undecided, "heard of the other")
        run(first, thread_id)


def test_both_texts_wait_until_the_agent_takes_the_others(
    qtbot: QtBot, start_desk: StartDesk
) -> None:
    def run(desk: RunningDesk, thread_id: int) -> None:
        work, composer = desk.window.workspace, desk.window.workspace.centre.composer
        desk.until(work.drafts.banner.isVisible, "told")
        assert work.dialogs.current is None, "nothing opens by itself"
        assert composer.text == FIRST
        write(qtbot, desk, "Oui. ")
        assert composer.text == "Oui. " + FIRST, "typing goes on"
        work.drafts.banner.findChildren(type(composer.publish_button))[0].click()
        dialog = work.dialogs.current
        assert isinstance(dialog, ElsewhereDialog)
        assert dialog.my_text.accessibleName()
        assert "newer" in dialog.my_head.text()
        dialog.reject()
        desk.until(work.drafts.banner.isVisible, "it still waits")
        work.drafts.banner.findChildren(type(composer.publish_button))[-1].click()
        again = work.dialogs.current
        assert isinstance(again, ElsewhereDialog)
        click(qtbot, again.theirs_button)
        desk.until(lambda: composer.text == SECOND, "the other PC's text")
        assert not work.drafts.banner.isVisible()
        dialog_of_versions = versions(desk)
        desk.until(lambda: dialog_of_versions.chosen is not None, "read")
        assert dialog_of_versions.chosen is not None
        assert dialog_of_versions.chosen.text == "Oui. " + FIRST, "mine is a version"
        dialog_of_versions.reject()
        desk.window.actions_by_id["delete_draft"].trigger()
        work.save()

    both_desks(start_desk, "AUBRUN", run)


def test_the_place_in_a_long_draft_is_found_again(qtbot: QtBot, start_desk: StartDesk) -> None:
    keyring = MemoryKeyring()
    text = "\n".join(f"Ligne {number} : une pièce de votre dossier." for number in range(120))
    with start_desk(keyring=keyring) as desk:
        desk.sign_in()
        thread_id = thread_of(desk, "BENAZIZA")
        desk.open(thread_id)
        composer = desk.window.workspace.centre.composer
        composer.restore(text, 0)
        cursor = composer.editor.textCursor()
        cursor.setPosition(text.index("Ligne 70"))
        composer.editor.setTextCursor(cursor)
        # Read on by hand, away from the cursor.
        composer.editor.verticalScrollBar().setValue(60)
        place = (composer.editor.caret, composer.editor.top_line)
        assert place == (text.index("Ligne 70"), 60)
        saved(desk, text)
    with start_desk(keyring=keyring) as desk:
        desk.until(desk.has_messages, "the session was kept")
        desk.open(thread_id)
        composer = desk.window.workspace.centre.composer
        assert composer.text == text
        bar = composer.editor.verticalScrollBar()
        desk.until(lambda: bar.value() == 60, "the same lines are in view")
        assert (composer.editor.caret, composer.editor.top_line) == place
        desk.window.actions_by_id["delete_draft"].trigger()
        desk.window.workspace.save()

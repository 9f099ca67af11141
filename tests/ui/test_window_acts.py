"""Notes, motifs, transfers, closing and freeing: from the key to the portal."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.ui.acts.motif_dialog import MotifDialog
from desk.ui.acts.text_dialog import TextDialog
from desk.ui.acts.transfer_dialog import TransferDialog
from desk.ui.conversation.bubble import MessageBubble
from desk.ui.conversation.happenings import NoteCard
from tests.support.desk_running import RunningDesk
from tests.ui.conftest import StartDesk
from tests.ui.test_window_reply import click, thread_of


def ask(desk: RunningDesk, action: str) -> TextDialog:
    desk.until(desk.window.actions_by_id[action].isEnabled, action)
    desk.window.actions_by_id[action].trigger()
    dialog = desk.window.workspace.dialogs.current
    assert isinstance(dialog, TextDialog)
    return dialog


def test_a_note_is_plainly_internal(qtbot: QtBot, desk: RunningDesk) -> None:
    work = desk.window.workspace
    desk.open(thread_of(desk, "GABORIEAU"))
    dialog = ask(desk, "note")
    assert not dialog.accept_button.isEnabled()
    dialog.edit.insertPlainText("Rappelée à 10 h, <b>sans</b> réponse.")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(
        lambda: any(note.note_id for note in work.thread_view.notes),  # type: ignore[union-attr]
        "the portal has it",
    )
    (card,) = work.centre.history.findChildren(NoteCard)
    assert card.body.text() == "Rappelée à 10 h, <b>sans</b> réponse."
    assert card.body.textFormat() is Qt.TextFormat.PlainText
    assert not isinstance(card, MessageBubble)
    assert "Internal note" in card.accessibleName()


def test_the_motif_is_corrected_by_keyboard(qtbot: QtBot, desk: RunningDesk) -> None:
    work = desk.window.workspace
    desk.open(thread_of(desk, "QUINCAMPOIX"))
    before = work.thread_view
    assert before is not None
    desk.window.actions_by_id["reclassify"].trigger()
    dialog = work.dialogs.current
    assert isinstance(dialog, MotifDialog)
    everything = dialog.list.model().rowCount()
    qtbot.keyClicks(dialog.search, "CARTE europeenne", delay=12)
    assert 0 < dialog.list.model().rowCount() < everything
    wanted = dialog.chosen
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    desk.until(lambda: work.thread_view.motif == wanted, "corrected")  # type: ignore[union-attr]
    after = work.thread_view
    assert after is not None
    assert after.original_motif == before.motif
    assert [event.kind for event in after.events] == ["reclassified"]


def test_a_reason_is_needed_to_close(qtbot: QtBot, desk: RunningDesk) -> None:
    work = desk.window.workspace
    desk.open(thread_of(desk, "FIGUEIRAL"))
    dialog = ask(desk, "close_thread")
    dialog.edit.insertPlainText("no")
    assert not dialog.accept_button.isEnabled()
    assert dialog.edit.accessibleDescription() == dialog.problem.text() != ""
    dialog.edit.insertPlainText("n : doublon")
    click(qtbot, dialog.accept_button)
    desk.until(lambda: work.thread_view.status == "closed", "closed")  # type: ignore[union-attr]
    assert not desk.window.actions_by_id["close_thread"].isEnabled()


def transferring(desk: RunningDesk) -> TransferDialog:
    desk.until(desk.window.actions_by_id["transfer"].isEnabled, "may be transferred")
    desk.window.actions_by_id["transfer"].trigger()
    dialog = desk.window.workspace.dialogs.current
    assert isinstance(dialog, TransferDialog)
    return dialog


def test_an_exchange_goes_to_another_team(qtbot: QtBot, desk: RunningDesk) -> None:
    work = desk.window.workspace
    desk.open(thread_of(desk, "RABEAU"))
    before = work.thread_view
    assert before is not None
    dialog = transferring(desk)
    wanted = dialog.competence
    assert wanted not in (None, before.competence)
    assert dialog.caisse is None
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter goes on to the reason"
    assert dialog.focusWidget() is dialog.edit
    assert not dialog.accept_button.isEnabled()
    dialog.edit.insertPlainText("Concerne l’autre service")
    click(qtbot, dialog.accept_button)
    desk.until(
        lambda: work.thread_view.competence == wanted,  # type: ignore[union-attr]
        "transferred",
    )


def test_an_exchange_goes_to_another_caisse_by_keyboard(qtbot: QtBot, desk: RunningDesk) -> None:
    work = desk.window.workspace
    thread_id = thread_of(desk, "SCHWOEBEL")
    desk.open(thread_id)
    dialog = transferring(desk)
    mine = desk.services.session.me
    assert mine is not None
    places = dialog.list.model()
    listed = {
        str(places.index(row, 0).data(Qt.ItemDataRole.UserRole)) for row in range(places.rowCount())
    }
    assert f"caisse:{mine.caisse.code}" not in listed
    qtbot.keyClicks(dialog.search, "ALSACE")
    assert (dialog.caisse, dialog.competence) == ("alsace", None)
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    dialog.edit.insertPlainText("Elle a déménagé à Colmar")
    qtbot.keyClick(dialog.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: work.thread_view is None, "it has left the caisse")


def test_only_a_supervisor_ends_a_hold(qtbot: QtBot, start_desk: StartDesk) -> None:
    with (
        start_desk() as claire,
        start_desk("karim", login="karim.exemple") as karim,
        start_desk("chief", login="sylvie.exemple") as chief,
    ):
        for each in (claire, karim, chief):
            each.sign_in()
        thread_id = thread_of(claire, "THOUVENIN")
        claire.open(thread_id)
        claire.window.workspace.claim()
        for each in (karim, chief):
            each.open(thread_id)
            each.until(
                lambda desk=each: bool(desk.window.workspace.thread_view.claim_name),  # type: ignore[misc]
                "held",
            )
        assert not karim.window.actions_by_id["break_claim"].isEnabled()
        dialog = ask(chief, "break_claim")
        dialog.edit.insertPlainText("Claire est absente")
        click(qtbot, dialog.accept_button)
        chief.until(
            lambda: chief.window.workspace.thread_view.claim_name is None,  # type: ignore[union-attr]
            "free",
        )
        claire.until(
            lambda: claire.window.workspace.thread_view.claim_name is None,  # type: ignore[union-attr]
            "told to its holder",
        )

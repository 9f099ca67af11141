"""What an agent's clicks do, from the list to the published reply, against a real portal."""

from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desk.models.snapshots import ReplyState
from desk.services.publisher import ConflictChoice
from desk.ui.composer.confirm import ConfirmDialog
from desk.ui.composer.template_dialog import TemplateDialog
from desk.ui.conversation.bubble import MessageBubble
from tests.support.desk_running import MemoryKeyring, RunningDesk
from tests.support.portal_process import running_portal
from tests.support.stall_watch import StallWatch
from tests.ui.conftest import StartDesk


def click(qtbot: QtBot, button: QPushButton) -> None:
    assert button.isEnabled(), button.text()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def thread_of(desk: RunningDesk, name: str) -> int:
    """The open exchange of an invented adherent, once its row is known."""
    found: list[int] = []

    def look() -> bool:
        desk.services.lanes.query(
            lambda conn: [
                int(row[0])
                for row in conn.exec_driver_sql(
                    "SELECT id FROM thread WHERE adherent_name LIKE ? AND status = 'open'"
                    " ORDER BY id DESC",
                    (f"{name}%",),
                )
            ],
            found.extend,
        )
        return bool(found)

    desk.until(look, f"an exchange of {name}")
    return found[0]


def any_open_thread(desk: RunningDesk) -> int:
    """One that is looked at only: other tests close those of a name."""
    return thread_of(desk, "")


def write(qtbot: QtBot, desk: RunningDesk, text: str) -> None:
    """Type a text: ASCII by keys, accents by the input method, as an AZERTY keyboard does."""
    editor = desk.window.workspace.centre.composer.editor
    editor.setFocus()
    for character in text:
        if character == "\n":
            qtbot.keyClick(editor, Qt.Key.Key_Return)
        elif character.isascii():
            qtbot.keyClicks(editor, character)
        else:
            event = QInputMethodEvent()
            event.setCommitString(character)
            QApplication.sendEvent(editor, event)


def publish(qtbot: QtBot, desk: RunningDesk) -> None:
    """« Publier… », then the question."""
    work = desk.window.workspace
    click(qtbot, work.centre.composer.publish_button)
    dialog = work.dialogs.current
    assert isinstance(dialog, ConfirmDialog)
    click(qtbot, dialog.publish_button)


def test_claim_write_template_publish(qtbot: QtBot, desk: RunningDesk, stalls: StallWatch) -> None:
    work, composer = desk.window.workspace, desk.window.workspace.centre.composer
    thread_id = thread_of(desk, "FERRANDIER")
    desk.open(thread_id)

    click(qtbot, work.centre.header.claim_button)
    desk.until(lambda: work.centre.header.release_button.isVisible(), "claimed")
    assert not work.centre.header.claim_button.isVisible()

    # The dialog with the form of its first template is built in one go: some 60 ms.
    with stalls.excused("the template dialog"):
        click(qtbot, composer.template_button)
    dialog = work.dialogs.current
    assert isinstance(dialog, TemplateDialog)
    qtbot.keyClicks(dialog.search, "reponse question", delay=12)
    dialog.choose("reponse-generale")
    click(qtbot, dialog.insert_button)

    # A value is missing: it is marked in the text and nothing can leave.
    assert [hole.label for hole in composer.editor.holes] == ["Réponse"]
    assert not composer.publish_button.isEnabled()
    assert composer.problem.text() in composer.editor.accessibleDescription()
    assert composer.editor.textCursor().selectedText() == "[À compléter : Réponse]"
    qtbot.keyClicks(composer.editor, "Oui, une demande par personne.")
    assert composer.editor.holes == ()
    desk.until(lambda: "saved on this PC" in composer.state_line.text, "draft saved")

    text = composer.text
    publish(qtbot, desk)
    desk.until(lambda: work.thread_view.status == "answered", "answered")  # type: ignore[union-attr]
    desk.until(lambda: composer.text == "", "the editor is empty again")
    view = work.thread_view
    assert view is not None
    assert view.messages[-1].text == text
    entry = view.outbox[-1]
    assert entry.state is ReplyState.PUBLISHED
    assert str(entry.portal_id) in composer.state_line.text
    assert view.draft is None
    # The button and the editor are gone: the keys stay with the exchange.
    assert desk.window.focusWidget() is work.centre.history


def test_a_reply_is_confirmed_by_keyboard_alone(qtbot: QtBot, desk: RunningDesk) -> None:
    work = desk.window.workspace
    desk.open(thread_of(desk, "KERGOAT"))
    desk.window.actions_by_id["write"].trigger()
    write(qtbot, desk, "Bonjour,\nmerci de nous envoyer l'acte de naissance.")
    desk.window.actions_by_id["publish"].trigger()
    dialog = work.dialogs.current
    assert isinstance(dialog, ConfirmDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: work.thread_view.status == "answered", "answered")  # type: ignore[union-attr]


def test_what_was_published_at_once_does_not_come_back_as_a_draft(
    qtbot: QtBot, desk: RunningDesk
) -> None:
    composer, work = desk.window.workspace.centre.composer, desk.window.workspace
    thread_id = thread_of(desk, "POIRRIER")
    desk.open(thread_id)
    # Typed and published within the half second in which the cursor's place is still to be told.
    composer.editor.insert("Réponse immédiate.")
    publish(qtbot, desk)
    desk.until(lambda: work.thread_view.status == "answered", "answered")  # type: ignore[union-attr]
    desk.until(lambda: composer.text == "", "the editor is empty")
    with qtbot.waitSignal(desk.services.drafts.saved, timeout=1500, raising=False) as saved:
        pass
    assert not saved.signal_triggered
    assert composer.text == ""


def test_a_draft_comes_back_with_its_cursor(qtbot: QtBot, start_desk: StartDesk) -> None:
    keyring = MemoryKeyring()
    with start_desk(keyring=keyring) as desk:
        desk.sign_in()
        thread_id = thread_of(desk, "DUBOSCQ")
        desk.open(thread_id)
        write(qtbot, desk, "Bonjour,\nvotre droit est renouvelé.")
        editor = desk.window.workspace.centre.composer.editor
        for _ in range(4):
            qtbot.keyClick(editor, Qt.Key.Key_Left)
        caret = editor.caret
    with start_desk(keyring=keyring) as desk:
        desk.until(desk.has_messages, "the session was kept")
        desk.open(thread_id)
        composer = desk.window.workspace.centre.composer
        assert composer.text == "Bonjour,\nvotre droit est renouvelé."
        assert composer.editor.caret == caret
        assert "saved on this PC" in composer.state_line.text


def test_texts_of_several_exchanges_do_not_mix(qtbot: QtBot, desk: RunningDesk) -> None:
    first, second = thread_of(desk, "CASTANIER"), thread_of(desk, "MONTALIVET")
    composer = desk.window.workspace.centre.composer
    for round_number in range(3):
        for thread_id in (first, second):
            desk.open(thread_id)
            write(qtbot, desk, f"{thread_id}.{round_number} ")
    desk.open(first)
    assert sorted(composer.text.split()) == [f"{first}.{n}" for n in range(3)]
    desk.open(second)
    assert sorted(composer.text.split()) == [f"{second}.{n}" for n in range(3)]


def test_a_deleted_draft_can_be_taken_back(qtbot: QtBot, desk: RunningDesk) -> None:
    work, composer = desk.window.workspace, desk.window.workspace.centre.composer
    desk.open(thread_of(desk, "MONTALIVET"))
    composer.clear()
    write(qtbot, desk, "Un texte à garder")
    click(qtbot, composer.discard_button)
    assert composer.text == ""
    (undo,) = [b for b in work.banner.findChildren(QPushButton) if b.isVisible()]
    click(qtbot, undo)
    assert composer.text == "Un texte à garder"
    desk.until(lambda: "saved on this PC" in composer.state_line.text, "saved again")


def overtaken(
    qtbot: QtBot, claire: RunningDesk, karim: RunningDesk, name: str, mine: str, theirs: str
) -> int:
    """Karim answers while Claire writes and does not hear of it; she publishes."""
    thread_id = thread_of(claire, name)
    claire.open(thread_id)
    write(qtbot, claire, mine)
    composer = claire.window.workspace.centre.composer
    claire.until(lambda: "saved on this PC" in composer.state_line.text, "saved")
    claire.services.sync.stop()
    karim.open(thread_id)
    write(qtbot, karim, theirs)
    publish(qtbot, karim)
    karim.until(
        lambda: karim.window.workspace.thread_view.status == "answered",  # type: ignore[union-attr]
        "Karim answered",
    )
    publish(qtbot, claire)
    claire.until(lambda: claire.window.workspace.centre.conflict.isVisible(), "conflict")
    return thread_id


@pytest.mark.parametrize(
    ("name", "choice"),
    [("LABROUSSE", ConflictChoice.KEEP_AS_DRAFT), ("VAYSSADE", ConflictChoice.DISCARD)],
)
def test_overtaken_by_a_colleague(
    qtbot: QtBot, start_desk: StartDesk, name: str, choice: ConflictChoice
) -> None:
    mine, theirs = "Ma réponse, longue à écrire.", "La réponse de Karim."
    with (
        start_desk() as claire,
        start_desk("karim", login="karim.exemple") as karim,
    ):
        claire.sign_in()
        karim.sign_in()
        overtaken(qtbot, claire, karim, name, mine, theirs)
        work = claire.window.workspace
        conflict, composer = work.centre.conflict, work.centre.composer
        shown = [edit.toPlainText() for edit in (conflict.their_text, conflict.my_text)]
        assert shown == [theirs, mine]
        assert not conflict.republish_button.isVisible()
        assert "Karim Exemple answered" in conflict.words.text()
        # Nothing has been written by looking.
        assert work.thread_view is not None
        assert [m.text for m in work.thread_view.messages if m.kind == "answer"] == [theirs]

        if choice is ConflictChoice.KEEP_AS_DRAFT:
            click(qtbot, conflict.keep_button)
            claire.until(lambda: not conflict.isVisible(), "back to the composer")
            assert composer.text == mine
            assert not composer.publish_button.isEnabled()
        else:
            click(qtbot, conflict.discard_button)
            claire.until(lambda: not conflict.isVisible() and composer.text == "", "given up")
            (undo,) = [b for b in work.banner.findChildren(QPushButton) if b.isVisible()]
            click(qtbot, undo)
            assert composer.text == mine


def test_both_texts_are_merged_into_the_draft(qtbot: QtBot, start_desk: StartDesk) -> None:
    mine, theirs = "Ma réponse, longue à écrire.", "La réponse de Karim."
    with (
        start_desk() as claire,
        start_desk("karim", login="karim.exemple") as karim,
    ):
        claire.sign_in()
        karim.sign_in()
        thread_id = overtaken(qtbot, claire, karim, "ESCALMEL", mine, theirs)
        work = claire.window.workspace
        conflict, composer = work.centre.conflict, work.centre.composer
        assert not conflict.merge_editor.isVisible()
        click(qtbot, conflict.merge_button)
        assert [edit.isVisible() for edit in (conflict.their_text, conflict.my_text)] == [True] * 2
        assert conflict.merge_editor.toPlainText() == mine
        qtbot.keyClicks(conflict.merge_editor, " Suite.")
        # Written down while it is being written: leaving and coming back loses nothing.
        claire.open(thread_of(claire, "MONTALIVET"))
        claire.open(thread_id)
        claire.until(conflict.merge_editor.isVisible, "merging goes on")
        assert conflict.merge_editor.toPlainText() == f"{mine} Suite."
        click(qtbot, conflict.keep_button)
        claire.until(lambda: not conflict.isVisible(), "back to the composer")
        assert composer.text == f"{mine} Suite."
        assert work.thread_view is not None
        assert [m.text for m in work.thread_view.messages if m.kind == "answer"] == [theirs]


def test_an_exchange_held_by_a_colleague_can_be_written_not_published(
    qtbot: QtBot, start_desk: StartDesk
) -> None:
    with (
        start_desk() as claire,
        start_desk("karim", login="karim.exemple") as karim,
    ):
        claire.sign_in()
        karim.sign_in()
        thread_id = thread_of(claire, "MONTALIVET")
        karim.open(thread_id)
        click(qtbot, karim.window.workspace.centre.header.claim_button)
        claire.open(thread_id)
        header = claire.window.workspace.centre.header
        composer = claire.window.workspace.centre.composer
        claire.until(lambda: not header.claim_button.isEnabled(), "held")
        write(qtbot, claire, "Je prépare")
        assert not composer.publish_button.isEnabled()
        assert "Karim Exemple" in composer.banner.text
        claire.until(lambda: "saved on this PC" in composer.state_line.text, "saved")
        click(qtbot, karim.window.workspace.centre.header.release_button)
        claire.until(composer.publish_button.isEnabled, "free again")


def test_offline_a_reply_waits_and_can_be_withdrawn(
    qtbot: QtBot, tmp_path: Path, start_desk: StartDesk
) -> None:
    with ExitStack() as portals:
        own = portals.enter_context(running_portal(tmp_path / "own"))
        with start_desk(portal_url=own.url) as desk:
            desk.sign_in()
            work, composer = desk.window.workspace, desk.window.workspace.centre.composer
            desk.open(thread_of(desk, "FERRANDIER"))
            write(qtbot, desk, "Écrit sans réseau.")
            portals.close()
            status = desk.window.status
            desk.until(lambda: "Offline since" in status.connection.text(), "offline is told")
            assert "data of" in status.connection.text()

            publish(qtbot, desk)
            desk.until(composer.cancel_button.isVisible, "queued")
            assert composer.editor.isReadOnly()
            assert composer.text == "Écrit sans réseau."
            desk.until(lambda: "waiting" in status.outbox.text(), "told in the status")

            qtbot.mouseClick(status.outbox, Qt.MouseButton.LeftButton)
            outbox = desk.window.outbox.window
            assert outbox.isVisible()
            assert [entry.text for entry in outbox.model.entries] == [composer.text]
            click(qtbot, outbox.cancel_button)
            desk.until(lambda: not composer.editor.isReadOnly(), "withdrawn")
            assert composer.text == "Écrit sans réseau."

            publish(qtbot, desk)
            desk.until(composer.cancel_button.isVisible, "queued again")
            desk.open(thread_of(desk, "MONTALIVET"))
            outbox.table.selectRow(0)
            desk.until(outbox.edit_button.isEnabled, "may be taken up again")
            click(qtbot, outbox.edit_button)
            desk.until(lambda: composer.text == "Écrit sans réseau.", "in the composer")
            desk.until(lambda: not composer.editor.isReadOnly(), "to be written on")
            assert work.thread_view is not None
            assert work.thread_view.status == "open"


def test_the_identifier_is_shown_on_request_and_hidden_again(
    qtbot: QtBot, desk: RunningDesk
) -> None:
    desk.open(thread_of(desk, "MONTALIVET"))
    field = desk.window.workspace.centre.header.identifier
    masked = field.text
    assert "•" in masked
    desk.window.actions_by_id["show_identifier"].trigger()
    desk.until(lambda: field.is_shown, "shown")
    assert "•" not in field.text
    desk.open(thread_of(desk, "CASTANIER"))
    assert not field.is_shown
    assert "•" in field.text


def test_texts_are_never_read_as_html(qtbot: QtBot, desk: RunningDesk) -> None:
    composer = desk.window.workspace.centre.composer
    desk.open(thread_of(desk, "CASTANIER"))
    composer.clear()
    hostile = "<b>gras</b> <a href='https://exemple.test'>lien</a> &amp;"
    QGuiApplication.clipboard().setText(hostile)
    composer.editor.paste()
    assert composer.text == hostile
    publish(qtbot, desk)
    work = desk.window.workspace
    desk.until(lambda: work.thread_view.status == "answered", "answered")  # type: ignore[union-attr]
    bodies = [bubble.body for bubble in work.centre.history.findChildren(MessageBubble)]
    assert bodies[-1].text() == hostile
    assert bodies[-1].textFormat() is Qt.TextFormat.PlainText
    assert not bodies[-1].openExternalLinks()

"""The warnings before publishing, by the keyboard alone, to the portal's audit trail."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.ui.composer.confirm import ConfirmDialog
from tests.support.desk_running import RunningDesk
from tests.ui.test_window_reply import thread_of, write

NIR = "2 63 07 60 999 000 61"


def opened(desk: RunningDesk) -> ConfirmDialog:
    desk.window.actions_by_id["publish"].trigger()
    dialog = desk.window.workspace.dialogs.current
    assert isinstance(dialog, ConfirmDialog)
    desk.until(lambda: dialog.guard.looked, "the text is judged")
    return dialog


def test_each_warning_is_mended_gone_to_or_let_stand(qtbot: QtBot, desk: RunningDesk) -> None:
    work, composer = desk.window.workspace, desk.window.workspace.centre.composer
    desk.open(thread_of(desk, "TAILLEFER"))
    text = (
        "🙂 Bonjour Madame Taillefer,\n\n"
        f"Le numéro {NIR} est le bon ; Mme LABROUSSE aussi.\n"
        "Vous trouverez ci-joint le relevé."
    )
    composer.editor.insert(text)
    dialog = opened(desk)
    kinds = [each.kind.value for each in dialog.guard.findings]
    assert kinds == ["nir", "other_name", "attachment"]
    said = [dialog.guard.list.item(row).text() for row in range(3)]
    assert NIR in said[0]
    assert "line 3" in said[0]

    # Nothing leaves while one is open, whatever is pressed.
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    assert dialog.guard.list.hasFocus()

    # Delete mends, and the rest stands where it stood.
    qtbot.keyClick(dialog.guard.list, Qt.Key.Key_Delete)
    desk.until(lambda: len(dialog.guard.findings) == 2, "one is mended")
    assert NIR not in composer.text
    assert "2 63 •• •• ••• •••" in composer.text
    qtbot.keyClick(dialog.guard.list, Qt.Key.Key_Delete)
    desk.until(lambda: len(dialog.guard.findings) == 1, "two are mended")
    assert "LABROUSSE" not in composer.text

    # Enter goes to the words, selected to be typed over.
    qtbot.keyClick(dialog.guard.list, Qt.Key.Key_Return)
    assert work.dialogs.current is None
    assert composer.editor.textCursor().selectedText() == "ci-joint"
    assert desk.window.focusWidget() is composer.editor
    write(qtbot, desk, "bientôt")

    again = opened(desk)
    assert again.guard.findings == ()
    assert again.guard.isHidden()
    again.reject()

    # Space lets stand; the kind alone goes along.
    composer.editor.insert(" Votre diabète est connu.")
    last = opened(desk)
    assert not last.guard.settled
    qtbot.keyClick(last.guard.list, Qt.Key.Key_Space)
    assert last.guard.settled
    assert last.publish_button.hasFocus()
    qtbot.keyClick(last, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: work.thread_view.status == "answered", "answered")  # type: ignore[union-attr]
    view = work.thread_view
    assert view is not None
    assert view.outbox[-1].body.confirmed == ("health",)

"""What a colleague did while an agent wrote is still told when desk has been closed in between."""

from pytestqt.qtbot import QtBot

from tests.support.desk_running import MemoryKeyring
from tests.ui.conftest import StartDesk
from tests.ui.test_window_reply import overtaken


def test_a_conflict_says_what_changed_after_a_restart(qtbot: QtBot, start_desk: StartDesk) -> None:
    keyring = MemoryKeyring()
    with start_desk("karim", login="karim.exemple") as karim:
        karim.sign_in()
        with start_desk(keyring=keyring) as claire:
            claire.sign_in()
            thread_id = overtaken(qtbot, claire, karim, "BEAUREPAIRE", "Mon texte.", "Le leur.")
            told = claire.window.workspace.centre.conflict.words.text()
            assert told.startswith("• ")
        with start_desk(keyring=keyring) as claire:
            claire.until(claire.has_messages, "the session was kept")
            claire.window.workspace.open_thread(thread_id)
            centre = claire.window.workspace.centre
            claire.until(lambda: centre.conflicting is not None, "still a conflict")
            assert centre.conflict.words.text() == told
            assert centre.conflict.my_text.toPlainText() == "Mon texte."

"""What an agent does to come to a state. Waits look at facts: words are translated."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from desk.models.snapshots import ConnectionState
from desk.ui.composer.confirm import ConfirmDialog
from desk.ui.scheduling.schedule_dialog import ScheduleDialog
from tests.support.desk_running import RunningDesk, wait_until

ANSWER = (
    "Bonjour Monsieur,\n\nVos trois consultations ont été réglées hier. Le versement apparaîtra"
    " sous deux jours dans la rubrique « Mes paiements ».\n\nCordialement,\nClaire Exemple"
)
TO_MADAM = ANSWER.replace("Monsieur", "Madame")
OTHER_ANSWER = (
    "Bonjour Monsieur,\n\nNous n’avons pas reçu la feuille de soins du dentiste. Pouvez-vous nous"
    " l’envoyer par « Envoyer un document » ?\n\nCordialement,\nKarim Exemple"
)


Kind = TypeVar("Kind", bound=QDialog)


def thread_of(desk: RunningDesk, name: str) -> int:
    """The newest open exchange of an invented adherent, once it is known."""
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

    desk.until(look, name)
    return found[0]


def go_to(desk: RunningDesk, thread_id: int) -> None:
    """Open an exchange and select it in the list."""
    desk.window.workspace.go_to(thread_id)
    desk.until(lambda: desk.shown == thread_id, f"exchange {thread_id}")


def write(desk: RunningDesk, text: str) -> None:
    """Put a text into the composer, and wait until it is on the disk."""
    desk.window.workspace.centre.composer.restore(text, len(text))
    saved(desk)


def saved(desk: RunningDesk) -> None:
    """What is in the composer is on the disk."""
    work = desk.window.workspace
    work.save()

    def same() -> bool:
        view = work.thread_view
        return bool(view and view.draft and view.draft.text == work.centre.composer.text)

    desk.until(same, "saved")


def dialog_of(desk: RunningDesk, kind: type[Kind]) -> Kind:
    """The dialog that has opened, once it is there."""
    dialogs = desk.window.workspace.dialogs
    desk.until(lambda: isinstance(dialogs.current, kind), kind.__name__)
    assert isinstance(dialogs.current, kind)
    return dialogs.current


def do(desk: RunningDesk, action: str) -> None:
    """Do one of the table's actions, as its key would."""
    desk.until(desk.window.actions_by_id[action].isEnabled, f"« {action} » is possible")
    desk.window.actions_by_id[action].trigger()


def publish(desk: RunningDesk, thread_id: int, text: str) -> None:
    """Answer an exchange as its agent would, whatever the warnings say."""
    go_to(desk, thread_id)
    desk.window.workspace.centre.composer.restore(text, len(text))
    confirm(desk)


def confirm(desk: RunningDesk) -> None:
    """« Publier… », and yes."""
    desk.window.workspace.publishing.publish()
    agree(desk, dialog_of(desk, ConfirmDialog))


def agree(desk: RunningDesk, dialog: ConfirmDialog | ScheduleDialog) -> None:
    """Let every warning stand, and accept."""
    desk.until(lambda: dialog.guard.looked, "judged")
    for row in range(dialog.guard.list.count()):
        dialog.guard.list.item(row).setCheckState(Qt.CheckState.Checked)
    dialog.accept()
    desk.until(lambda: desk.window.workspace.dialogs.current is not dialog, "accepted")


def online(desk: RunningDesk) -> None:
    """The portal answers."""
    until_state(desk, lambda state: state is ConnectionState.ONLINE)


def offline(desk: RunningDesk) -> None:
    """It does not."""
    until_state(desk, lambda state: state in (ConnectionState.OFFLINE, ConnectionState.NO_NETWORK))


def until_state(desk: RunningDesk, wanted: Callable[[ConnectionState], bool]) -> None:
    """Wait for the connection."""
    wait_until(lambda: wanted(desk.services.sync.view.state), "the connection", patience_s=60)

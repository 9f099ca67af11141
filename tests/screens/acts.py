"""The acts upon an exchange other than answering it, and its deadline."""

from desk.ui.acts.motif_dialog import MotifDialog
from desk.ui.acts.text_dialog import TextDialog
from desk.ui.acts.transfer_dialog import TransferDialog
from tests.screens.camera import Camera
from tests.screens.moves import dialog_of, do, go_to, thread_of
from tests.support.desk_running import RunningDesk


def acting(desk: RunningDesk, camera: Camera) -> None:
    """The dialogs of the acts, and an exchange with a note and a corrected motif."""
    work = desk.window.workspace
    go_to(desk, thread_of(desk, "MONTALIVET"))
    for action, name in (("close_thread", "close"), ("pause", "pause"), ("note", "note")):
        do(desk, action)
        dialog = dialog_of(desk, TextDialog)
        dialog.edit.setPlainText("Rappelée ce matin : elle enverra l’acte de naissance.")
        camera.take(name, dialog)
        if name == "note":
            dialog.accept()
        else:
            dialog.reject()
    do(desk, "reclassify")
    motif = dialog_of(desk, MotifDialog)
    motif.search.setText("carte")
    camera.take("motif", motif)
    motif.accept()
    do(desk, "transfer")
    transfer = dialog_of(desk, TransferDialog)
    camera.take("transfer-team", transfer)
    transfer.search.setText("alsace")
    transfer.edit.setPlainText("Elle a déménagé à Colmar au printemps.")
    camera.take("transfer-caisse", transfer)
    transfer.reject()
    desk.until(lambda: bool(work.thread_view and work.thread_view.original_motif), "corrected")
    desk.until(lambda: bool(work.thread_view and work.thread_view.notes), "noted")
    camera.take("note-and-event")


def explaining(desk: RunningDesk, camera: Camera) -> None:
    """Why this deadline; and one that is paused."""
    work = desk.window.workspace
    go_to(desk, thread_of(desk, "GABORIEAU"))
    do(desk, "deadline")
    account = desk.window.deadline.current
    assert account is not None
    desk.until(lambda: account.table.rowCount() > 0, "the account")
    camera.take("deadline", account)
    account.reject()
    thread_id = thread_of(desk, "GABORIEAU")
    desk.services.publisher.pause(thread_id, "Attestation de scolarité attendue")
    desk.until(lambda: is_paused(desk), "paused")
    camera.take("paused")
    desk.services.publisher.resume(thread_id)
    desk.until(lambda: not is_paused(desk), "runs again")
    assert work.thread_view is not None


def is_paused(desk: RunningDesk) -> bool:
    view = desk.window.workspace.thread_view
    return view is not None and view.pause is not None

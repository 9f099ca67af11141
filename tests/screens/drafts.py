"""Versions of a draft, and another PC's text."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton

from desk.ui.drafts.elsewhere_dialog import ElsewhereDialog
from desk.ui.drafts.versions_dialog import VersionsDialog
from tests.screens.camera import Camera
from tests.screens.moves import OTHER_ANSWER, TO_MADAM, dialog_of, do, go_to, thread_of, write
from tests.support.desk_running import RunningDesk, running_desk

NAME = "VAYSSADE"


def drafting(desk: RunningDesk, camera: Camera) -> None:
    """On Madame Vayssade's exchange; its draft stays."""
    work = desk.window.workspace
    go_to(desk, thread_of(desk, NAME))
    for text in ("Bonjour Madame,\n\nVotre dossier est complet.", TO_MADAM):
        write(desk, text)
    do(desk, "draft_versions")
    versions = dialog_of(desk, VersionsDialog)
    desk.until(lambda: versions.chosen is not None, "read")
    camera.take("draft-versions", versions)
    versions.reject()
    assert work.dialogs.current is None


def writing_elsewhere(desk: RunningDesk, camera: Camera, portal_url: str, folder: Path) -> None:
    """The same agent wrote another text on another PC."""
    work = desk.window.workspace
    thread_id = thread_of(desk, "BEAUREPAIRE")
    with running_desk(portal_url, folder, camera.theme) as other:
        other.sign_in()
        go_to(other, thread_id)
        go_to(desk, thread_id)
        write(other, OTHER_ANSWER)
        other.until(lambda: has_copy(other, thread_id), "its copy is with the portal")
        write(desk, TO_MADAM)
        desk.until(lambda: thread_id in desk.services.copies.undecided, "heard of the other")
    desk.until(work.drafts.banner.isVisible, "told")
    camera.take("draft-of-another-pc")
    work.drafts.banner.findChildren(QPushButton)[-1].click()
    both = dialog_of(desk, ElsewhereDialog)
    camera.take("draft-elsewhere", both)
    both.mine_button.click()
    desk.until(lambda: not work.drafts.banner.isVisible(), "decided")
    do(desk, "delete_draft")


def has_copy(desk: RunningDesk, thread_id: int) -> bool:
    found: list[bool] = []
    desk.services.lanes.query(
        lambda conn: conn.exec_driver_sql(
            "SELECT count(*) FROM draft_copy WHERE thread_id = ?", (thread_id,)
        ).scalar(),
        lambda count: found.append(bool(count)),
    )
    desk.until(lambda: bool(found), "the store")
    return found[0]

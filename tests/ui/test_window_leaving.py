"""Leaving a shared PC after a draft was deleted: nothing unsaved holds the window open."""

from tests.support.desk_running import MemoryKeyring
from tests.ui.conftest import StartDesk
from tests.ui.test_window_session import sign_out


def test_a_deleted_draft_does_not_keep_the_window_from_closing(start_desk: StartDesk) -> None:
    with start_desk(login="karim.exemple", keyring=MemoryKeyring()) as desk:
        desk.sign_in()
        work = desk.window.workspace
        desk.open(1)
        work.centre.composer.restore("Bonjour,\nun texte de trop.", 0)
        desk.until(lambda: not desk.services.drafts.unsaved, "on the disk")
        work.throwing_away.delete()
        sign_out(desk, wipe=True)
        page = desk.window.sign_in_page
        desk.until(page.isVisible, "signed out")
        desk.until(page.banner.isVisible, "erased")
        assert desk.services.drafts.flush_and_wait()

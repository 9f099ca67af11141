"""The portal is away; the session ends."""

from desk.ui.acts.motif_dialog import MotifDialog
from desk.ui.common.banner import Banner
from desk.ui.sign_out_dialog import SignOutDialog
from tests.screens.camera import Camera
from tests.screens.moves import TO_MADAM, dialog_of, do, go_to, offline, publish, thread_of
from tests.support.desk_running import RunningDesk


def losing_the_portal(desk: RunningDesk, camera: Camera) -> None:
    """What was done waits, and says why."""
    work = desk.window.workspace
    offline(desk)
    publish(desk, thread_of(desk, "CASTANIER"), TO_MADAM)
    desk.until(lambda: work.centre.composer.cancel_button.isVisible(), "queued")
    camera.take("offline")
    go_to(desk, thread_of(desk, "GABORIEAU"))
    do(desk, "reclassify")
    dialog_of(desk, MotifDialog).accept()
    desk.until(lambda: bool(work.thread_view and work.thread_view.pending.motif), "waits")
    camera.take("motif-waits")
    desk.window.show_outbox()
    outbox = desk.window.outbox.window
    desk.until(lambda: outbox.model.rowCount() > 1, "outbox")
    outbox.table.selectRow(0)
    camera.take("outbox", outbox)
    outbox.hide()


def ending(desk: RunningDesk, camera: Camera) -> None:
    """The banners of the session, one picture each for those that never stand together."""
    banners = desk.window.banners
    banners.say_ended()
    banners.say_not_kept("absent")
    camera.take("session-ended")
    banners.clear()
    banners.say_restored(2)
    camera.take("portal-restored")
    banners.clear()
    banners.say_removed(1)
    camera.take("texts-removed")
    for banner in banners.findChildren(Banner):
        banner.hide()


def leaving(desk: RunningDesk, camera: Camera) -> None:
    """The question before signing out; what is said to who may no longer work here."""
    go_to(desk, thread_of(desk, "QUINCAMPOIX"))
    desk.window.workspace.centre.composer.restore("Bonjour,\n", 0)
    do(desk, "sign_out")
    dialog = dialog_of(desk, SignOutDialog)
    desk.until(lambda: bool(dialog.fate.text()), "counted")
    camera.take("sign-out", dialog)
    dialog.wipe_box.setChecked(True)
    camera.take("sign-out-wiping", dialog)
    dialog.accept()
    page = desk.window.sign_in_page
    desk.until(page.isVisible, "signed out")
    camera.take("signed-out")
    page.say_revoked()
    camera.take("access-taken-away")
    page.say_wipe_failed("read_only")
    camera.take("copy-not-erased")

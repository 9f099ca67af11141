"""A published reply: taken back in time, told to the adherent, proved."""

from tests.screens.camera import Camera
from tests.screens.moves import TO_MADAM, publish, thread_of
from tests.support.desk_running import RunningDesk, wait_until
from tests.support.portal_process import RunningPortal, running_worker


def answering(desk: RunningDesk, camera: Camera, portal: RunningPortal) -> None:
    """On Madame Ferrandier's exchange."""
    work = desk.window.workspace
    publish(desk, thread_of(desk, "FERRANDIER"), TO_MADAM)
    desk.until(lambda: work.undo.bar.isVisible(), "may be taken back")
    camera.take("undo")
    wait_until(lambda: not work.undo.bar.isVisible(), "too late", patience_s=90)
    with running_worker(portal):
        wait_until(lambda: is_told(desk), "the notification was tried", patience_s=60)
    camera.take("answered")


def is_told(desk: RunningDesk) -> bool:
    view = desk.window.workspace.thread_view
    return view is not None and any(
        told.kind == "reply_available" and told.state != "to_send" for told in view.notifications
    )


def proving(desk: RunningDesk, camera: Camera) -> None:
    """The chain of proof of the reply of `answering`."""
    desk.window.proof.open()
    window = desk.window.proof.current
    assert window is not None
    camera.take("proof", window)
    desk.window.proof.close()

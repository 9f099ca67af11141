"""A reply that leaves later, one that is held, and who is away."""

from desk.ui.scheduling.absence_dialog import AbsenceDialog
from desk.ui.scheduling.schedule_dialog import ScheduleDialog
from tests.screens.camera import Camera
from tests.screens.drafts import NAME
from tests.screens.moves import TO_MADAM, agree, dialog_of, do, go_to, thread_of, write
from tests.support.desk_running import RunningDesk, wait_until
from tests.support.portal_process import RunningPortal, running_worker


def planning(desk: RunningDesk, camera: Camera, portal: RunningPortal) -> None:
    """On Madame Vayssade's exchange."""
    work = desk.window.workspace
    go_to(desk, thread_of(desk, NAME))
    write(desk, TO_MADAM)
    do(desk, "schedule")
    later = dialog_of(desk, ScheduleDialog)
    camera.take("schedule", later)
    later.fields.quick[-1].click()
    camera.take("schedule-late", later)
    agree(desk, later)
    desk.until(lambda: bool(work.thread_view and work.thread_view.scheduled), "scheduled")
    desk.until(lambda: not work.centre.composer.text, "gone from the composer")
    camera.take("scheduled")
    work.scheduling.cancel()
    desk.until(lambda: bool(work.centre.composer.text), "taken back")
    do(desk, "absence")
    absence = dialog_of(desk, AbsenceDialog)
    camera.take("absence", absence)
    absence.accept()
    desk.until(desk.window.banners.absence.isVisible, "noted")
    desk.services.publisher.schedule(
        thread_of(desk, NAME), TO_MADAM, "answer", desk.services.clock.now_ms() + 500
    )
    with running_worker(portal):
        wait_until(lambda: is_held(desk), "held", patience_s=60)
    camera.take("held-because-absent")
    desk.services.absence.set(None)
    desk.until(lambda: not desk.window.banners.absence.isVisible(), "back")


def is_held(desk: RunningDesk) -> bool:
    view = desk.window.workspace.thread_view
    return bool(view and view.scheduled and view.scheduled.held_because)

"""A colleague holds the exchange, or was faster."""

from tests.screens.camera import Camera
from tests.screens.moves import (
    ANSWER,
    OTHER_ANSWER,
    confirm,
    go_to,
    online,
    publish,
    saved,
    thread_of,
    write,
)
from tests.support.desk_running import RunningDesk


def meeting_a_colleague(desk: RunningDesk, karim: RunningDesk, camera: Camera) -> None:
    """Held by Karim; then answered by him while Claire writes."""
    work = desk.window.workspace
    held = thread_of(desk, "KERGOAT")
    go_to(karim, held)
    karim.window.workspace.claim()
    go_to(desk, held)
    desk.until(lambda: bool(work.thread_view and work.thread_view.claim_name), "held")
    work.centre.composer.editor.insert("Bonjour Madame,\n")
    saved(desk)
    camera.take("held-by-a-colleague")

    thread_id = thread_of(desk, "TAILLEFER")
    go_to(desk, thread_id)
    write(desk, ANSWER)
    work.release()
    karim.until(lambda: is_free(karim, thread_id), "given back")
    desk.services.sync.stop()
    publish(karim, thread_id, OTHER_ANSWER)
    karim.until(lambda: status(karim) == "answered", "answered")
    confirm(desk)
    desk.until(lambda: work.centre.conflicting is not None, "conflict")
    desk.services.sync.start()
    online(desk)
    camera.take("conflict")
    work.centre.conflict.begin_merging()
    camera.take("conflict-merging")


def is_free(desk: RunningDesk, thread_id: int) -> bool:
    if desk.shown != thread_id:
        desk.window.workspace.open_thread(thread_id)
        return False
    view = desk.window.workspace.thread_view
    return view is not None and view.claim_name is None


def status(desk: RunningDesk) -> str:
    view = desk.window.workspace.thread_view
    return "" if view is None else view.status

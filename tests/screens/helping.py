"""Every action, the keys, and what desk is."""

from PySide6.QtWidgets import QMessageBox

from desk.ui.shortcuts_window import ShortcutsWindow
from tests.screens.camera import Camera
from tests.screens.moves import do, go_to, thread_of
from tests.support.desk_running import RunningDesk


def helping(desk: RunningDesk, camera: Camera) -> None:
    """With a message open: most actions are possible."""
    go_to(desk, thread_of(desk, "FERRANDIER"))
    do(desk, "palette")
    palette = desk.window.palette_place.current
    assert palette is not None
    camera.take("palette", palette)
    palette.search.setText("pub")
    camera.take("palette-search", palette)
    palette.reject()
    do(desk, "shortcuts")
    shortcuts = desk.window.findChildren(ShortcutsWindow)[-1]
    shortcuts.select("publish")
    camera.take("shortcuts", shortcuts)
    shortcuts.reject()
    do(desk, "about")
    about = desk.window.findChildren(QMessageBox)[-1]
    camera.take("about", about)
    about.close()

"""What is open while the look changes wears the new one whole: icons, pictures, marks in texts."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desk.ui.theme import Theme, ThemeMode
from tests.support.every_window import every_window
from tests.support.stall_watch import StallWatch
from tests.support.waiting import comes_true


def drawn(window: QWidget) -> QImage:
    window.resize(1100, 820)
    window.grab()  # the first drawing after a change of look lays out
    return window.grab().toImage()


def alike(one: QImage, other: QImage) -> bool:
    """The same, or the same colours: a layout may come to rest a line higher."""
    return one == other or colours(one) == colours(other)


def colours(image: QImage) -> set[int]:
    return set(image.convertToFormat(QImage.Format.Format_RGB32).constBits().cast("I"))


def test_an_open_window_looks_like_one_opened_in_the_new_look(
    theme: Theme, stalls: StallWatch
) -> None:
    with stalls.excused("dozens of windows at once, as nobody opens them"):
        was_open = every_window(theme)
        for window in was_open.values():
            drawn(window)
        theme.set_mode(ThemeMode.DARK)
        opened = every_window(theme)
        kept_old = [
            name
            for name, window in was_open.items()
            if not comes_true(lambda a=window, b=opened[name]: alike(drawn(a), drawn(b)), 5)  # type: ignore[misc]
        ]
        for window in (*was_open.values(), *opened.values()):
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert kept_old == []

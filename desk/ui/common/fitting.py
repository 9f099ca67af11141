"""Room for words: they are longer in another language, and larger at another text size."""

from PySide6.QtWidgets import QLayout, QWidget


def fit_to_words(window: QWidget, layout: QLayout, width: int) -> None:
    """Give a window of wrapped words its fixed size: `width` logical pixels, or what its buttons
    need where that is more, and the height that this width makes.
    """
    # Wrapped labels have their height only once the width is known.
    layout.activate()
    wide = max(width, layout.totalMinimumSize().width())
    window.setFixedSize(wide, layout.totalHeightForWidth(wide))


def grow_to_words(window: QWidget, layout: QLayout) -> None:
    """Make a window that the agent may resize high enough for its words at its present width."""
    layout.activate()
    wide = max(window.width(), layout.totalMinimumSize().width())
    window.resize(wide, max(window.height(), layout.totalHeightForWidth(wide)))

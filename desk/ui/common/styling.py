"""Dynamic properties that the style sheet looks at, and small pieces built with them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

_THIN_SPACE = "\u2009"
_AIR = 8  # logical pixels


def set_style(widget: QWidget, **properties: str) -> None:
    """Set properties such as ``role="title"`` or ``tone="warn"`` and let the style see them."""
    if all(widget.property(name) == value for name, value in properties.items()):
        return
    for name, value in properties.items():
        widget.setProperty(name, value)
    restyle(widget)
    for child in widget.findChildren(QLabel):
        restyle(child)


def restyle(widget: QWidget) -> None:
    """Have the style sheet applied again after a property changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label that shows its text as it is: never as HTML, never with links to click."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setOpenExternalLinks(False)
    made.setWordWrap(wrap)
    if wrap:
        # Take the width that is given, and the height that this width needs; no less than a line.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
        made.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    if role:
        made.setProperty("role", role)
    return made


def button(text: str, kind: str = "", accessible: str = "") -> QPushButton:
    """A button; `accessible` says more than its short text where that is needed."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    made.setAccessibleName(accessible or text.replace("&", ""))
    return made


def give_icon(to: QPushButton, icon: QIcon) -> None:
    """An icon before the words. Qt leaves four pixels between them; one thin space makes it air."""
    to.setIcon(icon)
    to.setText(with_air(to.text()))


def with_air(text: str) -> str:
    """The text of a button that has an icon."""
    return f"{_THIN_SPACE}{text.removeprefix(_THIN_SPACE)}"


def give_air(to: QAbstractSpinBox) -> None:
    """Room before a value: a style sheet's padding does not reach into a spin box."""
    to.lineEdit().setTextMargins(_AIR, 0, 0, 0)


def name_choices(box: QComboBox, name: str) -> None:
    """The accessible name of a drop-down, and of the list that it opens."""
    box.setAccessibleName(name)
    box.view().setAccessibleName(name)
    popup = box.view().parentWidget()
    if popup is not None:
        popup.setAccessibleName(name)


def frame(role: str, name: str) -> QFrame:
    """A container; `name` is what assistive technology says of it."""
    made = QFrame()
    made.setProperty("role", role)
    made.setAccessibleName(name)
    return made


def rule() -> QFrame:
    """A thin line between two parts; decoration only."""
    made = QFrame()
    made.setProperty("role", "rule")
    made.setFrameShape(QFrame.Shape.NoFrame)
    return made

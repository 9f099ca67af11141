"""What is wrong with a window for who listens, works by keys, or reads another language."""

import re

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTextEdit,
    QWidget,
)

from desk.ui.common.elided import ElidedLabel
from desk.ui.inbox.path_line import PathLine

WORKED = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
"""What people work."""
SPEAKS_FOR_ITS_PARTS = (QAbstractSpinBox, QComboBox, QLineEdit, QCalendarWidget)
"""Their inner buttons have keys of the field's own."""
NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane)
PIXELS = 2
"""Less is not seen."""


def accessible_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return "" if interface is None else interface.text(QAccessible.Text.Name)


def must_have_a_name(widget: QWidget) -> bool:
    """All that can be reached or read; Qt's own inner parts speak for their owners."""
    if widget.objectName().startswith("qt_") or type(widget).__module__ == "PySide6.QtCore":
        return False
    if isinstance(widget, QHeaderView) and widget.isHidden():
        return False
    if isinstance(widget, QMenu) and not widget.title() and isinstance(widget.parent(), QMenuBar):
        return False  # where Qt puts the menus that do not fit
    if isinstance(widget, QLabel):
        return bool(widget.text())
    return (
        widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        or isinstance(widget, QAbstractButton | QAbstractScrollArea)
        or widget.isWindow()
    )


def nameless(window: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parent()).__name__}"
        for widget in (window, *window.findChildren(QWidget))
        if must_have_a_name(widget) and not accessible_name(widget).strip()
    ]


def unreachable(window: QWidget) -> list[str]:
    """What can be worked now, and not by the keyboard."""
    return [
        f"the keyboard cannot reach {_said(widget)}"
        for widget in _seen(window)
        if isinstance(widget, WORKED)
        and not isinstance(widget, QHeaderView)
        and widget.isEnabled()
        and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not _is_part(widget)
        and not _reached_by_arrows(widget)
    ]


def _reached_by_arrows(widget: QWidget) -> bool:
    """One of several of which one is chosen: Qt has Tab stop at that one, arrows go on from it."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return (
        group is not None
        and group.exclusive()
        and any(
            each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
            for each in group.buttons()
        )
    )


def roleless(window: QWidget) -> list[str]:
    """What takes the focus and does not say what it is."""
    found = []
    for widget in _seen(window):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or _is_part(widget):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if isinstance(widget, WORKED) and (interface is None or interface.role() in NO_ROLE):
            found.append(f"no role: {_said(widget)}")
    return found


def clipped(window: QWidget) -> list[str]:
    """Words that have less room than they need."""
    found = []
    for widget in _seen(window):
        size, wanted = widget.size(), widget.sizeHint()
        if isinstance(widget, QPushButton | QCheckBox | QRadioButton):
            cut = bool(widget.text()) and size.width() < wanted.width() - PIXELS
        elif isinstance(widget, ElidedLabel | PathLine) or not isinstance(widget, QLabel):
            continue
        elif widget.wordWrap():
            cut = size.height() < widget.heightForWidth(size.width()) - PIXELS
        else:
            cut = bool(widget.text()) and size.width() < wanted.width() - PIXELS
        if cut:
            found.append(f"cut: {_said(widget)} ({size.width()} × {size.height()})")
    return found


def untranslated(window: QWidget) -> list[str]:
    """In the pseudo-locale: words of buttons, menus, fields and titles without its brackets."""
    words = [window.windowTitle()] if window.isWindow() else []
    words += [
        action.text() for action in window.findChildren(QAction) if not _is_qt_s(action.parent())
    ]
    for widget in _seen(window):
        if isinstance(widget, QAbstractButton) and not (_is_part(widget) or _is_qt_s(widget)):
            words.append(widget.text())
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            words.append(widget.placeholderText())
    return [
        f"not translated: {each!r}"
        for each in words
        if re.search(r"[^\W\d_]{3}", each) and "[" not in each
    ]


def _seen(window: QWidget) -> list[QWidget]:
    return [each for each in window.findChildren(QWidget) if each.isVisible()]


def _is_part(widget: QWidget) -> bool:
    """Of a field, which has keys of its own for it; of Qt's own."""
    if widget.objectName().startswith("qt_"):
        return True
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, SPEAKS_FOR_ITS_PARTS):
            return True
        parent = parent.parentWidget()
    return False


def _is_qt_s(what: QObject | None) -> bool:
    """Qt says its own words, in the language of its own translation."""
    while what is not None and not isinstance(what, QDialogButtonBox | QCalendarWidget):
        what = what.parent()
    return what is not None


def _said(widget: QWidget) -> str:
    text = getattr(widget, "text", str)()
    return f"{type(widget).__name__} {accessible_name(widget) or text!r}"

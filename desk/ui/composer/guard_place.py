"""The place of a warning in the editor."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from desk.services.guard.finding import Finding, utf16_place


def place_of(editor: QPlainTextEdit, finding: Finding) -> QTextCursor:
    """A cursor that has the finding's words selected."""
    text = editor.toPlainText()
    cursor = QTextCursor(editor.document())
    cursor.setPosition(utf16_place(text, finding.start))
    cursor.setPosition(utf16_place(text, finding.end), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def go_to(editor: QPlainTextEdit, finding: Finding) -> None:
    """Select the words, in view and ready to be typed over."""
    editor.setTextCursor(place_of(editor, finding))
    editor.ensureCursorVisible()
    editor.setFocus()


def mend(editor: QPlainTextEdit, finding: Finding) -> None:
    """Put the finding's replacement in its place, as one step of undo."""
    if finding.replacement is not None:
        place_of(editor, finding).insertText(finding.replacement)

"""« Se déconnecter »: what stays on this PC, what goes, and the agent's choice for a shared PC."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desk.services.unsent_work import UnsentWork
from desk.ui.common.fitting import fit_to_words
from desk.ui.common.styling import button, label, set_style
from desk.ui.theme import Theme

WIDTH = 560


class SignOutDialog(QDialog):
    """Accepted: sign out; `wipe` says whether this PC's copy goes too. Ctrl+Enter accepts."""

    def __init__(self, theme: Theme, *, is_kept: bool, parent: QWidget | None = None) -> None:
        """`is_kept`: the store outlives the session (it has a key in the keyring, or a passphrase).
        Otherwise everything goes, unsent work too, and the dialog says so.
        """
        super().__init__(parent)
        self._is_kept = is_kept
        self._work: UnsentWork | None = None
        title = self.tr("Sign out?")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setFixedWidth(WIDTH)
        self.unsent = label(self.tr("Counting what was not sent…"), "strong", wrap=True)
        self.fate = label("", wrap=True)
        self.wipe_box = QCheckBox(self.tr("Also erase this PC's copy of the messages (shared PC)"))
        self.wipe_box.setAccessibleName(self.wipe_box.text())
        self.wipe_box.setVisible(is_kept)
        self.effect = label("", "muted", wrap=True)
        self.accept_button = button(self.tr("Sign out"), "primary")
        self.accept_button.setDefault(True)
        self.cancel_button = button(self.tr("Stay"))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.accept_button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(label(title, "title"))
        column.addWidget(self.unsent)
        column.addWidget(self.fate)
        column.addSpacing(4)
        column.addWidget(self.wipe_box)
        column.addWidget(self.effect)
        column.addLayout(foot)
        self.wipe_box.toggled.connect(self._say)
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self._say()
        self.accept_button.setFocus()

    @property
    def wipe(self) -> bool:
        """Erase the copy, unsent work apart."""
        return self.wipe_box.isChecked()

    def show_unsent(self, work: UnsentWork) -> None:
        """What was counted."""
        self._work = work
        self._say()

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def _fit(self) -> None:
        """The words change, and with them the height."""
        fit_to_words(self, self._column, WIDTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.accept()
            self.accept()
            return
        super().keyPressEvent(event)

    def _say(self) -> None:
        work = self._work
        if work is not None:
            self.unsent.setText(self._counted(work))
            self.fate.setText(self._fate(work))
            set_style(self.fate, tone="error" if not self._is_kept and not work.is_none else "")
        self.fate.setVisible(bool(self.fate.text()))
        self.effect.setText(self._effect())
        self.wipe_box.setAccessibleDescription(self.effect.text())
        self._fit()

    def _counted(self, work: UnsentWork) -> str:
        if work.is_none:
            return self.tr("Everything that you wrote has been sent: nothing waits on this PC.")
        parts = []
        if work.drafts:
            parts.append(self.tr("%n draft(s)", "", work.drafts))
        if work.reviews:
            parts.append(self.tr("%n review(s) begun", "", work.reviews))
        if work.waiting:
            parts.append(self.tr("%n action(s) waiting to be sent", "", work.waiting))
        if work.returned:
            parts.append(self.tr("%n refused action(s) waiting for you", "", work.returned))
        return self.tr("On this PC: {parts}.").format(parts=", ".join(parts))

    def _fate(self, work: UnsentWork) -> str:
        if work.is_none:
            return ""
        if not self._is_kept:
            return self.tr(
                "This session is kept nowhere: what was not sent is lost when you sign out. Send "
                "it or copy it first."
            )
        words = self.tr(
            "They stay on this PC, encrypted, and nobody can read them until you sign in again."
        )
        if work.waiting:
            # Not within the other's braces: words are collected from plain calls.
            later = self.tr("What waits leaves then, not before.")
            words = f"{words} {later}"
        return words

    def _effect(self) -> str:
        if not self._is_kept:
            return self.tr("Nothing of this session stays on this PC.")
        if self.wipe:
            return self.tr(
                "The messages, notes and history kept on this PC are erased. At your next sign-in "
                "they are loaded from the portal again."
            )
        return self.tr(
            "The messages stay on this PC, encrypted, for your next sign-in: you can then work at "
            "once, even offline."
        )

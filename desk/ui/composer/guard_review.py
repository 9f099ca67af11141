"""One text, judged in the dialog that lets it leave: « Publier… », « Publier plus tard… »."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QPlainTextEdit

from desk.services.guard.finding import Finding
from desk.ui.composer import guard_place
from desk.ui.composer.guard_panel import GuardPanel

Look = Callable[[str, Callable[[tuple[Finding, ...]], None]], None]
"""Judges a text and tells later."""


class GuardReview(QObject):
    """Between a dialog and its `GuardPanel`.

    Nothing is agreed to before the text was judged, nor with a warning that was neither mended nor
    let stand; agreeing earlier is remembered until the judgement is there.
    """

    mended = Signal(str)
    """The text as it now is in the editor; it is judged anew."""
    judged = Signal()
    """The panel shows something else: the dialog may want another size."""

    def __init__(
        self,
        dialog: QDialog,
        panel: GuardPanel,
        text: str,
        look: Look | None,
        writing: QPlainTextEdit | None,
    ) -> None:
        """`look` None: nothing is judged. `writing`: the editor in which the text can be mended."""
        super().__init__(dialog)
        self._dialog = dialog
        self._panel = panel
        self._text = text
        self._look = look
        self._writing = writing
        self._agreed = False
        panel.mend_requested.connect(self._on_mend)
        panel.go_requested.connect(self._on_go)

    @property
    def confirmed_kinds(self) -> tuple[str, ...]:
        """Kinds of the warnings that the author let stand."""
        return self._panel.confirmed_kinds

    def agree(self) -> bool:
        """The author agrees: whether the text may leave. When it was not judged yet, the dialog is
        accepted as soon as it is, unless something is warned of.
        """
        if not self._panel.looked:
            self._agreed = True
        elif not self._panel.settled:
            self._panel.take_focus()
        else:
            return True
        return False

    def judge(self) -> None:
        """Once at the beginning; after mending it comes by itself."""
        text = self._text
        if self._look is None:
            self._panel.show_findings((), text)
            return
        self._look(text, lambda found: self._on_judged(found, text))

    def _on_judged(self, found: tuple[Finding, ...], text: str) -> None:
        dialog = self._dialog
        if text != self._text or dialog.result() or (self._panel.looked and not dialog.isVisible()):
            # Mended or closed meanwhile.
            return
        self._panel.show_findings(found, text)
        self.judged.emit()
        agreed, self._agreed = self._agreed, False
        if agreed:
            dialog.accept()
        elif not self._panel.settled:
            self._panel.take_focus()

    def _on_mend(self, finding: Finding) -> None:
        if self._writing is None:
            return
        guard_place.mend(self._writing, finding)
        self._text = self._writing.toPlainText()
        self.mended.emit(self._text)
        self.judge()

    def _on_go(self, finding: Finding) -> None:
        self._dialog.reject()
        if self._writing is not None:
            guard_place.go_to(self._writing, finding)

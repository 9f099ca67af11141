"""The two dialogs of a reply: its template, and the question before publishing."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from desk import wire
from desk.models.snapshots import ConnectionState, ThreadView
from desk.services.bundle import Services
from desk.services.templates import OnlineService
from desk.ui.common.times import Times
from desk.ui.theme import Theme

if TYPE_CHECKING:
    from desk.services.reply_template import ReplyTemplate
    from desk.services.writing_memory import Remembered
    from desk.ui.composer.guard_review import Look
    from desk.ui.composer.panel import ComposerPanel


class ReplyDialogs(QObject):
    """Opens one at a time, without blocking the event loop: countdowns and saving go on."""

    def __init__(self, services: Services, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._theme = theme
        self._window = window
        self._open: QDialog | None = None
        self.closing = False
        """A dialog is being closed by desk, not by its agent."""

    @property
    def current(self) -> QDialog | None:
        """The dialog on screen."""
        return self._open

    def close(self) -> None:
        if self._open is not None:
            self.closing = True
            self._open.reject()
            self.closing = False

    def choose_template(
        self,
        thread: ThreadView,
        me: wire.Me,
        services: Mapping[str, OnlineService],
        composer: "ComposerPanel",
    ) -> None:
        """Let the agent choose and fill a template; its text enters the composer at the cursor."""
        from desk.ui.composer.template_dialog import TemplateDialog

        dialog = TemplateDialog(
            self._theme,
            self._services.templates,
            thread,
            me,
            services,
            self._services.clock.now_ms(),
            self._window,
            keepable=composer.editor.textCursor().selection().toPlainText() or composer.text,
        )

        memory = self._services.writing_memory
        dialog.dropped.connect(memory.drop)

        def recalled(remembered: "Remembered") -> None:
            if self._open is dialog:
                dialog.remember(remembered)

        memory.recall(thread, recalled)
        dialog.keep_requested.connect(
            lambda text: memory.keep(text, thread, lambda: memory.recall(thread, recalled))
        )

        def insert() -> None:
            view = composer.thread_view
            if (
                dialog.rendered is None
                or dialog.template is None
                or view is None
                or view.thread_id != thread.thread_id
                or not composer.possible.write
            ):
                return
            self.insert(thread, dialog.template, dialog.rendered.text, composer)

        self._show(dialog, insert)

    def insert(
        self, thread: ThreadView, template: "ReplyTemplate", text: str, composer: "ComposerPanel"
    ) -> None:
        """Put a template's text at the cursor and select the first value that it misses."""
        from desk.services.reply_text import holes_in

        start = composer.editor.textCursor().selectionStart()
        composer.editor.insert(text)
        self._services.writing_memory.used(thread, template)
        composer.set_kind(template.kind)
        if holes_in(text):
            composer.editor.go_to_hole_from(start)

    def confirm(
        self,
        thread: ThreadView,
        text: str,
        kind: str,
        times: Times,
        publish: Callable[[tuple[str, ...]], None],
        writing: QPlainTextEdit | None = None,
    ) -> None:
        """Show what would leave, and what the guard warns of; `publish` is called with the kinds of
        warnings let stand when the agent agrees. `writing`: where the text can be mended.
        """
        from desk.ui.composer.confirm import ConfirmDialog

        dialog = ConfirmDialog(
            self._theme,
            times,
            thread,
            text,
            kind,
            self._services.sync.view.state is ConnectionState.ONLINE,
            self._window,
            look=self.look_for(thread),
            writing=writing,
        )
        self._show(dialog, lambda: publish(dialog.confirmed_kinds))

    def look_for(self, thread: ThreadView) -> "Look":
        """Judges texts that would leave for `thread`."""
        guard, me = self._services.guard, self._services.session.me
        return lambda judged, done: guard.look(thread, judged, me, done)

    def ask(self, dialog: QDialog, accepted: Callable[[], None]) -> None:
        """Show a dialog of somebody else's; `accepted` is called when the agent agrees."""
        self._show(dialog, accepted)

    def _show(self, dialog: QDialog, accepted: Callable[[], None]) -> None:
        self.close()
        self._open = dialog

        def finished(result: int) -> None:
            if self._open is dialog:
                self._open = None
            if result == QDialog.DialogCode.Accepted:
                accepted()
            dialog.deleteLater()

        dialog.finished.connect(finished)
        dialog.open()

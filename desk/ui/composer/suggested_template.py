"""« Insérer le modèle conseillé »: the best template for the motif enters the reply at once."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from desk import wire
from desk.models.snapshots import ThreadView
from desk.services.bundle import Services
from desk.services.reply_template import Origin, ReplyTemplate
from desk.services.template_fields import FieldType, FieldValue
from desk.services.templates import OnlineService
from desk.services.writing_memory import Remembered
from desk.ui.common.banner import UNDO_SECONDS, Banner
from desk.ui.composer.panel import ComposerPanel
from desk.ui.composer.question_dialog import QuestionDialog
from desk.ui.reply_dialogs import ReplyDialogs


class SuggestedTemplate(QObject):
    """Spares the window of templates when its first line is what the agent wants.

    Only what speaks of the motif, or was used for it before, is inserted; otherwise the window
    opens. What the text cannot do without is asked first; other missing values are marked in it, as
    from the window.
    """

    def __init__(
        self, services: Services, dialogs: ReplyDialogs, composer: ComposerPanel, banner: Banner
    ) -> None:
        super().__init__(dialogs)
        self._services = services
        self._dialogs = dialogs
        self._composer = composer
        self._banner = banner

    def insert(
        self, thread: ThreadView, me: wire.Me, services: Mapping[str, OnlineService]
    ) -> None:
        """For this exchange, when its reply can still be written once the store was asked."""

        def recalled(remembered: Remembered) -> None:
            if self._still_here(thread):
                self._insert_best(thread, me, services, remembered)

        self._services.writing_memory.recall(thread, recalled)

    def _still_here(self, thread: ThreadView) -> bool:
        shown = self._composer.thread_view
        return (
            shown is not None
            and shown.thread_id == thread.thread_id
            and self._composer.possible.write
            and self._dialogs.current is None
        )

    def _insert_best(
        self,
        thread: ThreadView,
        me: wire.Me,
        services: Mapping[str, OnlineService],
        remembered: Remembered,
    ) -> None:
        templates = self._services.templates
        best = next(iter(templates.ranked(thread, "", remembered.texts, remembered.uses)), None)
        if (
            best is None
            or best.origin is not Origin.COLLECTION
            or not (remembered.uses.get(best.code) or templates.speaks_of(best, thread))
        ):
            self._dialogs.choose_template(thread, me, services, self._composer)
            return
        values: dict[str, FieldValue] = {
            field.name: False if field.type is FieldType.BOOLEAN and not field.required else None
            for field in templates.fields_of(best)
        }
        now_ms = self._services.clock.now_ms()
        rendered = templates.render(best.code, values, thread, me, services, now_ms)
        if not rendered.undecided:
            self._put(thread, best, rendered.text)
            return
        dialog = QuestionDialog(best.title, rendered.undecided, self._composer.window())

        def answered() -> None:
            values.update(dialog.answers)
            if self._still_here(thread):
                written = templates.render(best.code, values, thread, me, services, now_ms)
                self._put(thread, best, written.text)

        self._dialogs.ask(dialog, answered)

    def _put(self, thread: ThreadView, template: ReplyTemplate, text: str) -> None:
        self._dialogs.insert(thread, template, text, self._composer)
        self._banner.say(
            "info",
            self.tr("Template “{title}” inserted. Ctrl+Z takes it out again.").format(
                title=template.title
            ),
            for_seconds=UNDO_SECONDS,
        )

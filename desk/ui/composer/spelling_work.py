"""Spelling in the composer: which names are right in this exchange, and what is said without a
dictionary."""

from PySide6.QtCore import QObject, Slot

from desk.models.snapshots import ThreadView
from desk.services.bundle import Services
from desk.services.spelling.dictionary import Absent
from desk.ui.common.banner import Banner
from desk.ui.composer.panel import ComposerPanel
from desk.ui.composer.spelling import SpellingMarks
from desk.ui.theme import Theme


class SpellingWork(QObject):
    """Lives as long as the composer."""

    def __init__(
        self,
        services: Services,
        theme: Theme,
        composer: ComposerPanel,
        banner: Banner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._composer = composer
        self._banner = banner
        self._shown: int | None = None
        self.marks = SpellingMarks(composer.editor, services.spelling, theme)
        self.marks.unavailable.connect(self._on_unavailable)
        composer.changed.connect(self._on_changed)

    @Slot()
    def _on_changed(self) -> None:
        view = self._composer.thread_view
        shown = None if view is None else view.thread_id
        if view is not None and shown != self._shown:
            self.marks.know(self._names(view))
        elif view is None and self._shown is not None:
            self.marks.know("")
        self._shown = shown

    def _names(self, view: ThreadView) -> str:
        names = [view.adherent_name, view.addressed_name, view.claim_name or ""]
        names += [each.author_name or "" for each in view.messages]
        me = self._services.session.me
        if me is not None:
            info = me.caisse
            names += [me.first_name, me.last_name, info.name, info.address]
            names.append(info.medical_service_address)
        return "\n".join(names)

    @Slot(str)
    def _on_unavailable(self, reason: str) -> None:
        words = {
            Absent.LIBRARY: self.tr("the enchant library is not installed on this PC"),
            Absent.DICTIONARY: self.tr("this PC has no French dictionary"),
        }[Absent(reason)]
        self._banner.say(
            "info",
            self.tr("Spelling is not checked: {reason}.").format(reason=words),
            (self.tr("I see"), lambda: None),
        )

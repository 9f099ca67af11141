"""What was found, as a list."""

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk.clock import PortalClock
from desk.countdown import countdown
from desk.models.search.excerpt import Excerpt, excerpt, spans_of
from desk.models.search.finding import Hit
from desk.models.search.query import Part, Phrase
from desk.services.search import Answer
from desk.ui.common.times import Times
from desk.ui.inbox.countdown_text import countdown_spoken
from desk.ui.search.words import source_words, status_words

Index = QModelIndex | QPersistentModelIndex


class Shown(msgspec.Struct, frozen=True):
    """One exchange as its row shows it."""

    hit: Hit
    name: Excerpt
    place: Excerpt
    """The motif, with its parents where these are why it was found."""
    text: Excerpt


class HitModel(QAbstractListModel):
    """The rows of one answer. Excerpts are made when a row is first shown."""

    def __init__(self, clock: PortalClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._hits: tuple[Hit, ...] = ()
        self._phrases: tuple[Phrase, ...] = ()
        self._names: tuple[Phrase, ...] = ()
        self._shown: dict[int, Shown] = {}
        self.times = Times()

    def show_answer(self, answer: Answer | None) -> None:
        """Show this instead; None: nothing."""
        self.beginResetModel()
        self._shown.clear()
        self._hits = () if answer is None else answer.found.hits
        self._phrases = () if answer is None else answer.query.phrases
        self._names = self._phrases
        if answer is not None:
            # « de:odile ferrandier »: words of a name stand in any order.
            self._names += tuple(
                Phrase((word,), prefix=term.prefix and word is term.words[-1])
                for term in answer.query.terms
                if isinstance(term, Phrase) and term.part is Part.NAME and not term.negated
                for word in term.words
            )
        self.endResetModel()

    @property
    def hits(self) -> tuple[Hit, ...]:
        return self._hits

    def now_ms(self) -> int:
        return self._clock.now_ms()

    def shown(self, row: int) -> Shown:
        """The row with what was found in it."""
        known = self._shown.get(row)
        if known is None:
            hit = self._hits[row]
            text = excerpt(hit.text, self._phrases)
            name = Excerpt(hit.adherent_name, spans_of(hit.adherent_name, self._names))
            place = self._place(hit, explained=bool(text.spans or name.spans))
            known = self._shown[row] = Shown(hit, name, place, text)
        return known

    def _place(self, hit: Hit, *, explained: bool) -> Excerpt:
        """The motif; its parents too where the words were found in nothing else."""
        motif = Excerpt(hit.motif_label, spans_of(hit.motif_label, self._phrases))
        if explained or motif.spans:
            return motif
        for parents in ((hit.sujet_label,), (hit.theme_label, hit.sujet_label)):
            path = " › ".join((*parents, hit.motif_label))
            if spans := spans_of(path, self._phrases):
                return Excerpt(path, spans)
        return motif

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(self.shown(index.row()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hits[index.row()].reference
        return None

    def _spoken(self, shown: Shown) -> str:
        """The row as a screen reader says it."""
        hit, now_ms = shown.hit, self._clock.now_ms()
        if hit.status == "open":
            left = countdown(hit.due_ms, hit.sent_ms, hit.answered_ms, now_ms)
            state = countdown_spoken(left)
        else:
            state = status_words(hit)
        return self.tr("{name}, {state}. {source}, {moment}, {motif}: {text}").format(
            name=hit.adherent_name,
            state=state,
            source=source_words(hit.source),
            moment=self.times.moment(hit.at_ms, now_ms),
            motif=hit.motif_label,
            text=shown.text.text,
        )

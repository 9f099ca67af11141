"""What reviewers have begun on colleagues' replies, in this desk's memory: one for all windows."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from desk.models.snapshots import BegunReview, ReviewView

ReviewKey = tuple[int, int]
"""(the portal's id, when it was asked for): a restored portal gives its ids out again."""


def key_of(review: ReviewView) -> ReviewKey:
    """What tells a review from every other one."""
    return (review.review_id or 0, review.asked_ms)


class BegunReviews(QObject):
    """Panels read and write here, so that what leaves one window is found by the next."""

    written = Signal(object, object, object)
    """(thread id, `ReviewView`, `BegunReview`): the reviewer has gone on."""
    replaced = Signal()
    """Read from the disk, or gone from it: panels look again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._works: dict[ReviewKey, BegunReview] = {}

    def of(self, review: ReviewView) -> BegunReview:
        """What has been done so far; empty when nothing was."""
        return self._works.get(key_of(review), BegunReview())

    def put(self, thread_id: int, review: ReviewView, work: BegunReview) -> None:
        """The reviewer went on; `written` follows."""
        self._works[key_of(review)] = work
        self.written.emit(thread_id, review, work)

    def replace(
        self, works: Iterable[tuple[ReviewKey, BegunReview]], but: Iterable[ReviewKey] = ()
    ) -> None:
        """The disk has these and no others; of those in `but` memory knows more."""
        typing = [each for each, work in self._works.items() if work.begun is not None]
        newer = {each: self._works[each] for each in (*but, *typing) if each in self._works}
        present = {**dict(works), **newer}
        if present != self._works:
            self._works = present
            self.replaced.emit()

    def forget(self) -> None:
        """Nobody works here any more: no text stays in memory."""
        self._works.clear()

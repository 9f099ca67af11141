"""A reviewer at work on a store, in a process that its test kills: says « saved » and goes on."""

import os
import sys
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QTimer

from desk.clock import PortalClock
from desk.models.snapshots import BegunReview, CommentView, ReviewView
from desk.models.store import Store
from desk.services.lanes import Lanes
from desk.services.review_keeper import ReviewKeeper

KEY = bytes(range(32))
ASKED_MS = 1_773_129_600_000
REVIEW = ReviewView(
    7, "Noé Exemple", False, "answer", "Bonjour 🙂, elle arrive.", None, False, "asked", ASKED_MS
)
OTHER = replace(REVIEW, review_id=8, text="Autre texte.")
WORK = BegunReview(
    comments=(CommentView(0, 7, "Madame."),),
    words="Presque.",
    begun=CommentView(11, 23, "Dites qu"),
)
AMENDED = BegunReview(amended="Autre texte, repris.")


def main(path: str, thread_id: str) -> int:
    """Types a key each 5 ms, so that it is killed in the middle of something."""
    application = QCoreApplication(sys.argv[:1])
    lanes = Lanes(Store.open(Path(path), KEY))
    keeper = ReviewKeeper(lanes, PortalClock())
    keeper.start()
    first = BegunReview(comments=WORK.comments)
    keeper.begun.put(int(thread_id), REVIEW, first)
    keeper.begun.put(int(thread_id), REVIEW, WORK)
    keeper.begun.put(int(thread_id), OTHER, AMENDED)
    waiting = {REVIEW.review_id, OTHER.review_id}
    third = replace(REVIEW, review_id=9)
    typed: list[int] = []

    def saved(review_id: int) -> None:
        waiting.discard(review_id)
        if not waiting and not typed:
            os.write(1, b"saved\n")
            keys.start(5)

    def press() -> None:
        typed.append(1)
        keeper.begun.put(int(thread_id), third, BegunReview(amended="x" * len(typed)))

    keys = QTimer()
    keys.timeout.connect(press)
    keeper.saved.connect(saved)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

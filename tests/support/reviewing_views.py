"""The windows of a review with something in them."""

import msgspec
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from desk import wire
from desk.models.snapshots import CommentView, KeptReview, Remark, ReviewView, ThreadView
from desk.ui.common.times import Times
from desk.ui.conversation.centre import Centre
from desk.ui.review.ask_dialog import AskReviewDialog
from desk.ui.review.my_words_dialog import MyWordsDialog
from desk.ui.theme import Theme
from tests.support.me import ME
from tests.support.views import a_thread_view

NOW_MS = 1_493_800_000_000
ASKED = ReviewView(
    7, "Noé Exemple", False, "answer", "Bonjour Madame, elle arrive.", None, False, "asked", NOW_MS
)
SENT_BACK = replace(
    ASKED,
    by_me=True,
    state="sent_back",
    reviewer_name="Sylvie Exemple",
    decided_ms=NOW_MS,
    words="Presque.",
    comments=(CommentView(8, 14, "Son nom."),),
)

SETTLED = KeptReview(
    7,
    NOW_MS,
    3,
    "Noé Exemple",
    (Remark(8, 14, "Son nom.", "Madame"),),
    None,
    "Presque.",
    NOW_MS,
    "MSG-2026-000003",
    "FERRANDIER Odile",
    settled=True,
)


def centre_with(theme: Theme, review: ReviewView, role: str = "agent", **more: bool) -> Centre:
    """The exchange as somebody of that role sees it."""
    centre = Centre(theme)
    centre.show_agent(msgspec.structs.replace(ME, role=role, **more))
    centre.show_thread(a_thread_view(review=review), None, Times(), NOW_MS)
    return centre


def review_windows(theme: Theme) -> dict[str, QWidget]:
    """The author's and the reviewer's."""
    colleagues = [wire.Colleague(5, "Sylvie Exemple", "supervisor")]
    thread: ThreadView = a_thread_view()
    reviewer = centre_with(theme, ASKED, "supervisor")
    reviewer.review.add_comment(8, 14, "Son nom.")
    return {
        "ask for a review": AskReviewDialog(theme, thread, "Bonjour", colleagues, training=True),
        "to review": reviewer,
        "in review": centre_with(theme, replace(ASKED, by_me=True), in_training=True),
        "my words on a review": MyWordsDialog(theme, SETTLED),
        "sent back": centre_with(theme, SENT_BACK, in_training=True),
    }

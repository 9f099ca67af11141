"""What is true of a reply in review, in words."""

from PySide6.QtCore import QCoreApplication

from desk.models.actions import Action
from desk.models.snapshots import ReviewView, ThreadView
from desk.ui.common.times import Times
from desk.ui.conversation.state_words import Said

translate = QCoreApplication.translate


def whom_words(review: ReviewView) -> str:
    """Who is asked: a name, « un superviseur »."""
    return review.asked_of_name or translate("Review", "a supervisor")


def review_said(review: ReviewView, times: Times, now_ms: int) -> Said:
    """One line for the exchange's head, its card and the composer."""
    pending = {
        Action.ASK_REVIEW.value: translate(
            "Review", "Review by {whom}: waits to be sent; the portal does not know of it yet."
        ),
        Action.WITHDRAW_REVIEW.value: translate(
            "Review", "Taking the request for a review back: waits to be sent."
        ),
        Action.SEND_BACK.value: translate("Review", "Sending the reply back: waits to be sent."),
        Action.APPROVE.value: translate(
            "Review", "Your approval waits to be sent: the reply is not published yet."
        ),
    }.get(review.pending)
    if pending is not None:
        return Said(pending.format(whom=whom_words(review)), "clock", "info")
    if not review.waits:
        moment = times.moment(review.decided_ms or review.asked_ms, now_ms)
        words = (
            translate("Review", "{name} sent your reply back {moment}")
            if review.by_me
            else translate("Review", "{name} sent the reply of {author} back {moment}")
        )
        said = words.format(name=review.reviewer_name, author=review.author_name, moment=moment)
        return Said(said, "undo-2", "warn")
    moment = times.moment(review.asked_ms, now_ms)
    if review.by_me:
        words = translate("Review", "In review: {whom} was asked {moment}")
    else:
        words = translate("Review", "Reply of {author} in review: {whom} was asked {moment}")
    return Said(
        words.format(whom=whom_words(review), author=review.author_name, moment=moment),
        "eye",
        "info",
    )


def changed_since(thread: ThreadView, review: ReviewView) -> bool:
    """The adherent wrote after the review was asked for: the text does not answer that."""
    return any(each.direction == "in" and each.at_ms > review.asked_ms for each in thread.messages)

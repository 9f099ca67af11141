"""A reply that a colleague reads before it leaves."""

from desk.models.actions import Passage
from desk.ui.drafts.mine_dialog import MineDialog
from desk.ui.review.ask_dialog import AskReviewDialog
from desk.ui.review.my_words_dialog import MyWordsDialog
from desk.ui.review.panel import ReviewPanel
from tests.screens.camera import Camera
from tests.screens.moves import TO_MADAM, agree, dialog_of, do, go_to, thread_of, write
from tests.support.desk_running import RunningDesk


def reviewing(noe: RunningDesk, chief: RunningDesk, camera: Camera) -> None:
    """On Madame Quincampoix's exchange: Noé, in training, asks; Sylvie sends it back."""
    thread_id = thread_of(noe, "QUINCAMPOIX")
    go_to(noe, thread_id)
    write(noe, TO_MADAM)
    author, reader = camera.of(noe), camera.of(chief)
    do(noe, "publish")
    asking = dialog_of(noe, AskReviewDialog)
    noe.until(lambda: asking.guard.looked, "judged")
    author.take("review-ask", asking)
    agree(noe, asking)
    noe.until(lambda: state(noe) == "asked", "asked")
    author.take("review-waits")
    go_to(chief, thread_id)
    panel = chief.window.workspace.centre.review
    chief.until(lambda: panel.review is not None, "to review")
    assert panel.review is not None
    place = panel.review.text.index("Madame")
    panel.add_comment(place, place + len("Madame"), "Avec son nom, s’il vous plaît.")
    chief.window.workspace.inbox.select_thread(thread_id)
    reader.take("review-panel")
    chief.services.reviews.flush()  # as « Renvoyer » does
    chief.services.publisher.send_back(
        thread_id, panel.review.review_id or 0, "Presque : voyez la salutation.", passages(panel)
    )
    noe.until(lambda: state(noe) == "sent_back", "sent back")
    do(noe, "take_up_review")
    author.take("review-sent-back")
    settled_without_her(noe, chief, camera)


def settled_without_her(noe: RunningDesk, chief: RunningDesk, camera: Camera) -> None:
    """Noé asks anew; while Sylvie is at it, he takes his request back."""
    reader = camera.of(chief)
    do(noe, "publish")
    asking = dialog_of(noe, AskReviewDialog)
    noe.until(lambda: asking.guard.looked, "judged")
    agree(noe, asking)
    panel = chief.window.workspace.centre.review
    chief.until(lambda: panel.isVisible() and state(chief) == "asked", "again")
    panel.add_comment(0, len("Bonjour"), "Plutôt « Madame » seul, comme le veut notre charte.")
    panel.keep_words("La date manque encore.")
    do(noe, "withdraw_review")
    banner = chief.window.workspace.banner
    chief.until(banner.isVisible, "told")
    reader.take("review-settled")
    do(chief, "my_drafts")
    mine = dialog_of(chief, MineDialog)
    reader.take("review-in-my-drafts", mine)
    mine.accept()
    words = dialog_of(chief, MyWordsDialog)
    reader.take("review-my-words", words)
    words.accept()


def passages(panel: ReviewPanel) -> tuple[Passage, ...]:
    return tuple(Passage(each.start, each.end, each.text) for each in panel.work.comments)


def state(desk: RunningDesk) -> str:
    view = desk.window.workspace.thread_view
    return "" if view is None or view.review is None else view.review.pending or view.review.state

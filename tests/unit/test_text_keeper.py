"""Which text belongs in the editor, in every order in which typing, saving and reading may meet."""

from hypothesis import given
from hypothesis import strategies as st

from desk.models.snapshots import DraftView, OutboxView, ReplyState, ThreadView
from desk.ui.composer.text_keeper import Kept, TextKeeper, TextsOnTheWay
from desk.ui.composer.writing import Standing, Writing, writing_of
from tests.support.views import a_thread_view, an_entry

IDLE = Writing(Standing.OPEN, None)


def with_draft(text: str | None, version: int = 1, thread_id: int = 7) -> ThreadView:
    draft = None if text is None else DraftView(thread_id, text, len(text), version, 1000)
    return a_thread_view(thread_id=thread_id, version=version, draft=draft)


def published(text: str) -> OutboxView:
    return an_entry(state=ReplyState.PUBLISHED, text=text, portal_id=9, published_ms=2000)


def test_an_older_draft_of_the_store_never_replaces_what_is_typed() -> None:
    keeper = TextKeeper({})
    assert keeper.enter(with_draft("abc"), IDLE) == Kept("abc", 3)
    keeper.typed()
    assert keeper.take(with_draft("abc"), IDLE, "abcd") is None
    assert keeper.take(with_draft(None), IDLE, "abcd") is None
    assert keeper.dirty
    assert keeper.take(with_draft("abcd"), IDLE, "abcd") is None
    assert not keeper.dirty


def test_a_published_text_leaves_the_editor_even_before_its_saving_was_seen() -> None:
    keeper = TextKeeper({})
    keeper.enter(with_draft(None), IDLE)
    keeper.typed()
    gone = keeper.take(with_draft(None), Writing(Standing.ANSWERED, published("Oui.")), "Oui.\n")
    assert gone == Kept("", 0)


def test_a_text_that_went_on_growing_stays_after_the_publication() -> None:
    keeper = TextKeeper({})
    keeper.enter(with_draft(None), IDLE)
    keeper.typed()
    writing = Writing(Standing.ANSWERED, published("Oui."))
    assert keeper.take(with_draft(None), writing, "Oui. Et encore.") is None


def test_going_away_and_back_before_the_save_keeps_the_text() -> None:
    keeper = TextKeeper({})
    keeper.enter(with_draft("abc"), IDLE)
    keeper.typed()
    keeper.leave(7, Kept("abcd", 4))
    assert keeper.enter(with_draft(None, thread_id=8), IDLE) == Kept("", 0)
    keeper.leave(8, Kept("", 0))
    assert keeper.enter(with_draft("abc"), IDLE) == Kept("abcd", 4)
    assert keeper.dirty


def test_going_back_to_what_was_published_meanwhile_finds_nothing() -> None:
    keeper = TextKeeper({})
    keeper.enter(with_draft(None), IDLE)
    keeper.typed()
    keeper.leave(7, Kept("Oui.", 4))
    writing = Writing(Standing.ANSWERED, published("Oui."))
    assert keeper.enter(with_draft(None), writing) == Kept("", 0)


def test_what_was_seen_is_not_unseen_by_a_draft_saved_earlier() -> None:
    keeper = TextKeeper({})
    keeper.enter(with_draft("abc", version=4), IDLE)
    keeper.seen_version = 5  # « J’ai relu »
    keeper.take(with_draft("abc", version=4), IDLE, "abc")
    assert keeper.seen_version == 5


@given(
    st.lists(st.sampled_from(["type", "save", "read", "away_and_back", "read_older"]), max_size=25)
)
def test_nothing_typed_is_ever_lost_from_the_screen(steps: list[str]) -> None:
    """The store holds some prefix of what was typed, and answers late; the screen holds all."""
    keeper = TextKeeper({})
    typed, stored, older = "", "", ""
    screen = keeper.enter(with_draft(None), IDLE).text
    for step in steps:
        match step:
            case "type":
                typed += "x"
                screen += "x"
                keeper.typed()
            case "save":
                older, stored = stored, typed
            case "read" | "read_older":
                # A reading that began before a save: only before any reading saw the save.
                seen = stored if step == "read" or not keeper.dirty else older
                instead = keeper.take(with_draft(seen or None), IDLE, screen)
                screen = screen if instead is None else instead.text
                older = seen
            case "away_and_back":
                keeper.leave(7, Kept(screen, 0))
                keeper.enter(with_draft(None, thread_id=8), IDLE)
                keeper.leave(8, Kept("", 0))
                screen = keeper.enter(with_draft(stored or None), IDLE).text
        assert screen == typed


def test_the_standing_of_an_exchange() -> None:
    def standing(**fields: object) -> Standing:
        return writing_of(a_thread_view(**fields)).standing

    assert standing() is Standing.OPEN
    assert standing(claim_name="Claire", claimed_by_me=True) is Standing.OPEN
    assert standing(claim_name="Karim") is Standing.HELD
    assert standing(status="answered") is Standing.ANSWERED
    assert standing(outbox=(an_entry(state=ReplyState.UNCONFIRMED),)) is Standing.UNDER_WAY
    assert (
        standing(status="answered", outbox=(an_entry(state=ReplyState.CONFLICT),))
        is Standing.CONFLICT
    )
    withdrawn = (an_entry(state=ReplyState.CONFLICT), an_entry(state=ReplyState.CANCELLED))
    assert standing(outbox=withdrawn[1:]) is Standing.OPEN
    assert standing(outbox=(an_entry(kind="claim", state=ReplyState.SENDING),)) is Standing.OPEN


def test_a_text_that_left_one_editor_is_found_by_the_next() -> None:
    """The main window's, then that of a window of the message, before the disk has it."""
    on_the_way: TextsOnTheWay = {}
    first, second = TextKeeper(on_the_way), TextKeeper(on_the_way)
    thread = a_thread_view()
    first.enter(thread, writing_of(thread))
    first.typed()
    first.leave(thread.thread_id, Kept("abcd", 4))
    assert second.enter(thread, writing_of(thread)) == Kept("abcd", 4)
    assert second.dirty
    assert not on_the_way, "one editor has it"

"""What the agent asks for, written into the store: outbox entries and the texts that go with them.

No Qt, no HTTP. Every function runs within the caller's write transaction and returns the id of the
entry that the windows shall be shown.
"""

from enum import StrEnum

import msgspec
from sqlalchemy import Connection

from desk.models import draft_journal, drafts, outbox, reviews, threads
from desk.models.actions import Action, ActionBody
from desk.models.outbox import AlreadyPublished, ImpossibleTransition


class ConflictChoice(StrEnum):
    """What the author does with an action that was overtaken. KEEP_AS_DRAFT: go on writing, upon
    the thread as it now is. PUBLISH_AGAIN: the same text or act, upon the thread as it now is.
    DISCARD: throw it away.
    """

    KEEP_AS_DRAFT = "keep_as_draft"
    PUBLISH_AGAIN = "publish_again"
    DISCARD = "discard"


def publish(
    conn: Connection,
    action: Action,
    thread_id: int,
    body: ActionBody,
    seen: int,
    now_ms: int,
    *,
    settled: bool,
) -> str:
    """A reply, now (`Action.REPLY`) or later (`Action.SCHEDULE`).

    The same words that were tried before and never confirmed go under the same key: were they
    accepted after all, they are not published twice.

    `settled`: the text was typed and not saved yet. Until the portal has it the text is also the
    draft: whatever comes, it is there. Words that are neither typed nor a draft any more, and were
    published, are those of a second touch that came after the answer to the first.

    Raises:
        AlreadyPublished: such a second touch.
        ReplyUnderWay: another one of the thread is.
    """
    gone = not settled and drafts.draft_of(conn, thread_id) is None
    if action is Action.REPLY and gone and outbox.published_before(conn, thread_id, body):
        raise AlreadyPublished(thread_id)
    tried = outbox.tried_before(conn, thread_id, body) if action is Action.REPLY else None
    if tried is None:
        event_id = outbox.enqueue(conn, action, thread_id, seen, now_ms, body=body)
    else:
        outbox.ask_again(conn, tried, seen, body)
        event_id = tried
    if settled or drafts.draft_of(conn, thread_id) is None:
        drafts.save_draft(conn, thread_id, body.text, len(body.text), seen, now_ms)
    return event_id


def act(conn: Connection, action: Action, thread_id: int, body: ActionBody, now_ms: int) -> str:
    """Anything but a reply, upon the thread as the store has it.

    The same act twice in a row, the first still under way, is one: an impatient second click.
    """
    if action is not Action.NOTE:
        newest = outbox.newest_under_way(conn, thread_id)
        if newest is not None and (newest.kind, newest.body) == (action, body):
            return newest.event_id
    seen = threads.version_of(conn, thread_id) or 0
    return outbox.enqueue(conn, action, thread_id, seen, now_ms, body=body)


def withdraw(conn: Connection, thread_id: int, message_id: int, now_ms: int) -> str:
    """Take a published reply back; its text travels along, to go back to the composer.

    Raises:
        ImpossibleTransition: the thread has no such reply.
    """
    text = threads.reply_text(conn, thread_id, message_id)
    if text is None:
        raise ImpossibleTransition(f"no reply {message_id}")
    body = ActionBody(message_id=message_id, text=text)
    return act(conn, Action.WITHDRAW, thread_id, body, now_ms)


def unschedule(conn: Connection, thread_id: int, scheduled_id: int, now_ms: int) -> str:
    """Take a scheduled reply back; its text goes back to the composer.

    Raises:
        ImpossibleTransition: the thread has no such scheduled reply.
    """
    text = threads.scheduled_text(conn, thread_id, scheduled_id)
    if text is None:
        raise ImpossibleTransition(f"no scheduled reply {scheduled_id}")
    body = ActionBody(scheduled_id=scheduled_id, text=text)
    return act(conn, Action.UNSCHEDULE, thread_id, body, now_ms)


def withdraw_review(conn: Connection, thread_id: int, review_id: int, now_ms: int) -> str:
    """Take one's own request for a review back; its text goes back to the composer.

    Raises:
        ImpossibleTransition: the thread has no such review.
    """
    text = reviews.text_of(conn, thread_id, review_id)
    if text is None:
        raise ImpossibleTransition(f"no review {review_id}")
    body = ActionBody(review_id=review_id, text=text)
    return act(conn, Action.WITHDRAW_REVIEW, thread_id, body, now_ms)


def cancel(conn: Connection, event_id: str, now_ms: int) -> str:
    """Withdraw what has surely not arrived; a reply's text goes back to the composer.

    Raises:
        ImpossibleTransition: it may have arrived, or has ended.
    """
    entry = outbox.cancel(conn, event_id)
    if entry.kind.carries_draft:
        drafts.give_back(conn, entry.thread_id, entry.text, entry.seen_version, now_ms)
    return event_id


def edit(conn: Connection, event_id: str, now_ms: int) -> str:
    """Take a reply out of the outbox and go on writing it.

    What the composer held instead, if anything, stays in the draft's journal.

    Raises:
        ImpossibleTransition: it may have arrived, has ended, or is no reply.
    """
    entry = outbox.entry_of(conn, event_id)
    if not entry.kind.carries_draft:
        raise ImpossibleTransition(f"{event_id} is no reply")
    outbox.cancel(conn, event_id)
    present = drafts.draft_of(conn, entry.thread_id)
    if present is None or present.text.strip() != entry.text.strip():
        if present is not None:
            draft_journal.set_aside(conn, entry.thread_id, present.text, now_ms)
        drafts.save_draft(
            conn, entry.thread_id, entry.text, len(entry.text), entry.seen_version, now_ms
        )
    return event_id


def resolve_conflict(
    conn: Connection,
    event_id: str,
    choice: ConflictChoice,
    now_ms: int,
    confirmed: tuple[str, ...] = (),
) -> str:
    """The author has seen what changed (or why it was refused) and chose; returns the entry. A
    text goes with the warnings let stand now, not with the former ones.

    Raises:
        ImpossibleTransition: it may have arrived, or has ended.
        ReplyUnderWay: another reply of the thread is on its way.
    """
    again = choice is ConflictChoice.PUBLISH_AGAIN
    entry = outbox.entry_of(conn, event_id) if again else outbox.cancel(conn, event_id)
    thread_id = entry.thread_id
    version = threads.version_of(conn, thread_id) or entry.seen_version
    if entry.kind.carries_draft:
        if choice is ConflictChoice.DISCARD:
            drafts.discard_published(conn, thread_id, entry.text)
        else:
            drafts.give_back(conn, thread_id, entry.text, version, now_ms)
            drafts.looked_at(conn, thread_id, version)
    if again:
        body = msgspec.structs.replace(entry.body, confirmed=confirmed)
        outbox.ask_again(conn, event_id, version, body)
    return event_id

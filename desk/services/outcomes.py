"""What becomes of an outbox entry, and of the store, upon each kind of answer. No Qt, no HTTP.

Every function runs within the caller's write transaction, so that an entry's state, the thread and
the draft always change together.
"""

from enum import StrEnum

import msgspec
from sqlalchemy import Connection

from desk import wire
from desk.api_client.errors import (
    ClaimedOrAnswered,
    Offline,
    PortalBroken,
    PortalError,
    Refused,
    SignInNeeded,
    Stale,
    Throttled,
)
from desk.instants import to_ms
from desk.models import drafts, outbox, review_works, threads
from desk.models.actions import Action
from desk.models.outbox import Entry
from desk.models.snapshots import ReplyState
from desk.services.backoff import Backoff

FIRST_RETRY_S, LONGEST_RETRY_S = 2.0, 60.0
"""A reply is promised within hours: a minute between tries is soon enough, and what waits goes at
once when the synchronisation finds the portal again."""

TRIES_UPON_THE_PRESENT = 3
"""What answers nobody (a claim …) and comes too late is asked again upon what the thread is now,
this often."""

TRIES_TO_BE_SURE = 12
"""A reply of unknown fate that is refused is asked about again this often, some ten minutes."""

SAME_INSTANT_MS = 2_000
"""desk's idea of the portal's clock may differ from it by that much."""


class Next(StrEnum):
    """What the publisher does after an outcome. SETTLED: the entry needs nothing more. WAIT: it
    has a time for its next try. PARKED: nothing may leave before somebody signs in.
    """

    SETTLED = "settled"
    WAIT = "wait"
    PARKED = "parked"


class Step(msgspec.Struct, frozen=True):
    """The thread went from version `seen` to `now` by the agent's own action."""

    thread_id: int
    seen: int
    now: int


def reply_published(conn: Connection, entry: Entry, answer: wire.PublishedReply) -> Step | None:
    """The portal has the reply, and this is its first and only answer to the key."""
    outbox.mark_published(conn, entry.event_id, answer.reply.id, to_ms(answer.reply.at))
    threads.apply_thread(conn, answer.thread)
    drafts.discard_published(conn, entry.thread_id, entry.text)
    return _own_step(conn, entry, answer.thread)


def done(conn: Connection, entry: Entry, thread: wire.Thread | None, now_ms: int) -> Step | None:
    """The portal has done what is no reply (or it was done already), or has published a reply in an
    exchange that has left the caisse since.
    """
    outbox.mark_published(conn, entry.event_id, None, None)
    match entry.kind:
        case Action.SCHEDULE | Action.REPLY | Action.ASK_REVIEW:
            drafts.discard_published(conn, entry.thread_id, entry.text)
        case Action.WITHDRAW if entry.body.message_id is not None:
            outbox.mark_withdrawn(conn, entry.thread_id, entry.body.message_id)
            drafts.give_back(conn, entry.thread_id, entry.text, entry.seen_version + 1, now_ms)
        case Action.UNSCHEDULE | Action.WITHDRAW_REVIEW:
            drafts.give_back(conn, entry.thread_id, entry.text, entry.seen_version, now_ms)
        case Action.SEND_BACK | Action.APPROVE if entry.body.review_id is not None:
            review_works.discard_decided(conn, entry.thread_id, entry.body.review_id)
    if thread is None:
        threads.remove(conn, entry.thread_id)
        return None
    threads.apply_thread(conn, thread)
    if not entry.kind.moves_version:
        # Whatever moved the version was not this.
        return None
    if entry.kind is Action.CLAIM and (
        thread.claim is None or to_ms(thread.claim.since) < entry.created_ms - SAME_INSTANT_MS
    ):
        # A lease held for longer was only renewed: whatever moved the version was not this claim.
        return None
    return _own_step(conn, entry, thread)


def failed(
    conn: Connection, entry: Entry, error: PortalError, now_ms: int, my_agent_id: int | None
) -> Next:
    """The family decides (house rule 7)."""
    match error:
        case SignInNeeded():
            _not_taken(conn, entry, error, None)
            return Next.PARKED
        case Throttled():
            pause_s = max(error.retry_after_s, _backoff_s(entry))
            _not_taken(conn, entry, error, now_ms + round(pause_s * 1000))
            return Next.WAIT
        case Refused() if _may_have_arrived_before(entry, error):
            return _unsure(conn, entry, error, now_ms, my_agent_id)
        case Stale() | ClaimedOrAnswered():
            return _overtaken(conn, entry, error, now_ms, my_agent_id)
        case Refused():
            outbox.mark_rejected(conn, entry.event_id, error.code, error.problem.detail)
            _give_back(conn, entry, now_ms)
            return Next.SETTLED
        case Offline() | PortalBroken():
            next_try = now_ms + round(_backoff_s(entry) * 1000)
            if error.maybe_received:
                outbox.mark_unconfirmed(conn, entry.event_id, error.code, next_try)
            else:
                _not_taken(conn, entry, error, next_try)
            return Next.WAIT
        case _:
            # A mistake of ours, already reported: nobody knows how far the request went.
            next_try = now_ms + round(LONGEST_RETRY_S * 1000)
            outbox.mark_unconfirmed(conn, entry.event_id, error.code, next_try)
            return Next.WAIT


def _may_have_arrived_before(entry: Entry, error: Refused) -> bool:
    """Whether the refusal leaves open what became of an earlier attempt.

    The portal looks for the key before anything else that depends on the thread, and shows the
    thread when it refuses: such an answer is final. Any other (the role was taken away meanwhile,
    a gateway speaks) says nothing about the attempt whose answer was lost.
    """
    return (
        entry.kind.carries_draft
        and entry.state is ReplyState.UNCONFIRMED
        and not (isinstance(error, Stale | ClaimedOrAnswered) and error.current is not None)
    )


def _unsure(
    conn: Connection, entry: Entry, error: Refused, now_ms: int, my_agent_id: int | None
) -> Next:
    """Giving the text back now could have it published twice."""
    found = None
    if entry.kind is Action.REPLY and my_agent_id is not None:
        found = threads.own_reply(conn, entry.thread_id, my_agent_id, entry.text)
    if found is not None and found[1] >= entry.created_ms - SAME_INSTANT_MS:
        # The synchronisation has brought it: it did arrive.
        outbox.mark_published(conn, entry.event_id, *found)
        drafts.discard_published(conn, entry.thread_id, entry.text)
        return Next.SETTLED
    if entry.attempts < TRIES_TO_BE_SURE:
        next_try = now_ms + round(_backoff_s(entry) * 1000)
        outbox.mark_unconfirmed(conn, entry.event_id, error.code, next_try)
        return Next.WAIT
    # Its author looks at the exchange and decides; the text is in the entry and in the draft.
    outbox.mark_rejected(conn, entry.event_id, error.code, error.problem.detail)
    _give_back(conn, entry, now_ms)
    return Next.SETTLED


def _overtaken(
    conn: Connection,
    entry: Entry,
    error: Stale | ClaimedOrAnswered,
    now_ms: int,
    my_agent_id: int | None,
) -> Next:
    """Somebody else was there: the thread as it now is goes into the store, the author decides."""
    current = error.current
    if current is not None:
        threads.apply_thread(conn, current)
    detail = error.problem.detail
    if entry.kind.carries_draft:
        # No text is deleted because of an answer: it is back in the composer, and in this entry.
        outbox.mark_conflict(conn, entry.event_id, error.code, detail)
        _give_back(conn, entry, now_ms)
        return Next.SETTLED
    holder = None if current is None else current.claim
    ours = holder is not None and holder.agent_id == my_agent_id
    if current is not None and _is_so(entry, current, ours=ours):
        outbox.mark_published(conn, entry.event_id, None, None)
        return Next.SETTLED
    if isinstance(error, Stale) and current is not None:
        if entry.kind.may_be_asked_again and entry.attempts < TRIES_UPON_THE_PRESENT:
            # Only our picture was old: ask upon the present one.
            _not_taken(conn, entry, error, now_ms)
            outbox.mark_seen(conn, entry.event_id, current.version)
            return Next.WAIT
        if not entry.kind.may_be_asked_again:
            # Closing what the adherent has just completed, moving what a colleague has just moved:
            # the agent looks first.
            outbox.mark_conflict(conn, entry.event_id, error.code, detail)
            return Next.SETTLED
    if isinstance(error, ClaimedOrAnswered) and holder is not None:
        detail = holder.agent_name
    outbox.mark_rejected(conn, entry.event_id, error.code, detail)
    return Next.SETTLED


def _is_so(entry: Entry, current: wire.Thread, *, ours: bool) -> bool:
    """What was wanted is already true, whoever did it."""
    match entry.kind:
        case Action.RELEASE:
            return not ours
        case Action.RECLASSIFY:
            return current.motif == entry.body.motif
        case Action.PAUSE:
            return current.pause is not None
        case Action.RESUME:
            return current.pause is None
        case _:
            return False


def _own_step(conn: Connection, entry: Entry, thread: wire.Thread) -> Step | None:
    if thread.version != entry.seen_version + 1:
        # Something else happened as well: what follows must be compared with it.
        return None
    outbox.advance(conn, entry.thread_id, entry.seen_version, thread.version)
    drafts.advance(conn, entry.thread_id, entry.seen_version, thread.version)
    return Step(entry.thread_id, entry.seen_version, thread.version)


def _not_taken(conn: Connection, entry: Entry, error: PortalError, next_try_ms: int | None) -> None:
    outbox.mark_not_taken(
        conn,
        entry.event_id,
        error.code,
        next_try_ms,
        was_unconfirmed=entry.state is ReplyState.UNCONFIRMED,
    )


def _give_back(conn: Connection, entry: Entry, now_ms: int) -> None:
    if entry.kind.carries_draft:
        drafts.give_back(conn, entry.thread_id, entry.text, entry.seen_version, now_ms)


def _backoff_s(entry: Entry) -> float:
    return Backoff(FIRST_RETRY_S, LONGEST_RETRY_S).delay(entry.attempts)

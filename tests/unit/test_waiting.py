"""Why an entry waits: one true cause each, and none without an end."""

import pytest

from desk.models.snapshots import ConnectionState, OutboxView, ReplyState, SyncView
from desk.services.waiting import Cause, waiting_of
from tests.support.views import an_entry

NOW = 1_000_000
LATER = NOW + 30_000


def sync(state: ConnectionState = ConnectionState.ONLINE) -> SyncView:
    return SyncView(state, NOW, False)


@pytest.mark.parametrize(
    ("entry", "state", "cause", "next_try"),
    [
        (an_entry(), ConnectionState.ONLINE, Cause.LEAVING, None),
        (an_entry(state=ReplyState.SENDING), ConnectionState.OFFLINE, Cause.LEAVING, None),
        (an_entry(), ConnectionState.OFFLINE, Cause.CONNECTION, None),
        (an_entry(next_try_ms=LATER), ConnectionState.SIGN_IN_NEEDED, Cause.CONNECTION, LATER),
        (
            an_entry(next_try_ms=LATER, problem="too-many-requests"),
            ConnectionState.THROTTLED,
            Cause.PATIENCE,
            LATER,
        ),
        # The instant that the portal named is over.
        (
            an_entry(next_try_ms=NOW - 1, problem="too-many-requests"),
            ConnectionState.ONLINE,
            Cause.LEAVING,
            None,
        ),
        (
            an_entry(next_try_ms=LATER, problem="cut"),
            ConnectionState.ONLINE,
            Cause.LATER,
            LATER,
        ),
        (
            an_entry(state=ReplyState.UNCONFIRMED, next_try_ms=LATER),
            ConnectionState.OFFLINE,
            Cause.UNCONFIRMED,
            LATER,
        ),
        (an_entry(state=ReplyState.REJECTED), ConnectionState.OFFLINE, Cause.REFUSED, None),
        (an_entry(state=ReplyState.CONFLICT), ConnectionState.ONLINE, Cause.OVERTAKEN, None),
        (an_entry(state=ReplyState.CANCELLED), ConnectionState.ONLINE, Cause.ENDED, None),
    ],
)
def test_the_cause(
    entry: OutboxView, state: ConnectionState, cause: Cause, next_try: int | None
) -> None:
    found = waiting_of(entry, (entry,), sync(state), 7, NOW)
    assert (found.cause, found.next_try_ms) == (cause, next_try)
    assert found.since_ms == (7 if cause is Cause.CONNECTION else None)


def test_an_action_waits_for_the_one_before_it_on_the_same_exchange_only() -> None:
    claim = an_entry(event_id="a", kind="claim", state=ReplyState.UNCONFIRMED)
    other = an_entry(event_id="b", thread_id=8)
    reply = an_entry(event_id="c")
    entries = (claim, other, reply)
    assert waiting_of(reply, entries, sync(), None, NOW).before == claim
    assert waiting_of(other, entries, sync(), None, NOW).cause is Cause.LEAVING
    assert waiting_of(claim, entries, sync(), None, NOW).cause is Cause.UNCONFIRMED
    # A refused one holds nothing back.
    refused = an_entry(event_id="a", kind="claim", state=ReplyState.REJECTED)
    assert waiting_of(reply, (refused, reply), sync(), None, NOW).cause is Cause.LEAVING

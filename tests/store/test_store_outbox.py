"""The outbox as a state machine: whatever happens in whatever order, no text and no key is lost."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, precondition, rule

from desk.models import drafts, outbox
from desk.models.outbox import ImpossibleTransition, ReplyUnderWay
from desk.models.snapshots import ReplyState
from desk.models.store import Store

THREADS = st.integers(1, 3)


class OutboxMachine(RuleBasedStateMachine):
    """Plays agent, portal and crashes against the real tables.

    `expected` holds, for each entry, the state it should be in; `arrived` the keys the portal may
    have: an entry whose key is among them must never be withdrawn or forgotten.
    """

    entries = Bundle("entries")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = Store.open(Path(self.folder.name) / "s" / "store.sqlite3")
        self.expected: dict[str, ReplyState] = {}
        self.thread_of: dict[str, int] = {}
        self.kind_of: dict[str, str] = {}
        self.sent: set[str] = set()
        self.now = 1_000

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    def reply_under_way(self, thread_id: int) -> bool:
        return any(
            self.thread_of[each] == thread_id and self.kind_of[each] == "reply"
            for each, state in self.expected.items()
            if state.is_under_way
        )

    def attempt(self, event_id: str, allowed: tuple[ReplyState, ...], call: object) -> bool:
        """Run `call`; it must succeed exactly when the entry is in one of `allowed`."""
        may = self.expected[event_id] in allowed
        try:
            with self.store.writing() as connection:
                call(connection)  # type: ignore[operator]
        except ImpossibleTransition:
            assert not may
            return False
        assert may
        return True

    @rule(target=entries, thread_id=THREADS, kind=st.sampled_from(["reply", "claim", "release"]))
    def ask(self, thread_id: int, kind: str) -> str:
        try:
            with self.store.writing() as connection:
                event_id = outbox.enqueue(
                    connection,
                    kind,  # type: ignore[arg-type]
                    thread_id,
                    1,
                    self.now,
                    text=f"texte {len(self.expected)}",
                )
        except ReplyUnderWay:
            assert kind == "reply"
            assert self.reply_under_way(thread_id)
            return ""
        assert not (kind == "reply" and self.reply_under_way(thread_id))
        self.expected[event_id] = ReplyState.QUEUED
        self.thread_of[event_id], self.kind_of[event_id] = thread_id, kind
        return event_id

    @rule(event_id=entries)
    def send(self, event_id: str) -> None:
        if not event_id:
            return
        allowed = (ReplyState.QUEUED, ReplyState.UNCONFIRMED)
        if self.attempt(event_id, allowed, lambda c: outbox.mark_sending(c, event_id)):
            self.expected[event_id] = ReplyState.SENDING
            self.sent.add(event_id)

    @rule(event_id=entries, outcome=st.sampled_from(["published", "rejected", "conflict"]))
    def answer(self, event_id: str, outcome: str) -> None:
        if not event_id:
            return
        calls = {
            "published": lambda c: outbox.mark_published(c, event_id, 7, 8),
            "rejected": lambda c: outbox.mark_rejected(c, event_id, "text-too-long", "Trop long."),
            "conflict": lambda c: outbox.mark_conflict(c, event_id, "stale-version", ""),
        }
        if self.attempt(event_id, (ReplyState.SENDING,), calls[outcome]):
            self.expected[event_id] = ReplyState(outcome)

    @rule(event_id=entries)
    def no_answer(self, event_id: str) -> None:
        if event_id and self.attempt(
            event_id,
            (ReplyState.SENDING,),
            lambda c: outbox.mark_unconfirmed(c, event_id, "timeout", self.now + 500),
        ):
            self.expected[event_id] = ReplyState.UNCONFIRMED

    @rule(event_id=entries, before=st.booleans())
    def not_taken(self, event_id: str, before: bool) -> None:
        if event_id and self.attempt(
            event_id,
            (ReplyState.SENDING,),
            lambda c: outbox.mark_not_taken(
                c, event_id, "unreachable", self.now + 500, was_unconfirmed=before
            ),
        ):
            self.expected[event_id] = ReplyState.UNCONFIRMED if before else ReplyState.QUEUED

    @rule(event_id=entries)
    def withdraw(self, event_id: str) -> None:
        if not event_id:
            return
        allowed = (ReplyState.QUEUED, ReplyState.REJECTED, ReplyState.CONFLICT)
        if self.attempt(event_id, allowed, lambda c: outbox.cancel(c, event_id)):
            self.expected[event_id] = ReplyState.CANCELLED

    @rule(event_id=entries)
    def try_again(self, event_id: str) -> None:
        if not event_id:
            return
        state = self.expected[event_id]
        blocked = (
            state is ReplyState.REJECTED
            and self.kind_of[event_id] == "reply"
            and self.reply_under_way(self.thread_of[event_id])
        )
        allowed = (ReplyState.QUEUED, ReplyState.UNCONFIRMED, ReplyState.REJECTED)
        try:
            done = self.attempt(event_id, allowed, lambda c: outbox.requeue(c, event_id))
        except ReplyUnderWay:
            assert blocked
            return
        assert not blocked
        if done and state is not ReplyState.UNCONFIRMED:
            self.expected[event_id] = ReplyState.QUEUED

    @rule()
    def crash_and_start(self) -> None:
        path = self.store.path
        self.store.close()
        self.store = Store.open(path)
        cut_off = [k for k, state in self.expected.items() if state is ReplyState.SENDING]
        with self.store.writing() as connection:
            assert outbox.recover(connection) == len(cut_off)
        for each in cut_off:
            self.expected[each] = ReplyState.UNCONFIRMED

    @rule(passed=st.integers(1, 2_000))
    def time_passes(self, passed: int) -> None:
        self.now += passed

    @precondition(lambda self: self.expected)
    @rule()
    def portal_is_back(self) -> None:
        with self.store.writing() as connection:
            outbox.hurry(connection)
            waiting = {k for k, state in self.expected.items() if state.is_under_way}
            assert outbox.next_try_ms(connection) is None or not waiting
            heads = {entry.thread_id for entry in outbox.next_due(connection, self.now)}
        # Nothing waits any more: each thread's oldest entry may go, unless it is under way.
        for thread_id in {self.thread_of[each] for each in waiting}:
            first = next(
                k for k in self.expected if k in waiting and self.thread_of[k] == thread_id
            )
            assert (thread_id in heads) == (self.expected[first] is not ReplyState.SENDING)

    @invariant()
    def states_and_texts_are_what_they_should_be(self) -> None:
        with self.store.reading() as connection:
            views = outbox.views(connection)
            due = outbox.next_due(connection, self.now)
        assert {view.event_id: view.state for view in views} == self.expected
        for number, view in enumerate(views):
            assert view.text == (f"texte {number}" if view.kind == "reply" else "")
        assert len({entry.thread_id for entry in due}) == len(due)
        for entry in due:
            older = [
                each
                for each in self.expected
                if self.thread_of[each] == entry.thread_id and self.expected[each].is_under_way
            ]
            assert older[0] == entry.event_id


TestOutboxMachine = OutboxMachine.TestCase
TestOutboxMachine.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def test_what_may_have_arrived_cannot_be_withdrawn(store: Store) -> None:
    with store.writing() as connection:
        event_id = outbox.enqueue(connection, "reply", 1, 1, 0, text="Bonjour")
        outbox.mark_sending(connection, event_id)
        outbox.mark_unconfirmed(connection, event_id, "timeout", 10)

    def withdraw() -> None:
        with store.writing() as connection:
            outbox.cancel(connection, event_id)

    with pytest.raises(ImpossibleTransition):
        withdraw()


def test_waiting_entry_holds_back_its_own_thread_only(store: Store) -> None:
    with store.writing() as connection:
        poison = outbox.enqueue(connection, "claim", 1, 1, 0)
        outbox.enqueue(connection, "reply", 1, 1, 0, text="après")
        other = outbox.enqueue(connection, "reply", 2, 1, 0, text="ailleurs")
        outbox.mark_sending(connection, poison)
        outbox.mark_not_taken(connection, poison, "unreachable", 5_000, was_unconfirmed=False)
        assert [each.event_id for each in outbox.next_due(connection, 4_999)] == [other]
        assert [each.event_id for each in outbox.next_due(connection, 5_000)] == [poison, other]
        assert outbox.next_try_ms(connection) == 5_000


def test_own_action_advances_what_follows_it(store: Store) -> None:
    with store.writing() as connection:
        reply = outbox.enqueue(connection, "reply", 1, 4, 0, text="Bonjour")
        other = outbox.enqueue(connection, "reply", 2, 4, 0, text="Bonjour")
        drafts.save_draft(connection, 1, "Bonjour", 0, 4, 0)
        outbox.advance(connection, 1, 4, 5)
        drafts.advance(connection, 1, 4, 5)
        draft = drafts.draft_of(connection, 1)
        assert outbox.entry_of(connection, reply).seen_version == 5
        assert outbox.entry_of(connection, other).seen_version == 4
    assert draft is not None
    assert draft.seen_version == 5


def test_unknown_entry(store: Store) -> None:
    with store.reading() as connection, pytest.raises(ImpossibleTransition):
        outbox.view_of(connection, "nobody")

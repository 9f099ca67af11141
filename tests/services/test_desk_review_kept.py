"""What a reviewer had begun survives a killed desk, and the decision of somebody else."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from desk import wire
from desk.clock import PortalClock
from desk.models import meta, outbox, restored, review_works, threads
from desk.models.actions import Action, ActionBody
from desk.models.rescue import carry_over
from desk.models.snapshots import BegunReview, CommentView, KeptReview, StoreChange
from desk.models.store import Store
from desk.models.wiping import texts_only_here, wipe_but_unsent
from desk.services import outcomes
from desk.services.lanes import Lanes
from desk.services.review_keeper import ReviewKeeper
from desk.services.unsent_work import unsent_work
from tests.support.desk_data import ME, Desk
from tests.support.reviewer_process import AMENDED, ASKED_MS, KEY, OTHER, REVIEW, WORK

CHIEF = msgspec.structs.replace(ME, role="supervisor")
THREAD = Desk(1).new_threads(1)[0]
ASKED = wire.Review(
    id=7,
    author_id=9,
    author_name="Noé Exemple",
    kind="answer",
    text=REVIEW.text,
    asked_of_id=None,
    asked_of_name=None,
    state="asked",
    asked_at=datetime.fromtimestamp(ASKED_MS / 1000, UTC),
    seen_version=2,
    reviewer_name=None,
    decided_at=None,
    words="",
    comments=[],
)


def enter(store: Store, review: wire.Review | None) -> None:
    with store.writing() as conn:
        meta.set_me(conn, CHIEF)
        meta.set_cursor(conn, 9)
        threads.apply_thread(
            conn, msgspec.structs.replace(THREAD, version=THREAD.version + 1, review=review)
        )


def kept(store: Store) -> list[KeptReview]:
    with store.reading() as conn:
        return review_works.kept(conn)


@contextmanager
def keeper_on(store: Store) -> Iterator[tuple[ReviewKeeper, Lanes]]:
    lanes = Lanes(store)
    keeper = ReviewKeeper(lanes, PortalClock())
    try:
        keeper.start()
        yield keeper, lanes
    finally:
        assert lanes.close()


def test_killed_in_the_middle_nothing_that_was_saved_is_lost(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "agent" / "store.sqlite3"
    store = Store.open(path, KEY)
    enter(store, ASKED)
    store.close()
    reviewer = subprocess.Popen(
        [sys.executable, "-m", "tests.support.reviewer_process", str(path), str(THREAD.id)],
        stdout=subprocess.PIPE,
    )
    with reviewer:
        assert reviewer.stdout is not None
        assert reviewer.stdout.readline() == b"saved\n"
        reviewer.send_signal(signal.SIGKILL)

    store = Store.open(path, KEY)
    found = {each.review_id: each for each in kept(store)}
    # The remark that was being typed is one among the others.
    whole = (*WORK.comments, CommentView(11, 23, "Dites qu"))
    assert found[7].work == BegunReview(whole, None, "Presque.")
    assert [each.passage for each in found[7].remarks] == ["Bonjour", "elle arrive."]
    assert found[8].amended == AMENDED.amended
    assert [each.settled for each in (found[7], found[8])] == [False, True], "8 was never asked"
    with keeper_on(store) as (keeper, lanes):
        told: list[KeptReview] = []
        keeper.settled.connect(told.append)
        qtbot.waitUntil(lambda: keeper.begun.of(REVIEW).comments == whole)
        qtbot.waitUntil(lambda: 8 in [each.review_id for each in told])

        # Somebody else sends it back: its reviewer is told, once, and the words are there.
        back = msgspec.structs.replace(
            ASKED, state="sent_back", reviewer_name="Sylvie", decided_at=ASKED.asked_at, words="Non"
        )
        for state in (back, None):
            enter(store, state)
            lanes.changed.emit(StoreChange("sync", frozenset({THREAD.id})))
            read: list[list[KeptReview]] = []
            keeper.kept(read.append)  # behind what the change has it read
            qtbot.waitUntil(lambda read=read: bool(read))
        assert sorted(e.review_id for e in told if e.review_id in (7, 8)) == [7, 8]
        assert keeper.begun.of(REVIEW).comments == whole
        keeper.throw_away(told[-1])
        qtbot.waitUntil(lambda: told[-1].review_id not in [e.review_id for e in kept(store)])
        # What its agent empties goes too.
        keeper.begun.put(THREAD.id, OTHER, BegunReview())
        assert keeper.flush_and_wait()
        assert {7, 8}.isdisjoint(each.review_id for each in kept(store))


def test_only_ones_own_decision_takes_the_words(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "agent" / "store.sqlite3")
    enter(store, ASKED)
    with store.writing() as conn:
        review_works.save(conn, THREAD.id, REVIEW, WORK, 1)
        body = ActionBody(review_id=7, reason="Presque.")
        event_id = outbox.enqueue(conn, Action.SEND_BACK, THREAD.id, 2, 1, body=body)
        entry = outbox.mark_sending(conn, event_id)
    enter(store, None)
    (waiting,) = kept(store)
    assert not waiting.settled, "nobody knows yet whose decision it was"
    with store.writing() as conn:
        outbox.mark_rejected(conn, event_id, "review-settled", "")
    (refused,) = kept(store)
    assert refused.settled
    with store.writing() as conn:
        meta.set_cursor(conn, None)
    assert not kept(store)[0].settled, "nothing can be said while all is read anew"
    with store.writing() as conn:
        outbox.requeue(conn, event_id)
        outbox.mark_sending(conn, event_id)
        outcomes.done(conn, entry, msgspec.structs.replace(THREAD, version=9), 2)
    assert kept(store) == []
    store.close()


def test_a_wipe_a_damaged_store_and_a_restored_portal_leave_the_words(tmp_path: Path) -> None:
    path = tmp_path / "agent" / "store.sqlite3"
    store = Store.open(path)
    enter(store, ASKED)
    with store.writing() as conn:
        review_works.save(conn, THREAD.id, REVIEW, WORK, 1)
        assert texts_only_here(conn) == unsent_work(conn).reviews == 1
        restored.begin(conn)
        # There, the exchange's number is another adherent's, and the review's another text's.
        threads.apply_thread(
            conn,
            msgspec.structs.replace(
                THREAD,
                adherent=msgspec.structs.replace(THREAD.adherent, id=77),
                version=THREAD.version + 2,
                review=msgspec.structs.replace(ASKED, asked_at=THREAD.due_at),
            ),
        )
        restored.finish(conn, 2)
    (aside,) = kept(store)
    assert (aside.settled, aside.reference, aside.thread_id) == (True, None, -1)
    other = Store.open(tmp_path / "other" / "store.sqlite3")
    carry_over(path, None, other)
    assert [each.work for each in kept(other)] == [aside.work]
    other.close()
    assert wipe_but_unsent(store)
    again = Store.open(path)
    assert [replace(each, settled=True) for each in kept(again)] == [aside]
    again.close()

"""Lanes and drafts: order, threads, failures, and what is on the disk when."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from desk.clock import PortalClock
from desk.models import drafts as rows
from desk.models.errors import StoreTooNew, StoreUnavailable
from desk.models.snapshots import DraftVersion, DraftView, StoreChange
from desk.models.store import Store
from desk.services.backoff import Backoff
from desk.services.drafts import SAVE_AFTER_MS, Drafts
from desk.services.lanes import Lanes, LanesClosed


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "agent" / "store.sqlite3"


@pytest.fixture
def lanes(qtbot: QtBot, path: Path) -> Iterator[Lanes]:
    """Lanes with an open store."""
    opened = Lanes()
    opened.open_store(lambda: Store.open(path))
    with qtbot.waitSignal(opened.store_opened, timeout=20_000):
        pass
    yield opened
    assert opened.close()


def save(thread_id: int, text: str) -> object:
    def job(conn: Connection) -> tuple[str, StoreChange]:
        rows.save_draft(conn, thread_id, text, 0, 1, 0)
        return text, StoreChange(origin="test", threads=frozenset({thread_id}))

    return job


def texts(conn: Connection) -> list[str]:
    return list(conn.exec_driver_sql("SELECT text FROM draft ORDER BY thread_id").scalars())


def test_results_come_on_the_windows_thread_after_the_commit(qtbot: QtBot, lanes: Lanes) -> None:
    here = QThread.currentThread()
    order: list[object] = []
    lanes.changed.connect(lambda change: order.append(change.threads))

    def done(result: str) -> None:
        assert QThread.currentThread() is here
        order.append(result)

    def job(conn: Connection) -> tuple[str, StoreChange]:
        assert threading.current_thread() is not threading.main_thread()
        return save(1, "a")(conn)  # type: ignore[operator, no-any-return]

    lanes.write(job, done)
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == [frozenset({1}), "a"]
    found: list[list[str]] = []
    lanes.query(texts, found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [["a"]]


def test_urgent_writes_overtake_waiting_pages(qtbot: QtBot, lanes: Lanes) -> None:
    under_way, gate = threading.Event(), threading.Event()
    order: list[str] = []

    def slow(conn: Connection) -> tuple[None, None]:
        under_way.set()
        assert gate.wait(10)
        return None, None

    lanes.write(slow)
    assert under_way.wait(10)
    for number in range(3):
        lanes.write(save(number, f"page {number}"), order.append)  # type: ignore[arg-type]
    lanes.write(save(9, "draft"), order.append, urgent=True)  # type: ignore[arg-type]
    gate.set()
    qtbot.waitUntil(lambda: len(order) == 4)
    assert order == ["draft", "page 0", "page 1", "page 2"]


def test_failures_go_to_whoever_asked_or_to_the_crash_hook(qtbot: QtBot, lanes: Lanes) -> None:
    failed: list[Exception] = []
    unexpected: list[Exception] = []
    troubles: list[str] = []
    lanes.unexpected.connect(unexpected.append)
    lanes.store_trouble.connect(troubles.append)

    def broken(conn: Connection) -> tuple[None, None]:
        conn.exec_driver_sql("SELECT nothing FROM nowhere")
        return None, None

    def refused(conn: Connection) -> tuple[None, None]:
        raise StoreUnavailable("disk_full")

    lanes.write(broken, failed=failed.append)
    lanes.write(broken)
    lanes.query(broken, lambda _: None)
    lanes.http(lambda: 1 / 0)
    lanes.write(refused)
    qtbot.waitUntil(lambda: len(failed) == 1 and len(unexpected) == 3 and len(troubles) == 1)
    assert troubles == ["disk_full"]
    assert "ZeroDivisionError" in [type(each).__name__ for each in unexpected]


def test_jobs_wait_for_a_store(qtbot: QtBot, path: Path) -> None:
    lanes = Lanes()
    written: list[str] = []
    lanes.write(save(1, "early"), written.append)  # type: ignore[arg-type]
    failures: list[object] = []
    lanes.store_failed.connect(failures.append)

    def too_new() -> Store:
        raise StoreTooNew("9999")

    lanes.open_store(too_new)
    qtbot.waitUntil(lambda: bool(failures))
    assert written == []
    lanes.open_store(lambda: Store.open(path))
    qtbot.waitUntil(lambda: written == ["early"])
    assert lanes.close()


def test_changing_the_store_puts_earlier_writes_into_the_earlier_one(
    qtbot: QtBot, lanes: Lanes, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other" / "store.sqlite3"
    everything: list[bool] = []
    lanes.changed.connect(lambda change: everything.append(change.everything))
    lanes.write(save(1, "first agent"))  # type: ignore[arg-type]
    lanes.open_store(lambda: Store.open(other))
    lanes.write(save(2, "second agent"))  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: everything == [False, True, False])
    found: list[list[str]] = []
    lanes.query(texts, found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [["second agent"]]
    store = Store.open(path)
    with store.reading() as connection:
        assert texts(connection) == ["first agent"]
    store.close()


def test_closing_finishes_the_writes_and_delivers_nothing(qtbot: QtBot, path: Path) -> None:
    lanes = Lanes(Store.open(path))
    delivered: list[object] = []
    for number in range(20):
        lanes.write(save(number, f"text {number}"), delivered.append)  # type: ignore[arg-type]
    before = len(delivered)
    assert lanes.close()
    qtbot.wait(20)
    assert len(delivered) == before
    lanes.write(save(99, "too late"))  # type: ignore[arg-type]
    with pytest.raises(LanesClosed):
        lanes.write_and_wait(save(99, "too late"))  # type: ignore[arg-type]
    store = Store.open(path)
    with store.reading() as connection:
        assert len(texts(connection)) == 20
    store.close()


def test_closing_does_not_wait_for_ever_for_a_busy_worker(qtbot: QtBot) -> None:
    lanes = Lanes()
    gate, under_way = threading.Event(), threading.Event()

    def job() -> None:
        under_way.set()
        gate.wait(30)

    lanes.http(job)
    assert under_way.wait(10)
    assert not lanes.close(timeout_s=0.1)
    gate.set()
    assert lanes.close()


def test_waiting_workers_get_results_and_errors(lanes: Lanes) -> None:
    outcome: list[object] = []

    def worker() -> None:
        outcome.append(lanes.write_and_wait(save(1, "x")))  # type: ignore[arg-type]
        outcome.append(lanes.query_and_wait(texts))
        try:
            lanes.query_and_wait(lambda conn: conn.exec_driver_sql("nonsense"))
        except Exception as error:  # noqa: BLE001 - which kind is what is tested
            outcome.append(type(error).__name__)

    thread = threading.Thread(target=worker)
    thread.start()
    thread.join(10)
    assert outcome == ["x", ["x"], "OperationalError"]


def test_waiting_for_a_store_that_never_comes(qtbot: QtBot) -> None:
    lanes = Lanes()
    with pytest.raises(TimeoutError):
        lanes.write_and_wait(save(1, "x"), timeout_s=0.1)  # type: ignore[arg-type]
    assert lanes.close()


def test_typing_without_pause_is_saved_meanwhile(qtbot: QtBot, lanes: Lanes, path: Path) -> None:
    drafts = Drafts(lanes, PortalClock())
    saved: list[int] = []
    drafts.saved.connect(lambda thread_id, _ms: saved.append(thread_id))
    text = ""
    while not saved:
        text += "x"
        drafts.edited(7, text, len(text), 3)
        qtbot.wait(SAVE_AFTER_MS // 20)
        assert len(text) < 200, "it was not saved although nobody stopped typing"
    other = Store.open(path)
    with other.reading() as connection:
        draft = rows.draft_of(connection, 7)
    other.close()
    assert draft is not None
    assert text.startswith(draft.text)
    assert (draft.seen_version, len(draft.text) > 0) == (3, True)


def test_each_message_has_its_draft_and_an_empty_text_is_none(qtbot: QtBot, lanes: Lanes) -> None:
    drafts = Drafts(lanes, PortalClock())
    changes: list[StoreChange] = []
    lanes.changed.connect(changes.append)
    drafts.edited(1, "un", 2, 1)
    drafts.edited(2, "deux", 4, 1)
    drafts.flush()
    assert not drafts.unsaved
    qtbot.waitUntil(lambda: len(changes) == 2)
    drafts.edited(1, "un et demi", 2, 1)
    assert drafts.flush_and_wait()
    drafts.discard(2)
    qtbot.waitUntil(lambda: len(changes) == 3)
    assert changes[-1].threads == frozenset({2}), "only that a draft begins or ends is told"
    assert lanes.query_and_wait(texts) == ["un et demi"]


class RefusingDisk(Lanes):
    """A lane whose disk is full until `full` is cleared."""

    full = True

    def _write_now(self, job: object) -> object:  # type: ignore[override]
        if self.full:
            raise StoreUnavailable("disk_full")
        return super()._write_now(job)  # type: ignore[arg-type]


def test_a_full_disk_is_told_and_the_newest_text_saved_later(
    qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk.services.drafts.RETRY_AFTER_MS", 50)
    lanes = RefusingDisk(Store.open(path))
    drafts = Drafts(lanes, PortalClock())
    told: list[tuple[int, str]] = []
    drafts.save_failed.connect(lambda thread_id, code: told.append((thread_id, code)))
    drafts.edited(1, "Bonjour", 7, 1)
    drafts.flush()
    qtbot.waitUntil(lambda: len(told) >= 2)
    assert set(told) == {(1, "disk_full")}
    assert drafts.unsaved
    drafts.edited(1, "Bonjour Madame", 14, 1)
    assert not drafts.flush_and_wait()
    assert drafts.unsaved
    lanes.full = False
    with qtbot.waitSignal(drafts.saved):
        drafts.flush()
    assert lanes.query_and_wait(texts) == ["Bonjour Madame"]
    assert lanes.close()


def test_what_is_being_published_is_not_saved_once_more(lanes: Lanes) -> None:
    drafts = Drafts(lanes, PortalClock())
    drafts.edited(1, "Bonjour\n", 7, 4)
    assert drafts.settle(1, "Autre chose") is None
    assert drafts.settle(2, "Bonjour") is None
    assert drafts.settle(1, "Bonjour") == 4
    assert not drafts.unsaved


def test_backoff_grows_to_its_cap_and_is_never_the_same_for_all() -> None:
    backoff = Backoff(1.0, 30.0)
    delays = [backoff.failed() for _ in range(12)]
    for number, delay in enumerate(delays):
        longest = min(30.0, 2.0**number)
        assert longest / 2 <= delay <= longest
    backoff.succeeded()
    assert backoff.failed() <= 1.0
    assert len({Backoff(1.0, 30.0).delay(8) for _ in range(20)}) > 10
    assert Backoff(1.0, 30.0).delay(10_000) <= 30.0


def test_a_version_comes_back_and_what_it_replaces_stays(qtbot: QtBot, lanes: Lanes) -> None:
    drafts = Drafts(lanes, PortalClock())
    found: list[list[DraftVersion]] = []
    drafts.edited(4, "Bonjour Madame, votre dossier est complet.", 3, 2, scroll=5)
    drafts.flush()
    drafts.edited(4, "Monsieur,", 9, 2)
    drafts.versions(4, found.append)  # saves what is unsaved first
    qtbot.waitUntil(lambda: bool(found))
    assert [each.text for each in found[0]] == [
        "Monsieur,",
        "Bonjour Madame, votre dossier est complet.",
    ]

    restored: list[DraftView] = []
    drafts.restore(found[0][1], restored.append)
    qtbot.waitUntil(lambda: bool(restored))
    assert restored[0].text == "Bonjour Madame, votre dossier est complet."
    assert restored[0].seen_version == 2
    stored: list[DraftView | None] = []
    lanes.query(lambda conn: rows.draft_of(conn, 4), stored.append)
    qtbot.waitUntil(lambda: bool(stored))
    assert stored == restored
    found.clear()
    drafts.versions(4, found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found[0][0].text == restored[0].text
    assert "Monsieur," in [each.text for each in found[0]]

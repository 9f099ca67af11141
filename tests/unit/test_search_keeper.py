"""The index is made in the background, and an agent's own writes do not wait for it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from desk.models import drafts, meta, threads
from desk.models.catalogue import apply_catalogue
from desk.models.search import index
from desk.models.search.state import read_state
from desk.models.snapshots import StoreChange
from desk.models.store import Store
from desk.services.lanes import Lanes
from desk.services.search_keeper import SearchKeeper
from tests.support.desk_data import Desk
from tests.support.waiting import comes_true

PATIENCE_S = 30.0


def until(condition: Callable[[], object], what: str) -> None:
    assert comes_true(condition, PATIENCE_S), what


def load(connection: Connection, desk: Desk, *, ended: bool) -> tuple[None, StoreChange]:
    apply_catalogue(connection, desk.catalogue)
    for page in desk.snapshot_pages(100_000):
        threads.apply_snapshot(connection, page, 0)
    meta.set_cursor(connection, 0 if ended else None)
    return None, StoreChange(origin="sync", everything=True)


def test_a_draft_goes_before_the_rest_of_the_index(
    qtbot: QtBot, qapp: QCoreApplication, tmp_path: Path
) -> None:
    desk = Desk(seed=3)
    desk.new_threads(1_500)
    store = Store.open(tmp_path / "agent" / "store.sqlite3")
    with store.writing() as connection:
        load(connection, desk, ended=True)
    store.close()
    lanes = Lanes()
    unexpected: list[Exception] = []
    lanes.unexpected.connect(unexpected.append)
    keeper = SearchKeeper(lanes)
    states: list[bool] = []
    began: list[bool] = []
    lanes.open_store(lambda: Store.open(tmp_path / "agent" / "store.sqlite3"))

    def has_begun(connection: Connection) -> bool:
        state = read_state(connection)
        return state is not None and state.before is not None

    def look(yes: bool) -> None:
        if yes:
            began.append(True)
        else:
            lanes.query(has_begun, look)

    lanes.query(has_begun, look)
    until(lambda: bool(began), "the index is begun")

    def write(connection: Connection) -> tuple[bool, None]:
        drafts.save_draft(connection, 1, "Bonjour", 7, 1, 0)
        state = read_state(connection)
        return state is not None and state.whole, None

    lanes.write(write, states.append, urgent=True)
    until(lambda: bool(states), "the draft is on the disk")
    assert states == [False]
    until(lambda: keeper.whole, "the index is made")
    assert lanes.close()
    assert unexpected == []


def test_waits_for_the_end_of_the_first_load(
    qtbot: QtBot, qapp: QCoreApplication, tmp_path: Path
) -> None:
    desk = Desk(seed=4)
    desk.new_threads(50)
    lanes = Lanes()
    keeper = SearchKeeper(lanes)
    told: list[bool] = []
    keeper.progressed.connect(told.append)
    lanes.open_store(lambda: Store.open(tmp_path / "agent" / "store.sqlite3"))
    lanes.write(lambda connection: load(connection, desk, ended=False))
    until(lambda: told == [False], "not begun")
    states: list[object] = []
    lanes.query(lambda connection: read_state(connection), states.append)
    until(lambda: bool(states), "read")
    assert states == [None]
    lanes.write(lambda connection: load(connection, desk, ended=True))
    until(lambda: keeper.whole, "made")
    # What is removed leaves the index; the keeper knows that words are still to go.
    lanes.write(lambda connection: (None, threads.remove(connection, 7)))
    rows: list[int] = []
    lanes.query(
        lambda connection: connection.exec_driver_sql(
            "SELECT count(*) FROM search_doc"
        ).scalar_one(),
        rows.append,
    )
    until(lambda: bool(rows), "counted")
    assert lanes.close()
    store = Store.open(tmp_path / "agent" / "store.sqlite3")
    with store.writing() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM search_doc").scalar_one() == 49
        state = read_state(connection)
        assert state is not None
        assert state.purged
        assert index.prepare(connection).whole
    store.close()

"""The list against a brute-force reference, under random sequences of what may happen."""

import random
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.models.snapshots import InboxFilter
from desk.ui.inbox.segments import Header
from desk.ui.theme import Theme
from tests.support.desk_data import Desk
from tests.support.inbox_window import InboxWindow

Open = Callable[..., InboxWindow]


@pytest.fixture
def open_inbox(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Open:
    """Open an inbox of `count` invented messages."""

    def open_it(count: int = 120, seed: int = 1) -> InboxWindow:
        desk = Desk(seed)
        desk.new_threads(count)
        window = InboxWindow(qtbot, theme, tmp_path, desk)
        if count:
            window.settle()
        return window

    return open_it


@pytest.mark.parametrize("seed", range(5))
def test_rows_follow_whatever_happens(open_inbox: Open, seed: int) -> None:
    window = open_inbox(150, seed)
    pick = random.Random(seed)
    kind, text, by_due = InboxFilter.TODO, "", False
    for _ in range(14):
        deed = pick.random()
        if deed < 0.5:
            window.sync(window.desk.changes(pick.randrange(1, 40)))
        elif deed < 0.65:
            keys = sorted(window.model.all_group_keys())
            window.model.set_open(
                set(pick.sample(keys, min(len(keys), pick.randrange(1, 12)))), pick.random() < 0.5
            )
        elif deed < 0.75:
            kind = pick.choice(list(InboxFilter))
            window.panel.filters.set_kind(kind)
        elif deed < 0.85:
            text = pick.choice(["", "ferrandier", "carte", "élève", "ŒUVRARD"])
            window.panel.filters.box.setText(text)
        else:
            by_due = not by_due
            window.panel.filters.set_by_due(by_due)
            window.panel.filters.changed.emit()
        window.settle(kind, text, by_due)


@pytest.mark.parametrize("by_due", [False, True])
@pytest.mark.parametrize("seed", range(3))
def test_selection_and_scroll_stay_with_their_message(
    open_inbox: Open, seed: int, by_due: bool
) -> None:
    window = open_inbox(250, seed)
    pick = random.Random(seed)
    if by_due:
        window.panel.filters.set_by_due(True)
        window.panel.filters.changed.emit()
        window.settle(by_due=True)
    bar = window.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    chosen = window.on_screen()[4]
    window.view.select_row(window.model.row_of_thread(chosen))
    before = window.y_of(chosen)
    window.activated.clear()
    for _ in range(6):
        # The chosen message itself is left alone; everything around it moves.
        page = window.desk.changes(pick.randrange(5, 40), spared=(chosen,))
        window.sync(page)
        window.settle(by_due=by_due)
        assert window.view.current_thread() == chosen
        assert window.y_of(chosen) == before
    assert window.activated == []


def test_a_new_message_above_does_not_move_what_is_read(open_inbox: Open) -> None:
    window = open_inbox(200)
    bar = window.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    seen = {each: window.y_of(each) for each in window.on_screen()}
    first = window.desk.threads[min(window.desk.threads)]
    early = min(window.desk.threads.values(), key=lambda each: each.due_at)
    place = window.desk.catalogue.themes[0]
    new = window.desk.new_threads(
        5,
        theme=place.code,
        sujet=place.sujets[0].code,
        motif=place.sujets[0].motifs[0].code,
        sent_at=early.sent_at - timedelta(hours=1),
    )
    assert first.id not in {each.id for each in new}
    window.sync(window.desk.page_of(new))
    window.settle()
    assert {each: window.y_of(each) for each in window.on_screen()} == seen


def test_an_answered_message_is_succeeded_by_the_next_one_unopened(open_inbox: Open) -> None:
    window = open_inbox(80)
    window.panel.filters.set_by_due(True)
    window.panel.filters.changed.emit()
    window.settle(by_due=True)
    order = window.expected(by_due=True)
    window.view.select_row(10)
    window.activated.clear()
    window.sync(window.desk.page_of([window.desk.answered(int(order[10]))]))
    window.settle(by_due=True)
    assert window.view.current_thread() == order[11]
    assert window.view.currentIndex().row() == 10
    assert window.activated == []


def test_a_requalified_message_keeps_the_selection(open_inbox: Open) -> None:
    window = open_inbox(80)
    messages = [each for each in window.rows() if isinstance(each, int)]
    chosen, other = messages[0], window.desk.threads[messages[-1]]
    window.view.select_row(window.row_of(chosen))
    moved = window.desk.changed(chosen, theme=other.theme, sujet=other.sujet, motif=other.motif)
    window.sync(window.desk.page_of([moved]))
    window.settle()
    assert window.view.current_thread() == chosen


def test_closing_a_group_around_the_selection_selects_the_group(open_inbox: Open) -> None:
    window = open_inbox(60)
    chosen = next(each for each in window.rows() if isinstance(each, int))
    window.view.select_row(window.row_of(chosen))
    thread = window.desk.threads[chosen]
    window.model.set_open({f"theme:{thread.theme}"}, False)
    window.settle()
    assert window.view.currentIndex().row() == window.row_of(f"theme:{thread.theme}")


def test_headers_count_what_they_hold(open_inbox: Open) -> None:
    window = open_inbox(150)
    now = window.now_ms()
    for row in range(window.model.rowCount()):
        item = window.model.item(row)
        if not isinstance(item, Header):
            continue
        level, code = item.key.split(":")
        inside = [
            each
            for each in window.desk.threads.values()
            if each.status == "open" and getattr(each, level) == code
        ]
        dues = [round(each.due_at.timestamp() * 1000) for each in inside]
        assert item.count == len(inside)
        assert item.late == sum(due < now for due in dues)
        assert item.nearest_due_ms == min(dues)


def test_a_message_becomes_late_without_any_write(open_inbox: Open) -> None:
    window = open_inbox(100)
    window.panel.filters.set_kind(InboxFilter.LATE)
    window.settle(InboxFilter.LATE)
    before = len(window.expected(InboxFilter.LATE, "", True))
    now = window.now_ms()
    next_due = min(each for each in map(window.due_ms, window.desk.threads) if each >= now)
    window.pass_time((next_due - now) / 1000)
    assert len(window.expected(InboxFilter.LATE, "", True)) == before  # equal is kept
    window.pass_time(0.001)
    assert len(window.expected(InboxFilter.LATE, "", True)) > before
    window.inbox.look_at_clock()
    window.settle(InboxFilter.LATE)


def test_nothing_of_one_store_is_left_for_the_next(open_inbox: Open) -> None:
    window = open_inbox(50)
    known = next(each for each in window.rows() if isinstance(each, int))
    window.lanes.close_store()
    window.until(lambda: window.inbox.outline is None, "the list is emptied")
    assert window.model.rowCount() == 0
    assert window.inbox.row(known) is None
    assert window.panel.empty.isVisible()


def test_a_new_store_shows_its_own_messages(open_inbox: Open, tmp_path: Path) -> None:
    window = open_inbox(50)
    other = Desk(seed=99)
    other.new_threads(30)
    from desk.models.catalogue import apply_catalogue
    from desk.models.store import Store
    from desk.models.threads import apply_snapshot

    store = Store.open(tmp_path / "other" / "store.sqlite3")
    with store.writing() as connection:
        apply_catalogue(connection, other.catalogue)
        for page in other.snapshot_pages():
            apply_snapshot(connection, page, 0)
    window.lanes.open_store(lambda: store)
    window.desk = other
    window.settle()


def test_the_groups_of_the_topmost_row_are_named(open_inbox: Open) -> None:
    window = open_inbox(150)
    labels = {
        motif.code: (theme.label, sujet.label, motif.label)
        for theme in window.desk.catalogue.themes
        for sujet in theme.sujets
        for motif in sujet.motifs
    }
    bar = window.view.verticalScrollBar()
    seen = 0
    for value in range(0, bar.maximum(), 97):
        bar.setValue(value)
        top = window.view.rowAt(0)
        shown = tuple(window.panel.path.text().split("  ›  "))
        thread_id = window.model.thread_at(top)
        if thread_id is None:
            item = window.model.item(top)
            assert isinstance(item, Header)
            assert shown[-1] == item.label
            assert len(shown) == item.level + 1
        else:
            assert shown == labels[window.desk.threads[thread_id].motif]
            seen += 1
    assert seen > 5
    window.panel.filters.set_by_due(True)
    window.panel.filters.changed.emit()
    window.settle(by_due=True)
    assert not window.panel.path.isVisible()

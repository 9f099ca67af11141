"""Several messages of the list at once, by keyboard: each goes through the outbox on its own."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.services.batch import ItemState
from desk.ui.acts.text_dialog import TextDialog
from desk.ui.inbox.view import InboxView
from desk.ui.supervision.choice_dialog import ChoiceDialog
from tests.support.desk_running import RunningDesk, settle
from tests.support.fault_proxy import FaultProxy, What
from tests.support.portal_process import RunningPortal
from tests.ui.conftest import StartDesk

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def select_two(desk: RunningDesk) -> tuple[int, ...]:
    """Two messages with the keyboard: arrows with Shift; headers between them do not count."""
    inbox = desk.window.workspace.inbox
    inbox.focus_list()
    first = inbox.model.row_of_thread(desk.listed(2)[0])
    assert first is not None
    extend(inbox.view, first, 2)
    desk.until(lambda: inbox.view.marked is not None, "it is known which")
    marked = inbox.view.marked
    assert marked is not None
    return marked


def extend(view: InboxView, row: int, count: int) -> None:
    view.select_row(row)
    while view.marked_count < count:
        before = view.currentIndex().row()
        QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
        assert view.currentIndex().row() > before, "the list has no more"


def states(desk: RunningDesk) -> list[ItemState]:
    results = desk.window.workspace.batch.results
    assert results is not None
    return [each.state for each in results.batch.items]


def until_settled(desk: RunningDesk) -> list[ItemState]:
    batch = desk.window.workspace.batch
    desk.until(lambda: batch.results is not None, "results")
    desk.until(lambda: all(each.settled for each in states(desk)), "each has its result")
    return states(desk)


def test_several_are_taken_given_back_and_told_one_by_one(desk: RunningDesk) -> None:
    work = desk.window.workspace
    shown = desk.shown
    first, second = select_two(desk)
    assert work.inbox.batch_bar.isVisible()
    settle(desk.window)
    assert desk.shown == shown  # selecting several reads none of them

    desk.window.actions_by_id["claim"].trigger()
    assert until_settled(desk) == [ItemState.DONE, ItemState.DONE]
    row = desk.services.inbox.row
    desk.until(
        lambda: all((r := row(each)) is not None and r.claimed_by_me for each in (first, second)),
        "both are mine",
    )
    desk.window.actions_by_id["claim"].trigger()
    desk.until(lambda: states(desk) == [ItemState.LEFT_OUT] * 2, "they are mine already")
    results = work.batch.results
    assert results is not None
    assert "You hold the message already" in results.list.item(0).text()
    assert not results.undo_button.isVisible()

    desk.window.actions_by_id["release"].trigger()
    desk.until(lambda: states(desk) == [ItemState.DONE] * 2, "given back")
    results = work.batch.results
    assert results is not None
    results.undo_button.click()
    desk.until(lambda: work.batch.results is not results, "undoing")
    assert until_settled(desk) == [ItemState.DONE, ItemState.DONE]
    desk.until(
        lambda: all((r := row(each)) is not None and r.claimed_by_me for each in (first, second)),
        "both are mine again",
    )
    undone = work.batch.results
    desk.window.actions_by_id["release"].trigger()
    desk.until(lambda: work.batch.results is not undone, "giving back")
    assert until_settled(desk) == [ItemState.DONE, ItemState.DONE]
    results = work.batch.results
    assert results is not None
    results.accept()
    work.inbox.view.leave_marked()
    assert not work.inbox.batch_bar.isVisible()


def test_a_motif_for_all_a_reason_for_all_and_never_a_reply(desk: RunningDesk) -> None:
    work = desk.window.workspace
    ids = select_two(desk)
    for each in ("publish", "publish_and_next", "template", "suggested_template", "write"):
        action = desk.window.actions_by_id[each]
        view = work.thread_view
        assert view is None or view.thread_id not in ids or not action.isEnabled()

    desk.window.actions_by_id["reclassify"].trigger()
    desk.until(lambda: isinstance(work.dialogs.current, ChoiceDialog), "which motif")
    dialog = work.dialogs.current
    assert isinstance(dialog, ChoiceDialog)
    QTest.keyClicks(dialog.choices.search, "carte europ", delay=2)
    assert dialog.chosen is not None
    dialog.accept()
    assert until_settled(desk) == [ItemState.DONE, ItemState.DONE]
    results = work.batch.results
    assert results is not None
    results.accept()

    model, view = work.inbox.model, work.inbox.view
    rows: list[int | None] = []

    def neighbours() -> bool:
        rows[:] = sorted((model.row_of_thread(each) or 0) for each in ids)
        return rows[0] != 0 and rows[1] == rows[0] + 1  # type: ignore[operator]

    desk.until(neighbours, "both under the same motif")
    view.leave_marked()
    view.select_row(rows[0] or 0)
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    desk.until(lambda: view.marked is not None, "it is known which")
    marked = view.marked
    assert marked is not None
    assert set(ids) <= set(marked)
    wanted = len(marked)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.marked_count == 1
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    desk.window.actions_by_id["close_thread"].trigger()
    desk.until(lambda: isinstance(work.dialogs.current, TextDialog), "why")
    reason = work.dialogs.current
    assert isinstance(reason, TextDialog)
    reason.edit.setPlainText("Réglé au téléphone ce matin.")
    reason.accept()
    assert until_settled(desk) == [ItemState.DONE] * wanted
    for each in ids:
        desk.until(lambda each=each: work.inbox.model.row_of_thread(each) is None, "closed")  # type: ignore[misc]
    results = work.batch.results
    assert results is not None
    assert not results.undo_button.isVisible()
    results.accept()


def test_without_the_portal_they_wait_and_can_be_taken_back(
    portal: RunningPortal, start_desk: StartDesk
) -> None:
    with FaultProxy(portal.url) as proxy, start_desk(portal_url=proxy.url) as desk:
        desk.sign_in()
        batch = desk.window.workspace.batch
        marked = select_two(desk)
        # Nothing has surely arrived while the portal asks for patience: it can be taken back.
        patience = {"Retry-After": "600"}
        proxy.fail(
            What.STATUS, ".*/claim", times=None, status=429, slug="too-many", headers=patience
        )
        desk.window.actions_by_id["claim"].trigger()
        desk.until(lambda: batch.results is not None, "results")
        desk.until(lambda: states(desk) == [ItemState.WAITING] * 2, "they wait")
        results = batch.results
        assert results is not None
        desk.until(results.undo_button.isVisible, "not gone yet")

        def both_taken_back() -> bool:
            if results.undo_button.isVisible():
                results.undo_button.click()
            return states(desk) == [ItemState.TAKEN_BACK] * 2

        desk.until(both_taken_back, "taken back")
        proxy.heal()
        assert not any(
            (row := desk.services.inbox.row(each)) is not None and row.claim_name for each in marked
        )


def test_what_the_portal_refuses_says_why(portal: RunningPortal, start_desk: StartDesk) -> None:
    with FaultProxy(portal.url) as proxy, start_desk(portal_url=proxy.url) as desk:
        desk.sign_in()
        proxy.fail(What.STATUS, ".*/claim", times=1, status=403, slug="not-allowed")
        select_two(desk)
        desk.window.actions_by_id["claim"].trigger()
        assert sorted(until_settled(desk)) == [ItemState.DONE, ItemState.REFUSED]
        results = desk.window.workspace.batch.results
        assert results is not None
        first = results.list.item(0).text()  # what wants attention comes first
        assert "Refused: " in first
        assert results.summary.text() == "1 done, 1 refused"
        banner = desk.window.workspace.banner
        assert not banner.isVisible(), "the results say it; nothing behind them does"
        results.undo_button.click()
        assert until_settled(desk) == [ItemState.DONE]

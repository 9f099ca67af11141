"""What the desktop is told: on a real bus, once each, never a name, and not in the quiet hours."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QSystemTrayIcon

from desk.countdown import CountdownState
from desk.services.notice_rules import Notice, NoticeLog, NoticeRules
from desk.services.thresholds import Crossing
from desk.ui.notices.dialog import NoticesDialog
from tests.support.desk_running import MemoryKeyring, RunningDesk
from tests.support.notification_service import NotificationService, notification_service
from tests.ui.conftest import StartDesk

SECRET = "Bonjour, votre dossier est clos."
ALWAYS, NEVER = NoticeRules(True, 0, 0), NoticeRules(True, 0, 24 * 60)


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Iterator[NotificationService]:
    with notification_service() as service:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.address)
        yield service


def crossings(desk: RunningDesk) -> tuple[Crossing, Crossing]:
    """The first message of the list comes near its deadline, and is late."""
    thread_id = desk.listed(1)[0]
    desk.until(lambda: desk.services.inbox.row(thread_id) is not None, "its row is read")
    row = desk.services.inbox.row(thread_id)
    assert row is not None
    return Crossing(row, CountdownState.URGENT), Crossing(row, CountdownState.LATE)


def test_near_and_late_are_told_once_without_a_name(
    start_desk: StartDesk, desktop: NotificationService
) -> None:
    ring = MemoryKeyring()
    with start_desk(keyring=ring) as desk:
        desk.sign_in()
        near, late = crossings(desk)
        notices, inbox = desk.services.notices, desk.services.inbox

        notices.set_rules(NEVER)
        inbox.crossed.emit(near)  # in the quiet hours: nothing
        notices.set_rules(ALWAYS)  # they are over: told now
        desk.until(lambda: len(desktop.shown) == 1, "told after the quiet hours")
        inbox.crossed.emit(near)  # told already
        inbox.crossed.emit(Crossing(near.row, CountdownState.SOON))  # not yet worth it
        inbox.crossed.emit(late)
        desk.until(lambda: len(desktop.shown) == 2, "late")
        assert [each.hints["urgency"] for each in desktop.shown] == [1, 2]
        for each in desktop.shown:
            for secret in (near.row.adherent_name, near.row.reference, near.row.motif_label):
                assert secret not in each.title + each.words

        desk.window.actions_by_id["notices"].trigger()
        dialog = desk.window.workspace.dialogs.current
        assert isinstance(dialog, NoticesDialog)
        assert dialog.rules == ALWAYS
        dialog.wanted.setChecked(False)
        assert not dialog.quiet_from.isEnabled()
        dialog.accept()
        inbox.crossed.emit(replace(late, row=replace(late.row, thread_id=-1)))
        assert notices.rules == NoticeRules(False, 0, 0)
    with start_desk(keyring=ring) as again:
        again.until(lambda: again.services.session.me is not None, "signed in")
        again.until(lambda: not again.services.notices.rules.wanted, "the choice was kept")
        assert len(desktop.shown) == 2


def test_a_reply_to_read_is_told_to_its_reviewer_once(
    start_desk: StartDesk, desktop: NotificationService
) -> None:
    with start_desk("sylvie", login="sylvie.exemple") as sylvie:
        sylvie.sign_in()
        sylvie.services.notices.set_rules(ALWAYS)
        before = len(desktop.shown)
        with start_desk("noe", login="noe.exemple") as noe:
            noe.sign_in()
            thread_id = noe.listed(1)[0]
            noe.services.publisher.ask_review(thread_id, SECRET, "answer", None)
            sylvie.until(lambda: len(desktop.shown) > before, "told to the supervisor")
            assert "colleagues" in desktop.shown[-1].words
            assert SECRET not in desktop.shown[-1].words
            noe.services.publisher.note(thread_id, "Une note, et la page suivante du fil.")
            notes: list[int] = []

            def noted() -> bool:
                sylvie.services.lanes.query(
                    lambda conn: conn.exec_driver_sql(
                        "SELECT count(*) FROM thread_note WHERE thread_id = ?", (thread_id,)
                    ).scalar_one(),
                    notes.append,
                )
                return bool(notes) and notes[-1] > 0

            sylvie.until(noted, "the next page of changes has been taken in")
            assert len(desktop.shown) == before + 1


def test_a_click_opens_its_message_and_brings_the_window_forward(
    start_desk: StartDesk, desktop: NotificationService
) -> None:
    with start_desk() as desk:
        desk.sign_in()
        first, second, third = desk.listed(3)[:3]
        desk.services.notices.set_rules(ALWAYS)
        opened: list[int | None] = []
        desk.window.workspace.situation_changed.connect(
            lambda: opened.append(desk.shown) if desk.shown not in opened else None
        )

        def told(*about: int) -> int:
            """The number that the desktop gave to what is told about these."""
            before = len(desktop.shown)
            desk.services.notices.told.emit(Notice.NEAR, about)
            desk.until(lambda: len(desktop.shown) > before, "shown by the desktop")
            assert list(desktop.shown[-1].actions) == ["default"]
            return desktop.shown[-1].number

        of_first, of_second, of_both = told(first), told(second), told(third, first)
        assert len({each.asked_by for each in desktop.shown}) == 1  # a lasting connection
        desk.window.showMinimized()
        desktop.close(of_first)
        desktop.choose(of_first)  # closed
        desktop.choose(of_second, "other")  # not a click on it
        desktop.choose(of_second + 100)  # another program's
        desktop.emit_from_a_stranger(desktop.shown[0].asked_by, of_both)
        desktop.choose(of_second, token="leave-to-come-forward")
        desk.until(lambda: desk.shown == second, "what was clicked is on screen")
        assert not desk.window.isMinimized()
        assert desk.window.isActiveWindow()
        desktop.choose(of_second)  # once
        desktop.choose(of_both)
        desk.until(lambda: desk.shown == third, "the first of several")
        assert [each for each in opened if each is not None] == [second, third]

        # The desktop's shell is started again, and counts anew: its numbers are not ours.
        old = told(first)
        desktop.stop()
        desktop.shown.clear()
        desktop.start()
        while told(second) < old:
            pass
        stale = desktop.shown[-1].number
        assert stale == old
        desktop.choose(stale)
        desk.until(lambda: desk.shown == second, "the new one, not the old")
        assert first not in opened

        shown = [each.number for each in desktop.shown if each.number != stale]
        desk.services.session.sign_out()
        desk.until(lambda: desk.services.session.me is None, "signed out")
        desk.until(lambda: set(desktop.closed) == set(shown), "taken away from the screen")


@pytest.mark.qt_log_ignore("QPlatformNativeInterface::systemTrayWindowChanged", extend=True)
def test_without_such_a_desktop_a_click_in_the_tray_opens_its_message(
    start_desk: StartDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    with start_desk() as desk:
        desk.sign_in()
        first, second = desk.listed(2)[:2]
        desk.services.notices.set_rules(ALWAYS)

        def tray() -> QSystemTrayIcon | None:
            return desk.window.notices.findChild(QSystemTrayIcon)

        desk.services.notices.told.emit(Notice.NEAR, [first])
        desk.until(lambda: tray() is not None, "the tray, for there is no bus")
        desk.services.notices.told.emit(Notice.LATE, [second])
        desk.window.showMinimized()

        def clicked() -> bool:
            icon = tray()
            assert icon is not None
            icon.messageClicked.emit()
            return desk.shown == second

        desk.until(clicked, "the last one that was told")
        assert not desk.window.isMinimized()
        icon = tray()
        assert icon is not None
        assert icon.isVisible()
        desk.services.session.sign_out()
        desk.until(lambda: not icon.isVisible(), "its icon has gone")


@pytest.mark.parametrize(
    ("start", "end", "minute", "left"),
    [
        (18 * 60, 8 * 60, 17 * 60 + 59, 0), (18 * 60, 8 * 60, 18 * 60, 14 * 60),
        (18 * 60, 8 * 60, 7 * 60 + 59, 1), (18 * 60, 8 * 60, 8 * 60, 0),
        (12 * 60, 13 * 60, 12 * 60 + 30, 30), (600, 600, 600, 0),
    ],
)  # fmt: skip
def test_quiet_hours(start: int, end: int, minute: int, left: int) -> None:
    assert NoticeRules(True, start, end).quiet_left_min(minute) == left


def test_what_was_answered_in_the_quiet_hours_is_not_told_after_them() -> None:
    log = NoticeLog()
    assert not log.is_new(Notice.NEAR, 1, 1, quiet=True)
    assert not log.is_new(Notice.NEAR, 2, 2, quiet=True)
    assert not log.is_new(Notice.CONFLICT, "event", 3, quiet=True)
    log.settled(1)
    assert log.take_waiting() == {Notice.NEAR: [2], Notice.CONFLICT: [3]}
    assert not log.waits
    assert not log.is_new(Notice.NEAR, 2, 2, quiet=False)

"""« Publier plus tard », what becomes of it, and who is away."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desk.models.snapshots import PendingView, ScheduledView
from desk.services.moment_choices import Quick, quick_moments
from desk.ui.common.times import Times
from desk.ui.scheduling.absence_dialog import AbsenceDialog
from desk.ui.scheduling.card import ScheduledCard
from desk.ui.scheduling.schedule_dialog import ScheduleDialog
from desk.ui.theme import Theme
from tests.support.desk_running import RunningDesk
from tests.support.portal_process import RunningPortal, running_worker
from tests.support.views import a_thread_view
from tests.ui.conftest import StartDesk
from tests.ui.test_window_reply import click, thread_of

TEXT = "Bonjour Madame,\n\nVos droits sont ouverts depuis le premier du mois."
NIR = "2 63 07 60 999 000 61"
PARIS = ZoneInfo("Europe/Paris")
HOUR_MS = 3_600_000


def paris(*wall: int) -> int:
    return round(datetime(*wall, tzinfo=PARIS).timestamp() * 1000)  # type: ignore[misc,arg-type]


def card(desk: RunningDesk) -> ScheduledCard:
    """The one on screen: what a rebuilt conversation replaced may wait to be deleted."""
    history = desk.window.workspace.centre.history.widget()
    (found,) = history.findChildren(ScheduledCard)
    return found


def scheduled(desk: RunningDesk) -> ScheduledView | None:
    view = desk.window.workspace.thread_view
    return None if view is None else view.scheduled


def test_the_usual_moments_lie_ahead_in_the_caisses_time() -> None:
    friday = paris(2026, 11, 20, 10, 0)
    assert [(each.quick, each.at_ms) for each in quick_moments(friday, "Europe/Paris")] == [
        (Quick.THIS_AFTERNOON, paris(2026, 11, 20, 14, 0)),
        (Quick.TOMORROW, paris(2026, 11, 21, 8, 0)),
        (Quick.MONDAY, paris(2026, 11, 23, 8, 0)),
        (Quick.IN_A_WEEK, paris(2026, 11, 27, 8, 0)),
    ]
    # On a Sunday evening, tomorrow is Monday, and the afternoon is over.
    sunday = paris(2026, 3, 29, 20, 0)
    assert [each.quick for each in quick_moments(sunday, "Europe/Paris")] == [
        Quick.TOMORROW,
        Quick.IN_A_WEEK,
    ]
    # Summer time begins in the night: the wall's 8:00 is what is meant.
    saturday = paris(2026, 3, 28, 20, 0)
    assert quick_moments(saturday, "Europe/Paris")[0].at_ms == round(
        datetime(2026, 3, 29, 6, 0, tzinfo=UTC).timestamp() * 1000
    )


def test_the_past_is_refused_and_lateness_is_told(qtbot: QtBot, theme: Theme) -> None:
    now_ms = paris(2026, 11, 20, 10, 0)
    thread = a_thread_view(sent_ms=now_ms - HOUR_MS, due_ms=paris(2026, 11, 23, 9, 0))
    choices = quick_moments(now_ms, "Europe/Paris")
    dialog = ScheduleDialog(theme, Times(), choices, thread, TEXT, "answer", lambda: now_ms)
    qtbot.addWidget(dialog)
    click(qtbot, dialog.fields.quick[2])
    assert dialog.moment_ms == paris(2026, 11, 23, 8, 0)
    assert not dialog.is_late
    assert "Within the deadline" in dialog.problem.text
    dialog.fields.show_moment(paris(2026, 11, 23, 9, 1))
    assert dialog.is_late
    assert "late" in dialog.problem.text
    assert dialog.accept_button.isEnabled(), "the agent may have a reason"
    dialog.fields.show_moment(paris(2026, 11, 20, 10, 0))
    assert not dialog.accept_button.isEnabled()
    assert "passed" in dialog.problem.text
    assert dialog.fields.time.accessibleDescription() == dialog.problem.text
    dialog.accept()
    assert dialog.result() == 0
    # A holding reply is never late: it stops no clock, and that is said instead.
    holding = ScheduleDialog(theme, Times(), choices, thread, TEXT, "holding", lambda: now_ms)
    qtbot.addWidget(holding)
    holding.fields.show_moment(paris(2026, 11, 24, 9, 0))
    assert not holding.is_late
    assert "still due" in holding.problem.text


@pytest.mark.parametrize(
    ("changed", "supervisor", "buttons"),
    [
        ({}, False, ["Cancel the scheduling"]),
        ({"by_me": False}, False, []),
        ({"by_me": False}, True, ["Cancel the scheduling"]),
        (
            {"held_because": "adherent_wrote"},
            False,
            ["Take the text back, to publish it now", "Schedule again…"],
        ),
        ({"held_because": "thread_changed", "by_me": False}, False, []),
    ],
)
def test_the_card_offers_what_the_portal_allows(
    qtbot: QtBot, changed: dict[str, object], supervisor: bool, buttons: list[str]
) -> None:
    values = {
        "scheduled_id": 3,
        "author_name": "Camille Exemple",
        "by_me": True,
        "kind": "answer",
        "text": TEXT,
        "publish_ms": paris(2026, 11, 23, 8, 0),
        "held_because": "",
    }
    view = ScheduledView(**{**values, **changed})  # type: ignore[arg-type]
    shown = ScheduledCard(Times(), a_thread_view(), view, supervisor=supervisor)
    qtbot.addWidget(shown)
    shown.show()
    assert [b.text() for b in shown.findChildren(QPushButton) if b.isVisible()] == buttons
    leaving = a_thread_view(pending=PendingView(unscheduling=True))
    going = ScheduledCard(Times(), leaving, view, supervisor=supervisor)
    qtbot.addWidget(going)
    going.show()
    assert not [b for b in going.findChildren(QPushButton) if b.isVisible()]


def test_a_reply_is_scheduled_by_keyboard_and_taken_back(qtbot: QtBot, desk: RunningDesk) -> None:
    work, composer = desk.window.workspace, desk.window.workspace.centre.composer
    desk.open(thread_of(desk, "LAPEYRUSSE"))
    composer.restore(f"{TEXT} Le numéro {NIR} est le bon, votre diabète est connu.", 0)
    desk.until(desk.window.actions_by_id["schedule"].isEnabled, "may be scheduled")
    desk.window.actions_by_id["schedule"].trigger()
    dialog = work.dialogs.current
    assert isinstance(dialog, ScheduleDialog)
    desk.until(lambda: len(dialog.guard.findings) == 2, "the text is judged")
    # Nothing is planned while a warning is open; Delete mends one, Space lets the other stand.
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    assert dialog.guard.list.hasFocus()
    qtbot.keyClick(dialog.guard.list, Qt.Key.Key_Delete)
    desk.until(lambda: len(dialog.guard.findings) == 1, "one is mended")
    assert NIR not in composer.text
    qtbot.keyClick(dialog.guard.list, Qt.Key.Key_Space)
    assert dialog.accept_button.hasFocus()
    text, at_ms = composer.text, dialog.moment_ms
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(
        lambda: (found := scheduled(desk)) is not None and found.scheduled_id is not None,
        "the portal knows",
    )
    assert scheduled(desk).publish_ms == at_ms  # type: ignore[union-attr]
    assert work.thread_view.outbox[-1].body.confirmed == ("health",)  # type: ignore[union-attr]
    desk.until(lambda: composer.text == "", "the text has left the composer")
    assert "scheduled" in composer.state_line.text
    composer.restore("Autre chose", 0)
    assert composer.possible.publish
    assert not composer.possible.schedule, "one at a time"
    composer.clear()
    click(qtbot, card(desk).cancel_button)
    desk.until(lambda: composer.text == text, "its text is the draft again")
    assert scheduled(desk) is None
    desk.window.actions_by_id["delete_draft"].trigger()
    work.save()


def test_an_absent_agents_reply_is_held_and_scheduled_again(
    qtbot: QtBot, desk: RunningDesk, portal: RunningPortal
) -> None:
    work = desk.window.workspace
    thread_id = thread_of(desk, "CHAROLLAND")
    desk.open(thread_id)
    desk.window.actions_by_id["absence"].trigger()
    dialog = work.dialogs.current
    assert isinstance(dialog, AbsenceDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(desk.window.banners.absence.isVisible, "noted")
    assert desk.services.session.me is not None
    assert desk.services.session.me.absent_until is not None

    desk.services.publisher.schedule(
        thread_id, TEXT, "answer", desk.services.clock.now_ms() + 1_000
    )
    with running_worker(portal):
        desk.until(
            lambda: (found := scheduled(desk)) is not None and bool(found.held_because), "held"
        )
    assert "absent" in card(desk).reason.text()
    click(qtbot, card(desk).reschedule_button)
    again = work.dialogs.current
    assert isinstance(again, ScheduleDialog)
    at_ms = again.moment_ms
    # « Madame » to a man: the text is judged anew, and can only be let stand here.
    desk.until(lambda: len(again.guard.findings) == 1, "the text is judged")
    click(qtbot, again.accept_button)
    assert again.isVisible()
    assert not again.guard.mend_button.isEnabled()
    qtbot.keyClick(again.guard.list, Qt.Key.Key_Space)
    click(qtbot, again.accept_button)
    desk.until(
        lambda: (
            (found := scheduled(desk)) is not None
            and found.publish_ms == at_ms
            and found.scheduled_id is not None
        ),
        "waits for another moment",
    )
    assert not card(desk).reschedule_button.isVisible()

    (back,) = desk.window.banners.absence.findChildren(QPushButton)
    click(qtbot, back)
    desk.until(
        lambda: desk.services.session.me.absent_until is None,  # type: ignore[union-attr]
        "back again",
    )
    assert not desk.window.banners.absence.isVisible()
    desk.window.actions_by_id["unschedule"].trigger()
    desk.until(lambda: scheduled(desk) is None, "cancelled")
    work.throwing_away.delete()
    work.save()


def test_an_absence_that_could_not_be_told_is_not_believed(qtbot: QtBot, theme: Theme) -> None:
    now_ms = paris(2026, 11, 20, 10, 0)
    dialog = AbsenceDialog(
        theme, Times(), quick_moments(now_ms, "Europe/Paris"), None, lambda: now_ms
    )
    qtbot.addWidget(dialog)
    dialog.show()
    wanted: list[int | None] = []
    dialog.absence_chosen.connect(wanted.append)
    click(qtbot, dialog.fields.quick[1])
    click(qtbot, dialog.accept_button)
    assert wanted == [paris(2026, 11, 21, 8, 0)]
    assert dialog.isVisible(), "until the portal knows"
    dialog.say_failed("unreachable")
    assert "does not know" in dialog.problem.text()
    assert dialog.accept_button.isEnabled()
    assert not dialog.back_button.isVisible()


def test_a_conflict_of_a_scheduled_reply_speaks_of_scheduling(
    qtbot: QtBot, start_desk: StartDesk, desk: RunningDesk
) -> None:
    work = desk.window.workspace
    with start_desk("karim", login="karim.exemple") as karim:
        karim.sign_in()
        thread_id = thread_of(desk, "SCHWOEBEL")
        desk.open(thread_id)
        work.centre.composer.restore(TEXT, 0)
        desk.until(desk.window.actions_by_id["schedule"].isEnabled, "may be scheduled")
        desk.services.sync.stop()
        karim.services.publisher.publish(thread_id, "Nous cherchons.", "holding")
        karim.open(thread_id)
        karim.until(
            lambda: any(
                each.kind == "holding" for each in karim.window.workspace.thread_view.messages
            ),  # type: ignore[union-attr]
            "Karim has sent a holding reply",
        )
        desk.window.actions_by_id["schedule"].trigger()
        accept(desk)
        conflict = work.centre.conflict
        desk.until(conflict.isVisible, "conflict")
        desk.services.sync.start()
        desk.until(conflict.republish_button.isVisible, "what changed is known")
        said = [each.text() for each in conflict.findChildren(QLabel)]
        assert "The exchange changed before your reply was scheduled" in said
        assert not any("published" in each for each in said)
        assert "Schedule my text" in conflict.republish_button.accessibleName()
        click(qtbot, conflict.republish_button)
        accept(desk)
        desk.until(
            lambda: (found := scheduled(desk)) is not None and found.scheduled_id is not None,
            "scheduled upon the exchange as it now is",
        )
        assert scheduled(desk).text == TEXT  # type: ignore[union-attr]


def accept(desk: RunningDesk) -> None:
    """Let every warning stand, and schedule."""
    dialogs = desk.window.workspace.dialogs
    desk.until(lambda: isinstance(dialogs.current, ScheduleDialog), "when")
    dialog = dialogs.current
    assert isinstance(dialog, ScheduleDialog)
    desk.until(lambda: dialog.guard.looked, "judged")
    for row in range(dialog.guard.list.count()):
        dialog.guard.list.item(row).setCheckState(Qt.CheckState.Checked)
    dialog.accept()

"""« Publié. Annuler (12 s) »: by mouse, by keyboard, and too late."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.support.desk_running import RunningDesk
from tests.support.portal_process import RunningPortal, running_portal
from tests.support.stall_watch import StallWatch
from tests.ui.conftest import StartDesk

TEXT = "Bonjour Madame,\n\nVotre attestation est dans votre espace privé."


@pytest.fixture(scope="module")
def patient_portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPortal]:
    """A reply may be taken back for a while."""
    folder = tmp_path_factory.mktemp("patient")
    with running_portal(folder, PORTAL_UNDO_SECONDS="20") as running:
        yield running


def publish(desk: RunningDesk, name: str) -> int:
    found: list[int] = []
    desk.services.lanes.query(
        lambda conn: [
            int(row[0])
            for row in conn.exec_driver_sql(
                "SELECT id FROM thread WHERE adherent_name LIKE ? AND status = 'open'",
                (f"{name}%",),
            )
        ],
        found.extend,
    )
    desk.until(lambda: bool(found), name)
    desk.open(found[0])
    work = desk.window.workspace
    work.centre.composer.editor.insert(TEXT)
    work.publishing.publish()
    assert work.dialogs.current is not None
    work.dialogs.current.accept()
    return found[0]


@pytest.mark.parametrize(("name", "by_keyboard"), [("FERRANDIER", False), ("KERGOAT", True)])
def test_a_published_reply_comes_back_as_a_draft(
    qtbot: QtBot,
    start_desk: StartDesk,
    patient_portal: RunningPortal,
    name: str,
    by_keyboard: bool,
) -> None:
    with start_desk(portal_url=patient_portal.url) as desk:
        desk.sign_in()
        action = desk.window.actions_by_id["take_back"]
        assert not action.isEnabled()
        publish(desk, name)
        work = desk.window.workspace
        bar, composer = work.undo.bar, work.centre.composer
        desk.until(bar.isVisible, "it may be taken back")
        desk.until(lambda: composer.text == "", "published")
        assert name in bar.words.text()
        assert bar.button.text().rstrip().endswith("– F4")
        seconds = [
            int(part) for part in bar.button.text().replace("(", " ").split() if part.isdigit()
        ]
        assert seconds
        assert 0 < seconds[0] <= 20
        if by_keyboard:
            assert action.isEnabled()
            desk.window.activateWindow()
            desk.until(desk.window.isActiveWindow, "active")
            qtbot.keyClick(desk.window, Qt.Key.Key_F4)
        else:
            qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
        desk.until(lambda: composer.text == TEXT, "its text is a draft again")
        desk.until(lambda: not bar.isVisible(), "nothing more to take back")
        assert not action.isEnabled()
        view = work.thread_view
        assert view is not None
        assert view.status == "open"
        assert all(message.direction == "in" for message in view.messages)
        desk.until(lambda: composer.possible.publish, "and may be published once more")


def test_too_late_is_told(
    qtbot: QtBot, start_desk: StartDesk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("hasty")
    with (
        running_portal(folder, PORTAL_UNDO_SECONDS="2") as hasty,
        start_desk(portal_url=hasty.url) as desk,
    ):
        desk.sign_in()
        thread_id = publish(desk, "FERRANDIER")
        work = desk.window.workspace
        desk.until(work.undo.bar.isVisible, "it may be taken back")
        desk.until(lambda: not work.undo.bar.isVisible(), "the time is over")
        assert not desk.window.actions_by_id["take_back"].isEnabled()
        view = work.thread_view
        assert view is not None
        # As a click that was slow to reach the portal.
        desk.services.publisher.withdraw(thread_id, view.messages[-1].message_id)
        desk.until(work.banner.isVisible, "told")
        assert "too late" in work.banner.text
        assert work.centre.composer.text == ""


def test_a_window_of_its_own_takes_back_its_own_reply_alone(
    qtbot: QtBot, start_desk: StartDesk, patient_portal: RunningPortal, stalls: StallWatch
) -> None:
    with start_desk(portal_url=patient_portal.url) as desk:
        desk.sign_in()
        mine = publish(desk, "RABEAU")
        work = desk.window.workspace
        desk.until(work.undo.bar.isVisible, "it may be taken back")
        with stalls.excused("a window is being built"):
            desk.window.actions_by_id["open_window"].trigger()
        window = desk.window.message_windows.windows[mine]
        desk.until(window.undo_bar.isVisible, "told there too")
        publish(desk, "MONTALIVET")
        desk.until(lambda: "MONTALIVET" in work.undo.bar.words.text(), "the newest")
        assert "RABEAU" in window.undo_bar.words.text()
        window.actions_by_id["take_back"].trigger()
        composer = window.bench.centre.composer
        desk.until(lambda: composer.text == TEXT, "its text is a draft again")
        desk.until(lambda: not window.undo_bar.isVisible(), "nothing more to take back here")
        assert not window.actions_by_id["take_back"].isEnabled()
        assert work.undo.can_take_back, "the other one still"
        window.close()

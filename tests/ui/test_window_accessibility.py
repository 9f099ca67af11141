"""Every widget says its name; the keyboard reaches everything; shortcuts are safe on AZERTY."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.services.templates import ReplyTemplates
from desk.ui.acts.transfer_dialog import TransferDialog
from desk.ui.composer.template_dialog import TemplateDialog
from desk.ui.conversation.centre import Centre
from desk.ui.menu_words import plain
from desk.ui.outbox.window import OutboxWindow
from desk.ui.shortcuts_window import ShortcutsWindow
from desk.ui.situation import Situation
from desk.ui.theme import Theme
from tests.support.desk_running import RunningDesk
from tests.support.every_window import every_window
from tests.support.seen_widgets import nameless
from tests.support.stall_watch import StallWatch
from tests.support.views import a_thread_view
from tests.ui.conftest import RESOURCES, StartDesk


@pytest.fixture
def windows(qtbot: QtBot, theme: Theme, stalls: StallWatch) -> dict[str, QWidget]:
    """Every window that can be opened, with something in it."""
    with stalls.excused("a dozen windows at once, as nobody opens them"):
        made = every_window(theme)
        for window in made.values():
            qtbot.addWidget(window)
    return made


def test_every_widget_of_every_window_has_an_accessible_name(
    windows: dict[str, QWidget],
) -> None:
    found = {name: nameless(window) for name, window in windows.items()}
    assert {name: missing for name, missing in found.items() if missing} == {}


def test_every_field_of_every_template_has_an_accessible_name(
    windows: dict[str, QWidget], stalls: StallWatch
) -> None:
    dialog = windows["template"]
    assert isinstance(dialog, TemplateDialog)
    with stalls.excused("every form of every template, one after the other"):
        for template in ReplyTemplates(RESOURCES / "templates" / "replies.yaml").all:
            dialog.choose(template.code)
            assert nameless(dialog.form) == [], template.code


def test_the_main_window_too(start_desk: StartDesk) -> None:
    with start_desk() as desk:
        desk.sign_in()
        assert nameless(desk.window) == []


def test_tab_goes_through_a_reply_in_reading_order(
    qtbot: QtBot, windows: dict[str, QWidget]
) -> None:
    centre = windows["exchange"]
    assert isinstance(centre, Centre)
    with qtbot.waitExposed(centre):
        centre.show()
    composer = centre.composer
    composer.restore("Bonjour", 0)
    expected = [
        composer.editor,
        composer.template_button,
        composer.kind,
        composer.versions_button,
        composer.discard_button,
        composer.schedule_button,
        composer.publish_button,
    ]
    reached = [composer.editor]
    composer.editor.setFocus()
    for _ in expected[1:]:
        qtbot.keyClick(reached[-1], Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused)  # type: ignore[arg-type]
    assert reached == expected


def tab_order(qtbot: QtBot, window: QWidget, first: QWidget, steps: int) -> list[QWidget]:
    """Where Tab leads from `first`."""
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    first.setFocus()
    reached = [first]
    for _ in range(steps):
        qtbot.keyClick(reached[-1], Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused)
    return reached


def test_tab_goes_through_a_transfer_in_reading_order(
    qtbot: QtBot, windows: dict[str, QWidget]
) -> None:
    dialog = windows["transfer"]
    assert isinstance(dialog, TransferDialog)
    dialog.edit.setPlainText("Elle a déménagé")
    assert tab_order(qtbot, dialog, dialog.search, 4) == [
        dialog.search,
        dialog.list,
        dialog.edit,
        dialog.cancel_button,
        dialog.accept_button,
    ]


def test_tab_goes_through_a_review_in_reading_order(
    qtbot: QtBot, windows: dict[str, QWidget]
) -> None:
    centre = windows["to review"]
    assert isinstance(centre, Centre)
    panel = centre.review
    with qtbot.waitExposed(centre):
        centre.show()
    panel.text.selectAll()
    assert tab_order(qtbot, centre, panel.text, 3) == [
        panel.text,
        panel.comments,
        panel.comment_button,
        panel.send_back_button,
    ]


def test_tab_goes_through_the_outbox_in_reading_order(
    qtbot: QtBot, windows: dict[str, QWidget]
) -> None:
    outbox = windows["outbox"]
    assert isinstance(outbox, OutboxWindow)
    assert tab_order(qtbot, outbox, outbox.table, 5) == [
        outbox.table,
        outbox.open_button,
        outbox.edit_button,
        outbox.retry_button,
        outbox.cancel_button,
        outbox.close_button,
    ]


SAFE = re.compile(r"(Shift\+)?F\d+|Ctrl\+(Shift\+)?([A-Z]|Return|Enter)")
"""Function keys, and Ctrl with a letter: no AltGr, no digit, no punctuation."""


def test_shortcuts_are_unique_and_safe_on_azerty(desk: RunningDesk) -> None:
    keys = [spec.shortcut for spec in desk.window.table if spec.shortcut]
    assert len(keys) == len(set(keys))
    for key in keys:
        written = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
        assert written, key
        assert SAFE.fullmatch(written), written


def test_menus_toolbar_and_help_come_from_the_table(desk: RunningDesk) -> None:
    window = desk.window
    in_menus = {
        action
        for menu in window.menuBar().actions()
        for action in (menu.menu().actions() if menu.menu() else [])  # type: ignore[attr-defined]
    }
    assert set(window.actions_by_id.values()) <= in_menus
    listed = ShortcutsWindow(window.table, {}, window)
    shown = {listed.table.item(row, 1).text() for row in range(listed.table.rowCount())}
    assert shown == {plain(spec.text) for spec in window.table}


def test_actions_make_sense_only_when_they_can_be_done(desk: RunningDesk) -> None:
    specs = {spec.id: spec for spec in desk.window.table}
    nobody = Situation()
    assert {i for i, s in specs.items() if s.enabled(nobody)} == {
        "sign_in",
        "quit",
        "palette",
        "shortcuts",
        "guide",
        "about",
    }
    held = Situation(signed_in=True, thread=a_thread_view(claim_name="Karim"), can_write=True)
    assert not specs["claim"].enabled(held)
    assert not specs["release"].enabled(held)
    assert not specs["publish"].enabled(held)
    assert specs["template"].enabled(held)


def test_an_error_is_tied_to_its_field(windows: dict[str, QWidget]) -> None:
    dialog = windows["template"]
    assert isinstance(dialog, TemplateDialog)
    dialog.choose("trop-percu")
    row = next(row for row in dialog.form.rows if row.field.name == "montant")
    row.main.setText("douze")  # type: ignore[attr-defined]
    assert "amount" in row.main.accessibleDescription()
    row.main.setText("1 234,50")  # type: ignore[attr-defined]
    assert row.main.accessibleDescription() == ""
    assert row.value() is not None


def test_no_window_writes_colours_of_its_own() -> None:
    sources = (Path(__file__).parents[2] / "desk" / "ui").rglob("*.py")
    for source in sources:
        text = source.read_text(encoding="utf-8")
        assert not re.search(r"setStyleSheet\((?!render_stylesheet)", text), source
        assert not re.search(r"QColor\(\s*(\"|\d)", text), source

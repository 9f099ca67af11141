"""Every widget says its name; the keyboard reaches everything; shortcuts are safe on AZERTY."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk import wire
from desk.instants import from_ms
from desk.models.snapshots import (
    DraftVersion,
    DraftView,
    KeptText,
    MessageView,
    ReplyState,
    ScheduledView,
)
from desk.services.act_choices import CaisseChoice, MotifChoice, TeamChoice
from desk.services.moment_choices import quick_moments
from desk.services.notice_rules import NoticeRules
from desk.services.template_fields import FieldType, TemplateField
from desk.services.templates import ReplyTemplates
from desk.ui.acts.motif_dialog import MotifDialog
from desk.ui.acts.text_dialog import TextDialog
from desk.ui.acts.transfer_dialog import TransferDialog
from desk.ui.batch.bar import BatchBar
from desk.ui.common.times import Times
from desk.ui.composer.confirm import ConfirmDialog
from desk.ui.composer.question_dialog import QuestionDialog
from desk.ui.composer.template_dialog import TemplateDialog
from desk.ui.conversation.centre import Centre
from desk.ui.drafts.elsewhere_dialog import ElsewhereDialog
from desk.ui.drafts.mine_dialog import MineDialog
from desk.ui.drafts.versions_dialog import VersionsDialog
from desk.ui.guide.window import GuideWindow
from desk.ui.key_choice_page import KeyChoicePage
from desk.ui.menu_words import plain
from desk.ui.notices.dialog import NoticesDialog
from desk.ui.outbox.window import OutboxWindow
from desk.ui.proof.window import ProofWindow
from desk.ui.scheduling.absence_dialog import AbsenceDialog
from desk.ui.scheduling.card import ScheduledCard
from desk.ui.scheduling.schedule_dialog import ScheduleDialog
from desk.ui.shortcuts_window import ShortcutsWindow
from desk.ui.sign_in_page import SignInPage
from desk.ui.sign_out_dialog import SignOutDialog
from desk.ui.situation import Situation
from desk.ui.theme import Theme
from tests.support.desk_running import RunningDesk
from tests.support.me import ME
from tests.support.reviewing_views import review_windows
from tests.support.seen_widgets import nameless
from tests.support.stall_watch import StallWatch
from tests.support.views import a_thread_view, an_entry
from tests.ui.conftest import RESOURCES, StartDesk

NOW_MS = 1_493_800_000_000
MESSAGES = (
    MessageView(1, "in", "question", None, "Bonjour, ma carte est perdue.", NOW_MS - 7_200_000),
    MessageView(2, "out", "holding", "Claire Exemple", "Nous cherchons.", NOW_MS - 3_600_000),
)


REPLY = MessageView(52, "out", "answer", "Claire Exemple", "Oui.", NOW_MS - 1_800_000)


def act_dialogs(theme: Theme) -> dict[str, QWidget]:
    """The dialogs of the acts, and the proof of a reply."""
    thread = a_thread_view(messages=(*MESSAGES, REPLY))
    teams = (TeamChoice("sante", "Santé"), TeamChoice("retraite", "Retraite"))
    motifs = (MotifChoice("carte", "Carte européenne", "Santé › Cartes"),)
    return {
        "note": TextDialog(theme, "Note", "Words", "Text", "Add", least=1, most=2000),
        "motif": MotifDialog(theme, motifs, thread),
        "transfer": TransferDialog(
            theme, teams, (CaisseChoice("alsace", "MSA Alsace"),), thread, 3, 300
        ),
        "proof": ProofWindow(theme, thread, ME, Times(), NOW_MS),
    }


@pytest.fixture
def windows(qtbot: QtBot, theme: Theme, stalls: StallWatch) -> dict[str, QWidget]:
    """Every window that can be opened, with something in it."""
    with stalls.excused("a dozen windows at once, as nobody opens them"):
        made = _made(theme)
        for window in made.values():
            qtbot.addWidget(window)
    return made


GUIDED = (
    "next_message", "focus_list", "search", "suggested_template", "template", "next_hole",
    "publish_and_next", "my_drafts", "outbox", "take_back", "palette",
)  # fmt: skip


def _made(theme: Theme) -> dict[str, QWidget]:
    templates = ReplyTemplates(RESOURCES / "templates" / "replies.yaml")
    thread = a_thread_view(
        messages=MESSAGES,
        sent_ms=NOW_MS - 7_200_000,
        due_ms=NOW_MS + 3_600_000,
        claim_name="Claire Exemple",
        claimed_by_me=True,
        claim_expires_ms=NOW_MS + 60_000,
    )
    centre = Centre(theme)
    centre.show_thread(thread, None, Times(), NOW_MS)
    conflict = Centre(theme)
    conflict.show_thread(
        a_thread_view(
            messages=MESSAGES, outbox=(an_entry(state=ReplyState.CONFLICT),), status="answered"
        ),
        None,
        Times(),
        NOW_MS,
    )
    outbox = OutboxWindow(theme)
    outbox.show_entries((an_entry(), an_entry(kind="claim")), Times(), NOW_MS)
    dialog = TemplateDialog(theme, templates, thread, ME, {}, NOW_MS)
    key_choice = KeyChoicePage(theme)
    key_choice.show_reason("locked")
    kept = [KeptText(7, "Bonjour", NOW_MS, "MSG-7", "FERRANDIER Odile")]
    versions = VersionsDialog(theme, Times(), kept, 7, NOW_MS)
    versions.show_versions(7, [DraftVersion(7, NOW_MS - 60_000, "Bonjour Madame")])
    draft = DraftView(7, "Bonjour", 0, 1, NOW_MS)
    remote = wire.Draft(7, "Bonsoir", 2, from_ms(NOW_MS - 60_000), "ACCUEIL-2")
    moments = quick_moments(NOW_MS, "Europe/Paris")
    scheduled = ScheduledView(
        3, "Claire Exemple", True, "holding", "Bonjour", NOW_MS, "adherent_wrote"
    )
    made: dict[str, QWidget] = {
        "key choice": key_choice,
        "exchange": centre,
        "conflict": conflict,
        "nothing open": Centre(theme),
        "outbox": outbox,
        "template": dialog,
        "confirm": ConfirmDialog(theme, Times(), thread, "Bonjour", "holding", False),
        "versions": versions,
        "elsewhere": ElsewhereDialog(theme, Times(), "FERRANDIER Odile", draft, remote, NOW_MS),
        "schedule": ScheduleDialog(
            theme, Times(), moments, thread, "Bonjour", "answer", lambda: NOW_MS
        ),
        "scheduled": ScheduledCard(Times(), thread, scheduled, supervisor=True),
        "absence": AbsenceDialog(theme, Times(), moments, NOW_MS + 60_000, lambda: NOW_MS),
        "sign-out": SignOutDialog(theme, is_kept=True),
        "guide": GuideWindow(theme, dict.fromkeys(GUIDED, "F1")),
        "my drafts": MineDialog(theme, Times(), kept, {7: "ACCUEIL-2"}, NOW_MS),
        "no draft": MineDialog(theme, Times(), [], {}, NOW_MS),
        "notifications": NoticesDialog(NoticeRules()),
        "question": QuestionDialog("Modèle", [a_question()]),
        "batch": BatchBar(theme),
        "sign-in": SignInPage(theme, "https://messages.exemple-msa.test"),
    }
    return made | act_dialogs(theme) | review_windows(theme)


def a_question() -> TemplateField:
    return next(
        field
        for template in ReplyTemplates(RESOURCES / "templates" / "replies.yaml").all
        for field in template.fields
        if field.type is FieldType.BOOLEAN
    )


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

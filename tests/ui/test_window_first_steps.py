"""The first steps come once, and « Mes brouillons » leads back to what was begun."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desk.ui.drafts.mine_dialog import MineDialog
from tests.support.desk_running import MemoryKeyring, RunningDesk
from tests.ui.conftest import StartDesk

TEXT = "Bonjour,\n\nVotre dossier est complet"


def test_three_screens_once_and_again_from_the_help(start_desk: StartDesk) -> None:
    ring = MemoryKeyring()
    with start_desk(keyring=ring) as desk:
        place = desk.window.guide
        place.come_at_first_sign_in(desk.services.session)
        assert place.current is None
        desk.sign_in()
        desk.until(lambda: place.current is not None, "first steps")
        guide = place.current
        assert guide is not None
        for number in (1, 2, 3):
            assert guide.screen_number == number
            QTest.keyClick(guide, Qt.Key.Key_Return)
        desk.until(lambda: place.current is None, "read to the end")
    with start_desk(keyring=ring) as again:
        place = again.window.guide
        place.come_at_first_sign_in(again.services.session)
        again.until(lambda: again.services.session.me is not None, "signed in")
        again.until(again.has_messages, "at work")
        assert place.current is None
        again.window.actions_by_id["guide"].trigger()
        guide = place.current
        assert guide is not None
        assert "Ctrl+Shift+M" in {each.text() for each in guide.findChildren(QLabel)}
        assert not guide.back_button.isEnabled()
        guide.skip_button.click()
        again.until(lambda: place.current is None, "skipped")


def mine(desk: RunningDesk) -> MineDialog:
    desk.window.actions_by_id["my_drafts"].trigger()
    dialogs = desk.window.workspace.dialogs
    desk.until(lambda: isinstance(dialogs.current, MineDialog), "drafts")
    assert isinstance(dialogs.current, MineDialog)
    return dialogs.current


def test_my_drafts_newest_first_and_the_chosen_one_opens(desk: RunningDesk) -> None:
    work = desk.window.workspace
    empty = mine(desk)
    assert empty.chosen is None
    assert not empty.open_button.isEnabled()
    empty.reject()
    first, second = desk.listed(2)[:2]
    for each, text in ((first, TEXT), (second, TEXT + " aussi")):
        desk.open(each)
        work.centre.composer.editor.insert(text)
        work.save()
    view = work.thread_view
    assert view is not None

    drafts = mine(desk)
    assert drafts.list.count() == 2
    said = drafts.list.item(0).text()
    assert view.adherent_name in said
    assert "this PC" in said
    assert "Bonjour, Votre dossier est complet aussi" in said
    QTest.keyClick(drafts.list, Qt.Key.Key_Down)
    QTest.keyClick(drafts.list, Qt.Key.Key_Return)
    desk.until(lambda: desk.shown == first, "opened")
    desk.until(lambda: work.centre.composer.text == TEXT, "and its text is there")
    for each in (first, second):
        desk.open(each)
        work.centre.composer.clear()
        work.save()

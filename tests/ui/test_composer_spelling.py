"""Misspelt words: underlined, mended from the keyboard, taught; without a portal."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.models.personal_words import personal_words
from desk.models.store import Store
from desk.services.lanes import Lanes
from desk.services.spelling.dictionary import Absent
from desk.services.spelling.service import Spelling
from desk.services.spelling.speller import Speller
from desk.ui.composer.editor import ReplyEditor
from desk.ui.composer.spelling import SpellingMarks
from desk.ui.theme import Theme
from tests.unit.test_spelling import WORDS

# The offscreen platform says so of any menu.
pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)


@pytest.fixture
def lanes(qapp: QApplication, tmp_path: Path) -> Iterator[Lanes]:
    made = Lanes()
    made.open_store(lambda: Store.open(tmp_path / "store.sqlite3", bytes(32)))
    yield made
    assert made.close()


def build(qtbot: QtBot, lanes: Lanes, theme: Theme) -> tuple[ReplyEditor, SpellingMarks, Spelling]:
    editor = ReplyEditor(theme)
    qtbot.addWidget(editor)
    spelling = Spelling(lanes, Speller(WORDS))
    marks = SpellingMarks(editor, spelling, theme)
    editor.resize(500, 200)
    editor.show()
    return editor, marks, spelling


def underlined(editor: ReplyEditor) -> list[str]:
    wave = QTextCharFormat.UnderlineStyle.SpellCheckUnderline
    return [
        each.cursor.selectedText()
        for each in editor.extraSelections()
        if each.format.underlineStyle() == wave
    ]


def test_a_mistake_is_mended_from_the_keyboard(qtbot: QtBot, lanes: Lanes, theme: Theme) -> None:
    editor, marks, _ = build(qtbot, lanes, theme)
    marks.know("FERRANDIER Odile")
    editor.insert("🙂 La cotisassion de Mme Ferrandier, ATEXA, [À compléter : Zzz].\n")
    qtbot.waitUntil(lambda: underlined(editor) == ["cotisassion"])
    assert [hole.label for hole in editor.holes] == ["Zzz"]

    marks.go_to_next()
    menu = marks.menu
    assert menu is not None
    assert editor.textCursor().selectedText() == "cotisassion"
    qtbot.waitUntil(lambda: any(each.text() == "cotisation" for each in menu.actions()))
    assert menu.activeAction() is menu.actions()[0]
    next(each for each in menu.actions() if each.text() == "cotisation").trigger()
    menu.close()
    assert "La cotisation de Mme Ferrandier" in editor.toPlainText()
    qtbot.waitUntil(lambda: underlined(editor) == [])


def test_a_word_is_taught_and_kept_in_the_store(qtbot: QtBot, lanes: Lanes, theme: Theme) -> None:
    editor, marks, spelling = build(qtbot, lanes, theme)
    editor.insert("Le hameau de Quincampoixe. ")
    qtbot.waitUntil(lambda: underlined(editor) == ["Quincampoixe"])
    cursor = editor.textCursor()
    cursor.setPosition(editor.toPlainText().index("campoixe"))
    editor.setTextCursor(cursor)
    # Shift+F10 or the menu key, on the word of the cursor.
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(editor, event)
    menu = marks.menu
    assert menu is not None
    next(each for each in menu.actions() if "Add" in each.text()).trigger()
    menu.close()
    assert underlined(editor) == []
    kept: list[frozenset[str]] = []
    lanes.write(lambda conn: (personal_words(conn), None), kept.append)
    qtbot.waitUntil(lambda: kept == [frozenset({"Quincampoixe"})])

    # Another session of the same agent.
    spelling.forget()
    marks.know("")
    qtbot.waitUntil(lambda: not spelling.busy)
    assert underlined(editor) == []


def test_without_a_dictionary_it_is_said_once(qtbot: QtBot, lanes: Lanes) -> None:
    spelling = Spelling(lanes, Speller(WORDS, lambda: Absent.DICTIONARY))
    told: list[str] = []
    spelling.unavailable.connect(told.append)
    for word in ("un", "deux"):
        spelling.ask({word})
        qtbot.waitUntil(lambda: not spelling.busy)
    assert told == ["dictionary"]
    assert not spelling.is_wrong("un")

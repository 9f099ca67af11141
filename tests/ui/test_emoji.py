"""Emoji, which adherents type on telephones: drawn by the system's font, and never in the way."""

import pytest
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QApplication

from desk.models.search.excerpt import excerpt
from desk.models.search.query import Phrase
from desk.services.guard.contacts import emails_in, phones_in
from desk.services.guard.finding import utf16_place
from desk.services.guard.numbers import ibans, nirs
from desk.services.guard.plain import plain

EMOJI = ("🙂", "👩‍🌾", "👍🏽", "🇫🇷", "❤️", "2️⃣", "👨‍👩‍👧‍👦")
"""One code point, joined ones, a colour of skin, a flag, a variation, a key, a family."""
NIR, IBAN = "2 63 07 60 999 000 61", "FR76 3000 6000 0112 3456 7890 189"


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("emoji", EMOJI)
def test_drawn_with_the_font_of_the_system(qapp: QApplication, emoji: str) -> None:
    layout = QTextLayout(f"Bonjour {emoji} merci", QFont(qapp.font()))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    families = {run.rawFont().familyName() for run in runs}
    assert qapp.font().family() in families, "words keep their own"
    assert any("Emoji" in each for each in families), families
    assert all(index for run in runs for index in run.glyphIndexes()), "no empty box"


@pytest.mark.parametrize("emoji", EMOJI)
def test_guard_and_search_find_the_same_places_between_them(emoji: str) -> None:
    text = f"{emoji}Bonjour{emoji} {NIR}{emoji} puis {emoji}{IBAN} {emoji} carte européenne {emoji}"
    (number,), (account,) = nirs(plain(text)), ibans(plain(text))
    assert text[number.start : number.end] == NIR
    assert text[account.start : account.end] == IBAN
    units = text.encode("utf-16-le")
    start, end = (2 * utf16_place(text, each) for each in (number.start, number.end))
    assert units[start:end].decode("utf-16-le") == NIR, "as Qt counts"
    shown = excerpt(text, (Phrase(("carte", "europeenne")),))
    assert [shown.text[a:b] for a, b in shown.spans] == ["carte européenne"]
    assert phones_in(f"{emoji}06 12 34 56 78{emoji}") == {"33612345678"}
    assert emails_in(f"{emoji} lucie@exemple.fr{emoji}") == {"lucie@exemple.fr"}

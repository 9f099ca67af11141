"""What a reply may be: counted as the adherent sees it, never with a hole."""

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
import regex

from desk.services.french_values import french_amount, french_date, french_long_date
from desk.services.reply_text import (
    _MAY_JOIN,
    REPLY_MAX_LENGTH,
    ReplyError,
    clean_value,
    hole_mark,
    holes_in,
    reply_errors,
    visible_length,
)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        (" \n ", 0),
        ("abc", 3),
        ("été", 3),
        ("e\u0301te\u0301", 3),
        ("👩\u200d🌾", 1),
        ("🇫🇷🇪🇺", 2),
        ("a\r\nb", 3),
        (" bonjour \n", 7),
    ],
)
def test_characters_are_counted_as_seen(text: str, length: int) -> None:
    assert visible_length(text) == length


def test_letters_counted_without_being_cut_never_join() -> None:
    """Every pair of them: the short way counts as the long one."""
    alone = [chr(code) for code in range(0x3000) if _MAY_JOIN.search(chr(code)) is None]
    assert len(alone) > 700
    for first in alone:
        pairs = "".join(first + second for second in alone)
        assert unicodedata.is_normalized("NFC", pairs)
        assert len(regex.findall(r"\X", pairs)) == len(pairs)


def test_what_forbids_publishing() -> None:
    assert reply_errors("Bonjour") == ()
    assert reply_errors(" \n") == (ReplyError.EMPTY,)
    assert reply_errors("é" * REPLY_MAX_LENGTH) == ()
    assert reply_errors("é" * (REPLY_MAX_LENGTH + 1)) == (ReplyError.TOO_LONG,)
    assert reply_errors(f"Le {hole_mark('Date d’effet')}") == (ReplyError.HOLES,)


def test_holes_are_found_where_qt_counts_them() -> None:
    text = f"👩\u200d🌾 {hole_mark('Date [limite]')} fin"
    (hole,) = holes_in(text)
    assert hole.label == "Date (limite)"
    units = text.encode("utf-16-le")
    start, end = 2 * hole.start, 2 * (hole.start + hole.length)
    assert units[start:end].decode("utf-16-le") == hole_mark("Date [limite]")


def test_pasted_values_are_cleaned() -> None:
    assert clean_value("  a\u202eb\x00c\r\nd\u2028e  ") == "abc\nd\ne"
    assert clean_value("e\u0301") == "é"


def test_french_words_for_dates_and_amounts() -> None:
    assert french_date(date(2017, 5, 1)) == "1er mai 2017"
    assert french_long_date(date(2017, 5, 3)) == "mercredi 3 mai 2017"
    assert french_amount(Decimal("1234.5")) == "1\u202f234,50"
    assert french_amount(Decimal("-1234567")) == "-1\u202f234\u202f567"
    assert french_amount(Decimal("0.005")) == "0,01"
    assert french_amount(Decimal("-0.001")) == "0"

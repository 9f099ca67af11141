"""A message's text is cleaned, and counted as its writer sees it (R-WRI-02)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.messaging.errors import TextTooLong, TextTooShort
from portal.messaging.text import (
    CODE_POINTS_PER_CHARACTER,
    MAX_LENGTH,
    REPLY_MAX_LENGTH,
    check_message,
    check_reply,
    clean_text,
    visible_length,
)

FAMILY = "👨‍👩‍👧‍👦"
FLAG = "🇫🇷"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("abc", 3),
        ("é", 1),
        ("e\N{COMBINING ACUTE ACCENT}", 1),
        (FAMILY, 1),
        (FLAG * 3, 3),
        ("œuf\n", 4),
        ("👍🏽", 1),
    ],
)
def test_length_is_what_one_sees(text, length):
    assert visible_length(text) == length


@pytest.mark.parametrize("count", [10, 750])
def test_the_limits_themselves_are_allowed(count):
    check_message("é" * count)
    check_message(FAMILY * count)


def test_nine_characters_are_too_few():
    with pytest.raises(TextTooShort) as refused:
        check_message("a" * 9)
    assert (refused.value.length, refused.value.minimum) == (9, 10)


def test_751_characters_are_too_many():
    with pytest.raises(TextTooLong) as refused:
        check_message("a" * 751)
    assert (refused.value.length, refused.value.maximum) == (751, 750)


def test_a_few_characters_cannot_hide_a_long_text():
    stacked = "a" * 20 + "\N{COMBINING ACUTE ACCENT}" * MAX_LENGTH * CODE_POINTS_PER_CHARACTER
    assert visible_length(stacked) < MAX_LENGTH
    with pytest.raises(TextTooLong):
        check_message(stacked)


def test_a_reply_may_be_long_but_not_empty():
    check_reply("o" * REPLY_MAX_LENGTH)
    with pytest.raises(TextTooLong):
        check_reply("o" * (REPLY_MAX_LENGTH + 1))
    with pytest.raises(TextTooShort):
        check_reply(clean_text(" \n\t "))


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  bonjour\r\nMadame\r", "bonjour\nMadame"),
        ("a\x00b\x07c\x1bd", "abcd"),
        ("tab\tkept", "tab\tkept"),
        ("lone\ud800surrogate", "lonesurrogate"),
        ("e\N{COMBINING ACUTE ACCENT}", "é"),
        ("\ufeff \u200bbonjour\u200b \u2060", "bonjour"),
        ("line\u2028separator", "line\nseparator"),
        # Opened and never closed: it would turn around all that follows.
        ("pay \u202e0001 euros", "pay 0001 euros"),
        ("never opened \u202c\u2069", "never opened"),
        ("\u202aclosed\u202c", "\u202aclosed\u202c"),
        ("\u2067open\nnext\u2069 line", "open\nnext line"),
        (f"{FAMILY} stays joined", f"{FAMILY} stays joined"),
    ],
)
def test_cleaning(raw, clean):
    assert clean_text(raw) == clean


@given(st.text(st.characters(codec=None), max_size=60))
def test_cleaned_text_is_stable_storable_and_has_no_control_character(raw):
    clean = clean_text(raw)
    assert clean_text(clean) == clean
    clean.encode()
    assert unicodedata.is_normalized("NFC", clean)
    assert not [c for c in clean if unicodedata.category(c) == "Cc" and c not in "\n\t"]

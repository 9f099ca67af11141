"""Two versions of a text, piece by piece."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.services.text_difference import MOST_TOKENS, Change, Piece, difference

SAME, HERE, THERE = Change.SAME, Change.HERE, Change.THERE


def test_a_word_replaced() -> None:
    assert difference("Bonjour Monsieur, merci.", "Bonjour Madame, merci.") == (
        Piece(SAME, "Bonjour "),
        Piece(THERE, "Madame"),
        Piece(HERE, "Monsieur"),
        Piece(SAME, ", merci."),
    )


def test_what_was_cut_is_told_in_words() -> None:
    pieces = difference("Bonjour,\n\nVos droits sont ouverts.", "Bonjour,\n\n")
    assert [(each.change, each.words) for each in pieces] == [(SAME, 1), (HERE, 4)]


@given(
    st.text(alphabet=string.ascii_lowercase + "éè .\n", max_size=200),
    st.text(alphabet=string.ascii_lowercase + "éè .\n", max_size=200),
)
def test_the_pieces_make_up_both_texts(here: str, there: str) -> None:
    pieces = difference(here, there)
    assert "".join(each.text for each in pieces if each.change is not THERE) == here
    assert "".join(each.text for each in pieces if each.change is not HERE) == there


@pytest.mark.parametrize("many", [MOST_TOKENS * 2, MOST_TOKENS * 40])
def test_a_long_text_is_compared_more_coarsely_and_whole(many: int) -> None:
    here = " ".join(f"mot{each}." for each in range(many))
    there = " ".join(f"terme{each}." for each in range(many))
    pieces = difference(here, there)
    assert "".join(each.text for each in pieces if each.change is not THERE) == here
    assert "".join(each.text for each in pieces if each.change is not HERE) == there

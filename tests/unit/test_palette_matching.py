"""A few letters find an action: accents aside, beginnings of words first, recent ones before."""

import pytest

from desk.ui.palette.matching import fit, ordered

ACTIONS = (
    ("print", "Imprimer la moitié Message"),
    ("template", "Choisir un modèle Réponse"),
    ("publish", "Publier Réponse"),
    ("take", "Prendre en charge Message"),
)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("modele", "template"),
        ("MODÈLE", "template"),
        ("pec", "take"),
        ("publ", "publish"),
        ("moitie", "print"),
        ("ch mo", "template"),
    ],
)
def test_letters_find_the_action_meant(typed: str, first: str) -> None:
    assert ordered(typed, ACTIONS, ())[0] == first


def test_letters_out_of_order_fit_nothing() -> None:
    assert fit("reilbup", "Publier") is None
    assert ordered("zzz", ACTIONS, ()) == []


def test_a_letter_is_not_used_twice() -> None:
    assert fit("pp", "Publier") is None
    assert fit("pr", "Publier Réponse") is not None


def test_without_letters_the_recent_ones_stand_first_then_the_table() -> None:
    assert ordered("", ACTIONS, ("publish", "gone", "take")) == [
        "publish",
        "take",
        "print",
        "template",
    ]


def test_among_equals_the_recent_one_wins() -> None:
    twins = (("a", "Note interne"), ("b", "Note interne"))
    assert ordered("note", twins, ("b",)) == ["b", "a"]


def test_letters_in_a_row_beat_scattered_ones() -> None:
    assert (fit("oir", "Pouvoir") or 0) > (fit("oir", "Pool bizarre") or 0)

"""Keys that an agent may choose: none that AZERTY, AltGr or the editor needs, none twice."""

import pytest

from desk.ui.shortcut_rules import Refusal, holder, refusal, usable

USUAL = {"publish": "Ctrl+Return", "claim": "F2", "note": "F7", "about": ""}


@pytest.mark.parametrize(
    ("keys", "refused"),
    [
        ("", None),
        ("F6", None),
        ("Shift+F12", None),
        ("Ctrl+F5", None),
        ("Ctrl+J", None),
        ("Ctrl+Shift+J", None),
        ("Ctrl+Return", None),
        ("Ctrl+Alt+E", Refusal.ALT_GR),
        ("Alt+P", Refusal.ALT_GR),
        ("Meta+L", Refusal.ALT_GR),
        ("Ctrl+1", Refusal.MOVES),
        ("Ctrl+;", Refusal.MOVES),
        ("Ctrl+Shift+/", Refusal.MOVES),
        ("Ctrl+é", Refusal.MOVES),
        ("Ctrl+C", Refusal.OF_THE_EDITOR),
        ("Ctrl+Shift+Z", Refusal.OF_THE_EDITOR),
        ("A", Refusal.PLAIN),
        ("Shift+A", Refusal.PLAIN),
        ("Return", Refusal.PLAIN),
    ],
)
def test_keys_are_judged(keys: str, refused: Refusal | None) -> None:
    assert refusal(keys) is refused


def test_keys_have_one_holder() -> None:
    assert holder("F2", "note", USUAL) == "claim"
    assert holder("F2", "claim", USUAL) is None
    assert holder("", "note", USUAL) is None


def test_choices_take_the_place_of_the_usual_keys() -> None:
    assert usable({"claim": "Ctrl+J", "note": ""}, USUAL) == USUAL | {"claim": "Ctrl+J", "note": ""}


def test_two_actions_may_exchange_their_keys() -> None:
    swapped = {"claim": "F7", "note": "F2"}
    assert usable(swapped, USUAL) == USUAL | swapped


@pytest.mark.parametrize(
    "written", [{"claim": "Ctrl+1"}, {"gone": "F6"}, {"claim": "F7"}, {"note": "F2"}]
)
def test_what_a_file_says_wrongly_leaves_the_usual_keys(written: dict[str, str]) -> None:
    assert usable(written, USUAL) == USUAL

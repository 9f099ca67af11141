"""Colours: complete, readable, and the only source of the style sheet's colours."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from desk.ui.theme.stylesheet import UnknownPlaceholder, render_stylesheet
from desk.ui.theme.tokens import Scheme, Token, TokensInvalid, load_tokens

THEME = Path(__file__).parents[2] / "resources" / "theme"

GROUNDS = (
    Token.SURFACE,
    Token.SURFACE_RAISED,
    Token.SURFACE_SUNKEN,
    Token.HOVER,
    Token.PRESSED,
    Token.GROUP_HEADER,
    Token.BUBBLE_IN,
    Token.BUBBLE_OUT,
)
STATES = (Token.STATE_OK, Token.STATE_WARN, Token.STATE_ERROR, Token.STATE_INFO)
COUNTDOWNS = tuple(
    token
    for token in Token
    if token.value.startswith("countdown_") and not token.value.endswith("_surface")
)


def surface_of(token: Token) -> Token:
    """What the token is written on."""
    return Token(f"{token.value}_surface")


TEXT_PAIRS = [
    *[(text, ground) for text in (Token.TEXT, Token.TEXT_MUTED) for ground in GROUNDS],
    (Token.ON_ACCENT, Token.ACCENT),
    (Token.ON_ACCENT, Token.ACCENT_HOVER),
    (Token.ON_ACCENT, Token.ACCENT_PRESSED),
    (Token.ON_SELECTION, Token.SELECTION),
    (Token.TEXT_MUTED, Token.SELECTION),
    (Token.ACCENT, Token.SURFACE),
    (Token.ACCENT, Token.SURFACE_RAISED),
    (Token.ACCENT, Token.ACCENT_SURFACE),
    (Token.TEXT, Token.ACCENT_SURFACE),
    *[(token, surface_of(token)) for token in (Token.HOLE, *COUNTDOWNS, *STATES)],
    # Notes among agents, held replies, banners and the heat map are written in the ordinary ink.
    *[(Token.TEXT, surface_of(token)) for token in (Token.HOLE, *STATES)],
    (Token.TEXT_MUTED, Token.STATE_WARN_SURFACE),
    *[(token, ground) for token in STATES for ground in (Token.SURFACE, Token.SURFACE_RAISED)],
    # A group's countdown has no ground of its own (a late one is written as an error).
    *[
        (token, ground)
        for token in (*COUNTDOWNS, Token.STATE_ERROR)
        if token is not Token.COUNTDOWN_LATE
        for ground in (Token.GROUP_HEADER, Token.SURFACE_RAISED, Token.SELECTION, Token.HOVER)
    ],
]
"""(ink, ground) of everything that is read."""
GRAPHIC_PAIRS = [
    *[
        (mark, ground)
        for mark in (Token.BORDER_STRONG, Token.FOCUS, Token.ACCENT)
        for ground in (Token.SURFACE, Token.SURFACE_RAISED)
    ],
    *[(Token.FOCUS, ground) for ground in (Token.SELECTION, Token.GROUP_HEADER, Token.HOVER)],
    # The bar before what is selected, and the bars of the heat map on its warmest grounds.
    (Token.ACCENT, Token.SELECTION),
    (Token.STATE_ERROR, Token.STATE_ERROR_SURFACE),
    (Token.STATE_WARN, Token.HOLE_SURFACE),
    # WCAG asks nothing of what cannot be worked; it is still to be read.
    *[
        (Token.TEXT_DISABLED, ground)
        for ground in (Token.SURFACE, Token.SURFACE_RAISED, Token.SURFACE_SUNKEN)
    ],
]
"""(mark, ground) of edges, focus and marks."""
IN_HIGH_CONTRAST_TOO = [
    (Token.BORDER, ground)
    for ground in (Token.SURFACE, Token.SURFACE_RAISED, Token.BUBBLE_IN, Token.BUBBLE_OUT)
]
"""Where other looks tell two grounds apart by a shade, this one does by a line."""

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_INK = re.compile(r"(?<![-\w])color: @(\w+)")
_GROUND = re.compile(r"(?<![-\w])background: @(\w+)")


def pairs_of_the_style_sheet() -> set[tuple[Token, Token]]:
    """(ink, ground) of every rule that gives both, or whose label has the ink."""
    text = (THEME / "style.qss").read_text(encoding="utf-8")
    rules = [
        (selector.strip(), body)
        for selectors, body in _RULE.findall(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
        for selector in selectors.split(",")
    ]
    grounds = {
        selector: found[1]
        for selector, body in rules
        if (found := _GROUND.search(body)) is not None
    }
    pairs = set()
    for selector, body in rules:
        ink = _INK.search(body)
        ground = grounds.get(selector) or grounds.get(selector.removesuffix(" QLabel"))
        if ink and ground and not selector.endswith(":disabled"):
            pairs.add((Token(ink[1]), Token(ground)))
    return pairs


def _luminance(colour: str) -> float:
    def linear(value: int) -> float:
        part = value / 255
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def least(scheme: Scheme, *, text: bool) -> float:
    """The ratio that is asked for: WCAG 2.2, 1.4.3 and 1.4.11; in high contrast 1.4.6."""
    if not text:
        return 3
    return 7 if scheme is Scheme.CONTRAST else 4.5


def too_weak(scheme: Scheme, pairs: Iterable[tuple[Token, Token]], least: float) -> list[str]:
    """The pairs below `least`, with what they reach."""
    tokens = load_tokens(THEME / "tokens.toml")[scheme]
    return [
        f"{ink} on {ground}: {reached:.2f}"
        for ink, ground in pairs
        if (reached := contrast(tokens[ink], tokens[ground])) < least
    ]


@pytest.mark.parametrize("scheme", list(Scheme))
def test_text_is_readable(scheme: Scheme) -> None:
    assert too_weak(scheme, TEXT_PAIRS, least(scheme, text=True)) == []


@pytest.mark.parametrize("scheme", list(Scheme))
def test_text_of_the_style_sheet_is_readable(scheme: Scheme) -> None:
    pairs = pairs_of_the_style_sheet()
    assert (Token.ON_ACCENT, Token.ACCENT) in pairs
    assert (Token.COUNTDOWN_LATE, Token.COUNTDOWN_LATE_SURFACE) in pairs
    assert too_weak(scheme, pairs, least(scheme, text=True)) == []


@pytest.mark.parametrize("scheme", list(Scheme))
def test_edges_focus_and_marks_are_visible(scheme: Scheme) -> None:
    assert too_weak(scheme, GRAPHIC_PAIRS, least(scheme, text=False)) == []


def test_high_contrast_draws_every_separator() -> None:
    wanted = least(Scheme.CONTRAST, text=False)
    assert too_weak(Scheme.CONTRAST, IN_HIGH_CONTRAST_TOO, wanted) == []


def test_no_token_is_left_out() -> None:
    counted = {
        token for pair in (*TEXT_PAIRS, *GRAPHIC_PAIRS, *IN_HIGH_CONTRAST_TOO) for token in pair
    }
    assert set(Token) - counted == set()


def test_a_missing_unknown_or_malformed_colour_is_refused(tmp_path: Path) -> None:
    good = (THEME / "tokens.toml").read_text(encoding="utf-8")
    file = tmp_path / "tokens.toml"
    for bad in (
        good.replace('accent = "#0B6E5F"\n', "", 1),
        good.replace("[light]", '[light]\npeach = "#FFCC99"', 1),
        good.replace('"#0B6E5F"', '"green"', 1),
    ):
        file.write_text(bad, encoding="utf-8")
        with pytest.raises(TokensInvalid):
            load_tokens(file)


def test_the_style_sheet_writes_no_colour_itself() -> None:
    template = (THEME / "style.qss").read_text(encoding="utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b(?=\s*[;}])", template)
    assert "rgb" not in template


def test_an_unknown_name_in_the_style_sheet_is_refused() -> None:
    with pytest.raises(UnknownPlaceholder):
        render_stylesheet("QWidget { color: @texte; }", {"text": "#000000"})

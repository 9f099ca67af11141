"""What a reply's text may be, judged here before it leaves. Pure functions.

The portal judges again; its rules (5,000 visible characters, UAX #29) are in its API's document.
"""

import re
import unicodedata
from enum import StrEnum

import msgspec

REPLY_MAX_LENGTH = 5000
"""Visible characters of a reply."""

# Latin letters, punctuation and currencies outside of these never join: asked for at each key, a
# French text is counted without being cut into graphemes.
_MAY_JOIN = re.compile("[^\n\t -~\u00a0-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]")
# A mark of ours, or what a pasted template was to be given: « {{ nom }} », « {% if %} ».
_HOLE = re.compile(
    r"\[À compléter : ([^\[\]\n]+)\]"
    r"|\{\{[ \t]*([^{}\n]*?)[ \t]*\}\}|\{%[ \t-]*([^{}\n]*?)[ \t-]*%\}"
)
_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_DIRECTIONAL = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INVISIBLE = frozenset("\u200b\u2060\ufeff")


class ReplyError(StrEnum):
    """Why a text cannot be published."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    HOLES = "holes"


class HoleInText(msgspec.Struct, frozen=True):
    """A value that is still missing, and where its mark stands (UTF-16 units, as Qt counts)."""

    label: str
    start: int
    length: int


def hole_mark(label: str) -> str:
    """The mark of a missing value. It stands in the text until the agent replaces it."""
    return f"[À compléter : {label.replace('[', '(').replace(']', ')')}]"


def holes_in(text: str) -> tuple[HoleInText, ...]:
    """Every mark left in a text, and every variable that nobody filled, in order."""
    return tuple(
        HoleInText(
            label=match[match.lastindex or 0] or match[0],
            start=_utf16_length(text[: match.start()]),
            length=_utf16_length(match[0]),
        )
        for match in _HOLE.finditer(text)
    )


def visible_length(text: str) -> int:
    """Characters as a reader counts them: an accented letter or a flag is one (UAX #29).

    Counted after the portal's composition (NFC), blank ends apart, as the portal counts.
    """
    if _MAY_JOIN.search(text) is None:
        return len(text.strip())
    # Few texts need it, and it is large.
    import regex

    return len(regex.findall(r"\X", unicodedata.normalize("NFC", text.strip())))


def reply_errors(text: str) -> tuple[ReplyError, ...]:
    """What forbids publishing; empty when nothing does."""
    errors = []
    length = visible_length(text)
    if length == 0:
        errors.append(ReplyError.EMPTY)
    if length > REPLY_MAX_LENGTH:
        errors.append(ReplyError.TOO_LONG)
    if holes_in(text):
        errors.append(ReplyError.HOLES)
    return tuple(errors)


def clean_value(value: str) -> str:
    """A value that enters a template: composed, on clean lines, nothing invisible in it.

    Control characters go, and every directional control: one left open in a pasted value would
    turn round the sentence that follows it (UAX #9).
    """
    text = unicodedata.normalize("NFC", _LINE_BREAKS.sub("\n", value))
    kept = (
        character
        for character in text
        if character in "\n\t"
        or (
            unicodedata.category(character) not in ("Cc", "Cs")
            and character not in _DIRECTIONAL
            and character not in _INVISIBLE
        )
    )
    return "".join(kept).strip()


def _utf16_length(text: str) -> int:
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)

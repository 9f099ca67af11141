"""What a message's text may be: cleaned, then counted as the person who typed it sees it."""

import unicodedata

import regex

from portal.messaging.errors import TextTooLong, TextTooShort

MIN_LENGTH = 10
MAX_LENGTH = 750
"""An adherent's message, in visible characters (R-WRI-02)."""

REPLY_MIN_LENGTH = 1
REPLY_MAX_LENGTH = 5000
"""An agent's reply. The seed documents set no limit (A20); this one keeps a page readable."""

NOTE_MAX_LENGTH = 2000
"""An internal note."""

REASON_MIN_LENGTH = 3
REASON_MAX_LENGTH = 300
"""Why an agent closes, transfers, or breaks a claim."""

CODE_POINTS_PER_CHARACTER = 12
"""The longest emoji sequences in use take ten. Beyond, a text of few visible characters could
still be of any size."""

_GRAPHEME = regex.compile(r"\X")
_LINE_BREAKS = regex.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE_ENDS = "\u200b\u2060\ufeff"
_EMBEDDINGS = "\u202a\u202b\u202d\u202e"
_ISOLATES = "\u2066\u2067\u2068"
_POP_EMBEDDING = "\u202c"
_POP_ISOLATE = "\u2069"


def clean_text(raw: str) -> str:
    """Return the text as it is stored and shown.

    NFC; line ends as ``\\n``; no control character but the tab, no lone surrogate, no directional
    control left open or closed twice on its line (it would turn around what follows, UAX #9);
    no blank at either end.
    """
    text = _LINE_BREAKS.sub("\n", raw)
    text = "".join(
        character
        for character in text
        if character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cs")
    )
    text = "\n".join(_balanced(line) for line in text.split("\n"))
    text = unicodedata.normalize("NFC", text)
    before = None
    while before != text:
        before = text
        text = text.strip().strip(_INVISIBLE_ENDS)
    return text


def _balanced(line: str) -> str:
    """Drop the directional controls that have no partner on the line."""
    dropped: set[int] = set()
    opened: list[tuple[int, str]] = []
    for place, character in enumerate(line):
        if character in _EMBEDDINGS:
            opened.append((place, _POP_EMBEDDING))
        elif character in _ISOLATES:
            opened.append((place, _POP_ISOLATE))
        elif character in (_POP_EMBEDDING, _POP_ISOLATE):
            if opened and opened[-1][1] == character:
                opened.pop()
            else:
                dropped.add(place)
    dropped.update(place for place, _ in opened)
    if not dropped:
        return line
    return "".join(character for place, character in enumerate(line) if place not in dropped)


def visible_length(text: str) -> int:
    """Count characters as a reader does: an accented letter or a flag is one (UAX #29)."""
    return sum(1 for _ in _GRAPHEME.finditer(text))


def _check(text: str, minimum: int, maximum: int) -> None:
    length = visible_length(text)
    if length < minimum:
        raise TextTooShort(length, minimum)
    if length > maximum or len(text) > maximum * CODE_POINTS_PER_CHARACTER:
        raise TextTooLong(max(length, maximum + 1), maximum)


def check_message(text: str) -> None:
    """Check an adherent's cleaned text against R-WRI-02.

    Raises:
        TextTooShort: fewer than `MIN_LENGTH` visible characters.
        TextTooLong: more than `MAX_LENGTH`.
    """
    _check(text, MIN_LENGTH, MAX_LENGTH)


def check_reply(text: str) -> None:
    """Check an agent's cleaned text.

    Raises:
        TextTooShort: nothing is left of it.
        TextTooLong: more than `REPLY_MAX_LENGTH` visible characters.
    """
    _check(text, REPLY_MIN_LENGTH, REPLY_MAX_LENGTH)


def check_note(text: str) -> None:
    """Check an internal note's cleaned text.

    Raises:
        TextTooShort: nothing is left of it.
        TextTooLong: more than `NOTE_MAX_LENGTH` visible characters.
    """
    _check(text, 1, NOTE_MAX_LENGTH)


def check_reason(text: str) -> None:
    """Check the cleaned reason of an act.

    Raises:
        TextTooShort: fewer than `REASON_MIN_LENGTH` visible characters.
        TextTooLong: more than `REASON_MAX_LENGTH`.
    """
    _check(text, REASON_MIN_LENGTH, REASON_MAX_LENGTH)

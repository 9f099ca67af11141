"""How long an SMS is: the GSM 7-bit alphabet, what leaves it, segments (3GPP TS 23.038, 23.040)."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, Literal

_BASIC: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENSION: Final = frozenset("^{}\\[~]|€\f")
"""Each is written as two septets, an escape and a code, which no segment may part."""

_REWRITTEN: Final = {
    "’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-",
    "œ": "oe", "Œ": "OE", "°": "o",
}  # fmt: skip
_INNER_SPACE: Final = re.compile(r"(?<=«)\s+|\s+(?=»)")

Encoding = Literal["gsm7", "ucs2"]


@dataclass(frozen=True)
class Length:
    """What a text costs.

    Attributes:
        units: septets of GSM 7-bit, or 16-bit units of UCS-2.
        segments: how many SMS are sent and paid.
    """

    encoding: Encoding
    units: int
    segments: int


@dataclass(frozen=True)
class _Room:
    alone: int
    joined: int
    """With the header by which a telephone joins the segments (six octets)."""


_ROOM: Final[dict[Encoding, _Room]] = {"gsm7": _Room(160, 153), "ucs2": _Room(70, 67)}


def measured(text: str) -> Length:
    """Return the length of a text as it stands; see `rewritten`."""
    if all(char in _BASIC or char in _EXTENSION for char in text):
        encoding: Encoding = "gsm7"
        costs = [2 if char in _EXTENSION else 1 for char in text]
    else:
        encoding = "ucs2"
        costs = [len(char.encode("utf-16-be")) // 2 for char in text]
    room = _ROOM[encoding]
    units = sum(costs)
    return Length(encoding, units, 1 if units <= room.alone else _segments(costs, room.joined))


def _segments(costs: list[int], room: int) -> int:
    segments, used = 1, 0
    for cost in costs:
        # An escape and its code, or the two halves of a surrogate pair, go together.
        if used + cost > room:
            segments, used = segments + 1, 0
        used += cost
    return segments


def rewritten(text: str) -> str:
    """Write in the GSM alphabet what French needs and it lacks: « ç » is c, « œ » is oe.

    é, è, à and ù are of the alphabet and stay. What has no likeness in it stays too, and then the
    whole text is counted as UCS-2.
    """
    text = _INNER_SPACE.sub("", unicodedata.normalize("NFC", text))
    return "".join(map(_likeness, text))


def on_one_line(text: str) -> str:
    """What is sent of a text: `rewritten`, its lines joined."""
    return rewritten(" ".join(text.split()))


def _likeness(char: str) -> str:
    if char in _BASIC or char in _EXTENSION:
        return char
    if char.isspace():
        return " "
    plain = _REWRITTEN.get(char) or "".join(
        part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part)
    )
    return plain if plain and all(part in _BASIC for part in plain) else char

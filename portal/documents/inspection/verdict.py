"""What the inspection of a file ends in."""

from dataclasses import dataclass
from enum import StrEnum


class Refusal(StrEnum):
    """Why a file is not taken. The codes are stable; pages put them into words."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    WRONG_FORMAT = "wrong_format"
    """Neither PDF, JPEG nor PNG, whatever its name says (R-DOC-06)."""
    UNREADABLE = "unreadable"
    """Begins like one of them, and is damaged, cut short or without a page."""
    LOCKED = "locked"
    """A PDF with a password or with restrictions: agents could not open it."""
    HIDDEN_CONTENT = "hidden_content"
    """What it shows lies in other files inside it, or in a form that a program must draw."""
    ANIMATED = "animated"
    TOO_HEAVY = "too_heavy"
    """More pixels, pages, objects, memory or time than any letter or photo needs: a bomb."""


class Refused(Exception):
    """The file is not taken."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


@dataclass(frozen=True)
class CleanFile:
    """A file made anew from what it shows."""

    media_type: str
    """``application/pdf``, ``image/jpeg`` or ``image/png``."""
    content: bytes
    pages: int
    """Of a PDF; 1 for an image."""

"""The system's French dictionary, where there is one."""

from enum import StrEnum
from typing import Protocol

LANGUAGES = ("fr_FR", "fr")


class Absent(StrEnum):
    """Why there is no dictionary."""

    LIBRARY = "library"
    """The enchant library is not installed."""
    DICTIONARY = "dictionary"
    """enchant knows no French."""


class Dictionary(Protocol):
    """What is asked of a dictionary; not to be used by two threads at once."""

    def check(self, word: str) -> bool: ...

    def suggest(self, word: str) -> list[str]: ...


def open_dictionary() -> Dictionary | Absent:
    """Open it; some tenths of a second, so never on the window's thread.

    Nothing is ever added to it: enchant would write a plain file.
    """
    try:
        import enchant
    except ImportError:
        return Absent.LIBRARY
    broker = enchant.Broker()
    for language in LANGUAGES:
        if broker.dict_exists(language):
            found: Dictionary = broker.request_dict(language)
            return found
    return Absent.DICTIONARY

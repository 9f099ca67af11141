"""The establishment number (SIRET) by which enterprises sign in. Source: law C5."""

import re
from typing import Final

LENGTH: Final = 14

_SEPARATORS = re.compile(r"[\s.\-]+")
_SHAPE = re.compile(r"[0-9]{14}")


class WrongSiret(ValueError):
    """What was typed cannot be a SIRET. Never carries it."""


def read_siret(typed: str) -> str:
    """Return the 14 digits of a SIRET typed with or without blanks.

    Raises:
        WrongSiret: not 14 digits, or the check digit (Luhn) is wrong.
    """
    compact = _SEPARATORS.sub("", typed)
    if not _SHAPE.fullmatch(compact) or _luhn_sum(compact) % 10 != 0:
        raise WrongSiret
    return compact


def _luhn_sum(digits: str) -> int:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total


def masked_siret(siret: str) -> str:
    """Return « SIRET ••• ••• ••• 00012 »: the establishment without its enterprise."""
    return f"SIRET ••• ••• ••• {siret[-5:]}"

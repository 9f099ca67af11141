"""The social-security number (NIR): read as people type it, its key, and how it is shown.

Source: law C5 (structure, key, Corsica), R-AUT-03 (typed without the key), law C3 (masked by
default). An order number of 000 was never issued; it is accepted, invented people have it.
"""

import re
from typing import Final

LENGTH: Final = 13
LENGTH_WITH_KEY: Final = 15

_SEPARATORS = re.compile(r"[\s.\-]+")
_SHAPE = re.compile(
    r"[123478]"  # sex; 3, 4, 7 and 8 are provisional
    r"[0-9]{2}"  # year
    r"(?:0[1-9]|1[0-2]|[23][0-9]|4[0-2]|[5-9][0-9])"  # month, above 12 where it is not known
    r"(?:0[1-9]|[1-9][0-9]|2[AB])"  # département
    r"[0-9]{3}[0-9]{3}"  # commune, order number
)
_CORSICA = {"2A": "19", "2B": "18"}


class WrongNir(ValueError):
    """What was typed cannot be a NIR. Never carries it."""


class WrongKey(WrongNir):
    """Fifteen characters whose last two are not the key of the others."""


def key_of(nir: str) -> str:
    """Return the two digits of the key of a 13-character NIR: 97 − (N mod 97), from 01 to 97.

    Raises:
        WrongNir: `nir` has not the shape of a NIR.
    """
    if not _SHAPE.fullmatch(nir):
        raise WrongNir
    departement = nir[5:7]
    number = int(nir[:5] + _CORSICA.get(departement, departement) + nir[7:])
    return f"{97 - number % 97:02d}"


def read_nir(typed: str) -> str:
    """Return the 13 characters of a NIR typed with or without blanks, and with or without key.

    Raises:
        WrongKey: a key was typed and is not the right one.
        WrongNir: anything else that is not a NIR.
    """
    compact = _SEPARATORS.sub("", typed).upper()
    nir, key = compact[:LENGTH], compact[LENGTH:]
    if len(compact) not in (LENGTH, LENGTH_WITH_KEY) or not _SHAPE.fullmatch(nir):
        raise WrongNir
    if key and key != key_of(nir):
        raise WrongKey
    return nir


def masked_nir(nir: str) -> str:
    """Return « 2 63 •• •• ••• ••• »: sex and year, enough to tell two people apart."""
    return f"{nir[0]} {nir[1:3]} •• •• ••• •••"

"""French telephone numbers, as people type them and as an SMS gateway wants them."""

import re

_SEPARATORS = re.compile(r"[\s.\-()]+")
_NATIONAL = re.compile(r"0[67][0-9]{8}")
_ANY_NATIONAL = re.compile(r"0[1-79][0-9]{8}")
"""Of a place, a mobile, or of no place (09); not the numbers that cost more (08)."""

_INTERNATIONAL = re.compile(r"\+[1-9][0-9]{7,14}")


class WrongPhone(ValueError):
    """No number that a message could be sent to, or that could be called. Never carries it."""


def read_mobile(typed: str) -> str:
    """Return a mobile number in international form (E.164): « 06 12 34 56 78 » is +33612345678.

    Raises:
        WrongPhone: neither a French mobile number nor one that begins with + and its country.
    """
    return _read(typed, _NATIONAL)


def read_phone(typed: str) -> str:
    """Return a number somebody can be called at in international form (E.164), mobile or not.

    Raises:
        WrongPhone: neither a French number nor one that begins with + and its country.
    """
    return _read(typed, _ANY_NATIONAL)


def _read(typed: str, national: re.Pattern[str]) -> str:
    compact = _SEPARATORS.sub("", typed)
    if compact.startswith("00"):
        compact = f"+{compact[2:]}"
    if national.fullmatch(compact):
        return f"+33{compact[1:]}"
    if compact.startswith("+33") and not national.fullmatch(f"0{compact[3:]}"):
        raise WrongPhone
    if not _INTERNATIONAL.fullmatch(compact):
        raise WrongPhone
    return compact


def shown_mobile(stored: str) -> str:
    """Return it as it is read in France: « 06 12 34 56 78 »."""
    if stored.startswith("+33") and len(stored) == 12:
        digits = f"0{stored[3:]}"
        return " ".join(digits[place : place + 2] for place in range(0, 10, 2))
    return stored

"""Whether two tellings of a person's civil status speak of the same person.

Names are compared as letters: accents, capitals, hyphens and apostrophes are typed in as many ways
as there are keyboards (R-AUT-06; the pivot identity of FranceConnect, law C8).
"""

import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from portal.accounts.models import Adherent

Gender = Literal["female", "male"]

_MALE: Final = frozenset("137")
"""First characters of a man's NIR; 3 and 7 are provisional numbers (law C5)."""


@dataclass(frozen=True)
class CivilStatus:
    """Who somebody says, or FranceConnect says, they are.

    Attributes:
        given_names: one or several; the first ones must be those on file.
        gender, birth_place: None or empty when not told: they are then not compared.
        birth_place: INSEE code of the commune.
    """

    family_name: str
    given_names: str
    birth_date: date
    gender: Gender | None = None
    birth_place: str = ""


def is_of(status: CivilStatus, adherent: Adherent) -> bool:
    """Whether `status` is that of `adherent`, as far as both are known.

    The name may be the family name or the name in use; the birth date must be on file.
    """
    names = {letters(adherent.family_name), letters(adherent.used_name)} - {""}
    return (
        letters(status.family_name) in names
        and _begins_with(_parts(status.given_names), _parts(adherent.first_name))
        and adherent.birth_date == status.birth_date
        and status.gender in (None, gender_of(adherent.nir))
        and _agree(status.birth_place, adherent.birth_place)
    )


def gender_of(nir: str) -> Gender | None:
    """Return the gender that a NIR begins with, None for an empty one."""
    if not nir:
        return None
    return "male" if nir[0] in _MALE else "female"


def letters(name: str) -> str:
    """Return a name without accents, capitals, blanks and signs: « D’Été-Noël » is « detenoel »."""
    plain = unicodedata.normalize("NFKD", name.replace("œ", "oe").replace("æ", "ae"))
    return "".join(sign for sign in plain.casefold() if sign.isalpha())


def _parts(names: str) -> list[str]:
    apart = names.replace("-", " ").replace(",", " ").split()
    return [part for part in map(letters, apart) if part]


def _begins_with(told: list[str], on_file: list[str]) -> bool:
    return bool(on_file) and told[: len(on_file)] == on_file


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other

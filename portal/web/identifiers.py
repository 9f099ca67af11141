"""What an adherent types to say who they are, brought to the name their account is stored under."""

from portal.accounts.nir import read_nir
from portal.accounts.siret import LENGTH as SIRET_LENGTH
from portal.accounts.siret import read_siret


def adherent_username(typed: str) -> str:
    """Return the username of an adherent's account: a NIR without key, or a SIRET.

    Fourteen digits are read as a SIRET (law C5: employers and filing agents), anything else as a
    NIR with or without its key (R-AUT-02, R-AUT-03).

    Raises:
        WrongKey: a NIR and a key that do not agree.
        WrongNir, WrongSiret: it can be nobody's identifier. Says nothing about which exist.
    """
    digits = [character for character in typed if character.isalnum()]
    if len(digits) == SIRET_LENGTH and all(character.isdecimal() for character in digits):
        return read_siret(typed)
    return read_nir(typed)

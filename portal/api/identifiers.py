"""An adherent's identifier as agents see it: masked, or whole once asked for (law C3)."""

from portal.accounts.models import Adherent
from portal.accounts.nir import WrongNir, key_of, masked_nir
from portal.accounts.siret import masked_siret


def masked_identifier(adherent: Adherent) -> str:
    """What is shown by default: « 2 63 •• •• ••• ••• » or « SIRET ••• ••• ••• 00012 »."""
    if adherent.nir:
        return masked_nir(adherent.nir)
    if adherent.siret:
        return masked_siret(adherent.siret)
    return ""


def whole_identifier(adherent: Adherent) -> tuple[str, str | None]:
    """The NIR and its key, or the SIRET and None. The caller records that it was shown."""
    if not adherent.nir:
        return adherent.siret, None
    try:
        return adherent.nir, key_of(adherent.nir)
    except WrongNir:  # stored before it was checked: shown as it is
        return adherent.nir, None

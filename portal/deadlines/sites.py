"""Which site answers an adherent: public holidays are a site's (law C4)."""

from portal.accounts.models import Adherent
from portal.deadlines.models import Site

_CORSICA = "20"


def departement_of(postal_code: str) -> str:
    """The département of a French postal code, empty when it has none: ``57`` of ``57070``."""
    if len(postal_code) != 5 or not postal_code.isdigit():
        return ""
    if postal_code.startswith(_CORSICA):
        return "2A" if postal_code < "20200" else "2B"
    return postal_code[:3] if postal_code.startswith(("97", "98")) else postal_code[:2]


def site_for(adherent: Adherent) -> Site | None:
    """The site of the adherent's caisse that answers their département; None when none does."""
    departement = departement_of(adherent.postal_code)
    if not departement:
        return None
    for site in Site.objects.filter(caisse=adherent.caisse_id).order_by("code"):
        if departement in site.departements:
            return site
    return None

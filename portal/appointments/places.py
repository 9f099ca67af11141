"""Where an appointment may be: a site of the caisse, the caisse itself, or a telephone."""

from dataclasses import dataclass

from portal.accounts.models import Adherent
from portal.catalogue.models import Caisse
from portal.deadlines.models import Site
from portal.deadlines.sites import site_for

PHONE = "telephone"
CAISSE = "caisse"


@dataclass(frozen=True)
class Place:
    """One place, as it is offered. `site` is None where the caisse's own calendar holds."""

    code: str
    label: str
    site: Site | None


def places_of(caisse: Caisse) -> list[Place]:
    """The caisse's sites; the caisse at its address where none is entered."""
    sites = Site.objects.filter(caisse=caisse).order_by("name")
    found = [Place(f"site-{site.code}", f"{caisse.name}, {site.name}", site) for site in sites]
    if found:
        return found
    return [Place(CAISSE, ", ".join(filter(None, [caisse.name, caisse.address])), None)]


def place_coded(adherent: Adherent, code: str) -> Place | None:
    """The place that a form names; the telephone is answered by the adherent's own site."""
    if code == PHONE:
        return Place(PHONE, "", site_for(adherent))
    return next((place for place in places_of(adherent.caisse) if place.code == code), None)


def usual_place(adherent: Adherent) -> Place:
    """Where the adherent would go: the site of their département, else the first."""
    places = places_of(adherent.caisse)
    own = site_for(adherent)
    return next((place for place in places if own is not None and place.site == own), places[0])

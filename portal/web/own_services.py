"""Online services that this portal serves itself; the others are addresses of other sites."""

from django.urls import reverse

from portal.catalogue.models import OnlineService

_SERVED_HERE = {
    "demander-ceam": "european-card",
    "envoyer-document": "send-document",
    "envoyer-message": "messages",
    "consulter-document": "documents",
    "demander-rendez-vous": "appointment",
    "gerer-preferences": "preferences",
    "modifier-coordonnees": "account",
    "voir-coordonnees-msa": "addresses",
    "suivre-demandes": "requests",
}
"""URL names by the service's code."""


def service_address(service: OnlineService) -> str:
    """Where a service is opened: a page of this portal, or the catalogue's address."""
    name = _SERVED_HERE.get(service.code)
    return service.url if name is None else reverse(name)

"""In whose name somebody who is signed in acts at this moment; kept by the session.

Looked up anew for each page: a procuration that has ended opens nothing more, at once.
"""

from django.http import HttpRequest
from django.utils import timezone

from portal.accounts.models import Adherent
from portal.mandates.models import Mandate

_SESSION_KEY = "acting-under"


def begin(request: HttpRequest, mandate: Mandate) -> None:
    """Act in the name of a mandate's principal from now on; the caller has checked whose it is."""
    request.session[_SESSION_KEY] = mandate.pk


def stop(request: HttpRequest) -> None:
    """Act in one's own name again."""
    request.session.pop(_SESSION_KEY, None)


def current(request: HttpRequest, signed_in: Adherent) -> Mandate | None:
    """Return the mandate in force under which `signed_in` acts, None in their own name."""
    mandate_id = request.session.get(_SESSION_KEY)
    if mandate_id is None:
        return None
    mandate = (
        Mandate.objects.select_related("principal__caisse", "principal__user")
        .filter(pk=mandate_id, proxy=signed_in)
        .first()
    )
    if mandate is None or not mandate.allows(None, timezone.localdate()):
        stop(request)
        return None
    return mandate

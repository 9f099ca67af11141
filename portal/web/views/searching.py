"""« Rechercher »: by POST, so that what is typed stays out of addresses, history and logs."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.models import Adherent
from portal.mandates.models import Scope
from portal.web.access import adherent_or_proxy, may_proxy
from portal.web.searching import LONGEST, search
from portal.web.shell import Crumb, private_page


@require_http_methods(["GET", "HEAD", "POST"])
@adherent_or_proxy(None)
def search_page(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """What is found, by kind (R-NAV-04)."""
    words = request.POST.get("words", "").strip()[:LONGEST]
    groups = search(adherent, words, with_exchanges=may_proxy(request, Scope.MESSAGES))
    return private_page(
        request,
        adherent,
        "web/search.html",
        {"words": words, "groups": groups},
        crumbs=[Crumb(_("Search"))],
        section="",
    )

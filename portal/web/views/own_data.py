"""« Mes données »: a file of what one gave and was answered (RGPD 20)."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.models import Adherent
from portal.audit import trail
from portal.web.access import adherent_required
from portal.web.own_data import own_data
from portal.web.shell import Crumb, private_page


@require_http_methods(["GET", "HEAD", "POST"])
@adherent_required
def own_data_page(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """The page, and by its button the file. One's own only: a procuration does not open it."""
    if request.method == "POST":
        trail.record("account.data_exported", actor=adherent.user, caisse=adherent.caisse)
        return HttpResponse(
            own_data(adherent, timezone.now()),
            content_type="application/json; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="mes-donnees.json"'},
        )
    crumbs = [Crumb(_("My account"), reverse("account")), Crumb(_("My data"))]
    return private_page(request, adherent, "web/own_data.html", crumbs=crumbs, section="")

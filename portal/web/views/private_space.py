"""The private space around the messaging: « Contact & échanges », services, addresses."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.accounts.models import Adherent
from portal.catalogue.models import OnlineService
from portal.web.access import adherent_or_proxy, adherent_required, agent_of
from portal.web.rubrics import grouped
from portal.web.shell import Crumb, private_page


@require_safe
@never_cache
def home(request: HttpRequest) -> HttpResponse:
    """`/` leads everybody where they have something to do."""
    user = request.user
    if agent_of(user) is not None:
        return redirect("agents")
    if user.is_authenticated and user.is_staff:
        return HttpResponseRedirect(reverse("admin:index"))
    return redirect("contact")


@require_safe
@adherent_or_proxy(None)
def contact(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """« Contact & échanges » and its blocks (R-CTC-01 to 05, R-CTC-07)."""
    return private_page(
        request, adherent, "web/contact.html", crumbs=[Crumb(_("Contact & exchanges"))]
    )


@require_safe
@adherent_or_proxy(None)
def addresses(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """« Informations de contact » (R-CTC-05), with the technical help (R-AST-01)."""
    crumbs = [
        Crumb(_("Contact & exchanges"), reverse("contact")),
        Crumb(_("Contact details")),
    ]
    return private_page(request, adherent, "web/addresses.html", crumbs=crumbs)


@require_safe
@adherent_or_proxy(None)
def services(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """« Mes services »: the online services open to the adherent's profile."""
    offered = [
        service
        for service in OnlineService.objects.filter(active=True).order_by("label")
        if adherent.profile in service.profiles
    ]
    return private_page(
        request,
        adherent,
        "web/services.html",
        {"families": grouped(offered)},
        crumbs=[Crumb(_("My services"))],
        section="services",
    )


@require_safe
@adherent_required
def coming(request: HttpRequest, adherent: Adherent, page: str) -> HttpResponse:
    """A service of the private space that this portal does not offer yet, said plainly."""
    titles = {
        "certificates": _("My certificates"),
        "payments": _("My payments"),
        "requests": _("Follow my requests"),
    }
    crumbs = [Crumb(titles[page])]
    return private_page(
        request,
        adherent,
        "web/coming.html",
        {"title": titles[page]},
        crumbs=crumbs,
        section=page,
    )

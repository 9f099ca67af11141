"""« Procurations »: given and held, each with what was done under it."""

from dataclasses import dataclass

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.accounts.models import Adherent
from portal.mandates import acting, giving
from portal.mandates.forms import MandateForm
from portal.mandates.models import Mandate
from portal.registration.limits import may_try
from portal.web.access import adherent_required
from portal.web.shell import Crumb, private_page

ENDING = (Mandate.State.OFFERED, Mandate.State.COMING, Mandate.State.ACTIVE)


@dataclass(frozen=True)
class SeenMandate:
    """A mandate as one of its two parties sees it."""

    mandate: Mandate
    state: Mandate.State
    given: bool
    """By the one who looks; else held by them."""

    @property
    def other(self) -> str:
        """The name of the other party: until it is accepted, as the principal typed it."""
        if not self.given:
            return self.mandate.principal.display_name
        proxy = self.mandate.proxy
        if proxy is None or self.mandate.accepted_at is None:
            return self.mandate.proxy_name
        return proxy.display_name

    @property
    def may_be_accepted(self) -> bool:
        return not self.given and self.state == Mandate.State.OFFERED

    @property
    def may_be_ended(self) -> bool:
        return self.state in ENDING

    @property
    def may_be_used(self) -> bool:
        return not self.given and self.state == Mandate.State.ACTIVE


def _seen(adherent: Adherent) -> list[SeenMandate]:
    mine = (
        Mandate.objects.select_related("principal", "proxy")
        .filter(Q(principal=adherent) | Q(proxy=adherent))
        .order_by("-given_at", "-pk")
    )
    today = timezone.localdate()
    return [
        SeenMandate(mandate, mandate.state_on(today), mandate.principal_id == adherent.pk)
        for mandate in mine
    ]


@require_safe
@adherent_required
def mandates(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """All procurations of somebody, given and held."""
    seen = _seen(adherent)
    context = {
        "given": [each for each in seen if each.given],
        "held": [each for each in seen if not each.given],
    }
    return private_page(
        request, adherent, "mandates/mandates.html", context, crumbs=_crumbs(), section=""
    )


@require_http_methods(["GET", "HEAD", "POST"])
@adherent_required
def give(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """« Donner une procuration »."""
    form = MandateForm(request.POST or None, principal=adherent)
    if request.method == "POST" and form.is_valid():
        if may_try(request, "portal_mandate", str(adherent.pk)):
            mandate = giving.give(adherent, form.offer())
            messages.success(
                request,
                _(
                    "Your procuration waits to be accepted. If this number and name are those of "
                    "somebody who uses this private space, they find it here and are told."
                ),
            )
            return redirect("mandate", mandate.pk)
        form.add_error(None, _("Too many procurations at once. Try again in an hour."))
    crumbs = _crumbs(Crumb(_("Give a procuration")))
    return private_page(
        request, adherent, "mandates/give.html", {"form": form}, crumbs=crumbs, section=""
    )


@require_safe
@adherent_required
def mandate(request: HttpRequest, adherent: Adherent, mandate_id: int) -> HttpResponse:
    """One procuration, and what was done in whose name."""
    seen = next((each for each in _seen(adherent) if each.mandate.pk == mandate_id), None)
    if seen is None:
        raise Http404
    context = {"seen": seen, "mandate": seen.mandate, "acts": seen.mandate.acts.all()}
    crumbs = _crumbs(Crumb(seen.other))
    return private_page(
        request, adherent, "mandates/mandate.html", context, crumbs=crumbs, section=""
    )


@require_POST
@adherent_required
def accept(request: HttpRequest, adherent: Adherent, mandate_id: int) -> HttpResponse:
    """« Accepter »."""
    try:
        giving.accept(mandate_id, adherent)
    except giving.MandateNotFound:
        return _not_any_more(request)
    messages.success(request, _("You have accepted this procuration."))
    return redirect("mandate", mandate_id)


@require_POST
@adherent_required
def end(request: HttpRequest, adherent: Adherent, mandate_id: int) -> HttpResponse:
    """« Refuser » or « Mettre fin »."""
    try:
        giving.end(mandate_id, adherent)
    except giving.MandateNotFound:
        return _not_any_more(request)
    messages.success(request, _("This procuration is ended, from now on."))
    return redirect("mandate", mandate_id)


@require_POST
@adherent_required
def act(request: HttpRequest, adherent: Adherent, mandate_id: int) -> HttpResponse:
    """« Agir en son nom »."""
    held = Mandate.objects.filter(pk=mandate_id, proxy=adherent).first()
    if held is None or not held.allows(None, timezone.localdate()):
        return _not_any_more(request)
    acting.begin(request, held)
    return redirect("contact")


@require_POST
@adherent_required
def leave(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """« Revenir à mon espace »."""
    acting.stop(request)
    return redirect("mandates")


def _not_any_more(request: HttpRequest) -> HttpResponse:
    messages.info(request, _("This procuration has changed meanwhile: nothing was done."))
    return redirect("mandates")


def _crumbs(*further: Crumb) -> list[Crumb]:
    return [
        Crumb(_("My account"), reverse("account")),
        Crumb(_("Procurations"), reverse("mandates") if further else ""),
        *further,
    ]

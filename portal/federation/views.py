"""« S’identifier avec FranceConnect »: there, back, and once the number (R-AUT-04)."""

from django import forms
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME, login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.models import Adherent
from portal.audit import trail
from portal.federation import provider
from portal.federation.configuration import FranceConnect
from portal.federation.provider import FederatedPerson, FederationFailed
from portal.federation.reconciling import NotReconciled, known, reconcile
from portal.registration.fields import NirField
from portal.registration.limits import may_try
from portal.registration.views import SESSION_BACKEND

_PENDING, _NEXT = "federation-pending", "federation-next"
ID_TOKEN = "federation-id-token"  # noqa: S105 - the name of a place in the session
"""Present in the session of who came by FranceConnect."""


class NirForm(forms.Form):
    """The number, asked for at the first visit only."""

    nir = NirField()


def _configured() -> FranceConnect:
    configuration = provider.configured()
    if configuration is None:
        raise Http404
    return configuration


@require_safe
@never_cache
def begin(request: HttpRequest) -> HttpResponse:
    """The button: to FranceConnect."""
    configuration = _configured()
    aim = request.GET.get(REDIRECT_FIELD_NAME, "")
    request.session[_NEXT] = (
        aim if url_has_allowed_host_and_scheme(aim, {request.get_host()}) else ""
    )
    try:
        return provider.lead_there(request, configuration)
    except FederationFailed as failure:
        return _refused(request, failure)


@require_safe
@never_cache
def come_back(request: HttpRequest) -> HttpResponse:
    """Back from FranceConnect: signed in, or asked for the number the first time."""
    try:
        person = provider.person_of(request, _configured())
    except FederationFailed as failure:
        return _refused(request, failure)
    adherent = known(person)
    if adherent is not None:
        return _signed_in(request, adherent, person)
    request.session[_PENDING] = person.kept()
    return redirect("franceconnect-nir")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask_nir(request: HttpRequest) -> HttpResponse:
    """Which file is that of the person FranceConnect has named."""
    _configured()
    kept = request.session.get(_PENDING)
    if kept is None:
        return redirect("account_login")
    person = FederatedPerson(**kept)
    form = NirForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not may_try(request, "portal_federation", person.subject):
            form.add_error(
                None,
                _("Too many attempts. For your safety, wait an hour before trying again."),
            )
        else:
            try:
                adherent = reconcile(person, form.cleaned_data["nir"])
            except NotReconciled:
                form.add_error(
                    None,
                    _(
                        "We have found no file with this number and the identity that "
                        "FranceConnect gives. Check the number; if it is right, your MSA can "
                        "correct your file."
                    ),
                )
            else:
                return _signed_in(request, adherent, person)
    context = {"form": form, "given_names": person.given_names, "name": person.family_name}
    return render(request, "federation/nir.html", context)


def _signed_in(request: HttpRequest, adherent: Adherent, person: FederatedPerson) -> HttpResponse:
    aim = request.session.get(_NEXT, "")
    login(request, adherent.user, backend=SESSION_BACKEND)
    for name in (_PENDING, _NEXT):
        request.session.pop(name, None)
    request.session[ID_TOKEN] = person.id_token
    trail.record("federation.signed_in", actor=adherent.user, caisse=adherent.caisse)
    return HttpResponseRedirect(aim) if aim else redirect("home")


def _refused(request: HttpRequest, failure: FederationFailed) -> HttpResponse:
    said = {
        "refused": _("You have cancelled: FranceConnect has told us nothing about you."),
        "unreachable": _(
            "FranceConnect does not answer at the moment. Try again later, or sign in with your "
            "number and your password."
        ),
        "incomplete": _(
            "FranceConnect has not given your whole civil status. Sign in with your number and "
            "your password."
        ),
        "invalid": _(
            "The answer from FranceConnect could not be checked, or came too late. Begin again."
        ),
    }
    messages.warning(request, said[failure.cause])
    return redirect("account_login")

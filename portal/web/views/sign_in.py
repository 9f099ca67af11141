"""The two doors: adherents' sign-in, agents' sign-in for desk, and the way out."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.views import LoginView
from csp.decorators import csp_update
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from portal.accounts.models import Agent
from portal.federation import provider
from portal.federation.views import ID_TOKEN
from portal.web import drafts
from portal.web.access import adherent_of, agent_of, agent_required
from portal.web.account_adapter import Door
from portal.web.forms.sign_in import AdherentSignInForm, AgentSignInForm

LOOPBACK = "http://127.0.0.1:*"
"""Where desk waits for the end of its sign-in (RFC 8252 section 7.3)."""


class SignInView(LoginView):
    """A door. Someone already signed in who may pass is let through; anybody else is asked."""

    door: Door
    home: str
    """Name of the page behind the door, for who comes with no other aim."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "GET" and self.door.admits(request.user):
            return HttpResponseRedirect(str(self.get_success_url()))  # type: ignore[no-untyped-call]
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_default_success_url(self) -> str:
        return reverse(self.home)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["other_account"] = self.request.user.is_authenticated
        return context


class AdherentSignInView(SignInView):
    """`/connexion/` (R-AUT-02, R-AUT-03)."""

    door = Door.ADHERENTS
    form_class = AdherentSignInForm
    template_name = "web/sign_in.html"
    home = "home"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["franceconnect"] = provider.configured() is not None
        return context


@method_decorator(csp_update({"form-action": [LOOPBACK]}), name="dispatch")
class AgentSignInView(SignInView):
    """`/agents/connexion/`: the page desk opens in the browser, by way of the OAuth server.

    The form leads through the OAuth server to the loopback address where desk waits; browsers
    apply `form-action` to each of these redirects, so the address is allowed on this page.
    """

    door = Door.AGENTS
    form_class = AgentSignInForm
    template_name = "web/agent_sign_in.html"
    home = "agents"


@require_POST
@never_cache
def sign_out(request: HttpRequest) -> HttpResponse:
    """« Se déconnecter ». A message in progress is kept for its author, but pages still open on
    this computer can no longer write into it.
    """
    adherent = adherent_of(request.user)
    agent = agent_of(request.user)
    if adherent is not None:
        drafts.new_key(adherent)
    id_token = request.session.get(ID_TOKEN)
    get_adapter(request).logout(request)
    messages.success(request, _("You are signed out."))
    configuration = provider.configured()
    if id_token is not None and configuration is not None:
        # Who came by FranceConnect leaves it too: the next person at this computer is another.
        elsewhere = provider.sign_out_address(id_token, configuration)
        if elsewhere is not None:
            return HttpResponseRedirect(elsewhere)
    return redirect("agent-sign-in" if agent is not None else "account_login")


@agent_required
def agents_home(request: HttpRequest, agent: Agent) -> HttpResponse:
    """Where an agent lands who opened the web site: their work is in desk."""
    return render(request, "web/agents.html", {"agent": agent})

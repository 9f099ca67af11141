"""Who may open which page: adherents their space, agents theirs, nobody the other's."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from portal.accounts.models import Adherent, Agent
from portal.mandates import acting
from portal.mandates.models import Scope

Rest = ParamSpec("Rest")
AdherentView = Callable[Concatenate[HttpRequest, Adherent, Rest], HttpResponse]
AgentView = Callable[Concatenate[HttpRequest, Agent, Rest], HttpResponse]
View = Callable[Concatenate[HttpRequest, Rest], HttpResponse]


def adherent_of(user: Any) -> Adherent | None:
    """The adherent that `user` is, or None for an agent, a disabled account, or nobody."""
    if not user.is_authenticated or not user.is_active:
        return None
    return Adherent.objects.select_related("caisse", "user").filter(user=user).first()


def signed_in_of(request: HttpRequest) -> Adherent | None:
    """`adherent_of` the request's user, read once a request."""
    known: Adherent | None = getattr(request, "adherent_signed_in", None)
    if known is None or known.user_id != request.user.pk:
        known = adherent_of(request.user)
        request.adherent_signed_in = known  # type: ignore[attr-defined]
    return known


def agent_of(user: Any) -> Agent | None:
    """The agent that `user` is, or None for an adherent, a disabled account, or nobody."""
    if not user.is_authenticated or not user.is_active:
        return None
    return Agent.objects.select_related("caisse", "user").filter(user=user).first()


def adherent_required(view: AdherentView[Rest]) -> View[Rest]:
    """Give the page the adherent signed in; send anybody else where they can sign in.

    Pages of the private space are never kept by the browser or a proxy: the next person at the
    same computer does not find them behind the Back button.
    """

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        adherent = signed_in_of(request)
        if adherent is not None:
            return view(request, adherent, *args, **kwargs)
        if agent_of(request.user) is not None:
            return redirect("agents")
        return sign_in_then(request.get_full_path() if request.method == "GET" else None)

    return guarded


def adherent_or_proxy(
    scope: Scope | None,
) -> Callable[[AdherentView[Rest]], View[Rest]]:
    """Give the page the adherent in whose name one acts: oneself, or a mandate's principal.

    Args:
        scope: what the mandate must be for, None for pages that every mandate opens. Somebody
            whose mandate is for something else is led away, and told.
    """

    def decorate(view: AdherentView[Rest]) -> View[Rest]:
        @adherent_required
        @wraps(view)
        def chosen(
            request: HttpRequest, signed_in: Adherent, /, *args: Rest.args, **kwargs: Rest.kwargs
        ) -> HttpResponse:
            mandate = acting.current(request, signed_in)
            if mandate is None:
                return view(request, signed_in, *args, **kwargs)
            if not mandate.allows(scope, timezone.localdate()):
                messages.info(request, _("This procuration is not for that."))
                return redirect("contact")
            return view(request, mandate.principal, *args, **kwargs)

        return chosen

    return decorate


def proxy_of(request: HttpRequest) -> Adherent | None:
    """Who is signed in and acts in somebody else's name; None for who acts in their own."""
    signed_in = signed_in_of(request)
    if signed_in is None or acting.current(request, signed_in) is None:
        return None
    return signed_in


def may_proxy(request: HttpRequest, scope: Scope) -> bool:
    """Whether who is signed in may do `scope` on this page: in one's own name always, in
    somebody else's when the mandate says so.
    """
    signed_in = signed_in_of(request)
    if signed_in is None:
        return False
    mandate = acting.current(request, signed_in)
    return mandate is None or mandate.allows(scope, timezone.localdate())


def agent_required(view: AgentView[Rest]) -> View[Rest]:
    """Give the page the agent signed in; send anybody else to the agents' sign-in."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        agent = agent_of(request.user)
        if agent is None:
            return redirect("agent-sign-in")
        return view(request, agent, *args, **kwargs)

    return guarded


def sign_in_then(path: str | None = None) -> HttpResponseRedirect:
    """Send to the adherents' sign-in page, which leads back to `path`."""
    if path is None:
        return HttpResponseRedirect(reverse("account_login"))
    return redirect_to_login(path, reverse("account_login"))

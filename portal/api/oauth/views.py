"""The endpoints an agent's browser and desk visit to sign in."""

from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from csp.decorators import csp_update
from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.decorators import method_decorator
from oauth2_provider.settings import oauth2_settings
from oauth2_provider.views.base import AuthorizationView as ToolkitAuthorizationView
from oauth2_provider.views.base import TokenView as ToolkitTokenView

from portal.api.oauth.accounts import agent_of

SIGN_IN_PAGE = "/agents/connexion/"
LOOPBACK = "http://127.0.0.1:*"
"""Browsers apply ``form-action`` to every redirect that follows the sign-in form."""


@method_decorator(csp_update({"form-action": [LOOPBACK]}), name="dispatch")
class AuthorizationView(ToolkitAuthorizationView):
    """Gives desk an authorization code for the agent signed in to this browser.

    Our own client is not submitted for approval, so the page is only ever that of an error. An
    adherent, or an agent whose record was withdrawn, is told so (403) and nothing is sent to the
    client. ``prompt=login`` ends the browser's session first: the next agent at the same
    workstation is never signed in as the one before.
    """

    login_url = SIGN_IN_PAGE
    template_name = "api/sign_in_failed.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and agent_of(request.user) is None:
            response: HttpResponseBase = render(
                request,
                "api/agents_only.html",
                {"sign_in": f"{SIGN_IN_PAGE}?{urlencode({'next': request.get_full_path()})}"},
                status=403,
            )
        else:
            response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response

    def handle_prompt_login(self) -> HttpResponse:
        logout(self.request)
        response: HttpResponse = super().handle_prompt_login()
        return response

    def redirect(self, redirect_to: str, application: Any) -> HttpResponse:
        """Send the browser to the client; errors name the issuer too (RFC 9207 section 2)."""
        parts = urlsplit(redirect_to)
        query = parse_qsl(parts.query, keep_blank_values=True)
        if not any(name == "iss" for name, _ in query):
            query.append(("iss", oauth2_settings.oauth2_authorization_server_issuer(self.request)))
        target = urlunsplit(parts._replace(query=urlencode(query)))
        response: HttpResponse = super().redirect(target, application)
        return response


class TokenView(ToolkitTokenView):
    """Exchanges a code or a refresh token, in one transaction.

    A refusal is an answer, not an exception, so what it wrote (a family revoked because its old
    token was replayed) is kept.
    """

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with transaction.atomic():
            # The toolkit's own `post` also speaks the device flow, which desk does not.
            response: HttpResponse = self.authorization_flow_token_response(request)
        return response

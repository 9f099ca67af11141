"""What the authorization server asks of our database before it gives a token."""

import re
from typing import Any
from urllib.parse import urlsplit

from oauth2_provider.models import (
    get_access_token_model,
    get_grant_model,
    get_refresh_token_model,
)
from oauth2_provider.oauth2_validators import OAuth2Validator
from oauthlib.common import Request
from oauthlib.oauth2.rfc6749 import errors

from portal.accounts.models import User
from portal.api.oauth.accounts import agent_of, is_revoked
from portal.api.oauth.tokens import checksum

S256_CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")
"""RFC 7636 section 4.2: 32 bytes in base64url without padding."""


AGENT_REVOKED = "agent-revoked"


class AgentTokenValidator(OAuth2Validator):
    """Gives tokens to agents only, and each code or refresh token once only; but a refresh token
    whose answer was lost on the way is taken again for a moment (`REFRESH_GRACE_S`).

    The token endpoint runs in one transaction (`portal.api.oauth.views.TokenView`). The row of
    what is being exchanged is locked first, so that of two simultaneous exchanges the second
    sees what the first did: a used code, or a rotated refresh token, whose family then dies
    (RFC 9700 section 4.14).
    """

    def validate_redirect_uri(
        self, client_id: str, redirect_uri: str, request: Request, *args: Any, **kwargs: Any
    ) -> bool:
        try:
            # Any port is welcome on a loopback address, but it must be one.
            _ = urlsplit(redirect_uri).port
        except ValueError:
            return False
        allowed: bool = super().validate_redirect_uri(
            client_id, redirect_uri, request, *args, **kwargs
        )
        return allowed

    def save_authorization_code(
        self, client_id: str, code: Any, request: Request, *args: Any, **kwargs: Any
    ) -> None:
        # RFC 7636 section 4.3 takes a challenge without a method for "plain".
        if request.code_challenge_method != "S256" or not S256_CHALLENGE.fullmatch(
            request.code_challenge or ""
        ):
            raise errors.InvalidRequestError(
                description="An S256 code_challenge is required.", request=request
            )
        # OpenID's parameters have no meaning here and would be stored as they came.
        request.nonce, request.claims = "", {}  # type: ignore[attr-defined]
        super().save_authorization_code(client_id, code, request, *args, **kwargs)

    def validate_code(
        self, client_id: str, code: str, client: Any, request: Request, *args: Any, **kwargs: Any
    ) -> bool:
        if "\x00" in code:  # PostgreSQL cannot be asked for it
            return False
        list(get_grant_model().objects.select_for_update().filter(code=code).values_list("pk"))
        if not super().validate_code(client_id, code, client, request, *args, **kwargs):
            return False
        return agent_of(request.user) is not None

    def validate_refresh_token(
        self, refresh_token: str, client: Any, request: Request, *args: Any, **kwargs: Any
    ) -> bool:
        same_token = get_refresh_token_model().objects.filter(
            token_checksum=checksum(refresh_token)
        )
        list(same_token.select_for_update().values_list("pk"))
        if not super().validate_refresh_token(refresh_token, client, request, *args, **kwargs):
            return False
        if isinstance(request.user, User) and is_revoked(request.user):
            # Said of a token that is good in itself only: desk wipes this agent's store upon it.
            raise errors.InvalidGrantError(description=AGENT_REVOKED, request=request)
        return agent_of(request.user) is not None

    def _save_bearer_token(
        self, token: dict[str, Any], request: Request, *args: Any, **kwargs: Any
    ) -> None:
        """Also for a refresh token that is presented again within its grace: its client never got
        the answer to the first time.

        The toolkit would answer with the tokens it gave then, which it does not have: they are
        stored hashed. So those are revoked, unused as they are, and new ones take their place in
        the same family.
        """
        presented = getattr(request, "refresh_token_instance", None)
        if presented is not None and presented.revoked is not None:
            # `validate_refresh_token` holds the lock of the presented one.
            unreceived = (
                get_access_token_model().objects.filter(source_refresh_token=presented).first()
            )
            if unreceived is not None:
                for each in get_refresh_token_model().objects.filter(access_token=unreceived):
                    each.revoke()  # with its access token
                get_access_token_model().objects.filter(source_refresh_token=presented).delete()
        super()._save_bearer_token(token, request, *args, **kwargs)

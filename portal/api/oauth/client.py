"""The registration of desk as an OAuth client."""

from typing import Any

from django.apps import AppConfig
from oauth2_provider.models import get_application_model

CLIENT_ID = "desk"
REDIRECT_URI = "http://127.0.0.1/callback"
"""RFC 8252 section 7.3: on a loopback address any port is accepted at the time of the request."""


def ensure_desk_client() -> None:
    """Register desk, or put its registration right again. May be called any number of times.

    Desk is public (a desktop program keeps no secret, RFC 8252 section 8.5) and our own: agents
    are not asked whether they trust it.
    """
    application = get_application_model()
    application.objects.update_or_create(
        client_id=CLIENT_ID,
        defaults={
            "name": "desk",
            "client_type": application.CLIENT_PUBLIC,
            "authorization_grant_type": application.GRANT_AUTHORIZATION_CODE,
            "redirect_uris": REDIRECT_URI,
            "skip_authorization": True,
        },
    )


def register_after_migrate(sender: AppConfig, **_: Any) -> None:
    """Receiver of ``post_migrate``: a migrated database always knows desk."""
    ensure_desk_client()

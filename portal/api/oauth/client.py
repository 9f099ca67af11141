"""The registration of desk as an OAuth client."""

from typing import Any

CLIENT_ID = "desk"
REDIRECT_URI = "http://127.0.0.1/callback"
"""RFC 8252 section 7.3: on a loopback address any port is accepted at the time of the request."""


def register_desk(application: Any) -> None:
    """Register desk, or put its registration right again. May be called any number of times.

    Desk is public (a desktop program keeps no secret, RFC 8252 section 8.5) and our own: agents
    are not asked whether they trust it.

    Args:
        application: the toolkit's model, or a migration's view of it, which has no constants.
    """
    application.objects.update_or_create(
        client_id=CLIENT_ID,
        defaults={
            "name": "desk",
            "client_type": "public",
            "authorization_grant_type": "authorization-code",
            "redirect_uris": REDIRECT_URI,
            "skip_authorization": True,
        },
    )

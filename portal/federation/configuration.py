"""Where FranceConnect is, and as whom we present ourselves; off when nothing is configured."""

import os
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from portal.environment import ConfigurationError


@dataclass(frozen=True)
class FranceConnect:
    """An OpenID Connect provider of FranceConnect's kind.

    Attributes:
        issuer: its address, below which ``/.well-known/openid-configuration`` lies.
    """

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)

    @property
    def origin(self) -> str:
        """For the Content-Security-Policy: our sign-out form is led on to it."""
        parts = urlsplit(self.issuer)
        return f"{parts.scheme}://{parts.netloc}"


def read_franceconnect() -> FranceConnect | None:
    """Read ``PORTAL_FRANCECONNECT_ISSUER``, ``_CLIENT_ID`` and ``_CLIENT_SECRET``.

    Returns None when no issuer is given: the button is then not shown.

    Raises:
        ConfigurationError: an issuer without client, or one that is not over TLS.
    """
    issuer = os.environ.get("PORTAL_FRANCECONNECT_ISSUER", "").rstrip("/")
    if not issuer:
        return None
    client_id = os.environ.get("PORTAL_FRANCECONNECT_CLIENT_ID", "")
    client_secret = os.environ.get("PORTAL_FRANCECONNECT_CLIENT_SECRET", "")
    if not client_id or not client_secret:
        raise ConfigurationError(
            "PORTAL_FRANCECONNECT_CLIENT_ID and _CLIENT_SECRET: needed with an issuer"
        )
    parts = urlsplit(issuer)
    if parts.scheme != "https" and parts.hostname not in ("127.0.0.1", "localhost"):
        raise ConfigurationError("PORTAL_FRANCECONNECT_ISSUER: expected https://…")
    return FranceConnect(issuer, client_id, client_secret)

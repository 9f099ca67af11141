"""Which gateway sends our SMS, and as whom; no SMS is promised when nothing is configured."""

import os
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from portal.environment import ConfigurationError

EUROPE = "https://eu.api.ovh.com/1.0"
FRANCE = "33,262,590,594,596"
"""Metropolitan France, La Réunion and Mayotte, Guadeloupe, Guyane, Martinique."""

_SENDER = re.compile(r"[A-Za-z0-9]{3,11}")


@dataclass(frozen=True)
class OvhAccount:
    """An account of OVHcloud's SMS API, hosted in France.

    Attributes:
        service: the account's name, ``sms-xx12345-1``.
        sender: what telephones show, declared with the provider: 3 to 11 letters or figures.
        countries: calling codes that SMS go to. Numbers elsewhere cost many times more, and codes
            asked for on such numbers are a known way to make money of a stranger's account.
    """

    endpoint: str
    service: str
    application_key: str
    application_secret: str = field(repr=False)
    consumer_key: str = field(repr=False)
    sender: str
    countries: tuple[str, ...]

    def reaches(self, number: str) -> bool:
        """Say whether SMS go to a number (E.164) of this country."""
        return number.startswith(tuple(f"+{code}" for code in self.countries))


def read_sms() -> OvhAccount | None:
    """Read ``PORTAL_SMS_SERVICE``, ``_APPLICATION_KEY``, ``_APPLICATION_SECRET``,
    ``_CONSUMER_KEY``, ``_SENDER``, ``_ENDPOINT`` and ``_COUNTRIES``.

    Returns None when no service is given: preferences then offer no SMS.

    Raises:
        ConfigurationError: a service without what it needs, or not over TLS.
    """
    service = os.environ.get("PORTAL_SMS_SERVICE", "")
    if not service:
        return None
    needed = {
        name: os.environ.get(f"PORTAL_SMS_{name}", "")
        for name in ("APPLICATION_KEY", "APPLICATION_SECRET", "CONSUMER_KEY", "SENDER")
    }
    for name, value in needed.items():
        if not value:
            raise ConfigurationError(f"PORTAL_SMS_{name}: needed with PORTAL_SMS_SERVICE")
    if not _SENDER.fullmatch(needed["SENDER"]):
        raise ConfigurationError("PORTAL_SMS_SENDER: expected 3 to 11 letters or figures")
    endpoint = (os.environ.get("PORTAL_SMS_ENDPOINT", "") or EUROPE).rstrip("/")
    parts = urlsplit(endpoint)
    if parts.scheme != "https" and parts.hostname not in ("127.0.0.1", "localhost"):
        raise ConfigurationError("PORTAL_SMS_ENDPOINT: expected https://…")
    codes = os.environ.get("PORTAL_SMS_COUNTRIES", "") or FRANCE
    countries = tuple(code.strip() for code in codes.split(","))
    if not all(re.fullmatch(r"[1-9][0-9]{0,2}", code) for code in countries):
        raise ConfigurationError("PORTAL_SMS_COUNTRIES: expected calling codes, such as 33,262")
    return OvhAccount(
        endpoint=endpoint,
        service=service,
        application_key=needed["APPLICATION_KEY"],
        application_secret=needed["APPLICATION_SECRET"],
        consumer_key=needed["CONSUMER_KEY"],
        sender=needed["SENDER"],
        countries=countries,
    )

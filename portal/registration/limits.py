"""How often one may try, counted by django-allauth's counters as sign-in is.

The rates are in `settings.ACCOUNT_RATE_LIMITS`; those of an identifier hold whether or not it is
anybody's.
"""

from typing import Literal

from allauth.core import ratelimit
from django.http import HttpRequest

Action = Literal[
    "portal_register",
    "portal_forgotten",
    "portal_code",
    "portal_federation",
    "portal_own_password",
    "portal_own_email",
    "portal_own_phone",
    "portal_mandate",
    "portal_upload",
    "portal_appointment",
    "portal_pdf",
]


def may_try(request: HttpRequest, action: Action, key: str = "") -> bool:
    """Count one try of `action`; False when there were too many, from this address or for `key`."""
    return bool(ratelimit.consume(request, action=action, key=key))

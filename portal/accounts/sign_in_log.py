"""Every decision of the two doors, in the log: who investigates can follow one account or one
address through it, and the log names neither.

Accounts and addresses stand as marks, keyed digests that only this portal's secret key makes: the
same account always has the same mark. Of an account that was opened the line has its number too,
so an operator who knows the person finds the mark, and never the other way round.
"""

import logging
from typing import Any

from allauth.account.adapter import get_adapter
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

logger = logging.getLogger(__name__)

MARK_LENGTH = 12


def mark(kind: str, value: str) -> str:
    """Return the mark that stands for an account's name or an address in the log."""
    if not value:
        return "none"
    digest = salted_hmac(f"portal.accounts.sign_in_log.{kind}", value, algorithm="sha256")
    return digest.hexdigest()[:MARK_LENGTH]


def note_refusal(request: HttpRequest | None, username: str, reason: str) -> None:
    """Write that somebody was not let in. `reason` is a fixed word, never what was typed."""
    logger.warning(
        "sign-in refused: %s, at %s, account %s, from %s",
        reason,
        _door(request),
        mark("account", username),
        _origin(request),
    )


def listen() -> None:
    """Write from now on what Django tells of sign-ins and sign-outs."""
    user_login_failed.connect(_failed, dispatch_uid="sign-in-log")
    user_logged_in.connect(_entered, dispatch_uid="sign-in-log")
    user_logged_out.connect(_left, dispatch_uid="sign-in-log")


def _failed(
    sender: object,
    credentials: dict[str, Any],
    request: HttpRequest | None = None,
    **_others: object,
) -> None:
    note_refusal(request, str(credentials.get("username") or ""), "not right")


def _entered(sender: object, request: HttpRequest, user: Any, **_others: object) -> None:
    _say("signed in", request, user)


def _left(sender: object, request: HttpRequest, user: Any, **_others: object) -> None:
    if user is not None:
        _say("signed out", request, user)


def _say(what: str, request: HttpRequest, user: Any) -> None:
    logger.info(
        "%s: at %s, account %s (number %s), from %s",
        what,
        _door(request),
        mark("account", user.get_username()),
        user.pk,
        _origin(request),
    )


def _door(request: HttpRequest | None) -> str:
    """The route by its name: addresses may hold what somebody typed."""
    found = None if request is None else request.resolver_match
    return (found.view_name if found else "") or "none"


def _origin(request: HttpRequest | None) -> str:
    if request is None:
        return "none"
    try:
        return mark("address", get_adapter(request).get_client_ip(request))
    except PermissionDenied:
        return "unknown"

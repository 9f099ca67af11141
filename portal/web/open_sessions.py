"""Where an account is signed in: shown to its owner, who may end each (ASVS V3.3.4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from portal.accounts.models import User
from portal.web.models import OpenSession

# The first that is found: each also calls itself by the names of those that come after it.
_BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "Firefox": "Firefox",
    "FxiOS": "Firefox",
    "Chrome": "Chrome",
    "CriOS": "Chrome",
    "Safari": "Safari",
}
_SYSTEMS = {
    "Windows": "Windows",
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Mac OS X": "Mac",
    "Linux": "Linux",
}


@dataclass(frozen=True)
class Listed:
    """One place, as its owner sees it. `last_at`: the last page asked for there."""

    id: int
    browser: str
    opened_at: datetime
    last_at: datetime
    is_this_one: bool


def listen() -> None:
    """Note each sign-in from now on, whichever door it came by."""
    user_logged_in.connect(_opened, dispatch_uid="open-sessions")


def _opened(sender: object, request: HttpRequest, user: Any, **_others: object) -> None:
    _note(request, user)


def listed(request: HttpRequest, user: User) -> list[Listed]:
    """Return where `user` is signed in, this session first, then the latest used."""
    now, alive = timezone.now(), timedelta(seconds=settings.SESSION_COOKIE_AGE)
    found = [
        Listed(
            id=row.pk,
            browser=row.browser,
            opened_at=row.opened_at,
            last_at=row.session.expire_date - alive,
            is_this_one=row.session_id == request.session.session_key,
        )
        for row in OpenSession.objects.filter(user=user, session__expire_date__gt=now)
        .select_related("session")
        .order_by("-session__expire_date")
        if _opens(row.session, user)
    ]
    return sorted(found, key=lambda each: not each.is_this_one)


def end(request: HttpRequest, user: User, ids: Iterable[int]) -> int:
    """End some of the user's other sessions, at once; return how many."""
    rows = OpenSession.objects.filter(user=user, pk__in=ids)
    return _end(rows.exclude(session=request.session.session_key).values_list("session", flat=True))


def end_others(request: HttpRequest, user: User) -> None:
    """End all but this one, whose name has changed with the password."""
    others = OpenSession.objects.filter(user=user).exclude(session=request.session.session_key)
    _end(others.values_list("session", flat=True))
    _note(request, user)


def _end(keys: Iterable[str]) -> int:
    chosen = list(keys)
    Session.objects.filter(pk__in=chosen).delete()
    return len(chosen)


def _note(request: HttpRequest, user: User) -> None:
    if not request.session.session_key:
        request.session.save()  # somebody else was signed in here: theirs is gone, this one new
    OpenSession.objects.update_or_create(
        session_id=request.session.session_key,
        defaults={
            "user": user,
            "opened_at": timezone.now(),
            "browser": browser_name(request.headers.get("User-Agent", "")),
        },
    )


def _opens(session: Session, user: User) -> bool:
    """Whether the account's password is still the one it was opened with."""
    kept = session.get_decoded().get(HASH_SESSION_KEY, "")
    return constant_time_compare(kept, user.get_session_auth_hash())


def browser_name(described: str) -> str:
    """Return « Firefox, Windows » for what a browser says of itself; empty when nothing is known.

    Only words of ours: what a browser says is written by whoever likes to.
    """
    names = [
        next((name for sign, name in known.items() if sign in described), "")
        for known in (_BROWSERS, _SYSTEMS)
    ]
    return ", ".join(filter(None, names))

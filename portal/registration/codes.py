"""Six digits sent by e-mail or SMS: made, sent again, checked, used once (R-AUT-06, R-AUT-08).

django-allauth has such codes, but for an account found by its e-mail address, which it creates
first. Ours stand for an account that exists already or for none at all, and a stranger must not be
able to tell which (ARCHITECTURE.md).
"""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from portal.accounts.models import User
from portal.registration.models import OneTimeCode

DIGITS: Final = 6
TRIES: Final = 5
SENDINGS: Final = 3
"""With `TRIES` each: 15 guesses among a million for one request, and requests are counted too."""
VALID_FOR: Final = timedelta(minutes=15)

Purpose = OneTimeCode.Purpose


class CodeRefused(Exception):
    """What was typed opens nothing. `tries_left` is 0 when another code must be asked for."""

    def __init__(self, tries_left: int) -> None:
        super().__init__(f"{tries_left} tries left")
        self.tries_left = tries_left


class CodeExpired(Exception):
    """There is no such code any more: too late, used, or replaced by a later one."""


class TooManySendings(Exception):
    """The code was sent as often as it may be: the form has to be filled in anew."""


@dataclass(frozen=True)
class IssuedCode:
    """A code to be sent; `text` is kept nowhere."""

    row: OneTimeCode
    text: str


@transaction.atomic
def issue(purpose: Purpose, account: User | None, email: str = "", phone: str = "") -> IssuedCode:
    """Make a code. An earlier one for the same account and act is no longer right.

    Args:
        account: None makes one that no typed code will match.
    """
    if account is not None:
        # Two requests at once: one account, one code.
        User.objects.select_for_update().get(pk=account.pk)
        OneTimeCode.objects.filter(account=account, purpose=purpose).delete()
    row = OneTimeCode(purpose=purpose, account=account, email=email, phone=phone, tries_left=TRIES)
    return _renewed(row)


@transaction.atomic
def issue_again(code_id: int, purpose: Purpose) -> IssuedCode:
    """Replace a code whose e-mail did not arrive; its tries begin anew.

    Raises:
        CodeExpired: there is none such any more.
        TooManySendings: it was sent `SENDINGS` times.
    """
    row = _living(code_id, purpose)
    if row.proved_at is not None:
        raise CodeExpired
    if row.sendings >= SENDINGS:
        raise TooManySendings
    row.sendings += 1
    row.tries_left = TRIES
    return _renewed(row)


def prove(code_id: int, purpose: Purpose, typed: str) -> None:
    """Take note that the right code was typed; `proved` gives it afterwards.

    Raises:
        CodeExpired: there is none such any more.
        CodeRefused: it is not the code. The try is counted, whatever happens to the caller.
    """
    with transaction.atomic():
        row = _living(code_id, purpose)
        left = row.tries_left
        if left:
            row.tries_left -= 1
            right = row.account_id is not None and hmac.compare_digest(
                row.digest, _digest("".join(typed.split()))
            )
            row.proved_at = timezone.now() if right else None
            row.save(update_fields=["tries_left", "proved_at"])
            if right:
                return
            left = row.tries_left
    raise CodeRefused(left)


def proved(code_id: int, purpose: Purpose) -> OneTimeCode:
    """Return the row of a code that was rightly typed, locked; the caller uses and deletes it.

    Raises:
        CodeExpired: it was not, or that was too long ago.
    """
    row = _living(code_id, purpose)
    if row.proved_at is None or row.account is None:
        raise CodeExpired
    return row


@transaction.atomic
def owner(code_id: int, purpose: Purpose) -> User:
    """Return the account of a code that was rightly typed.

    Raises:
        CodeExpired: as `proved`.
    """
    account: User | None = proved(code_id, purpose).account
    if account is None:
        raise CodeExpired
    return account


def forget_expired(now: datetime) -> int:
    """Delete the codes that nobody can use any more; return how many."""
    deleted, _ = OneTimeCode.objects.filter(expires_at__lt=now).delete()
    return deleted


def _living(code_id: int, purpose: Purpose) -> OneTimeCode:
    row = (
        OneTimeCode.objects.select_for_update()
        .filter(pk=code_id, purpose=purpose, expires_at__gt=timezone.now())
        .first()
    )
    if row is None:
        raise CodeExpired
    return row


def _renewed(row: OneTimeCode) -> IssuedCode:
    text = f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"
    row.digest = _digest(text)
    row.expires_at = timezone.now() + VALID_FOR
    row.save()
    return IssuedCode(row, text)


def _digest(text: str) -> str:
    # Keyed: a copy of the table alone tells no code, few as there are.
    return salted_hmac("portal.registration.codes", text, algorithm="sha256").hexdigest()

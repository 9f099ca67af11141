"""« S'inscrire »: the known member's account is opened by a code sent by e-mail (R-AUT-06).

The code goes to the address that the caisse knows. Only where it knows none does it go to the one
that was typed: whoever knows somebody's civil status does not thereby get their letter box.
"""

from dataclasses import dataclass

from django.db import transaction

from portal.accounts.contact import email_of
from portal.accounts.identity import CivilStatus, is_of
from portal.accounts.models import Adherent, User
from portal.accounts.opening import open_account
from portal.audit import trail
from portal.notifications.letters import NO_CAISSE, post_letter, render_letter
from portal.registration.code_letter import code_letter
from portal.registration.codes import Purpose, issue, proved
from portal.registration.models import OneTimeCode


@dataclass(frozen=True)
class PersonAsking:
    """What a person typed."""

    nir: str
    status: CivilStatus
    email: str


@dataclass(frozen=True)
class CompanyAsking:
    """What an enterprise or a third party typed. Both are public or easily known: the code only
    ever goes to the address on file, which must be the one that was typed.
    """

    siret: str
    email: str


@transaction.atomic
def ask_to_register(asking: PersonAsking | CompanyAsking) -> OneTimeCode:
    """Send a code if what was typed is on file; return what the code must be typed for.

    The same happens, and takes the same time, whoever asks: only the e-mail makes the difference,
    and its owner alone sees it. Who has an account already is told so, by e-mail.
    """
    adherent = _on_file(asking)
    known = adherent is not None and adherent.user.is_active
    opened = adherent is not None and adherent.user.has_usable_password()
    issued = issue(
        Purpose.REGISTRATION,
        adherent.user if adherent is not None and known and not opened else None,
        _address(adherent, asking),
    )
    caisse = adherent.caisse if adherent is not None else NO_CAISSE
    code = code_letter(issued, caisse)
    already = render_letter("already_registered", caisse=caisse)
    if adherent is not None and known:
        post_letter(issued.row.email, already if opened else code)
    return issued.row


@transaction.atomic
def register(code_id: int, password: str) -> User:
    """Open the account of a code rightly typed: its owner signs in with `password` from now on.

    Raises:
        CodeExpired: no code was rightly typed, or too long ago.
    """
    row = proved(code_id, Purpose.REGISTRATION)
    adherent = Adherent.objects.select_related("user", "caisse").get(user=row.account)
    open_account(adherent, password=password, confirmed_email=row.email)
    row.delete()
    trail.record("account.registered", actor=adherent.user, caisse=adherent.caisse)
    return adherent.user


def _on_file(asking: PersonAsking | CompanyAsking) -> Adherent | None:
    members = Adherent.objects.select_related("user", "caisse")
    if isinstance(asking, CompanyAsking):
        adherent = members.filter(user__username=asking.siret, siret=asking.siret).first()
        same = adherent is not None and _same_address(email_of(adherent), asking.email)
        return adherent if same else None
    adherent = members.filter(user__username=asking.nir, nir=asking.nir).first()
    return adherent if adherent is not None and is_of(asking.status, adherent) else None


def _address(adherent: Adherent | None, asking: PersonAsking | CompanyAsking) -> str:
    return (email_of(adherent) if adherent is not None else "") or asking.email


def _same_address(one: str, other: str) -> bool:
    return bool(one) and one.casefold() == other.casefold()

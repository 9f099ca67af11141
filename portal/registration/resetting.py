"""« Mot de passe oublié »: a new password by a code sent to the address on file."""

from django.db import transaction

from portal.accounts.contact import email_of
from portal.accounts.models import Adherent, User
from portal.accounts.opening import confirm_email, set_password
from portal.audit import trail
from portal.notifications.letters import NO_CAISSE, post_letter, render_letter
from portal.registration.code_letter import code_letter
from portal.registration.codes import Purpose, issue, proved
from portal.registration.models import OneTimeCode


@transaction.atomic
def ask_for_new_password(username: str) -> OneTimeCode:
    """Send a code to the address on file of an account that has a password, if there is one.

    Who is known but has not registered is told how, by e-mail. The same happens, and takes the
    same time, for an identifier of nobody.
    """
    adherent = (
        Adherent.objects.select_related("user", "caisse").filter(user__username=username).first()
    )
    known = adherent is not None and adherent.user.is_active and bool(email_of(adherent))
    opened = adherent is not None and adherent.user.has_usable_password()
    account = adherent.user if adherent is not None and known and opened else None
    issued = issue(Purpose.PASSWORD, account, email_of(adherent) if adherent is not None else "")
    caisse = adherent.caisse if adherent is not None else NO_CAISSE
    code = code_letter(issued, caisse)
    not_yet = render_letter("not_registered", caisse=caisse)
    if adherent is not None and known:
        post_letter(issued.row.email, code if opened else not_yet)
    return issued.row


@transaction.atomic
def reset_password(code_id: int, password: str) -> User:
    """Set the new password upon a code rightly typed. Every session of the account ends.

    Raises:
        CodeExpired: no code was rightly typed, or too long ago.
    """
    row = proved(code_id, Purpose.PASSWORD)
    adherent = Adherent.objects.select_related("user", "caisse").get(user=row.account)
    set_password(adherent.user, password)
    confirm_email(adherent.user, row.email)  # its owner has just read an e-mail there
    row.delete()
    post_letter(row.email, render_letter("password_changed", caisse=adherent.caisse))
    trail.record("account.password_reset", actor=adherent.user, caisse=adherent.caisse)
    return adherent.user

"""What changes in an account: its password, its confirmed e-mail address."""

from allauth.account.models import EmailAddress
from django.db import transaction

from portal.accounts.failing import works_again
from portal.accounts.models import Adherent, User


@transaction.atomic
def open_account(adherent: Adherent, *, password: str, confirmed_email: str) -> None:
    """Give a known member a password and a confirmed address: from now on they sign in."""
    set_password(adherent.user, password)
    confirm_email(adherent.user, confirmed_email)


def set_password(user: User, password: str) -> None:
    """Change a password that has been validated; every session of the account ends by it."""
    user.set_password(password)
    user.save(update_fields=["password"])


@transaction.atomic
def confirm_email(user: User, address: str) -> None:
    """Put a confirmed address in the place of whatever was on file. Does nothing without one."""
    if not address:
        return
    EmailAddress.objects.filter(user=user).delete()
    EmailAddress.objects.create(user=user, email=address.lower(), verified=True, primary=True)
    user.email = address.lower()
    user.save(update_fields=["email"])
    # A code that was read and typed proves that e-mails arrive there.
    works_again(Adherent.objects.filter(user=user))

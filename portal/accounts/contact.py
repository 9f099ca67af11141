"""Where an adherent can be reached by e-mail."""

from typing import Literal

from allauth.account.models import EmailAddress

from portal.accounts.models import Adherent

EmailState = Literal["verified", "unverified", "missing"]


def email_of(adherent: Adherent) -> str:
    """Return the address on file, or an empty string (accusés go to it, law C1)."""
    return adherent.user.email


def email_state(adherent: Adherent) -> EmailState:
    """Say whether the address on file exists and was confirmed by its owner.

    Uses ``user__emailaddress_set`` prefetched where it is.
    """
    address = email_of(adherent)
    if not address:
        return "missing"
    rows: list[EmailAddress] = list(adherent.user.emailaddress_set.all())
    confirmed = any(row.verified and row.email.lower() == address.lower() for row in rows)
    return "verified" if confirmed else "unverified"

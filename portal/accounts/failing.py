"""Addresses from which e-mails came back for good: agents know before they answer.

An address fails from the first e-mail that cannot be delivered to it. It stops failing when its
owner confirms it with a code, when another one takes its place, or when later e-mails to it do not
come back (`portal.notifications.returns.recovering`).
"""

from datetime import datetime

from django.db.models import Q, QuerySet

from portal.accounts.models import Adherent


def living_at(address: str) -> QuerySet[Adherent]:
    """Return those whose address on file this is: couples share one."""
    return Adherent.objects.filter(user__email__iexact=address) if address else _nobody()


def fails(adherents: QuerySet[Adherent], address: str, since: datetime) -> None:
    """Note that e-mails to `address` come back; an address that fails already keeps its instant."""
    adherents.exclude(failing_email__iexact=address).update(
        failing_email=address.lower(), email_failing_since=since
    )


def works_again(adherents: QuerySet[Adherent]) -> int:
    """Note that e-mails arrive; return for how many they did not."""
    failing = adherents.filter(~Q(failing_email="") | Q(email_failing_since__isnull=False))
    return failing.update(failing_email="", email_failing_since=None)


def failing_since(adherent: Adherent) -> datetime | None:
    """Return since when e-mails to the address on file come back; None: they do not."""
    address = adherent.user.email
    if not address or address.lower() != adherent.failing_email:
        return None
    return adherent.email_failing_since


def _nobody() -> QuerySet[Adherent]:
    return Adherent.objects.none()

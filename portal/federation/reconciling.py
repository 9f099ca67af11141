"""Whose account an identity of FranceConnect opens: the pivot identity and, once, the NIR."""

from django.db import transaction
from django.utils import timezone

from portal.accounts.identity import is_of
from portal.accounts.models import Adherent
from portal.audit import trail
from portal.federation.models import FederatedIdentity
from portal.federation.provider import FederatedPerson


class NotReconciled(Exception):
    """No file has this number and this identity. Says nothing about which of the two is unknown."""


def known(person: FederatedPerson) -> Adherent | None:
    """Return the adherent whose account this identity opens, None when it is not known yet, or
    closed.
    """
    identity = (
        FederatedIdentity.objects.select_related("adherent__user", "adherent__caisse")
        .filter(subject=person.subject, adherent__user__is_active=True)
        .first()
    )
    return None if identity is None else identity.adherent


@transaction.atomic
def reconcile(person: FederatedPerson, nir: str) -> Adherent:
    """Find the account by its number, and link it if the pivot identity is the one on file.

    Family name, first given name, birth date and gender must agree; the commune of birth too
    where both sides know it. An account that had no password is opened by it: FranceConnect has
    proved who its owner is.

    Raises:
        NotReconciled: no such file.
    """
    adherent = (
        Adherent.objects.select_related("user", "caisse")
        .filter(nir=nir, user__username=nir, user__is_active=True)
        .first()
    )
    if adherent is None or person.gender is None or not is_of(person.status, adherent):
        raise NotReconciled
    FederatedIdentity.objects.filter(subject=person.subject).delete()
    FederatedIdentity.objects.update_or_create(
        adherent=adherent,
        defaults={"subject": person.subject, "linked_at": timezone.now()},
    )
    trail.record("federation.linked", actor=adherent.user, caisse=adherent.caisse)
    return adherent

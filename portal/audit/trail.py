"""Writes the audit trail."""

from django.utils import timezone

from portal.accounts.models import User
from portal.audit.models import AuditEvent
from portal.catalogue.models import Caisse


def record(
    action: str,
    *,
    actor: User | None,
    caisse: Caisse | None,
    thread_id: int | None = None,
    **detail: str | int | bool | None,
) -> AuditEvent:
    """Record one act, in the caller's transaction (CNIL 2021-122; law C3).

    Args:
        action: ``<object>.<what happened>``, at most 40 characters.
        actor: the account that acted, None for the portal itself.
        caisse: whose data were touched, None when of no caisse.
        thread_id: the exchange concerned, if one.
        detail: ids, codes and counts only: never a text, a name or a NIR.
    """
    return AuditEvent.objects.create(
        at=timezone.now(),
        actor=actor,
        caisse=caisse,
        action=action,
        thread_id=thread_id,
        detail=detail,
    )

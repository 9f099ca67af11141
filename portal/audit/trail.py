"""Writes the audit trail."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import User
from portal.audit.chain import BEGINNING, canonical, digest_after
from portal.audit.models import AuditChain, AuditEvent
from portal.catalogue.models import Caisse


@transaction.atomic(savepoint=False)
def record(
    action: str,
    *,
    actor: User | None,
    caisse: Caisse | None,
    thread_id: int | None = None,
    purpose: str = "",
    **detail: str | int | bool | Sequence[str] | Sequence[int] | None,
) -> AuditEvent:
    """Record one act, in the caller's transaction (CNIL 2021-122; law C3).

    To be called late in it, just before the change is told to the feed: from here to its end every
    other act of the caisse waits. Always the chain before the feed's counter, so that no two
    transactions wait for each other.

    Args:
        action: ``<object>.<what happened>``, at most 40 characters.
        actor: the account that acted, None for the portal itself.
        caisse: whose data were touched, None when of no caisse.
        thread_id: the exchange concerned, if one.
        purpose: why, where it was asked (`portal.audit.models.Purpose`).
        detail: ids, codes and counts only: never a text, a name or a NIR.
    """
    chain = locked_chain("" if caisse is None else caisse.pk)
    chain.last_seq += 1
    at = timezone.now()
    chain.digest = digest_after(
        chain.digest,
        canonical(
            chain=chain.name,
            seq=chain.last_seq,
            at=at,
            actor=None if actor is None else actor.pk,
            action=action,
            thread=thread_id,
            purpose=purpose,
            detail=detail,
        ),
    )
    event = AuditEvent.objects.create(
        chain=chain.name,
        seq=chain.last_seq,
        at=at,
        actor=actor,
        caisse=caisse,
        action=action,
        thread_id=thread_id,
        purpose=purpose,
        detail=detail,
        digest=chain.digest,
    )
    chain.save(update_fields=["last_seq", "digest"])
    return event


def locked_chain(name: str) -> AuditChain:
    """Return the newest end of a chain, locked for the rest of the transaction."""
    heads = AuditChain.objects.select_for_update(no_key=True).filter(name=name)
    head = heads.first()
    if head is None:
        # Two first acts at once: one of them makes the row, and both wait for it.
        AuditChain.objects.bulk_create(
            [AuditChain(name=name, digest=BEGINNING)], ignore_conflicts=True
        )
        head = heads.get()
    return head

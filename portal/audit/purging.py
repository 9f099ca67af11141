"""Lets the old end of each chain go after its time, and anchors the new one.

A purge first states, signed, up to which number the chain may go and what its digest was there;
then the rows go, in small transactions. The statement stays for ever and verification begins at
it. A purge that is cut short is taken up by the next one.
"""

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Min

from portal.audit.models import AuditChain, AuditCheckpoint, AuditEvent
from portal.audit.signing import signed
from portal.audit.trail import locked_chain, record
from portal.catalogue.models import Caisse

logger = logging.getLogger(__name__)

DELETED_AT_ONCE = 500
ANCHORED_EACH = timedelta(hours=24)


def purge_chain(name: str, before: datetime, now: datetime) -> int:
    """Remove the acts of a chain recorded before an instant; return how many went.

    What remains begins at the first act that is not older: nothing is taken out of the middle.
    How many went is itself recorded.
    """
    _state_purge(name, before, now)
    upto = purged_upto(name)
    removed = 0
    while gone := _remove_lot(name, upto):
        removed += gone
    if removed:
        record(
            "audit.purged",
            actor=None,
            caisse=Caisse.objects.filter(pk=name).first(),
            removed=removed,
            upto=upto,
        )
    return removed


def purged_upto(name: str) -> int:
    """Return the number up to which a chain was stated to go, 0 when it never was."""
    newest = AuditCheckpoint.objects.filter(chain=name, kind=AuditCheckpoint.Kind.PURGE)
    return newest.order_by("-seq").values_list("seq", flat=True).first() or 0


@transaction.atomic
def _state_purge(name: str, before: datetime, now: datetime) -> None:
    head = locked_chain(name)
    begun = purged_upto(name)
    events = AuditEvent.objects.filter(chain=name, seq__gt=begun)
    first_kept = events.filter(at__gte=before).aggregate(first=Min("seq"))["first"]
    upto = head.last_seq if first_kept is None else first_kept - 1
    if upto <= begun:
        return
    digest = events.values_list("digest", flat=True).get(seq=upto)
    signed(chain=name, seq=upto, digest=digest, kind=AuditCheckpoint.Kind.PURGE, at=now).save(
        force_insert=True
    )


@transaction.atomic
def _remove_lot(name: str, upto: int) -> int:
    lot = AuditEvent.objects.filter(chain=name, seq__lte=upto).order_by("seq")
    ids = list(lot.values_list("pk", flat=True)[:DELETED_AT_ONCE])
    # Beneath the refusing manager: the database itself lets only stated rows go.
    AuditEvent.objects.filter(pk__in=ids)._raw_delete("default")
    return len(ids)


def anchor_chains(now: datetime) -> None:
    """Sign each chain's newest end once a day, and tell it to the log each time.

    The log leaves this machine: a chain written anew, with its anchors, still disagrees with it.
    """
    for head in AuditChain.objects.order_by("name"):
        logger.info("audit chain %s at %s: %s", head.name or "-", head.last_seq, head.digest)
        last = AuditCheckpoint.objects.filter(chain=head.name).order_by("-seq", "-at").first()
        if last is None or (last.seq < head.last_seq and last.at <= now - ANCHORED_EACH):
            signed(
                chain=head.name,
                seq=head.last_seq,
                digest=head.digest,
                kind=AuditCheckpoint.Kind.ANCHOR,
                at=now,
            ).save(force_insert=True)

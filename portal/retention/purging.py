"""Purges exchanges after their time: here at once, in each desk at its next synchronisation."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from post_office.models import Email

from portal.accounts.models import User
from portal.audit import trail
from portal.audit.models import AuditChain
from portal.audit.purging import anchor_chains, purge_chain
from portal.catalogue.models import Caisse
from portal.messaging.feed import record_change
from portal.messaging.models import Message, Thread, ThreadEvent, ThreadStatus
from portal.retention.holds import not_held
from portal.retention.terms import audit_kept_since, exchanges_kept_since

DELETED_AT_ONCE = 20
"""A lot is one transaction, in which the caisse's other writers wait."""


def forget_by_age(now: datetime) -> None:
    """Purge what is past its time, exchanges and audit trail, of every caisse; anchor the trail."""
    for caisse in Caisse.objects.order_by("pk"):
        purge_exchanges(caisse, now)
    for chain in AuditChain.objects.values_list("name", flat=True):
        purge_chain(chain, audit_kept_since(chain, now), now)
    anchor_chains(now)


def purge_exchanges(caisse: Caisse, now: datetime) -> Counter[str]:
    """Delete a caisse's exchanges whose last act is past the time of retention, with all that
    belongs to them; return how many rows of each table went.

    What a legal hold stands on stays, and so does an exchange that is still open: somebody waits
    for its answer. Every lot is one transaction, told to the feed and, by counts, to the trail.
    """
    old = past_retention(caisse, now)
    removed: Counter[str] = Counter()
    while lot := purge_lot(old, caisse, now, action="exchanges.purged", by=None):
        removed += lot
    return removed


def past_retention(caisse: Caisse, now: datetime) -> "QuerySet[Thread]":
    """Return the exchanges of a caisse that are past their time, those on hold included."""
    before = exchanges_kept_since(caisse.pk, now)
    texts = Message.objects.filter(thread=OuterRef("pk"), at__gte=before)
    acts = ThreadEvent.objects.filter(thread=OuterRef("pk"), at__gte=before)
    return (
        Thread.objects.filter(caisse=caisse, sent_at__lt=before)
        .exclude(status=ThreadStatus.OPEN)
        .exclude(Exists(texts))
        .exclude(Exists(acts))
    )


@transaction.atomic
def purge_lot(
    threads: "QuerySet[Thread]", caisse: Caisse, now: datetime, *, action: str, by: User | None
) -> Counter[str]:
    """Delete some of a caisse's exchanges that no hold stands on; return how many rows went, empty
    when there was nothing left to delete.
    """
    # Locked first, judged under the lock: a hold or a new text may have come meanwhile.
    found = not_held(threads, now).order_by("pk").values_list("pk", flat=True)[:DELETED_AT_ONCE]
    locked = list(
        Thread.objects.select_for_update(of=("self",)).filter(pk__in=list(found)).order_by("pk")
    )
    going = not_held(threads, now).filter(pk__in=[thread.pk for thread in locked])
    lot = [thread for thread in locked if thread.pk in set(going.values_list("pk", flat=True))]
    if not lot:
        return Counter()
    removed = _delete(lot)
    counts: dict[str, Any] = {_code(table): rows for table, rows in removed.items()}
    trail.record(action, actor=by, caisse=caisse, **counts)
    for thread in lot:
        record_change(thread, "purged")
    return removed


def _delete(lot: Sequence[Thread]) -> Counter[str]:
    ids = [thread.pk for thread in lot]
    # The rendered e-mails name people; they hang on the notifications, not below the exchange.
    _, mails = Email.objects.filter(notification__thread__in=ids).delete()
    _, rows = Thread.objects.filter(pk__in=ids).delete()
    return Counter(mails) + Counter(rows)


def _code(table: str) -> str:
    """``messaging.ThreadEvent`` as a code of the trail: ``messaging_threadevent``."""
    return table.replace(".", "_").lower()

"""Which replies somebody has not had on screen yet, and that they have had them."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import transaction

from portal.accounts.models import Adherent
from portal.messaging.feed import record_changes
from portal.messaging.models import Message
from portal.messaging.seen import SeenExchange
from portal.web.models import ReadReply


def unread_replies(reader: Adherent, exchanges: Iterable[SeenExchange]) -> set[int]:
    """The ids of the replies shown in `exchanges` that `reader` has not read."""
    replies = {
        text.pk
        for exchange in exchanges
        for text in exchange.texts
        if text.direction == Message.Direction.OUT
    }
    read = ReadReply.objects.filter(reader=reader, message__in=replies)
    return replies - set(read.values_list("message_id", flat=True))


def mark_read(reader: Adherent, replies: Collection[int], now: datetime) -> None:
    """They have been on the reader's screen. The first instant is the one that is kept.

    Agents are told by their feed. The exchanges' versions stay: what an agent is writing is not
    stale because something was read.
    """
    if replies:
        with transaction.atomic():
            _mark(reader, replies, now)


def _mark(reader: Adherent, replies: Collection[int], now: datetime) -> None:
    ReadReply.objects.bulk_create(
        [ReadReply(message_id=reply, reader=reader, at=now) for reply in replies],
        ignore_conflicts=True,
    )
    touched = Message.objects.filter(pk__in=replies).values_list("thread__caisse_id", "thread_id")
    told: dict[str, set[int]] = {}
    for caisse, thread_id in touched:
        told.setdefault(caisse, set()).add(thread_id)
    for caisse, thread_ids in sorted(told.items()):
        record_changes(caisse, sorted(thread_ids), "read")

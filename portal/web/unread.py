"""Which replies somebody has not had on screen yet."""

from collections.abc import Collection, Iterable
from datetime import datetime

from portal.accounts.models import Adherent
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
    """They have been on the reader's screen. The first instant is the one that is kept."""
    ReadReply.objects.bulk_create(
        [ReadReply(message_id=reply, reader=reader, at=now) for reply in replies],
        ignore_conflicts=True,
    )

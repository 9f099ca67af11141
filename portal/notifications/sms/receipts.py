"""Reads back whether an SMS reached the telephone (the network's delivery report).

The gateway is asked, in signed requests, rather than told by it: its callback goes to an address
that whoever learns it can call, and bears no signature. Once the network has given up, or should
have, nothing more is asked.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from portal.messaging.feed import record_change
from portal.messaging.models import Thread
from portal.notifications.models import Notification, Sms
from portal.notifications.sms.gateway import Fate, Gateway, SmsNotTaken
from portal.notifications.sms.relay import configured_gateway

logger = logging.getLogger(__name__)

BATCH = 20
PAUSES: Final = tuple(timedelta(minutes=each) for each in (4, 25, 150, 540, 780, 1_440))
"""Between two questions; the first is `relay.FIRST_QUESTION` after the hand-over. The network tries
for a day (`ovh.VALID_MINUTES`), and its report may be late: the last is asked after two."""


@dataclass(frozen=True)
class SmsReceipts:
    """Asks after what was handed over; any number of them may work at once."""

    connect: Callable[[], Gateway | None] = configured_gateway

    def run_once(self) -> int:
        """Ask after one batch of what is due; return how many SMS were asked after.

        No failure of a gateway escapes: an SMS is asked after again at its next time.
        """
        if not _due(timezone.now()).exists():
            # Looked at without a lock first: on SQLite an idle reader must not hold up a writer.
            return 0
        gateway = self.connect()
        if gateway is None:
            return 0
        taken = _take()
        try:
            for sms in taken:
                fate = gateway.fate(sms.reference)
                if fate.is_final:
                    _record(sms.pk, fate)
        except SmsNotTaken as failure:
            # The others of this batch have their next time too.
            logger.warning("the SMS gateway does not say what became of an SMS: %s", failure.cause)
        finally:
            gateway.close()
        return len(taken)


def _due(now: datetime) -> QuerySet[Sms]:
    return Sms.objects.filter(ask_at__lte=now).order_by("ask_at", "pk")


def _take() -> list[Sms]:
    """Some due ones; each gets its next time first, so that nobody else asks meanwhile."""
    now = timezone.now()
    with transaction.atomic():
        due = _due(now)
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        taken = list(due[:BATCH])
        for sms in taken:
            sms.ask_at = now + PAUSES[sms.asked] if sms.asked < len(PAUSES) else None
            sms.asked += 1
            sms.save(update_fields=["asked", "ask_at"])
    return taken


def _record(sms_id: int, fate: Fate) -> None:
    """Write the network's last word down, and tell agents of it: the exchange is locked first, as
    an agent's act does.
    """
    with transaction.atomic():
        thread = (
            Thread.objects.select_for_update(no_key=True, of=("self",))
            .filter(notifications__sms__pk=sms_id)
            .first()
        )
        sms = Sms.objects.select_for_update().filter(pk=sms_id).first()
        if sms is None:
            return
        sms.ask_at = None
        sms.save(update_fields=["ask_at"])
        told = sms.notification
        if told is None or told.delivered_at is not None or told.returned_at is not None:
            return
        if fate.cause:
            told.state = Notification.State.FAILED
            told.cause = fate.cause
            told.returned_at = timezone.now()
        else:
            told.delivered_at = timezone.now()
        told.save(update_fields=["state", "cause", "returned_at", "delivered_at"])
        if thread is not None:
            record_change(thread, "notification")
    logger.info("SMS %s: %s", sms_id, fate.cause or "delivered")

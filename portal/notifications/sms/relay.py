"""The sender of SMS: `portal.notifications.relay` for a gateway, any number of senders at once.

1. *Lease* some due rows, and count the lease in each.
2. *Hand over*, outside any transaction. A row that was leased before may have been taken without
   our knowing (its sender died, the answer was lost): the gateway is asked for its reference first.
3. *Record*, in one transaction per SMS.

What cannot be closed: the gateway lists what it has *sent*. An SMS that it took and has not sent
yet when it is asked is offered once more, and the telephone rings twice. The first repeat comes 30
seconds after the failure, the next sender of a dead one 10 minutes after.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from portal.messaging.feed import record_change
from portal.messaging.models import Thread
from portal.notifications.models import Notification, Sms
from portal.notifications.retrying import RetryPolicy
from portal.notifications.sms.gateway import Gateway, SmsNotTaken
from portal.notifications.sms.ovh import OvhGateway
from portal.notifications.sms.reach import sms_account

logger = logging.getLogger(__name__)

BATCH = 20
LEASE = timedelta(minutes=10)
FIRST_QUESTION = timedelta(minutes=1)
"""After it the gateway is asked whether the SMS arrived (`portal.notifications.sms.receipts`)."""
ENOUGH_FOR_ONE = timedelta(minutes=2)
"""Three requests at most, each under its time limits (`portal.notifications.sms.ovh`)."""


def configured_gateway() -> Gateway | None:
    """The gateway of the environment; None when this portal sends no SMS."""
    account = sms_account()
    return None if account is None else OvhGateway(account)


@dataclass(frozen=True)
class SmsRelay:
    """A sender. What is queued while there is no gateway waits for one, until it is too late."""

    retries: RetryPolicy = field(default_factory=RetryPolicy)
    connect: Callable[[], Gateway | None] = configured_gateway

    def run_once(self) -> int:
        """Hand over one batch of what is due; return how many SMS were tried.

        No failure of a gateway escapes: each ends in the state of its SMS.
        """
        gateway = self.connect()
        if gateway is None:
            return 0
        until = timezone.now() + LEASE
        tried = 0
        try:
            leased = _lease(until)
            for sms_id in leased:
                if timezone.now() > until - ENOUGH_FOR_ONE:
                    break
                tried += 1
                failure = self._hand_over(gateway, sms_id, until)
                if failure is not None and failure.concerns_all:
                    # Knocking on with all the others would only prolong a refusal.
                    _put_back(leased[tried:], until, failure.wait or self.retries.first)
                    break
        finally:
            gateway.close()
        return tried

    def _hand_over(self, gateway: Gateway, sms_id: int, until: datetime) -> SmsNotTaken | None:
        sms = Sms.objects.filter(pk=sms_id, state=Sms.State.QUEUED).first()
        if sms is None:
            return None
        try:
            if timezone.now() > sms.not_after:
                raise SmsNotTaken("too_late", permanent=True)
            if sms.leases == 1 or not gateway.has(sms.reference):
                gateway.hand_over(to=sms.to, text=sms.text, reference=sms.reference)
        except SmsNotTaken as failure:
            self._record_failure(sms_id, failure, until)
            return failure
        _record_success(sms_id)
        return None

    def _record_failure(self, sms_id: int, failure: SmsNotTaken, until: datetime) -> None:
        with transaction.atomic():
            thread, sms = _locked(sms_id)
            # Our lease ended meanwhile and another sender took it: its word counts.
            if sms is None or sms.state != Sms.State.QUEUED or sms.due_at != until:
                return
            sms.attempts += 1
            wait = None if failure.permanent else self.retries.wait_after(sms.attempts)
            if wait is None:
                next_try_at = None
                _forget_content(sms, Sms.State.FAILED)
            else:
                next_try_at = timezone.now() + max(wait, failure.wait or wait)
                sms.due_at = next_try_at
            sms.save()
            notification = sms.notification
            if notification is not None:
                notification.state = Notification.State.FAILED
                notification.attempts = sms.attempts
                notification.cause = failure.cause
                notification.next_try_at = next_try_at
                notification.save(update_fields=["state", "attempts", "cause", "next_try_at"])
            if thread is not None:
                record_change(thread, "notification")
        logger.warning(
            "SMS %s not handed over: %s (attempt %s, %s)",
            sms_id,
            failure.cause,
            sms.attempts,
            "given up" if next_try_at is None else "to be tried again",
        )


def _lease(until: datetime) -> list[int]:
    due = Sms.objects.filter(state=Sms.State.QUEUED, due_at__lte=timezone.now())
    due = due.order_by("due_at", "pk")
    if not due.exists():
        # Looked at without a lock first: on SQLite an idle sender must not hold up a writer.
        return []
    with transaction.atomic():
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        leased = list(due.values_list("pk", flat=True)[:BATCH])
        Sms.objects.filter(pk__in=leased).update(due_at=until, leases=F("leases") + 1)
    return leased


def _put_back(untried: list[int], until: datetime, wait: timedelta) -> None:
    Sms.objects.filter(pk__in=untried, state=Sms.State.QUEUED, due_at=until).update(
        due_at=timezone.now() + wait
    )


def _locked(sms_id: int) -> tuple[Thread | None, Sms | None]:
    """Lock an SMS, and before it the exchange that it tells of, as an agent's act does."""
    thread = (
        Thread.objects.select_for_update(no_key=True, of=("self",))
        .filter(notifications__sms__pk=sms_id)
        .first()
    )
    # Not its notification, which is joined by an outer join.
    return thread, Sms.objects.select_for_update().filter(pk=sms_id).first()


def _forget_content(sms: Sms, state: Sms.State) -> None:
    """A code, a number: of no use once nothing will be sent any more."""
    sms.state = state
    sms.to = sms.text = ""


def _record_success(sms_id: int) -> None:
    with transaction.atomic():
        thread, sms = _locked(sms_id)
        if sms is None or sms.state == Sms.State.HANDED_OVER:
            return
        sms.attempts += 1
        _forget_content(sms, Sms.State.HANDED_OVER)
        notification = sms.notification
        if notification is not None:
            sms.ask_at = timezone.now() + FIRST_QUESTION
        sms.save()
        if notification is not None:
            notification.state = Notification.State.HANDED_OVER
            notification.attempts = sms.attempts
            notification.cause = ""
            notification.next_try_at = None
            notification.handed_over_at = timezone.now()
            notification.save(
                update_fields=["state", "attempts", "cause", "next_try_at", "handed_over_at"]
            )
        if thread is not None:
            record_change(thread, "notification")

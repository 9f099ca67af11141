"""The sender: hands queued e-mails over to the mail server, any number of senders at once.

1. *Lease*: in one short transaction, take some due rows by moving their scheduled time forward
   (``SKIP LOCKED`` on PostgreSQL, ``BEGIN IMMEDIATE`` on SQLite). No other sender sees them until
   the lease ends; a sender that dies leaves nothing to clean up.
2. *Hand over*, outside any transaction.
3. *Record*, in one transaction per e-mail: its state, that of its notification or notice, and the
   change in the caisse's feed. The exchange's version does not grow: no agent's reply becomes stale
   by it.

Between the server's acceptance and the record lies a window that nobody can close: a sender that
dies in it, or a connection lost just before the answer, has the e-mail sent once more. It then
carries the same Message-ID, by which mail programs recognise it.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.smtp import EmailBackend
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from post_office.models import STATUS, Email

from portal.accounts.failing import fails, living_at
from portal.notifications.concerned import delivery_of, lock_concerned
from portal.notifications.delivery import Courier, DeliveryError
from portal.notifications.retrying import RetryPolicy
from portal.notifications.returns.envelope import give_tokens

logger = logging.getLogger(__name__)

BATCH = 20
LEASE = timedelta(minutes=10)
"""Long enough that a slow mail server never makes two senders hand the same e-mail over: a batch is
begun with it, and its last hand-over may take three minutes. Short enough beside a promise of 48 h:
what a killed sender held waits for the rest of it, and nobody is told anything wrong meanwhile."""
ENOUGH_FOR_ONE = timedelta(minutes=3)
"""One hand-over has some seven exchanges with the server, each under EMAIL_TIMEOUT (20 s). What
cannot begin with that much lease left is left to the next lease."""


def _smtp_backend() -> EmailBackend:
    backend = get_connection("django.core.mail.backends.smtp.EmailBackend")
    if not isinstance(backend, EmailBackend):
        raise TypeError("the relay speaks SMTP")
    return backend


@dataclass(frozen=True)
class Relay:
    """A sender. Several may run at once, in one process or on several hosts."""

    retries: RetryPolicy = field(default_factory=RetryPolicy)
    connect: Callable[[], EmailBackend] = _smtp_backend

    def run_once(self) -> int:
        """Hand over one batch of what is due; return how many e-mails were tried.

        No failure of a mail server escapes: each ends in the state of its e-mail.
        """
        until = timezone.now() + LEASE
        leased = _lease(until)
        if not leased:
            return 0
        courier = Courier(self.connect())
        try:
            for tried, email_id in enumerate(leased):
                if timezone.now() > until - ENOUGH_FOR_ONE:
                    return tried
                self._hand_over(courier, email_id, until)
        finally:
            courier.close()
        return len(leased)

    def _hand_over(self, courier: Courier, email_id: int, until: datetime) -> None:
        email = Email.objects.filter(pk=email_id).select_related("return_token").first()
        if email is None:
            return
        try:
            courier.hand_over(email)
        except DeliveryError as failure:
            if failure.broken:
                courier.close()
            self._record_failure(email_id, failure, until)
        else:
            _record_success(email_id)

    def _record_failure(self, email_id: int, failure: DeliveryError, until: datetime) -> None:
        with transaction.atomic():
            address = _address_of(email_id) if failure.address_fails else ""
            concerned = lock_concerned(email_id, address)
            email = _locked(email_id)
            # Our lease ended meanwhile and another sender took it: its word counts.
            if email is None or email.status == STATUS.sent or email.scheduled_time != until:
                return
            attempts = (email.number_of_retries or 0) + 1
            wait = None if failure.permanent else self.retries.wait_after(attempts)
            next_try_at = None if wait is None else timezone.now() + wait
            email.number_of_retries = attempts
            email.status = STATUS.failed if next_try_at is None else STATUS.requeued
            email.scheduled_time = next_try_at
            _store(email, "number_of_retries", "status", "scheduled_time")
            if (delivery := delivery_of(email_id)) is not None:
                delivery.note_failure(attempts, failure.cause, next_try_at)
            if failure.address_fails:
                fails(living_at(address), address, timezone.now())
            concerned.tell_agents()
        logger.warning(
            "e-mail %s not handed over: %s (attempt %s, %s)",
            email_id,
            failure.cause,
            attempts,
            "given up" if next_try_at is None else "to be tried again",
        )


def _lease(until: datetime) -> list[int]:
    """Take up to `BATCH` due e-mails for oneself until an instant; return their ids."""
    # What other rooms queue through Django's mail functions has no scheduled time.
    due = Email.objects.filter(
        Q(scheduled_time__lte=timezone.now()) | Q(scheduled_time__isnull=True),
        status__in=[STATUS.queued, STATUS.requeued],
    ).order_by("scheduled_time", "pk")
    if not due.exists():
        # Looked at without a lock first: on SQLite an idle sender must not hold up a writer.
        return []
    with transaction.atomic():
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        leased = list(due.values_list("pk", flat=True)[:BATCH])
        Email.objects.filter(pk__in=leased).update(scheduled_time=until)
        if settings.ENVIRONMENT.returns is not None:
            give_tokens(leased)
    return leased


def _address_of(email_id: int) -> str:
    email = Email.objects.filter(pk=email_id).first()
    return "" if email is None else ",".join(email.to)


def _locked(email_id: int) -> Email | None:
    return Email.objects.select_for_update().filter(pk=email_id).first()


def _store(email: Email, *fields: str) -> None:
    # Not save(): it would check the whole e-mail again, and refuse to record what was sent if
    # the rules for addresses had changed since.
    Email.objects.filter(pk=email.pk).update(
        **{field: getattr(email, field) for field in fields}, last_updated=timezone.now()
    )


def _record_success(email_id: int) -> None:
    with transaction.atomic():
        concerned = lock_concerned(email_id)
        email = _locked(email_id)
        if email is None or email.status == STATUS.sent:
            return
        attempts = (email.number_of_retries or 0) + 1
        email.number_of_retries = attempts
        email.status = STATUS.sent
        _store(email, "number_of_retries", "status")
        if (delivery := delivery_of(email_id)) is not None:
            delivery.note_hand_over(attempts, timezone.now())
        concerned.tell_agents()

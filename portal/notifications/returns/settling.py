"""What a report changes: the notification, the address, and what agents are told of both.

Read twice, a report changes nothing the second time: its e-mail remembers the last word, and a
later word only replaces an earlier one (delayed, then delivered or returned).
"""

import logging
from datetime import datetime

from django.db import transaction
from post_office.models import STATUS, Email

from portal.accounts.failing import fails, living_at, works_again
from portal.notifications.concerned import delivery_of, lock_concerned
from portal.notifications.models import Delivery, ReturnToken
from portal.notifications.returns.causes import DELAYED, cause_of, is_of_the_address
from portal.notifications.returns.report import Report

logger = logging.getLogger(__name__)

Fate = ReturnToken.Fate
_RANK = {"": 0, Fate.DELAYED: 1, Fate.DELIVERED: 2, Fate.RETURNED: 3}


def settle(report: Report, now: datetime) -> bool:
    """Write down what became of an e-mail; return whether this was news.

    A report about no e-mail that is still known (it is older than e-mails are kept, or somebody
    made it up) is no news.
    """
    with transaction.atomic():
        named = ReturnToken.objects.filter(token=report.token).select_related("email").first()
        if named is None:
            logger.warning("a delivery report is about no e-mail that is known here")
            return False
        address = ",".join(named.email.to)
        # In the order of an agent's act and of the relay: exchanges first, then the e-mail.
        concerned = lock_concerned(named.email_id, address)
        email = Email.objects.select_for_update().filter(pk=named.email_id).first()
        named = ReturnToken.objects.filter(token=report.token).first()
        if email is None or named is None or _RANK[named.fate] >= _RANK[report.fate]:
            return False
        named.fate = report.fate
        named.save(update_fields=["fate"])
        _write_down(report, email, address, now)
        concerned.tell_agents()
    logger.info("e-mail %s: %s (%s)", email.pk, report.fate, report.status or "no code")
    return True


def _write_down(report: Report, email: Email, address: str, now: datetime) -> None:
    notification = delivery_of(email.pk)
    if report.fate is Fate.RETURNED:
        cause = cause_of(report.status)
        if report.is_permanent and is_of_the_address(cause):
            fails(living_at(address), address, now)
        if email.status != STATUS.sent:
            # Its hand-over was never confirmed, and it was to be tried again: it had left.
            Email.objects.filter(pk=email.pk).update(status=STATUS.failed, scheduled_time=None)
        if notification is not None:
            notification.state = Delivery.State.FAILED
            notification.cause = cause
            notification.returned_at = now
            notification.next_try_at = None
    elif report.fate is Fate.DELIVERED:
        works_again(living_at(address))
        if notification is not None and notification.cause == DELAYED:
            notification.cause = ""
    elif notification is not None and notification.state == Delivery.State.HANDED_OVER:
        notification.cause = DELAYED
    if notification is not None:
        notification.save(update_fields=["state", "cause", "returned_at", "next_try_at"])

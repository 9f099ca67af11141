"""The monthly report sent to a caisse's supervisors: once a month and caisse, whatever restarts.

The row of the month is written in the transaction that queues its e-mails, and there can be one
only: of two workers the second finds it there, and one that is killed has written nothing.
"""

import logging
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from post_office.models import Email

from portal.accessible_pdf import PdfImpossible
from portal.accounts.models import Agent, Role
from portal.audit import trail
from portal.catalogue.models import Caisse
from portal.notifications.letters import post_letter, render_letter
from portal.proof.measuring import By, judged, prove
from portal.proof.monthly_report import percent, report_of
from portal.proof.months import Month, last_month
from portal.supervision.models import MonthlyReport, ReportMail

logger = logging.getLogger(__name__)

AFTER = timedelta(hours=7)
"""In the morning of the first: supervisors read it when they come."""


def send_due_reports(now: datetime) -> int:
    """Make and queue the reports of the months that are over; return how many were made here."""
    return sum(_settle(caisse, now) for caisse in Caisse.objects.order_by("pk"))


def _settle(caisse: Caisse, now: datetime) -> bool:
    month = last_month(caisse, now - AFTER)
    if MonthlyReport.objects.filter(caisse=caisse, month=str(month)).exists():
        return False
    since, until = month.bounds(caisse)
    if not judged(caisse, since, until, now).exists():
        return False  # a portal that did not serve yet
    total = prove(caisse, since, until, By.MONTH, now).total
    try:
        content = report_of(caisse, month, now)
    except PdfImpossible as error:
        logger.error("the monthly report of %s was not made: %s", caisse.pk, error)
        return False
    try:
        with transaction.atomic():
            report = MonthlyReport.objects.create(
                caisse=caisse,
                month=str(month),
                made_at=now,
                judged=total.judged,
                kept=total.kept,
                content=content,
            )
            sent = sum(_post(report, month, agent) for agent in _supervisors(caisse))
            trail.record(
                "proof.report_sent", actor=None, caisse=caisse, month=str(month), count=sent
            )
    except IntegrityError:
        return False  # another worker was first
    logger.info("the monthly report of %s for %s goes to %s", caisse.pk, month, sent)
    return True


def _supervisors(caisse: Caisse) -> list[Agent]:
    found = Agent.objects.filter(caisse=caisse, role=Role.SUPERVISOR, user__is_active=True)
    return list(found.select_related("user").order_by("pk"))


def _post(report: MonthlyReport, month: Month, agent: Agent) -> bool:
    address = agent.user.email
    try:
        validate_email(address)
    except ValidationError:
        return False
    letter = render_letter(
        "monthly_report",
        caisse=report.caisse,
        month=month.words,
        percent=percent(report.kept * 1000 // report.judged),
        kept=report.kept,
        judged=report.judged,
    )
    email = post_letter(address, letter)
    if email is not None:
        ReportMail.objects.create(report=report, email=email)
    return email is not None


def attached_to(email: Email) -> list[tuple[str, bytes, str]]:
    """What goes with an e-mail: name, content, media type."""
    return [
        (
            f"promesse-{mail.report.caisse_id}-{mail.report.month}.pdf",
            bytes(mail.report.content),
            "application/pdf",
        )
        for mail in ReportMail.objects.filter(email=email).select_related("report")
    ]

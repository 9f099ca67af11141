"""Who is there, and the monthly reports that were made."""

from django.db import models
from django.db.models import F, Q
from post_office.models import Email

from portal.accounts.models import Agent
from portal.catalogue.models import Caisse


class Presence(models.Model):
    """One row an agent, overwritten: when they were there, never what they did (law C3)."""

    agent = models.OneToOneField(
        Agent, on_delete=models.CASCADE, primary_key=True, related_name="presence"
    )
    last_seen_at = models.DateTimeField()
    """To the minute."""

    def __str__(self) -> str:
        return f"presence of agent {self.pk}"


class MonthlyReport(models.Model):
    """The report of one month of a caisse, made once; its figures are those that are published."""

    caisse = models.ForeignKey(Caisse, on_delete=models.CASCADE, related_name="+")
    month = models.CharField(max_length=7)
    """« 2026-10 »."""
    made_at = models.DateTimeField()
    judged = models.PositiveIntegerField()
    kept = models.PositiveIntegerField()
    content = models.BinaryField()
    """The PDF: here, so that whichever worker hands the e-mails over has it."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["caisse", "month"], name="one_report_a_month"),
            models.CheckConstraint(
                condition=Q(judged__gt=0, kept__lte=F("judged")), name="a_report_has_judged_some"
            ),
        ]

    def __str__(self) -> str:
        return f"report of {self.caisse_id} for {self.month}"


class ReportMail(models.Model):
    """An e-mail that carries a report."""

    report = models.ForeignKey(MonthlyReport, on_delete=models.CASCADE, related_name="mails")
    email = models.OneToOneField(Email, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"mail {self.pk} of report {self.report_id}"

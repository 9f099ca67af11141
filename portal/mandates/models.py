"""Procurations (R-ACT-02): a principal lets a proxy act in their name."""

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Adherent

ACCEPT_WITHIN = timedelta(days=30)
"""An offer that nobody accepted lapses: the proxy may be somebody the portal does not know."""


class Scope(models.TextChoices):
    """What a procuration may be for. Account, password and preferences never are."""

    MESSAGES = "messages", _("read and write messages")
    DOCUMENTS = "documents", _("see and send documents")
    APPOINTMENTS = "appointments", _("ask for appointments")


class Mandate(models.Model):
    """A procuration: given, accepted or not, and ended by its date or by either of the two.

    The proxy is None when what the principal typed is nobody's: the offer then looks like any
    other that waits, so that giving a procuration tells nobody who has an account.
    """

    class Notices(models.TextChoices):
        """Who is told by e-mail of what the proxy wrote, and of the replies to it."""

        PRINCIPAL = "principal", _("me only")
        PROXY = "proxy", _("the proxy only")
        BOTH = "both", _("both of us")

    class Party(models.TextChoices):
        PRINCIPAL = "principal"
        PROXY = "proxy"

    class State(models.TextChoices):
        OFFERED = "offered", _("waiting to be accepted")
        LAPSED = "lapsed", _("not accepted in time")
        DECLINED = "declined", _("declined")
        WITHDRAWN = "withdrawn", _("withdrawn before it was accepted")
        COMING = "coming", _("accepted, not begun yet")
        ACTIVE = "active", _("in force")
        ENDED = "ended", _("ended")

    principal = models.ForeignKey(Adherent, on_delete=models.CASCADE, related_name="mandates_given")
    proxy = models.ForeignKey(
        Adherent, on_delete=models.CASCADE, null=True, related_name="mandates_held"
    )
    proxy_name = models.CharField(max_length=120)
    """As the principal typed it."""
    proxy_identifier_masked = models.CharField(max_length=40)
    for_messages = models.BooleanField(default=False)
    for_documents = models.BooleanField(default=False)
    for_appointments = models.BooleanField(default=False)
    notices = models.CharField(max_length=10, choices=Notices.choices)
    starts_on = models.DateField()
    ends_on = models.DateField()
    """The last day, included."""
    given_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=10, choices=Party.choices, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="mandate_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=~Q(principal=F("proxy")), name="nobody_is_their_own_proxy"
            ),
            models.CheckConstraint(
                condition=Q(for_messages=True) | Q(for_documents=True) | Q(for_appointments=True),
                name="a_mandate_is_for_something",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by="")
                | Q(ended_at__isnull=False) & ~Q(ended_by=""),
                name="an_ended_mandate_says_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"mandate {self.pk}"  # never a name

    @property
    def scopes(self) -> list[Scope]:
        """What it is for, in the order of the form."""
        return [scope for scope in Scope if getattr(self, f"for_{scope.value}")]

    def state_on(self, day: date) -> "Mandate.State":
        """Where it stands on a day, by the principal's calendar."""
        if self.ended_at is not None:
            if self.accepted_at is not None:
                return self.State.ENDED
            by_proxy = self.ended_by == self.Party.PROXY
            return self.State.DECLINED if by_proxy else self.State.WITHDRAWN
        if self.accepted_at is None:
            lapsed = day > self.given_at.date() + ACCEPT_WITHIN or day > self.ends_on
            return self.State.LAPSED if lapsed else self.State.OFFERED
        if day > self.ends_on:
            return self.State.ENDED
        return self.State.COMING if day < self.starts_on else self.State.ACTIVE

    def allows(self, scope: Scope | None, day: date) -> bool:
        """Whether the proxy may act on a day, for `scope` or, with None, at all."""
        active = self.state_on(day) == self.State.ACTIVE
        return active and (scope is None or scope in self.scopes)


class MandateAct(models.Model):
    """One act of a proxy, which both see. Never changed once written."""

    class Kind(models.TextChoices):
        MESSAGE_SENT = "message_sent", _("message sent")
        MESSAGE_COMPLETED = "message_completed", _("message completed")
        DOCUMENT_SENT = "document_sent", _("document sent")
        APPOINTMENT_ASKED = "appointment_asked", _("appointment asked for")
        APPOINTMENT_CHOSEN = "appointment_chosen", _("half-day of an appointment chosen")
        APPOINTMENT_WITHDRAWN = "appointment_withdrawn", _("appointment given up")

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="acts")
    kind = models.CharField(max_length=24, choices=Kind.choices)
    reference = models.CharField(max_length=40, blank=True)
    """Of the exchange, the document …"""
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.kind} under {self.mandate_id}"

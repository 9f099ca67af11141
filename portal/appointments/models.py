"""Requests for an appointment, and what agents answered to them (R-CTC-04)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Adherent, Agent
from portal.catalogue.models import Caisse, Sujet
from portal.deadlines.models import Site

REASON_MAX = 500
"""Characters of what an adherent, or an agent, says of an appointment."""


class Half(models.TextChoices):
    """Half of a day."""

    MORNING = "morning", _("morning")
    AFTERNOON = "afternoon", _("afternoon")


class Way(models.TextChoices):
    """How the two meet."""

    PLACE = "place", _("at a place")
    PHONE = "phone", _("by telephone")


class State(models.TextChoices):
    """How far a request is, as the adherent reads it."""

    ASKED = "asked", _("sent, waiting for an answer")
    PROPOSED = "proposed", _("other half-days are proposed to you")
    CONFIRMED = "confirmed", _("confirmed")
    REFUSED = "refused", _("not granted")
    WITHDRAWN = "withdrawn", _("request withdrawn")


SETTLED = (State.REFUSED, State.WITHDRAWN)


class Appointment(models.Model):
    """One request for an appointment, and what became of it."""

    adherent = models.ForeignKey(Adherent, on_delete=models.CASCADE, related_name="appointments")
    caisse = models.ForeignKey(Caisse, on_delete=models.PROTECT, related_name="+")
    written_by = models.ForeignKey(
        Adherent, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """The proxy who asks in the adherent's name (R-ACT-02); None: themselves."""
    submission_key = models.UUIDField()
    """Made with the page: « Envoyer » pressed twice asks once."""
    reference = models.CharField(max_length=24, blank=True)
    """Shown to everybody: ``RDV-2026-000012``."""
    version = models.PositiveIntegerField(default=1)
    """Grows with every change: an agent answers what they have seen."""
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    sujet = models.ForeignKey(
        Sujet, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """What it is about; None for « autre sujet »."""
    theme_label = models.CharField(max_length=200, blank=True)
    sujet_label = models.CharField(max_length=200, blank=True)
    """As they read on the day of asking."""
    way = models.CharField(max_length=5, choices=Way.choices)
    site = models.ForeignKey(
        Site, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """Whose calendar holds; None: the caisse's."""
    place = models.CharField(max_length=250, blank=True)
    """As it read on the day of asking."""
    phone = models.CharField(max_length=20, blank=True)
    """E.164."""
    words = models.CharField(max_length=REASON_MAX, blank=True)
    asked_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    agreed_day = models.DateField(null=True, blank=True)
    agreed_half = models.CharField(max_length=9, choices=Half.choices, blank=True)
    agreed_time = models.TimeField(null=True, blank=True)
    """The hour, where one was said; local time of the caisse."""

    class Meta:
        indexes = [
            models.Index(fields=["adherent", "-asked_at"], name="appointment_recent"),
            models.Index(
                fields=["caisse", "asked_at"],
                name="appointment_open",
                condition=~Q(state__in=SETTLED),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["adherent", "submission_key"], name="appointment_asked_once"
            ),
            models.UniqueConstraint(
                fields=["reference"], condition=~Q(reference=""), name="appointment_reference_once"
            ),
            models.CheckConstraint(
                condition=Q(way=Way.PLACE, phone="") | Q(way=Way.PHONE) & ~Q(phone=""),
                name="an_appointment_by_telephone_has_a_number",
            ),
            models.CheckConstraint(
                condition=Q(agreed_day__isnull=True, agreed_half="", agreed_time__isnull=True)
                | Q(agreed_day__isnull=False) & ~Q(agreed_half=""),
                name="an_agreed_day_has_its_half",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.CONFIRMED) | Q(agreed_day__isnull=False),
                name="a_confirmed_appointment_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return self.reference or f"appointment {self.pk}"

    @property
    def is_settled(self) -> bool:
        """Whether nothing more can be done with it."""
        return self.state in SETTLED


class HalfDay(models.Model):
    """A half-day that the adherent wishes, or that an agent proposed last."""

    class By(models.TextChoices):
        ADHERENT = "adherent"
        AGENT = "agent"

    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, related_name="half_days")
    by = models.CharField(max_length=8, choices=By.choices)
    position = models.PositiveSmallIntegerField()
    """From 1, in order of preference."""
    day = models.DateField()
    half = models.CharField(max_length=9, choices=Half.choices)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["appointment", "by", "day", "half"], name="half_day_named_once"
            ),
            models.UniqueConstraint(
                fields=["appointment", "by", "position"], name="half_day_position_once"
            ),
        ]

    def __str__(self) -> str:
        return f"half-day {self.position} of appointment {self.appointment_id}"


class AppointmentAnswer(models.Model):
    """What an agent answered: the history of a request, and the memory of the answer's key."""

    class Kind(models.TextChoices):
        CONFIRM = "confirm", _("confirmed")
        PROPOSE = "propose", _("other half-days proposed")
        REFUSE = "refuse", _("not granted")

    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, related_name="answers")
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    key = models.UUIDField()
    request_digest = models.CharField(max_length=64)
    version = models.PositiveIntegerField()
    """Of the request, which this answer made."""
    kind = models.CharField(max_length=7, choices=Kind.choices)
    words = models.CharField(max_length=REASON_MAX, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agent", "key"], name="appointment_answered_once"),
            models.UniqueConstraint(
                fields=["appointment", "version"], name="one_answer_per_version"
            ),
            models.CheckConstraint(
                condition=~Q(kind="refuse") | ~Q(words=""), name="a_refusal_has_its_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"answer {self.pk} to appointment {self.appointment_id}"  # never its words

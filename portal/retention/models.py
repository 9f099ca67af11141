"""For how long, what is held back from the purge, and what adherents have asked of their data."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Adherent
from portal.catalogue.models import Caisse
from portal.messaging.models import Thread


class RetentionPolicy(models.Model):
    """One caisse's own times, in months; empty: those of the portal."""

    caisse = models.OneToOneField(
        Caisse,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="retention",
        verbose_name=_("caisse"),
    )
    exchange_months = models.PositiveSmallIntegerField(
        _("exchanges are kept, in months"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
    )
    audit_months = models.PositiveSmallIntegerField(
        _("the audit trail is kept, in months"),
        null=True,
        blank=True,
        validators=[MinValueValidator(6), MaxValueValidator(36)],
    )
    """CNIL 2021-122: 6 to 12 months; up to three years for a documented internal control."""

    class Meta:
        verbose_name = _("times of retention")
        verbose_name_plural = _("times of retention")
        constraints = [
            models.CheckConstraint(
                condition=Q(audit_months__isnull=True) | Q(audit_months__range=(6, 36)),
                name="audit_kept_6_to_36_months",
            ),
            models.CheckConstraint(
                condition=Q(exchange_months__isnull=True) | Q(exchange_months__range=(1, 120)),
                name="exchanges_kept_1_to_120_months",
            ),
        ]

    def __str__(self) -> str:
        return f"retention of {self.caisse_id}"


class LegalHold(models.Model):
    """Exchanges that a dispute needs: neither purged nor erased while it stands (« gel »)."""

    caisse = models.ForeignKey(
        Caisse, on_delete=models.PROTECT, related_name="+", verbose_name=_("caisse")
    )
    thread = models.ForeignKey(
        Thread,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="legal_holds",
        verbose_name=_("exchange"),
    )
    adherent = models.ForeignKey(
        Adherent,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="legal_holds",
        verbose_name=_("adherent"),
    )
    """All exchanges of this person, those to come too."""
    reason = models.CharField(_("reason"), max_length=300)
    until = models.DateField(_("until"), null=True, blank=True)
    """The last day it stands; None until it is lifted."""
    placed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        related_name="+",
        verbose_name=_("placed by"),
    )
    placed_at = models.DateTimeField(_("placed"))
    lifted_at = models.DateTimeField(_("lifted"), null=True, blank=True)

    class Meta:
        verbose_name = _("legal hold")
        verbose_name_plural = _("legal holds")
        constraints = [
            models.CheckConstraint(
                condition=Q(thread__isnull=False, adherent__isnull=True)
                | Q(thread__isnull=True, adherent__isnull=False),
                name="a_hold_is_of_an_exchange_or_an_adherent",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_hold_says_why"),
        ]

    def __str__(self) -> str:
        return f"hold {self.pk}"


class DataRequest(models.Model):
    """An adherent asked for their data, or for their erasure, and what was done (RGPD 15, 17)."""

    class Kind(models.TextChoices):
        ACCESS = "access", _("access")
        ERASURE = "erasure", _("erasure")

    caisse = models.ForeignKey(
        Caisse, on_delete=models.PROTECT, related_name="+", verbose_name=_("caisse")
    )
    adherent = models.ForeignKey(
        Adherent,
        on_delete=models.SET_NULL,
        null=True,
        related_name="data_requests",
        verbose_name=_("adherent"),
    )
    """None once the person is erased: that they asked, and what was done, remains."""
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    exchanges_too = models.BooleanField(_("exchanges too"), default=False)
    """Of an erasure: before their time of retention, because they should not be held."""
    asked_at = models.DateTimeField(_("asked"))
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        related_name="+",
        verbose_name=_("handled by"),
    )
    outcome = models.JSONField(_("outcome"), default=dict)
    """Counts and codes: ``{"erased": {…}, "kept": {…}}``."""

    class Meta:
        verbose_name = _("request of an adherent")
        verbose_name_plural = _("requests of adherents")

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

"""Caisses, and the catalogue: thème → sujet → motif, with the matching online services.

Codes are stable for ever: they travel in the API, in desk's store and in archived exchanges.
Labels may change from one version of the catalogue to the next (R-ACT-03, R-THM-02).
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Profile(models.TextChoices):
    """Who an adherent is (R-ACT-03); the lists of the catalogue depend on it."""

    PARTICULIER = "particulier", _("Private person")
    EXPLOITANT = "exploitant", _("Farmer")
    ENTREPRISE = "entreprise", _("Employer")
    TIERS = "tiers", _("Third party")


class Competence(models.Model):
    """A team's field of work; each theme falls to one."""

    code = models.SlugField(max_length=64, primary_key=True)
    label = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.label


class Caisse(models.Model):
    """A local MSA body. Everything an agent may see belongs to exactly one."""

    code = models.SlugField(max_length=64, primary_key=True)
    name = models.CharField(max_length=120)
    departements = models.JSONField(default=list)
    """``[{"code": "67", "nom": "Bas-Rhin"}, …]``"""
    local_law_departements = models.JSONField(default=list)
    """Codes of the départements with Alsace-Moselle's two more public holidays."""
    site_url = models.URLField(blank=True)
    address = models.CharField(max_length=250, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    medical_service_address = models.CharField(max_length=250, blank=True)
    assistance_phone = models.CharField(max_length=30, blank=True)
    assistance_hours = models.CharField(max_length=200, blank=True)
    timezone = models.CharField(max_length=64, default="Europe/Paris")
    sla_policy = models.CharField(max_length=20, default="calendaire")
    sla_budget_seconds = models.PositiveIntegerField(default=48 * 3600)
    sla_policy_version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return self.name


class CatalogueVersion(models.Model):
    """One import of the catalogue. The newest is in force; messages remember theirs."""

    number = models.PositiveIntegerField(unique=True)
    digest = models.CharField(max_length=64)
    """SHA-256 of the imported file: importing the file in force again makes no new version."""
    imported_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"v{self.number}"


class OnlineService(models.Model):
    """A « service en ligne » (SEL) that may settle the question without a message (R-POP-01)."""

    code = models.SlugField(max_length=100, primary_key=True)
    label = models.CharField(max_length=200)
    rubric = models.CharField(max_length=120)
    profiles = models.JSONField(default=list)
    url = models.URLField(max_length=300)
    note = models.TextField(blank=True)
    active = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.label


class Theme(models.Model):
    """First level of the classification."""

    code = models.SlugField(max_length=100, primary_key=True)
    label = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField()
    profiles = models.JSONField(default=list)
    competence = models.ForeignKey(Competence, on_delete=models.PROTECT, related_name="themes")
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.label


class Sujet(models.Model):
    """Second level. `profiles` and `competence` are stored resolved (inherited where absent)."""

    code = models.SlugField(max_length=100, primary_key=True)
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="sujets")
    label = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField()
    profiles = models.JSONField(default=list)
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.label


class Motif(models.Model):
    """Third level: what the message is about, and which team answers it."""

    code = models.SlugField(max_length=100, primary_key=True)
    sujet = models.ForeignKey(Sujet, on_delete=models.PROTECT, related_name="motifs")
    label = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField()
    profiles = models.JSONField(default=list)
    competence = models.ForeignKey(Competence, on_delete=models.PROTECT, related_name="motifs")
    online_service = models.ForeignKey(
        OnlineService, on_delete=models.PROTECT, null=True, blank=True, related_name="motifs"
    )
    medical = models.BooleanField(default=False)
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.label


class FormerLabel(models.Model):
    """A label of the older generation of the catalogue: archived exchanges still show it.

    Source: contradictions 1 and 2 of the seed documents (requirements A19).
    """

    class Level(models.TextChoices):
        THEME = "theme"
        SUJET = "sujet"
        MOTIF = "motif"

    level = models.CharField(max_length=8, choices=Level.choices)
    code = models.SlugField(max_length=100, blank=True)
    label = models.CharField(max_length=200)
    replaced_by = models.JSONField(default=list)
    """Codes in force, in order; the first is the one shown."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["level", "label"], name="former_label_once_per_level")
        ]

    def __str__(self) -> str:
        return self.label

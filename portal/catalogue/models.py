"""Caisses, and the catalogue: thème → sujet → motif, with the matching online services.

Codes are stable for ever: they travel in the API, in desk's store and in archived exchanges.
Labels may change from one version of the catalogue to the next (R-ACT-03, R-THM-02).
"""

from django.conf import settings
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

    code = models.SlugField(_("code"), max_length=64, primary_key=True)
    label = models.CharField(_("label"), max_length=120)

    class Meta:
        verbose_name = _("competence")
        verbose_name_plural = _("competences")

    def __str__(self) -> str:
        return self.label


class Caisse(models.Model):
    """A local MSA body. Everything an agent may see belongs to exactly one."""

    code = models.SlugField(_("code"), max_length=64, primary_key=True)
    name = models.CharField(_("name"), max_length=120)
    departements = models.JSONField(_("départements"), default=list)
    """``[{"code": "67", "nom": "Bas-Rhin"}, …]``"""
    local_law_departements = models.JSONField(_("départements under local law"), default=list)
    """Codes of the départements with Alsace-Moselle's two more public holidays."""
    site_url = models.URLField(_("public site"), blank=True)
    address = models.CharField(_("address"), max_length=250, blank=True)
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    medical_service_address = models.CharField(
        _("address of the medical service"), max_length=250, blank=True
    )
    assistance_phone = models.CharField(
        _("phone of internet assistance"), max_length=30, blank=True
    )
    assistance_hours = models.CharField(
        _("hours of internet assistance"), max_length=200, blank=True
    )
    timezone = models.CharField(_("time zone"), max_length=64, default="Europe/Paris")
    sla_policy = models.CharField(_("policy of deadlines"), max_length=20, default="calendaire")
    sla_budget_seconds = models.PositiveIntegerField(
        _("time promised, in seconds"), default=48 * 3600
    )
    sla_policy_version = models.PositiveIntegerField(_("version of the policy"), default=1)

    class Meta:
        verbose_name = _("caisse")
        verbose_name_plural = _("caisses")

    def __str__(self) -> str:
        return self.name


class CatalogueVersion(models.Model):
    """One state of the catalogue, by an import or by an edit. The newest is in force; messages
    remember theirs.
    """

    class Source(models.TextChoices):
        FILE = "file", _("imported from a file")
        EDIT = "edit", _("edited in the administration")

    number = models.PositiveIntegerField(_("version"), unique=True)
    digest = models.CharField(max_length=64)
    """SHA-256 of the imported file: importing it again makes no new version; empty for an edit."""
    imported_at = models.DateTimeField(_("in force since"))
    source = models.CharField(
        _("made by"), max_length=4, choices=Source.choices, default=Source.FILE
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("published by"),
    )
    """None: an import."""
    changes = models.JSONField(default=list)
    """What an edit changed: ``[{"kind", "level", "code", "label", "before", "after"}, …]``."""

    class Meta:
        verbose_name = _("version of the catalogue")
        verbose_name_plural = _("versions of the catalogue")
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"v{self.number}"


class EntryLevel(models.TextChoices):
    """What an entry of the catalogue is."""

    THEME = "theme", _("theme")
    SUJET = "sujet", _("sujet")
    MOTIF = "motif", _("motif")
    SERVICE = "service", _("online service")


class CatalogueDraft(models.Model):
    """One entry as the next version would have it. All rows together are the draft; there is one.

    `values` holds what differs from the version in force, so that an import in between keeps what
    nobody edited; all of it for an entry that is new.
    """

    level = models.CharField(max_length=8, choices=EntryLevel.choices)
    code = models.SlugField(max_length=100)
    values = models.JSONField()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["level", "code"], name="one_draft_of_an_entry")
        ]

    def __str__(self) -> str:
        return f"{self.level} {self.code}"


class OnlineService(models.Model):
    """A « service en ligne » (SEL) that may settle the question without a message (R-POP-01)."""

    code = models.SlugField(_("code"), max_length=100, primary_key=True)
    label = models.CharField(_("label"), max_length=200)
    rubric = models.CharField(_("rubric"), max_length=120)
    profiles = models.JSONField(_("profiles"), default=list)
    url = models.URLField(_("address"), max_length=300)
    note = models.TextField(_("note"), blank=True)
    active = models.BooleanField(_("in force"), default=True)

    class Meta:
        verbose_name = _("online service")
        verbose_name_plural = _("online services")

    def __str__(self) -> str:
        return self.label


class Theme(models.Model):
    """First level of the classification."""

    code = models.SlugField(_("code"), max_length=100, primary_key=True)
    label = models.CharField(_("label"), max_length=200)
    position = models.PositiveSmallIntegerField(_("order"))
    profiles = models.JSONField(_("profiles"), default=list)
    competence = models.ForeignKey(
        Competence, on_delete=models.PROTECT, verbose_name=_("competence"), related_name="themes"
    )
    active = models.BooleanField(_("in force"), default=True)

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.label


class Sujet(models.Model):
    """Second level. `profiles` and `competence` are stored resolved (inherited where absent)."""

    code = models.SlugField(_("code"), max_length=100, primary_key=True)
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, verbose_name=_("theme"), related_name="sujets"
    )
    label = models.CharField(_("label"), max_length=200)
    position = models.PositiveSmallIntegerField(_("order"))
    profiles = models.JSONField(_("profiles"), default=list)
    active = models.BooleanField(_("in force"), default=True)

    class Meta:
        verbose_name = _("sujet")
        verbose_name_plural = _("sujets")
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.label


class Motif(models.Model):
    """Third level: what the message is about, and which team answers it."""

    code = models.SlugField(_("code"), max_length=100, primary_key=True)
    sujet = models.ForeignKey(
        Sujet, on_delete=models.PROTECT, verbose_name=_("sujet"), related_name="motifs"
    )
    label = models.CharField(_("label"), max_length=200)
    position = models.PositiveSmallIntegerField(_("order"))
    profiles = models.JSONField(_("profiles"), default=list)
    competence = models.ForeignKey(
        Competence, on_delete=models.PROTECT, verbose_name=_("competence"), related_name="motifs"
    )
    online_service = models.ForeignKey(
        OnlineService,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="motifs",
        verbose_name=_("online service"),
    )
    medical = models.BooleanField(_("medical"), default=False)
    active = models.BooleanField(_("in force"), default=True)

    class Meta:
        verbose_name = _("motif")
        verbose_name_plural = _("motifs")
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
        verbose_name = _("former label")
        verbose_name_plural = _("former labels")
        constraints = [
            models.UniqueConstraint(fields=["level", "label"], name="former_label_once_per_level")
        ]

    def __str__(self) -> str:
        return self.label

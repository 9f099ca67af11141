"""Versions of reply templates. A version is never changed: an edit makes the next one."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.catalogue.models import Caisse
from portal.deadlines.written_once import WrittenOnce


class TemplateVersion(WrittenOnce):
    """One version of one template of a caisse. The newest of a code is in force, unless it is a
    withdrawal; withdrawing is a version too, so who did it and when is kept.
    """

    class Kind(models.TextChoices):
        ANSWER = "answer", _("answer")
        HOLDING = "holding", _("holding reply")

    class Service(models.TextChoices):
        """Which online service a template names (`sel`)."""

        NONE = "", _("none")
        TEMPLATE = "template", _("always the one below")
        MOTIF = "motif", _("the motif’s, else the one below")
        AGENT = "agent", _("the one that the agent chooses")

    caisse = models.ForeignKey(
        Caisse, on_delete=models.PROTECT, related_name="+", verbose_name=_("caisse")
    )
    code = models.SlugField(_("code"), max_length=64)
    number = models.PositiveIntegerField(_("version"))
    position = models.PositiveIntegerField(_("position"))
    title = models.CharField(_("title"), max_length=120)
    category = models.CharField(_("category"), max_length=64)
    themes = models.JSONField(_("themes"), default=list)
    """Codes; ``["*"]``: all of them."""
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices, default=Kind.ANSWER)
    advice = models.TextField(_("advice to the agent"), blank=True)
    service = models.CharField(
        _("online service"), max_length=8, choices=Service.choices, blank=True
    )
    service_code = models.CharField(_("its code"), max_length=64, blank=True)
    fields = models.JSONField(_("fields"), default=list)
    """``[{"name", "label", "type", "required", "choices"}, …]``, as desk reads them."""
    body = models.TextField(_("text"))
    withdrawn = models.BooleanField(_("withdrawn"), default=False)
    created_at = models.DateTimeField(_("made"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("made by"),
    )
    """None: imported with the portal's own collection."""

    class Meta:
        verbose_name = _("version of a reply template")
        verbose_name_plural = _("versions of reply templates")
        ordering = ("caisse", "position", "code", "-number")
        constraints = [
            models.UniqueConstraint(
                fields=["caisse", "code", "number"], name="template_number_once_per_code"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} v{self.number}"

    @property
    def content(self) -> dict[str, Any]:
        """All that an edit may change."""
        return {
            "title": self.title,
            "category": self.category,
            "themes": self.themes,
            "kind": self.kind,
            "advice": self.advice,
            "service": self.service,
            "service_code": self.service_code,
            "fields": self.fields,
            "body": self.body,
        }

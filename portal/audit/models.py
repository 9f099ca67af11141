"""Who did, and who read, what."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.catalogue.models import Caisse


class AuditEvent(models.Model):
    """One act. Holds ids and codes only: no text, no name, no NIR (law C3)."""

    at = models.DateTimeField(_("instant"), db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    caisse = models.ForeignKey(
        Caisse,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("caisse"),
    )
    action = models.CharField(_("act"), max_length=40)
    """``thread.read``, ``thread.claimed``, ``reply.published``, ``nir.unmasked`` …"""
    thread_id = models.BigIntegerField(_("exchange"), null=True, blank=True)
    detail = models.JSONField(_("detail"), default=dict)

    class Meta:
        verbose_name = _("act of the audit trail")
        verbose_name_plural = _("audit trail")

    def __str__(self) -> str:
        return f"{self.action} at {self.at:%Y-%m-%d %H:%M:%S}"

"""Versions of a caisse's texts. A version is never changed: an edit makes the next one."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.catalogue.models import Caisse
from portal.deadlines.written_once import WrittenOnce


class WordingVersion(WrittenOnce):
    """One version of one text of a caisse. The newest is in force, unless it is a withdrawal: then
    the portal's own words are, as before the first version.
    """

    class Text(models.TextChoices):
        MAIL_ACKNOWLEDGEMENT = "mail-accuse", _("e-mail: acknowledgement of a message")
        MAIL_REPLY = "mail-reponse", _("e-mail: a reply is available")
        SMS_ACKNOWLEDGEMENT = "sms-accuse", _("SMS: a message was sent")
        SMS_REPLY = "sms-reponse", _("SMS: a reply is available")

    caisse = models.ForeignKey(
        Caisse, on_delete=models.PROTECT, related_name="+", verbose_name=_("caisse")
    )
    code = models.CharField(_("which text"), max_length=16, choices=Text.choices)
    number = models.PositiveIntegerField(_("version"))
    subject = models.CharField(_("subject"), max_length=160, blank=True)
    """Of an e-mail; an SMS has none."""
    body = models.TextField(_("text"))
    withdrawn = models.BooleanField(_("withdrawn"), default=False)
    created_at = models.DateTimeField(_("made"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("made by"),
    )

    class Meta:
        verbose_name = _("version of a notification's text")
        verbose_name_plural = _("versions of the notifications' texts")
        ordering = ("caisse", "code", "-number")
        constraints = [
            models.UniqueConstraint(
                fields=["caisse", "code", "number"], name="wording_number_once_per_text"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} v{self.number}"

    @property
    def is_sms(self) -> bool:
        return is_sms(self.code)


def is_sms(code: str) -> bool:
    """Whether a text is an SMS's."""
    return code.startswith("sms-")

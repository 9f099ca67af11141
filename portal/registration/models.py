"""The codes that were sent by e-mail or SMS and wait to be typed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class OneTimeCode(models.Model):
    """One code, known by its digest only, for one act, for some minutes and tries.

    Asked for by somebody whom no file matches, it is of no account and no typed code is right; it
    expires and counts tries like any other, so that the pages answer everybody alike.
    """

    class Purpose(models.TextChoices):
        REGISTRATION = "registration", _("registration")
        PASSWORD = "password", _("new password")
        EMAIL = "email", _("new e-mail address")
        PHONE = "phone", _("new mobile number")

    purpose = models.CharField(max_length=12, choices=Purpose.choices)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+"
    )
    email = models.EmailField(blank=True)
    """Where it went: confirmed as the account's address by the right code."""
    phone = models.CharField(max_length=20, blank=True)
    """Or this number, by SMS (E.164)."""
    digest = models.CharField(max_length=64)
    tries_left = models.PositiveSmallIntegerField()
    sendings = models.PositiveSmallIntegerField(default=1)
    expires_at = models.DateTimeField(db_index=True)
    proved_at = models.DateTimeField(null=True)
    """The right code was typed then; what it was for may be done until `expires_at`."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "purpose"],
                condition=models.Q(account__isnull=False),
                name="one_code_per_account_and_purpose",
            )
        ]

    def __str__(self) -> str:
        return f"code {self.pk} for {self.purpose}"  # never the code or the address

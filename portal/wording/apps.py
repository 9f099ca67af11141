"""Django's entry for this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WordingConfig(AppConfig):
    name = "portal.wording"
    label = "wording"
    verbose_name = _("Texts of the notifications")
    default_auto_field = "django.db.models.BigAutoField"

"""Django's entry for this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RetentionConfig(AppConfig):
    name = "portal.retention"
    label = "retention"
    verbose_name = _("Data protection")
    default_auto_field = "django.db.models.BigAutoField"

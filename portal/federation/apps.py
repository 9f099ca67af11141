"""Django's entry for this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FederationConfig(AppConfig):
    name = "portal.federation"
    label = "federation"
    verbose_name = _("Identity federation")
    default_auto_field = "django.db.models.BigAutoField"

"""Django's entry for this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReplyTemplatesConfig(AppConfig):
    name = "portal.reply_templates"
    label = "reply_templates"
    verbose_name = _("Reply templates")
    default_auto_field = "django.db.models.BigAutoField"

"""Django's entry for this room."""

from django.apps import AppConfig


class MessagingConfig(AppConfig):
    name = "portal.messaging"
    label = "messaging"
    default_auto_field = "django.db.models.BigAutoField"

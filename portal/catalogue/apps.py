"""Django's entry for this room."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "portal.catalogue"
    label = "catalogue"
    default_auto_field = "django.db.models.BigAutoField"

"""The REST API that desk speaks, and its OAuth 2.0 authorization server."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ApiConfig(AppConfig):
    name = "portal.api"
    label = "api"

    def ready(self) -> None:
        from portal.api.oauth.client import register_after_migrate

        post_migrate.connect(register_after_migrate, sender=self)

"""The REST API that desk speaks, and its OAuth 2.0 authorization server."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class ApiConfig(AppConfig):
    name = "portal.api"
    label = "api"

    def ready(self) -> None:
        from portal.api.oauth.client import register_after_migrate

        # Django announces only apps with models, which this one lacks; the client is a row of
        # the toolkit's.
        toolkit = apps.get_app_config("oauth2_provider")
        post_migrate.connect(register_after_migrate, sender=toolkit)

"""The REST API that desk speaks, and its OAuth 2.0 authorization server."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "portal.api"
    label = "api"

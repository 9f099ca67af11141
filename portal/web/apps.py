"""Django's entry for this room."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "portal.web"
    label = "web"

    def ready(self) -> None:
        from portal.web.open_sessions import listen

        listen()

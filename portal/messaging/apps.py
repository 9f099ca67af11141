"""Django's entry for this room."""

from typing import TYPE_CHECKING, cast

from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from portal.messaging.shared_changes import SharedChanges


class MessagingConfig(AppConfig):
    name = "portal.messaging"
    label = "messaging"
    verbose_name = _("Messaging")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from portal.messaging.shared_changes import SharedChanges

        self._shared_changes = SharedChanges()

    @classmethod
    def shared_changes(cls) -> "SharedChanges":
        """The pages of the feed that this process has read."""
        return cast(MessagingConfig, apps.get_app_config("messaging"))._shared_changes

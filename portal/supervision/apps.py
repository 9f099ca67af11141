"""Django's entry for this room."""

from typing import TYPE_CHECKING, cast

from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from portal.supervision.open_sets import OpenSets


class SupervisionConfig(AppConfig):
    name = "portal.supervision"
    label = "supervision"
    verbose_name = _("Supervision")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from portal.supervision.open_sets import OpenSets

        self._open_sets = OpenSets()

    @classmethod
    def open_sets(cls) -> "OpenSets":
        """What the boards of this process are counted from."""
        return cast(SupervisionConfig, apps.get_app_config("supervision"))._open_sets

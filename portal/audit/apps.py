"""Django's entry for this room."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from portal.audit.guards import install


class AuditConfig(AppConfig):
    name = "portal.audit"
    label = "audit"
    verbose_name = _("Audit trail")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have the database's guards installed after each migration."""
        post_migrate.connect(install, sender=self, dispatch_uid="audit-guards")

"""Whether this portal is fit to be opened to adherents."""

from django.conf import settings
from django.core import checks
from django.db import DatabaseError, connection

from portal.catalogue.models import CatalogueVersion
from portal.serving.migrations import pending, unknown


def reasons_not_to_serve() -> list[str]:
    """Return what must be settled first, each in one line; empty when fit."""
    reasons = [
        f"{message.id}: {message.msg}"
        for message in checks.run_checks()
        if message.level >= checks.ERROR
    ]
    if not settings.ENVIRONMENT.secret_key:
        reasons.append(
            "PORTAL_SECRET_KEY is not set: set 50 random characters and keep them secret"
        )
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        return [*reasons, f"the database cannot be reached ({type(error).__name__})"]
    newer = unknown()
    lacking = pending()
    if newer:
        reasons.append(f"the database is of a newer version of the portal (it has {newer[0]})")
    elif lacking:
        reasons.append(f"the database lacks {len(lacking)} migrations: run `portal migrate`")
    elif not CatalogueVersion.objects.exists():
        reasons.append("there is no catalogue: run `portal import-catalogue`")
    return reasons

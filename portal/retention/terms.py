"""From which instant on something is too old to be kept."""

from calendar import monthrange
from datetime import datetime

from django.conf import settings

from portal.retention.models import RetentionPolicy


def months_before(instant: datetime, months: int) -> datetime:
    """Return the same day and time so many months earlier, or that month's last day."""
    years, month = divmod(instant.year * 12 + instant.month - 1 - months, 12)
    day = min(instant.day, monthrange(years, month + 1)[1])
    return instant.replace(year=years, month=month + 1, day=day)


def exchanges_kept_since(caisse_code: str, now: datetime) -> datetime:
    """Return the instant before which a caisse's exchanges are purged."""
    own = RetentionPolicy.objects.filter(pk=caisse_code).first()
    months = own.exchange_months if own else None
    return months_before(now, months or settings.ENVIRONMENT.retention_months)


def audit_kept_since(caisse_code: str, now: datetime) -> datetime:
    """Return the instant before which a caisse's acts leave the audit trail. The empty code: those
    of no caisse.
    """
    own = RetentionPolicy.objects.filter(pk=caisse_code).first()
    months = own.audit_months if own else None
    return months_before(now, months or settings.ENVIRONMENT.audit_months)

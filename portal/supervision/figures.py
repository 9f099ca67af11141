"""What each figure of the board counts: one definition for the figure and for its messages.

A window holds what is due from now until its end, both included; late is what was due before now.
A paused message is neither, and is counted as open and as paused.
"""

from datetime import datetime, timedelta
from enum import StrEnum

from django.db.models import Q, QuerySet

from portal.messaging.models import Thread, ThreadStatus
from portal.notifications.models import Notification
from portal.reviews.models import Review


class Figure(StrEnum):
    """The figures, in the order in which they are read."""

    OPEN = "open"
    UNASSIGNED = "unassigned"
    AT_RISK_2H = "at_risk_2h"
    AT_RISK_4H = "at_risk_4h"
    AT_RISK_8H = "at_risk_8h"
    AT_RISK_24H = "at_risk_24h"
    LATE = "late"
    PAUSED = "paused"
    IN_REVIEW = "in_review"
    FAILED_NOTIFICATIONS = "failed_notifications"


WINDOWS = {
    Figure.AT_RISK_2H: timedelta(hours=2),
    Figure.AT_RISK_4H: timedelta(hours=4),
    Figure.AT_RISK_8H: timedelta(hours=8),
    Figure.AT_RISK_24H: timedelta(hours=24),
}
RUNNING = (*WINDOWS, Figure.LATE)
"""What only a clock that runs can be."""


def open_threads(caisse_code: str) -> QuerySet[Thread]:
    """The open exchanges of a caisse, paused ones too."""
    return Thread.objects.filter(caisse=caisse_code, status=ThreadStatus.OPEN)


def unassigned(now: datetime) -> Q:
    """Assigned to nobody, and held by nobody: an ended lease holds nothing."""
    return Q(assigned_to__isnull=True) & (Q(claimed_by__isnull=True) | Q(claim_expires_at__lte=now))


def falls_due(figure: Figure, now: datetime) -> Q:
    """The due instants of a window, or of what is late."""
    if figure is Figure.LATE:
        return Q(due_at__lt=now)
    return Q(due_at__gte=now, due_at__lte=now + WINDOWS[figure])


def with_failed_notification(caisse_code: str) -> QuerySet[Thread]:
    """The exchanges of a caisse, answered or not, that somebody could not be told of."""
    failed = Notification.objects.filter(state=Notification.State.FAILED)
    return Thread.objects.filter(caisse=caisse_code, pk__in=failed.values("thread"))


def in_review(caisse_code: str) -> QuerySet[Thread]:
    """The open exchanges of a caisse whose reply waits for a colleague who is to read it."""
    asked = Review.objects.filter(state=Review.State.ASKED)
    return open_threads(caisse_code).filter(pk__in=asked.values("thread"))


def behind(figure: Figure, caisse_code: str, now: datetime) -> QuerySet[Thread]:
    """The exchanges that a figure counts."""
    if figure is Figure.FAILED_NOTIFICATIONS:
        return with_failed_notification(caisse_code)
    if figure is Figure.IN_REVIEW:
        return in_review(caisse_code)
    threads = open_threads(caisse_code)
    if figure is Figure.UNASSIGNED:
        return threads.filter(unassigned(now))
    if figure is Figure.PAUSED:
        return threads.filter(clock__paused_since__isnull=False)
    if figure in RUNNING:
        return threads.filter(falls_due(figure, now), clock__paused_since__isnull=True)
    return threads

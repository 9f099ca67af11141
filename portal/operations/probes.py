"""``/health/live`` and ``/health/ready``, for whatever restarts processes and sends them requests.

A process without a worker beside it is ready all the same: adherents can write and agents answer,
only e-mails wait. The probe tells it, and the metrics raise the alarm.
"""

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.operations.beats import LATE_SECONDS, seconds_since_a_beat
from portal.serving.migrations import pending


@require_safe
def live(_request: HttpRequest) -> JsonResponse:
    """This process answers. Asks nothing of the database: its absence is no reason to restart."""
    return _told({"status": "alive"}, 200)


@require_safe
def ready(_request: HttpRequest) -> JsonResponse:
    """Whether requests may be sent here: 503 while the database is away or lacks migrations."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        lacking = len(pending())
        since = None if lacking else seconds_since_a_beat(timezone.now())
    except DatabaseError:
        return _told({"status": "not ready", "database": "unreachable"}, 503)
    told = {
        "database": "reachable",
        "migrations": "complete" if not lacking else f"{lacking} missing",
        "worker": "working" if since is not None and since <= LATE_SECONDS else "none",
    }
    if lacking:
        return _told({"status": "not ready", **told}, 503)
    return _told({"status": "ready", **told}, 200)


def _told(content: dict[str, str], status: int) -> JsonResponse:
    response = JsonResponse(content, status=status)
    response["Cache-Control"] = "no-store"
    return response

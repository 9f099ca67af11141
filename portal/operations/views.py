"""``/metrics``: for whoever shows the token, or asks from this machine itself."""

from hmac import compare_digest
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST

from portal.operations.metrics import exposition


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """The metrics; 404 to everybody else, who need not know that they are here."""
    if not _may_read(request):
        return HttpResponse(status=404)
    return HttpResponse(
        exposition(), content_type=CONTENT_TYPE_LATEST, headers={"Cache-Control": "no-store"}
    )


def _may_read(request: HttpRequest) -> bool:
    token = settings.ENVIRONMENT.metrics_token
    if token:
        shown = request.headers.get("Authorization", "").removeprefix("Bearer ")
        return compare_digest(shown.encode(), token.encode())
    # Through a proxy everybody seems to ask from this machine.
    if settings.ENVIRONMENT.reverse_proxies or "X-Forwarded-For" in request.headers:
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False

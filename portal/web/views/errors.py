"""Pages for what goes wrong: each says in French what happened and what to do next."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache

from portal.web import rescue
from portal.web.views import completing

RETRY_AFTER_SECONDS = 30


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the browser sent something no page of ours sends."""
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404. An exchange of somebody else looks the same as one that does not exist."""
    return render(request, "404.html", status=404)


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """429, by allauth's counters of sign-in attempts."""
    return render(request, "429.html", status=429)


@never_cache
def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 when the cause is a database that does not answer.

    Needs neither database nor session: both may be what is broken.
    """
    cause = sys.exc_info()[1]
    if isinstance(cause, OperationalError | InterfaceError):
        response = HttpResponse(render_to_string("503.html"), status=503)
        response["Retry-After"] = str(RETRY_AFTER_SECONDS)
        return response
    return HttpResponse(render_to_string("500.html"), status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose anti-forgery token is not the browser's any more.

    Happens to honest people who signed in again on another page. A message they were writing is
    kept; nothing else of the form is used or shown.
    """
    draft = rescue.keep_posted_text(request)
    if draft is not None:
        return rescue.lead_back(request, draft)
    kept = completing.keep_posted_text(request)
    if kept is not None:
        return kept
    return render(request, "403_csrf.html", status=403)

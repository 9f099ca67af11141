"""What every answer under /api/ carries, whoever made it."""

from collections.abc import Callable
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from portal.api.problems import MEDIA_TYPE, ApiProblem, Problem, respond

PREFIX = "/api/"
TIME_HEADER = "Portal-Time"


def portal_time() -> str:
    """The portal's clock as it travels: RFC 3339, UTC, milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class ApiEnvelopeMiddleware:
    """Outermost, so that it also sees the answers Django makes by itself (a refused host, an
    unknown address, a crash): those become problem documents.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not request.path_info.startswith(PREFIX):
            return response
        if response.status_code >= 400 and not is_problem(response):
            response = as_problem(response)
        response[TIME_HEADER] = portal_time()
        if "Cache-Control" not in response:
            response["Cache-Control"] = "no-store"
        response["X-Content-Type-Options"] = "nosniff"
        if "Content-Disposition" not in response:
            # Opened as a page by mistake or by malice, it is saved and not shown.
            response["Content-Disposition"] = 'attachment; filename="api.json"'
        return response


def is_problem(response: HttpResponseBase) -> bool:
    return response.get("Content-Type", "").startswith(MEDIA_TYPE)


def as_problem(response: HttpResponseBase) -> HttpResponse:
    """The problem document that says what a bare error response said by its status alone."""
    problem = respond(ApiProblem(Problem.for_status(response.status_code)))
    for name in ("Allow", "Retry-After"):
        if name in response:
            problem[name] = response[name]
    return problem

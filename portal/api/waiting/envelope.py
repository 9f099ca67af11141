"""The headers of an answer that Django did not give: those that it would have given."""

from io import BytesIO
from typing import Any

from django.core.handlers.asgi import ASGIRequest
from django.core.handlers.base import BaseHandler
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import ResolverMatch

from portal.api.middleware import TIME_HEADER, portal_time
from portal.api.waiting.request import PATH

ROUTE = "api-v1:changes"
OF_ONE_ANSWER = frozenset({TIME_HEADER, "Content-Length"})


class Envelope(BaseHandler):
    """Asks every middleware, once, what it adds to an answer of ``GET /changes``."""

    def __init__(self, host: str, *, secure: bool) -> None:
        """`host` is one that this portal answers to."""
        super().__init__()
        self.load_middleware()
        scheme = "https" if secure else "http"
        sample = {
            "type": "http",
            "method": "GET",
            "scheme": scheme,
            "path": PATH,
            "query_string": b"",
            "headers": [
                (b"host", host.encode("latin-1")),
                (b"x-forwarded-proto", scheme.encode("ascii")),
            ],
        }
        response = self.get_response(ASGIRequest(sample, BytesIO()))
        self._lasting = [
            (name.encode("ascii"), value.encode("latin-1"))
            for name, value in response.items()
            if name not in OF_ONE_ANSWER
        ]

    def resolve_request(self, request: HttpRequest) -> ResolverMatch:
        """Leads to an empty answer, whatever the address."""
        space, name = ROUTE.split(":")
        match = ResolverMatch(_empty, (), {}, url_name=name, namespaces=[space])
        request.resolver_match = match
        return match

    def headers(self, body: bytes) -> list[tuple[bytes, bytes]]:
        """Return the headers of an answer with this body, as ASGI takes them."""
        return [
            *self._lasting,
            (TIME_HEADER.encode("ascii"), portal_time().encode("ascii")),
            (b"Content-Length", str(len(body)).encode("ascii")),
        ]


def _empty(_request: HttpRequest, *_: Any) -> HttpResponseBase:
    return HttpResponse(b"", content_type="application/json")

"""What a transport speaks HTTP with: requests, its connections, and what it makes of a failure.

A module of its own: `desk.api_client.transport` reads it at the first exchange, on the thread that
makes it. requests and what it needs take as long to read as the first rows take to come.
"""

import http.cookiejar
import importlib.metadata
import time
from collections.abc import Mapping

import requests
from requests.auth import AuthBase

from desk.api_client import timeouts
from desk.api_client.connections import WatchedAdapter
from desk.api_client.errors import Aborted, PortalBroken, PortalError
from desk.api_client.failures import family_of
from desk.api_client.hang_up import HangUp
from desk.api_client.judging import Raw, portal_time
from desk.clock import PortalClock

CHUNK = 64 * 1024
POOL = 8
"""Connections kept open: the request lanes, the feed, one to spare."""


class _Bearer(AuthBase):
    """Sets the token itself: requests would otherwise put a ``.netrc`` password in its place."""

    def __init__(self, token: str | None) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._token is not None:
            request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def user_agent() -> str:
    """``desk/<version>``."""
    try:
        return f"desk/{importlib.metadata.version('msa-desk')}"
    except importlib.metadata.PackageNotFoundError:
        return "desk"


class HttpLine:
    """One session of requests. Thread-safe. Keeps what `Transport` guarantees of connections."""

    def __init__(self, hang_up: HangUp, clock: PortalClock, *, loopback: bool) -> None:
        self._hang_up = hang_up
        self._clock = clock
        self._session = requests.Session()
        # A company's proxy is taken from the environment; it never stands before this machine.
        self._session.trust_env = not loopback
        self._session.cookies.set_policy(http.cookiejar.DefaultCookiePolicy(allowed_domains=[]))
        self._session.headers.update({"User-Agent": user_agent(), "Accept-Language": "fr"})
        adapter = WatchedAdapter(hang_up, POOL)
        self._session.mount("https://", adapter)
        self._session.mount("http://", adapter)

    def close(self) -> None:
        """Let the connections go."""
        self._session.close()

    def exchange(
        self,
        method: str,
        url: str,
        *,
        parameters: Mapping[str, int | str] | None,
        content: bytes | None,
        headers: Mapping[str, str] | None,
        read_timeout_s: float,
        token: str | None,
        most_bytes: int,
    ) -> Raw:
        """See `Transport.exchange`."""
        if self._hang_up.hung_up:
            raise Aborted
        sent_s = self._clock.elapsed()
        try:
            response = self._session.request(
                method,
                url,
                params=dict(parameters) if parameters else None,
                data=content,
                headers=dict(headers) if headers else None,
                timeout=(timeouts.CONNECT, read_timeout_s),
                allow_redirects=False,
                stream=True,
                auth=_Bearer(token),
            )
            received_s = self._clock.elapsed()
            with response:
                body = _read_whole(response, most_bytes)
        except requests.RequestException as error:
            if self._hang_up.hung_up:
                raise Aborted from None
            # `from None`: the original's words hold the address and may hold more.
            raise family_of(error) from None
        except PortalError:
            if self._hang_up.hung_up:
                raise Aborted from None
            raise
        if self._hang_up.hung_up:
            raise Aborted
        told = portal_time(response.headers)
        if told is not None:
            self._clock.observe(told, sent_s, received_s)
        return Raw(response.status_code, response.headers, body)


def _read_whole(response: requests.Response, most_bytes: int) -> bytes:
    deadline = time.monotonic() + timeouts.BODY
    parts = bytearray()
    for chunk in response.iter_content(CHUNK):
        parts += chunk
        if len(parts) > most_bytes:
            raise PortalBroken("too_large", maybe_received=True)
        if time.monotonic() > deadline:
            raise PortalBroken("too_slow", maybe_received=True)
    return bytes(parts)

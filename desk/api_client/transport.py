"""One request to the portal and its answer, or the family of what came instead."""

import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol, TypeVar
from urllib.parse import urlsplit

import msgspec

from desk.api_client import timeouts
from desk.api_client.errors import AGENT_REVOKED, SignInNeeded
from desk.api_client.hang_up import HangUp
from desk.api_client.judging import (
    Answer,
    Raw,
    is_bearer_refusal,
    judge,
    judge_file,
    says_revoked,
)
from desk.clock import PortalClock

if TYPE_CHECKING:
    from desk.api_client.http_line import HttpLine

T = TypeVar("T")

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
MAX_BODY = 64 * 1024 * 1024
"""Bytes. The largest page (2,000 threads with long replies) stays under 20 MB."""


class Tokens(Protocol):
    """Where bearer tokens come from."""

    def access_token(self) -> str:
        """The present token, renewed if it is known to have ended.

        Raises:
            SignInNeeded: there is no session.
            Offline, PortalBroken, Throttled: it had to be renewed and could not be.
        """
        ...

    def renew(self, refused: str) -> str:
        """Another token than `refused`, which the portal no longer takes. Raises as above."""
        ...

    def revoked(self) -> None:
        """The portal says that this agent may not work here any more: the session is over."""
        ...


class InsecureAddress(ValueError):
    """Plain HTTP to another machine: texts and tokens would travel readable."""


class Transport:
    """Speaks HTTP with one portal. Thread-safe.

    Guarantees: TLS checked against the system's trust store, or a loopback address; each request
    has its time limits; no cookie, redirect or ``.netrc`` is followed; every failure is one of the
    families of `desk.api_client.errors`; an answer that is not the portal's is never taken for
    one.
    """

    def __init__(self, base_url: str, clock: PortalClock, tokens: Tokens | None = None) -> None:
        """Raises InsecureAddress for plain HTTP to another machine."""
        parts = urlsplit(base_url)
        self._loopback = parts.hostname in LOOPBACK
        if parts.scheme != "https" and not (parts.scheme == "http" and self._loopback):
            raise InsecureAddress("the portal must be reached by https")
        self.base_url = base_url.rstrip("/")
        self._clock = clock
        self._tokens = tokens
        self._hang_up = HangUp()
        self._line: HttpLine | None = None
        self._line_lock = threading.Lock()

    def abort(self) -> None:
        """Hang up: every request under way, in any thread, ends with `Aborted`, and new ones too.

        Takes effect within `timeouts.ABORT`, except while a name is being resolved.
        """
        self._hang_up.now()

    def resume(self) -> None:
        """Requests are welcome again after `abort`."""
        self._hang_up.reset()

    def close(self) -> None:
        """Hang up for good and let the connections go."""
        self._hang_up.now()
        with self._line_lock:
            if self._line is not None:
                self._line.close()

    def call(
        self,
        method: str,
        path: str,
        shape: type[T],
        *,
        parameters: Mapping[str, int | str] | None = None,
        body: msgspec.Struct | None = None,
        headers: Mapping[str, str] | None = None,
        read_timeout_s: float = timeouts.READ,
        signed_in: bool = True,
    ) -> Answer[T]:
        """Ask the API and decode the answer as `shape`.

        A 401 is answered by one silent renewal of the token and one repetition.

        Raises:
            PortalError: one of its families.
        """
        sent_headers = {"Accept": "application/json", **(headers or {})}
        content: bytes | None = None
        if body is not None:
            content = msgspec.json.encode(body)
            sent_headers["Content-Type"] = "application/json"
        raw = self._asked(
            method,
            path,
            parameters=parameters,
            content=content,
            headers=sent_headers,
            read_timeout_s=read_timeout_s,
            signed_in=signed_in,
        )
        return judge(raw, shape)

    def download(
        self,
        path: str,
        media_type: str,
        parameters: Mapping[str, int | str] | None = None,
        *,
        most_bytes: int | None = None,
    ) -> bytes:
        """A file of the portal, whole, into memory.

        Raises:
            PortalError: one of its families; PortalBroken with ``too_large`` above `most_bytes`,
                with ``content_type`` when it is of another kind than `media_type`.
        """
        raw = self._asked(
            "GET",
            path,
            parameters=parameters,
            headers={"Accept": f"{media_type}, application/json"},
            most_bytes=most_bytes,
        )
        return judge_file(raw, media_type)

    def _asked(
        self,
        method: str,
        path: str,
        *,
        parameters: Mapping[str, int | str] | None = None,
        content: bytes | None = None,
        headers: Mapping[str, str],
        read_timeout_s: float = timeouts.READ,
        signed_in: bool = True,
        most_bytes: int | None = None,
    ) -> Raw:
        """What comes back, once the token was renewed where that was needed."""
        tokens = self._tokens if signed_in else None
        token = None if tokens is None else tokens.access_token()
        for last in (False, True):
            raw = self.exchange(
                method,
                self.base_url + path,
                parameters=parameters,
                content=content,
                headers=headers,
                read_timeout_s=read_timeout_s,
                token=token,
                most_bytes=most_bytes,
            )
            if raw.status != 401 or tokens is None or token is None:
                break
            if says_revoked(raw):
                tokens.revoked()
                raise SignInNeeded(AGENT_REVOKED)
            if last or not is_bearer_refusal(raw):
                break
            token = tokens.renew(token)
        return raw

    def exchange(
        self,
        method: str,
        url: str,
        *,
        parameters: Mapping[str, int | str] | None = None,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        read_timeout_s: float = timeouts.READ,
        token: str | None = None,
        most_bytes: int | None = None,
    ) -> Raw:
        """One request, unjudged except for what broke on the way; the clock learns from it.

        Raises:
            Offline, PortalBroken, Aborted.
        """
        return self._line_to_portal().exchange(
            method,
            url,
            parameters=parameters,
            content=content,
            headers=headers,
            read_timeout_s=read_timeout_s,
            token=token,
            most_bytes=MAX_BODY if most_bytes is None else most_bytes,
        )

    def _line_to_portal(self) -> "HttpLine":
        with self._line_lock:
            if self._line is None:
                from desk.api_client.http_line import HttpLine

                self._line = HttpLine(self._hang_up, self._clock, loopback=self._loopback)
            return self._line

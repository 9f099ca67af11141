"""The calls of the API, typed. `docs/openapi.json` is the contract."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, TypeVar

import msgspec

from desk import wire
from desk.api_client import timeouts
from desk.api_client.errors import PortalBroken
from desk.api_client.judging import Answer
from desk.api_client.transport import Transport

T = TypeVar("T")

API = "/api/v1"


class Health(msgspec.Struct, frozen=True):
    """Answer of ``GET /health``."""

    status: str
    version: str = ""


class Portal:
    """The portal as desk sees it. Every method raises `PortalError` families, nothing else."""

    def __init__(self, transport: Transport) -> None:
        self.transport = transport

    def health(self) -> Health:
        """Whether the portal is there. Needs no sign-in."""
        return _value(self.transport.call("GET", f"{API}/health", Health, signed_in=False))

    def me(self) -> wire.Me:
        """Who is signed in."""
        return _value(self.transport.call("GET", f"{API}/me", wire.Me))

    def catalogue(self, etag: str | None) -> tuple[wire.Catalogue, str | None] | None:
        """The catalogue and its ETag; None when it is still the one of `etag`."""
        headers = {"If-None-Match": etag} if etag else {}
        answer = self.transport.call("GET", f"{API}/catalogue", wire.Catalogue, headers=headers)
        if answer.status == 304:
            return None
        return _value(answer), answer.etag

    def templates(self, etag: str | None) -> tuple[wire.ReplyTemplates, str | None] | None:
        """The caisse's reply templates and their ETag; None when they are still those of `etag`."""
        headers = {"If-None-Match": etag} if etag else {}
        address, kind = f"{API}/templates", wire.ReplyTemplates
        answer = self.transport.call("GET", address, kind, headers=headers)
        if answer.status == 304:
            return None
        return _value(answer), answer.etag

    def changes(self, since: int, limit: int, wait_s: int, feed: str = "") -> wire.ChangesPage:
        """What changed after `since` in `feed` (empty: not known yet); waits up to `wait_s` seconds
        for the first change.

        Raises:
            CursorExpired: the portal no longer keeps that, or the cursor is of another database.
        """
        return _value(
            self.transport.call(
                "GET",
                f"{API}/changes",
                wire.ChangesPage,
                parameters={"since": since, "limit": limit, "wait": wait_s, "feed": feed},
                read_timeout_s=timeouts.POLL_READ if wait_s else timeouts.READ,
            )
        )

    def snapshot(self, after: int, limit: int) -> wire.SnapshotPage:
        """The threads whose ids follow `after`."""
        return _value(
            self.transport.call(
                "GET",
                f"{API}/snapshot",
                wire.SnapshotPage,
                parameters={"after": after, "limit": limit},
            )
        )

    def thread(self, thread_id: int) -> wire.Thread:
        """One thread; the portal records that it was read."""
        return _value(self.transport.call("GET", f"{API}/threads/{thread_id}", wire.Thread))

    def exchanges(self, adherent_id: int) -> list[wire.Thread]:
        """What the adherent and the caisse wrote in 36 months; the portal records the reading."""
        path = f"{API}/adherents/{adherent_id}/exchanges"
        return _value(self.transport.call("GET", path, wire.AdherentExchanges)).threads

    def deadline(self, thread_id: int) -> wire.Deadline:
        """Why the thread is due when it is due, by the rules it was given."""
        path = f"{API}/threads/{thread_id}/deadline"
        return _value(self.transport.call("GET", path, wire.Deadline))

    def documents(self, thread_id: int) -> wire.Deposits:
        """All that the thread's adherent has deposited; the portal records that it was listed."""
        path = f"{API}/threads/{thread_id}/documents"
        return _value(self.transport.call("GET", path, wire.Deposits))

    def document(self, thread_id: int, file: wire.DepositedFile, most_bytes: int) -> bytes:
        """A deposited file; the portal records that it was read.

        Raises:
            PortalBroken: with ``too_large``, it has more than `most_bytes`.
        """
        path = f"{API}/threads/{thread_id}/documents/{file.id}/content"
        return self.transport.download(path, file.media_type, most_bytes=most_bytes)

    def claim(self, thread_id: int, seen_version: int) -> wire.Thread:
        """Take the thread, or renew one's lease on it."""
        return self._conditional("claim", thread_id, seen_version)

    def release(self, thread_id: int, seen_version: int) -> wire.Thread:
        """Give the lease up."""
        return self._conditional("release", thread_id, seen_version)

    def publish(
        self,
        thread_id: int,
        kind: Literal["answer", "holding"],
        text: str,
        key: str,
        seen_version: int,
        confirmed: Sequence[wire.WarningKind] = (),
    ) -> wire.PublishedReply | None:
        """Publish a reply under `key`; the same key always gets the first answer. None: it was
        published, and the exchange has left the agent's caisse since.
        """
        answer = self.transport.call(
            "POST",
            f"{API}/threads/{thread_id}/replies",
            wire.PublishedReply,
            body=wire.ReplyRequest(kind=kind, text=text, confirmed_warnings=list(confirmed)),
            headers={"Idempotency-Key": key, "If-Match": f'"{seen_version}"'},
        )
        return None if answer.status == 204 else _value(answer)

    def act(
        self,
        path: str,
        key: str,
        seen_version: int | None,
        body: msgspec.Struct | None = None,
        *,
        method: str = "POST",
    ) -> wire.Thread | None:
        """Do something to an exchange under `key`; the same key always gets the same outcome.

        `path`: below ``/threads/``: ``12/close``. `seen_version`: None for what depends on no
        version (a note). Returns the thread as it now is, None when it is no longer this caisse's.
        """
        headers = {"Idempotency-Key": key}
        if seen_version is not None:
            headers["If-Match"] = f'"{seen_version}"'
        answer = self.transport.call(
            method, f"{API}/threads/{path}", wire.Thread, body=body, headers=headers
        )
        return None if answer.status == 204 else _value(answer)

    def drafts(self) -> list[wire.Draft]:
        """The copies of one's own drafts."""
        return _value(self.transport.call("GET", f"{API}/drafts", wire.Drafts)).drafts

    def save_draft(
        self, thread_id: int, text: str, device: str, revision: int | None
    ) -> wire.Draft:
        """Keep a copy of a draft in place of `revision` (None: there is none yet).

        Raises:
            Stale: another PC has saved another one; `problem.current_draft` is it.
        """
        seen = {"If-None-Match": "*"} if revision is None else {"If-Match": f'"{revision}"'}
        return _value(
            self.transport.call(
                "PUT",
                f"{API}/threads/{thread_id}/draft",
                wire.Draft,
                body=wire.DraftRequest(text=text, device=device),
                headers=seen,
            )
        )

    def discard_draft(self, thread_id: int, revision: int) -> None:
        """Remove the copy, if it still is `revision`. Raises Stale as `save_draft`."""
        self.transport.call(
            "DELETE",
            f"{API}/threads/{thread_id}/draft",
            wire.Draft,
            headers={"If-Match": f'"{revision}"'},
        )

    def set_absence(self, until: datetime | None) -> wire.Me:
        """Say until when the agent is away (aware); None: back again."""
        body = wire.AbsenceRequest(until)
        return _value(self.transport.call("PUT", f"{API}/me/absence", wire.Me, body=body))

    def unmask(self, thread_id: int) -> wire.Identifier:
        """The adherent's whole identifier; the portal records who asked."""
        path = f"{API}/threads/{thread_id}/unmask-identifier"
        return _value(self.transport.call("POST", path, wire.Identifier))

    def _conditional(self, verb: str, thread_id: int, seen_version: int) -> wire.Thread:
        return _value(
            self.transport.call(
                "POST",
                f"{API}/threads/{thread_id}/{verb}",
                wire.Thread,
                headers={"If-Match": f'"{seen_version}"'},
            )
        )


def _value(answer: Answer[T]) -> T:
    if answer.value is None:  # a 304 that nobody asked for
        raise PortalBroken("undecodable", maybe_received=True)
    return answer.value

"""What can come back instead of an answer, sorted into families; the family decides what to do.

| family             | what it means                            | what callers do             |
|--------------------|------------------------------------------|-----------------------------|
| `Offline`          | nobody was reached, nothing came back    | keep, wait, try again       |
| `SignInNeeded`     | the portal wants the agent to sign in    | park, ask once, replay      |
| `Refused`          | the portal understood and says no        | give it back to its author  |
| `Stale`            | … because the thread has changed         | show both, the author picks |
| `ClaimedOrAnswered`| … because a colleague has it or answered | the same                    |
| `CursorExpired`    | … because the cursor is too old          | begin again by a snapshot   |
| `Throttled`        | later, please                            | wait as long as asked       |
| `PortalBroken`     | an error, or not the portal at all       | keep, wait, tell            |
| `Aborted`          | we hung up                               | nothing                     |
"""

from desk.wire import Problem, Thread


class PortalError(Exception):
    """Root of the families.

    `code` is stable, for logs and translations; no text of anybody is ever in it.
    `maybe_received` is False only when the portal surely did nothing with the request.
    """

    def __init__(self, code: str, *, maybe_received: bool) -> None:
        super().__init__(code)
        self.code = code
        self.maybe_received = maybe_received


class Offline(PortalError):
    """No answer. `code`: ``no_network`` (this PC has no way out), ``dns``, ``unreachable``,
    ``connect_timeout``, ``timeout``, ``cut``; ``proxy`` (cannot be reached), ``proxy_refused``.
    """


AGENT_REVOKED = "agent-revoked"
"""The portal's word, in a problem's type and at the token endpoint, for one whose access was taken
away."""


class SignInNeeded(PortalError):
    """The session is over (a silent renewal has been tried), or there is none.

    `code` is `AGENT_REVOKED` when this agent may not work here any more.
    """

    def __init__(self, code: str = "sign_in_needed") -> None:
        super().__init__(code, maybe_received=False)


class Refused(PortalError):
    """A problem document of the portal. `code` is the end of its type: ``text-too-long``."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.type.rsplit(":", 1)[-1], maybe_received=False)
        self.problem = problem

    @property
    def current(self) -> Thread | None:
        """The thread as it now is, when the portal sent it."""
        return self.problem.current


class Stale(Refused):
    """412: the thread is not at the version last seen."""


class ClaimedOrAnswered(Refused):
    """409: a colleague's lease is running, or the thread is no longer open."""


class CursorExpired(Refused):
    """410: the changes since this cursor are no longer kept."""


class Throttled(PortalError):
    """429 or 503 of the portal itself: it did nothing, and says when to come back."""

    def __init__(self, code: str, retry_after_s: float) -> None:
        super().__init__(code, maybe_received=False)
        self.retry_after_s = retry_after_s


class PortalBroken(PortalError):
    """Something answered, but not as the portal does.

    `code`: ``status_500`` (any 5xx); ``redirect`` and ``captive_portal`` (a network that wants to
    be signed in to: RFC 8910, or a page in place of the answer); ``not_the_portal`` (no clock, no
    problem document), ``content_type``, ``undecodable``, ``truncated``, ``too_large``,
    ``too_slow``; ``certificate``, ``certificate_expired``, ``certificate_name``,
    ``certificate_authority``, ``tls``.
    """


class Aborted(PortalError):
    """`Transport.abort` was called."""

    def __init__(self) -> None:
        super().__init__("aborted", maybe_received=True)

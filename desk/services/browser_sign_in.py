"""The sign-in itself: the agent's own browser, and a listener that waits for it (RFC 8252)."""

import secrets
import threading
from collections.abc import Callable

from desk.api_client import oauth, timeouts
from desk.api_client.errors import Offline, PortalError, Refused, SignInNeeded
from desk.api_client.transport import Transport


class SignInFailed(Exception):
    """`code`: ``browser``, ``timeout`` or ``cancelled``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def sign_in(
    transport: Transport,
    open_url: Callable[[str], bool],
    cancelled: threading.Event,
    *,
    ask_who: bool,
) -> tuple[oauth.TokenAnswer, oauth.Metadata]:
    """Open the browser at the portal and wait for its answer: only for a worker.

    `ask_who`: nobody is signed in here, so the agent whom the browser still knows from before may
    be another one than who sits there now.

    Raises:
        SignInFailed: nobody came back.
        SignInRefused, PortalError: the portal says no, or does not answer.
    """
    # Python's own web server, which no start without a sign-in needs to read and keep.
    from desk.api_client.loopback import LoopbackListener

    metadata = oauth.discover(transport)
    pkce, state = oauth.Pkce.new(), secrets.token_urlsafe(32)
    with LoopbackListener(state) as listener:
        redirect_uri = listener.redirect_uri
        address = oauth.authorization_url(metadata, redirect_uri, state, pkce, ask_who=ask_who)
        if not open_url(address):
            raise SignInFailed("browser")
        redirection = listener.wait(timeouts.SIGN_IN, cancelled)
    if redirection is None:
        raise SignInFailed("cancelled" if cancelled.is_set() else "timeout")
    code = oauth.code_of(redirection, state, metadata)
    return oauth.exchange_code(transport, metadata, code, redirect_uri, pkce), metadata


def code_of(error: PortalError) -> str:
    """What `Session.failed` says of an error of the portal."""
    if isinstance(error, Offline):
        return "offline"
    if isinstance(error, Refused) and error.code == "not-an-agent":
        return "not_an_agent"
    if isinstance(error, SignInNeeded | Refused):
        return "refused"
    if error.code in ("not_the_portal", "redirect"):
        return "not_the_portal"
    return "portal_error"

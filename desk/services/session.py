"""Who is signed in, and how they come and go."""

import logging
import secrets as random_secrets
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from sqlalchemy import Connection

from desk import wire
from desk.api_client import oauth, timeouts
from desk.api_client.errors import Aborted, Offline, PortalError, Refused, SignInNeeded, Throttled
from desk.api_client.loopback import LoopbackListener
from desk.api_client.portal import Portal
from desk.api_client.transport import Transport
from desk.models import meta
from desk.models.rescue import open_or_replace
from desk.models.store import Store
from desk.services.lanes import Lanes
from desk.services.last_agent import LastAgent
from desk.services.secrets import Secrets, SecretsUnavailable
from desk.services.tokens import TokenKeeper
from desk.settings import Settings

log = logging.getLogger(__name__)


class Session(QObject):
    """Signs the agent in and out, and opens the store that is theirs.

    Network and keyring are only ever asked from workers; all signals are emitted on this object's
    thread. The store of the last agent is opened by `restore` without waiting for the portal, so
    that reading and drafting work offline.
    """

    signed_in = Signal(object)
    """`wire.Me`: this agent's store is (being) put behind the lanes. Emitted again when the portal
    describes the same agent anew, and after a renewed sign-in."""

    signed_out = Signal()
    """Nobody: emitted before the store is closed, so that what is unsaved can still be."""

    sign_in_needed = Signal()
    """The session has ended; the agent's store stays open."""

    failed = Signal(str)
    """A sign-in came to nothing: ``browser`` (could not be opened), ``refused``, ``timeout``,
    ``offline``, ``portal_error``, ``not_the_portal``, ``not_an_agent``, ``cancelled``."""

    secrets_not_kept = Signal(str)
    """The keyring is ``absent``, ``locked``, ``hanging`` or ``broken``: the session is kept in
    memory and the agent signs in again at the next start."""

    store_replaced = Signal(object)
    """The agent's store was damaged: this path (a `Path`) holds it, a new one is being filled, and
    what could be read of drafts and outbox is in it."""

    _ended = Signal()
    _not_kept = Signal(str)
    _sign_in_over = Signal(object)

    def __init__(
        self,
        settings: Settings,
        lanes: Lanes,
        transport: Transport,
        secrets: Secrets,
        open_url: Callable[[str], bool],
        parent: QObject | None = None,
    ) -> None:
        """`transport` carries no tokens. `open_url` is called on a worker; False: no browser."""
        super().__init__(parent)
        self._settings = settings
        self._lanes = lanes
        self._transport = transport
        self._secrets = secrets
        self._open_url = open_url
        self._last_agent = LastAgent(settings)
        self._me: wire.Me | None = None
        self._store_of: str | None = None
        self._told_not_kept = False
        self._cancelled = threading.Event()
        self._signing_in: threading.Thread | None = None
        # Bound methods of this object: the calls are queued to its thread.
        self._ended.connect(self._on_ended)
        self._not_kept.connect(self._on_not_kept)
        self._sign_in_over.connect(self._on_sign_in_over)
        self.tokens = TokenKeeper(transport, secrets, self._ended.emit, self._not_kept.emit)
        self._portal: Portal | None = None

    def use(self, portal: Portal) -> None:
        """The portal asked who is signed in; its transport takes its tokens from `tokens`."""
        self._portal = portal

    @property
    def me(self) -> wire.Me | None:
        """The signed-in agent; also offline, from the store. None when nobody is."""
        return self._me

    @property
    def is_signing_in(self) -> bool:
        """The browser is open, an answer is awaited."""
        return self._signing_in is not None

    # -- coming back ------------------------------------------------------------------------------

    def restore(self) -> None:
        """Begin where the last run ended: `signed_in`, `sign_in_needed` or `signed_out` follows."""
        self._lanes.http(self._read_last, self._on_last_read)

    def _read_last(self) -> tuple[str | None, str | None, str | None]:
        agent = self._last_agent.read()
        if agent is None:
            return None, None, None
        try:
            return agent, self._secrets.get(agent), None
        except SecretsUnavailable as error:
            return agent, None, error.code

    def _on_last_read(self, found: tuple[str | None, str | None, str | None]) -> None:
        agent, refresh_token, trouble = found
        if self._me is not None or self._signing_in is not None:
            return  # the agent was quicker
        if agent is None:
            self.signed_out.emit()
            return
        if trouble is not None:
            self._on_not_kept(trouble)
        if refresh_token is not None:
            self.tokens.restore(refresh_token, agent)
        self._open_store(agent)
        self._lanes.query(meta.me, self._on_me_from_store)

    def _on_me_from_store(self, me: wire.Me | None) -> None:
        if self._signing_in is not None or self._store_of is None:
            return
        if me is not None and self._me is None:
            self._me = me
            self.signed_in.emit(me)
        if not self.tokens.has_session:
            self.sign_in_needed.emit()
            return
        assert self._portal is not None  # noqa: S101 - `use` is called by the composition root
        self._lanes.http(self._portal.me, self._on_me, self._on_me_failed)

    def _on_me(self, me: wire.Me) -> None:
        if self._store_of != self._settings.agent_digest(me.login):
            # Signed out, or another agent, while the answer travelled.
            return
        changed = me != self._me
        self._me = me
        self._remember(me)
        if changed:
            self.signed_in.emit(me)

    def _on_me_failed(self, error: Exception) -> None:
        if isinstance(error, SignInNeeded | Aborted):
            return  # told by `sign_in_needed`, or nobody is left to be told
        if self._me is None:
            self.failed.emit(_code_of(error))
        # Otherwise the agent is known from the store, and the synchronisation tells the rest.

    # -- signing in -------------------------------------------------------------------------------

    def sign_in(self) -> None:
        """Open the browser at the portal. Ends in `signed_in` or `failed`, within five minutes."""
        if self._signing_in is not None:
            return
        self._cancelled = threading.Event()
        self._signing_in = threading.Thread(
            target=self._sign_in_on_worker, args=(self._cancelled,), name="sign-in", daemon=True
        )
        self._signing_in.start()

    def cancel_sign_in(self) -> None:
        """Close the listener; `failed` with ``cancelled`` follows."""
        self._cancelled.set()

    def _sign_in_on_worker(self, cancelled: threading.Event) -> None:
        outcome: wire.Me | str
        try:
            outcome = self._sign_in(cancelled)
        except oauth.SignInRefused as error:
            outcome = "refused" if error.code in ("state", "issuer") else error.code
        except PortalError as error:
            outcome = "cancelled" if isinstance(error, Aborted) else _code_of(error)
        except Exception as error:  # noqa: BLE001 - handed to the crash hook, and the wait is ended
            self._lanes.report(error)
            outcome = "portal_error"
        self._sign_in_over.emit(outcome)

    def _sign_in(self, cancelled: threading.Event) -> wire.Me | str:
        metadata = oauth.discover(self._transport)
        pkce, state = oauth.Pkce.new(), random_secrets.token_urlsafe(32)
        with LoopbackListener(state) as listener:
            redirect_uri = listener.redirect_uri
            url = oauth.authorization_url(metadata, redirect_uri, state, pkce)
            if not self._open_url(url):
                return "browser"
            redirection = listener.wait(timeouts.SIGN_IN, cancelled)
        if redirection is None:
            return "cancelled" if cancelled.is_set() else "timeout"
        code = oauth.code_of(redirection, state, metadata)
        answer = oauth.exchange_code(self._transport, metadata, code, redirect_uri, pkce)
        self.tokens.adopt(answer, metadata)
        assert self._portal is not None  # noqa: S101 - `use` is called by the composition root
        me = self._portal.me()
        agent = self._settings.agent_digest(me.login)
        self.tokens.keep_for(agent)
        try:
            self._last_agent.write(agent)
        except OSError as error:
            log.warning("who signed in cannot be remembered: %s", type(error).__name__)
        return me

    @Slot(object)
    def _on_sign_in_over(self, outcome: wire.Me | str) -> None:
        self._signing_in = None
        if isinstance(outcome, str):
            log.info("sign-in came to nothing: %s", outcome)
            self.failed.emit(outcome)
            return
        agent = self._settings.agent_digest(outcome.login)
        if self._me is not None and self._store_of != agent:
            # Another agent takes the place: the first one's work is put away first.
            self.signed_out.emit()
        self._me = outcome
        self._open_store(agent)
        self._remember(outcome)
        self.signed_in.emit(outcome)

    # -- leaving ----------------------------------------------------------------------------------

    def sign_out(self) -> None:
        """Put the store away, forget the session here, and end it at the portal if it answers.

        Drafts and what waits in the outbox stay in the store for the agent's return.
        """
        self.cancel_sign_in()
        self._me = None
        self._store_of = None
        self.signed_out.emit()
        self._lanes.close_store()
        self._lanes.http(self._forget_and_revoke)

    def _forget_and_revoke(self) -> None:
        token = self.tokens.end()
        try:
            self._last_agent.forget()
        except OSError as error:
            log.warning("the last agent cannot be forgotten: %s", type(error).__name__)
        if token is None:
            return
        try:
            self.tokens.revoke(token)
        except (PortalError, oauth.SignInRefused) as error:
            # Nothing keeps the token any more; at the portal it ends by itself.
            log.warning("the session could not be revoked at the portal: %s", error.code)

    def close(self) -> None:
        """The application ends: nothing more is awaited."""
        self._cancelled.set()
        thread = self._signing_in
        if thread is not None:
            thread.join(timeouts.ABORT)

    # -- within -----------------------------------------------------------------------------------

    def _open_store(self, agent: str) -> None:
        if self._store_of == agent:
            return
        self._store_of = agent
        path = self._settings.store_file(agent)
        self._lanes.open_store(lambda: self._opened(path))

    def _opened(self, path: Path) -> Store:
        """On the writer's lane."""
        store, aside = open_or_replace(path)
        if aside is not None:
            self.store_replaced.emit(aside)
        return store

    def _remember(self, me: wire.Me) -> None:
        def job(conn: Connection) -> tuple[None, None]:
            meta.set_me(conn, me)
            return None, None

        self._lanes.write(job)

    @Slot()
    def _on_ended(self) -> None:
        if self._me is not None or self._store_of is not None:
            self.sign_in_needed.emit()

    @Slot(str)
    def _on_not_kept(self, code: str) -> None:
        if not self._told_not_kept:  # once a run is enough
            self._told_not_kept = True
            self.secrets_not_kept.emit(code)


def _code_of(error: Exception) -> str:
    if isinstance(error, Offline):
        return "offline"
    if isinstance(error, Refused) and error.code == "not-an-agent":
        return "not_an_agent"
    if isinstance(error, SignInNeeded | Refused):
        return "refused"
    if isinstance(error, Throttled):
        return "portal_error"
    if isinstance(error, PortalError) and error.code in ("not_the_portal", "redirect"):
        return "not_the_portal"
    return "portal_error"

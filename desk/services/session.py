"""Who is signed in, and how they come and go."""

import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from sqlalchemy import Connection

from desk import wire
from desk.api_client.errors import AGENT_REVOKED, Aborted, PortalError, SignInNeeded
from desk.api_client.portal import Portal
from desk.api_client.transport import Transport
from desk.models import meta
from desk.models.errors import StoreError, StoreUnavailable
from desk.models.store import Store
from desk.services import store_leaving
from desk.services.agent_finder import AgentFinder, FoundAgent
from desk.services.browser_sign_in import code_of, sign_in
from desk.services.key_choice import KeyChoice
from desk.services.lanes import Lanes
from desk.services.last_agent import LastAgent
from desk.services.secrets import Secrets
from desk.services.sign_in_attempt import SignInAttempt
from desk.services.store_key import KeyPlace, StoreKey, StoreKeys
from desk.services.tokens import TokenKeeper
from desk.settings import Settings

REOPEN_MS = 5_000
"""Between two tries to open a store that the disk refuses."""

log = logging.getLogger(__name__)


class Session(QObject):
    """Signs the agent in and out, and opens the store that is theirs.

    Network and keyring are only ever asked from workers; all signals are emitted on this object's
    thread. The store of the last agent is opened by `restore` without waiting for the portal, so
    that reading and drafting work offline. Nobody is signed in before the key of their store is
    known: without a keyring, after `use_passphrase` or `use_memory_only`.
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

    key_choice_needed = Signal(str)
    """The agent's store waits for them to say how it is opened: ``passphrase`` (it has one, to be
    typed), or the keyring is ``absent``, ``locked``, ``hanging`` or ``broken``, or the disk refuses
    what was chosen (``disk_full``, ``read_only``, ``unavailable``). Answered by `use_passphrase`,
    `use_memory_only`, `retry_keyring` or `sign_out`."""

    passphrase_wrong = Signal(str)
    """``wrong`` or ``too_short`` (a new one has at least `passphrase.SHORTEST` characters): the
    choice is still open."""

    wiped = Signal(bool)
    """The agent left, and this PC's copy is erased as they wished; True: unsent work stays."""
    wipe_failed = Signal(str)
    """A store could not be wiped, or not wholly (the code of a `StoreError`): it is encrypted, and
    still there."""

    revoked = Signal()
    """The portal says that this agent may not work here any more: their store is being removed,
    with its key. `signed_out` follows, then, where it applies, `unsent_removed`."""

    unsent_removed = Signal(int)
    """So many texts went with a revoked agent's store of which the portal has no copy (drafts that
    were copied there stay there). Not emitted for none."""

    _ended = Signal(str)
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
        *,
        asks_for_key: bool = False,
    ) -> None:
        """`transport` carries no tokens. `open_url` is called on a worker; False: no browser.

        `asks_for_key`: somebody answers `key_choice_needed`. Otherwise a store without a keyring
        lasts for this session only, which `secrets_not_kept` has told.
        """
        super().__init__(parent)
        self._settings = settings
        self._lanes = lanes
        self._transport = transport
        self._open_url = open_url
        self._last_agent = LastAgent(settings)
        self._keys = StoreKeys(settings, secrets)
        self._finder = AgentFinder(self._keys, secrets, self._last_agent, asks_for_key=asks_for_key)
        self._choice = KeyChoice(
            self._keys,
            lanes,
            self._go_on,
            self.key_choice_needed.emit,
            self.passphrase_wrong.emit,
        )
        self._me: wire.Me | None = None
        self._key: StoreKey | None = None
        self._told_not_kept = False
        self._attempt = SignInAttempt[FoundAgent](self._sign_in_over.emit, lanes.report)
        # Bound methods of this object: the calls are queued to its thread.
        lanes.store_failed.connect(self._on_store_failed)
        self._reopening = QTimer(self)
        self._reopening.setSingleShot(True)
        self._reopening.setInterval(REOPEN_MS)
        self._reopening.timeout.connect(self._reopen)
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
        return self._attempt.is_under_way

    # -- coming back ------------------------------------------------------------------------------

    def restore(self) -> None:
        """Begin where the last run ended: `signed_in`, `sign_in_needed` or `signed_out` follows."""
        self._lanes.http(self._finder.last, self._on_last_read)

    def _on_last_read(self, found: FoundAgent | None) -> None:
        if self._me is not None or self.is_signing_in or self._choice.waiting is not None:
            return  # the agent was quicker
        if found is None:
            self.signed_out.emit()
            return
        if found.trouble is not None:
            self._on_not_kept(found.trouble)
        if found.refresh_token is not None:
            self.tokens.restore(found.refresh_token, found.agent)
        self._go_on(found)

    # -- the key of the store ---------------------------------------------------------------------

    @property
    def key_place(self) -> KeyPlace | None:
        """Where the key of the open store is kept; None while no store is open."""
        return None if self._key is None else self._key.place

    def use_passphrase(self, typed: str) -> None:
        """Answer to `key_choice_needed`: the store's passphrase, or the one it shall have.

        The store is opened, or `passphrase_wrong` follows, within about a second.
        """
        self._choice.use_passphrase(typed)

    def use_memory_only(self) -> None:
        """Answer to `key_choice_needed`: what is done in this session is kept nowhere; a store
        that is there already stays as it is, unread."""
        self._choice.use_memory_only()

    def retry_keyring(self) -> None:
        """Answer to `key_choice_needed`: the keyring has been unlocked, it is asked once more."""
        self._choice.retry_keyring()

    def _go_on(self, found: FoundAgent) -> None:
        """With the key: open the store. Without: ask for it first."""
        if self._me is not None and self._store_of != found.agent:
            # Another agent takes the place: the first one's work is put away first.
            self._me = None
            self._key = None
            self.signed_out.emit()
            self._lanes.close_store()
        if found.key is None:
            self._choice.ask(found)
            return
        self._open_store(found.key)
        if found.me is None:
            self._lanes.query(meta.me, self._on_me_from_store)
            return
        self._me = found.me
        self._remember(found.me)
        self.signed_in.emit(found.me)

    def _on_me_from_store(self, me: wire.Me | None) -> None:
        if self.is_signing_in or self._store_of is None:
            return
        if me is not None and self._me is None:
            self._me = me
            self.signed_in.emit(me)
        if not self.tokens.has_session:
            self.sign_in_needed.emit()
            return
        self._lanes.http(self._asked_of().me, self.described, self._on_me_failed)

    @Slot(object)
    def described(self, me: wire.Me) -> None:
        """The portal describes the signed-in agent anew; `signed_in` follows when that changes
        anything.
        """
        if self._store_of != self._settings.agent_digest(me.login):
            # Signed out, or another agent, while the answer travelled.
            return
        changed = me != self._me
        self._me = me
        self._remember(me)
        if changed:
            self.signed_in.emit(me)

    def _asked_of(self) -> Portal:
        if self._portal is None:
            raise RuntimeError("the composition root calls `use` before anything is asked")
        return self._portal

    def _on_me_failed(self, error: Exception) -> None:
        if isinstance(error, SignInNeeded | Aborted):
            return  # told by `sign_in_needed`, or nobody is left to be told
        if self._me is None:
            self.failed.emit(code_of(error) if isinstance(error, PortalError) else "portal_error")
        # Otherwise the agent is known from the store, and the synchronisation tells the rest.

    # -- signing in -------------------------------------------------------------------------------

    def sign_in(self) -> None:
        """Open the browser at the portal. Ends in `signed_in` or `failed`, within five minutes."""
        if self.is_signing_in:
            return
        ask_who = self._me is None
        self._attempt.begin(lambda cancelled: self._sign_in(cancelled, ask_who))

    def cancel_sign_in(self) -> None:
        """Close the listener; `failed` with ``cancelled`` follows."""
        self._attempt.cancel()

    def _sign_in(self, cancelled: threading.Event, ask_who: bool) -> FoundAgent:
        """On the attempt's thread."""
        answer, metadata = sign_in(self._transport, self._open_url, cancelled, ask_who=ask_who)
        self.tokens.adopt(answer, metadata)
        me = self._asked_of().me()
        agent = self._settings.agent_digest(me.login)
        self.tokens.keep_for(agent)
        present = self._key
        if present is not None and present.agent == agent:
            return FoundAgent(agent, me, present)
        return self._finder.signed_in(agent, me)

    @Slot(object)
    def _on_sign_in_over(self, outcome: FoundAgent | str) -> None:
        self._attempt.ended()
        if isinstance(outcome, str):
            log.info("sign-in came to nothing: %s", outcome)
            self.failed.emit(outcome)
            return
        self._go_on(outcome)

    # -- leaving ----------------------------------------------------------------------------------

    def sign_out(self, wipe: bool = False) -> None:
        """Put the store away, forget the session here, and end it at the portal if it answers.

        Drafts and what waits in the outbox stay in the store for the agent's return. `wipe`:
        nothing else does; where nothing waits, the store goes with its key.
        """
        self.cancel_sign_in()
        key = self._key
        if wipe:
            self._put_away(lambda store: self._wipe(store, key))
        else:
            self._put_away(lambda store: store_leaving.keep(self._keys, store, key))
        self._lanes.http(self.tokens.end_everywhere)

    def _put_away(self, leave: Callable[[Store | None], None]) -> None:
        self._me = self._key = None
        self._choice.forget()
        self.signed_out.emit()
        self._lanes.close_store(lambda store: self._leave(store, leave))

    def _leave(self, store: Store | None, leave: Callable[[Store | None], None]) -> None:
        """On the writer's lane: after whatever opened the store, so that the last word is this."""
        try:
            leave(store)
        except StoreError as error:
            log.warning("a store could not be wiped: %s", error.code)
            self.wipe_failed.emit(error.code)
        finally:
            self._forget_last()

    def _wipe(self, store: Store | None, key: StoreKey | None) -> None:
        left = store_leaving.wipe(self._keys, store, key)
        if left is not None:
            self.wiped.emit(left)

    def _remove(self, store: Store | None, agent: str) -> None:
        only_here = store_leaving.remove(self._keys, store, agent)
        if only_here:
            log.warning("%s unsent texts were removed with the store", only_here)
            self.unsent_removed.emit(only_here)

    def _forget_last(self) -> None:
        try:
            self._last_agent.forget()
        except OSError as error:
            log.warning("the last agent cannot be forgotten: %s", type(error).__name__)

    def close(self) -> None:
        """The application ends: nothing more is awaited."""
        self._attempt.close()

    # -- within -----------------------------------------------------------------------------------

    @Slot(object)
    def _on_store_failed(self, error: StoreError) -> None:
        """Told by the lanes; a disk that has room again, or is there again, needs no restart."""
        if isinstance(error, StoreUnavailable):
            self._reopening.start()

    @Slot()
    def _reopen(self) -> None:
        key = self._key
        if key is not None:
            self._lanes.open_store(lambda: self._opened(key))

    @property
    def _store_of(self) -> str | None:
        return None if self._key is None else self._key.agent

    def _open_store(self, key: StoreKey) -> None:
        if self._store_of == key.agent:
            return
        self._key = key
        self._lanes.open_store(lambda: self._opened(key))

    def _opened(self, key: StoreKey) -> Store:
        """On the writer's lane."""
        store, aside = self._keys.open(key)
        if aside is not None:
            self.store_replaced.emit(aside)
        try:
            # Without a store that is kept there is nothing to come back to.
            if key.is_kept and self._last_agent.read() != key.agent:
                self._last_agent.write(key.agent)
        except OSError as error:
            log.warning("who signed in cannot be remembered: %s", type(error).__name__)
        return store

    def _remember(self, me: wire.Me) -> None:
        def job(conn: Connection) -> tuple[None, None]:
            meta.set_me(conn, me)
            return None, None

        self._lanes.write(job)

    @Slot(str)
    def _on_ended(self, code: str) -> None:
        present = self._key or self._choice.waiting
        if code == AGENT_REVOKED and present is not None:
            agent = present.agent
            log.warning("this agent may not work here any more: the store is removed")
            self.revoked.emit()
            self._put_away(lambda store: self._remove(store, agent))
            return
        if self._me is not None or self._store_of is not None:
            self.sign_in_needed.emit()

    @Slot(str)
    def _on_not_kept(self, code: str) -> None:
        if not self._told_not_kept:  # once a run is enough
            self._told_not_kept = True
            self.secrets_not_kept.emit(code)

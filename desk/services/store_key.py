"""Which key opens an agent's store, and where it is kept.

| way        | key                                            | what stays on the disk           |
|------------|------------------------------------------------|----------------------------------|
| keyring    | random, in the system's keyring                | the encrypted store              |
| passphrase | random, wrapped by what the agent types        | the store and the wrapped key    |
| session    | random, in this process's memory               | nothing once the store is closed |
"""

import contextlib
import logging
import secrets as random_secrets
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from desk.models import rescue
from desk.models.errors import StoreUnavailable, code_of_refusal
from desk.models.store import Store, remove_files
from desk.services import passphrase
from desk.services.secrets import Secrets, SecretsUnavailable
from desk.settings import Settings

KEY_BYTES = 32
WRAPPED = "key.json"
SESSION_ONLY = "session-"

log = logging.getLogger(__name__)


class KeyPlace(StrEnum):
    """Where a store's key is kept."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 - the way, not the words
    SESSION = "session"


class KeyChoiceNeeded(Exception):
    """The agent must say how the store is opened.

    `code`: ``absent``, ``locked``, ``hanging`` or ``broken`` (the keyring), or ``passphrase``: the
    store has one already, only the agent knows it.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class StoreKey:
    """What opens one agent's store."""

    agent: str
    place: KeyPlace
    path: Path
    key: bytes = field(repr=False)

    @property
    def is_kept(self) -> bool:
        """Whether the store outlives this run."""
        return self.place is not KeyPlace.SESSION


class StoreKeys:
    """Finds, makes and forgets the keys of this portal's stores. Thread-safe; every method may
    wait for the keyring, the disk or scrypt: only for workers.
    """

    def __init__(self, settings: Settings, secrets: Secrets) -> None:
        self._settings = settings
        self._secrets = secrets

    def find(self, agent: str) -> StoreKey:
        """The key in the keyring, made there at the first time.

        Raises:
            KeyChoiceNeeded: the agent is to be asked.
        """
        if self._wrapped(agent).exists():
            raise KeyChoiceNeeded("passphrase")
        try:
            return self._of(agent, KeyPlace.KEYRING, self._from_keyring(agent))
        except SecretsUnavailable as error:
            raise KeyChoiceNeeded(error.code) from None

    def find_again(self, agent: str) -> StoreKey:
        """As `find`, also when the keyring has hung before: the agent has mended it."""
        self._secrets.trust_again()
        return self.find(agent)

    def with_passphrase(self, agent: str, typed: str) -> StoreKey:
        """The key that `typed` unwraps, or, the first time, a new one that it wraps.

        A store whose key is in a keyring that does not answer is set aside, unharmed; what its
        agent wrote comes back when the keyring does (`bring_back`).

        Raises:
            WrongPassphrase, PassphraseTooShort: to be typed again.
            StoreUnavailable: the disk refuses.
        """
        wrapped = self._wrapped(agent)
        try:
            if wrapped.exists():
                key = passphrase.unwrap(wrapped, typed)
            else:
                passphrase.check(typed)
                key = random_secrets.token_bytes(KEY_BYTES)
                if self.has_kept_store(agent):
                    rescue.set_aside(self._settings.store_file(agent), "locked")
                passphrase.wrap(wrapped, key, typed)
        except OSError as error:
            raise StoreUnavailable(code_of_refusal(error)) from error
        return self._of(agent, KeyPlace.PASSPHRASE, key)

    def for_this_session(self, agent: str) -> StoreKey:
        """A key that nobody keeps, for a store that goes when it is closed."""
        path = self._settings.store_file(agent)
        return StoreKey(
            agent,
            KeyPlace.SESSION,
            path.with_name(f"{SESSION_ONLY}{random_secrets.token_hex(4)}.sqlite3"),
            random_secrets.token_bytes(KEY_BYTES),
        )

    def open(self, key: StoreKey) -> tuple[Store, Path | None]:
        """Open the store; where it is damaged, a new one, and where the damaged one now is.

        Raises StoreTooNew, StoreUnavailable.
        """
        store, aside = rescue.open_or_replace(key.path, key.key, ephemeral=not key.is_kept)
        if key.is_kept:
            self._bring_back(key, store)
        return store, aside

    def forget(self, agent: str) -> None:
        """What this agent's store was written with is nowhere any more."""
        with contextlib.suppress(OSError):
            self._wrapped(agent).unlink(missing_ok=True)
        try:
            self._secrets.delete(_account(agent))
        except SecretsUnavailable as error:
            log.warning("the key of a removed store stays in the keyring (%s)", error.code)

    def remove_leftovers(self) -> None:
        """Remove the stores of sessions that a crash or a power cut left behind.

        Nobody has their keys: they are unreadable already.
        """
        for path in (self._settings.data / "stores").glob(f"*/{SESSION_ONLY}*.sqlite3"):
            try:
                remove_files(path)
            except OSError as error:
                log.warning("a left store cannot be removed: %s", type(error).__name__)

    def folder(self, agent: str) -> Path:
        """Where this agent's store is, with what was set aside."""
        return self._settings.store_file(agent).parent

    def has_kept_store(self, agent: str) -> bool:
        """Whether this agent left a store here that outlives a run."""
        return self._settings.store_file(agent).exists()

    def _from_keyring(self, agent: str) -> bytes:
        account = _account(agent)
        kept = _key_in(self._secrets.get(account))
        if kept is not None:
            return kept
        made = random_secrets.token_bytes(KEY_BYTES)
        self._secrets.set(account, made.hex())
        # A store whose key is not really kept would be lost with all that is written into it.
        if _key_in(self._secrets.get(account)) != made:
            raise SecretsUnavailable("broken")
        return made

    def _bring_back(self, key: StoreKey, store: Store) -> None:
        for aside in sorted(key.path.parent.glob(f"locked-*-{key.path.name}")):
            try:
                other = _key_in(self._secrets.get(_account(key.agent)))
            except SecretsUnavailable:
                return
            if other is None or not rescue.is_readable(aside, other):
                return
            carried = rescue.carry_over(aside, other, store)
            log.info("a store that was locked is readable again; %s rows carried over", carried)
            remove_files(aside)

    def _wrapped(self, agent: str) -> Path:
        return self._settings.store_file(agent).with_name(WRAPPED)

    def _of(self, agent: str, place: KeyPlace, key: bytes) -> StoreKey:
        return StoreKey(agent, place, self._settings.store_file(agent), key)


def _account(agent: str) -> str:
    return f"store-{agent}"


def _key_in(secret: str | None) -> bytes | None:
    try:
        key = bytes.fromhex(secret or "")
    except ValueError:
        return None
    return key if len(key) == KEY_BYTES else None

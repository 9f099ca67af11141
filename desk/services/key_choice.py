"""How a store is opened that has no key in a keyring: asked of its agent, and waited for."""

from collections.abc import Callable

from msgspec.structs import replace

from desk.models.errors import StoreError
from desk.services.agent_finder import FoundAgent
from desk.services.lanes import Lanes
from desk.services.passphrase import PassphraseTooShort, WrongPassphrase
from desk.services.store_key import KeyChoiceNeeded, StoreKey, StoreKeys


class KeyChoice:
    """One agent at most waits. An answer that comes after they have left is nobody's.

    The keyring and the costly passphrase are asked on a worker; the functions given are called on
    the lanes' own thread.
    """

    def __init__(
        self,
        keys: StoreKeys,
        lanes: Lanes,
        chosen: Callable[[FoundAgent], None],
        needed: Callable[[str], None],
        wrong: Callable[[str], None],
    ) -> None:
        """`chosen` gets the agent with their key; `needed` the reason why there is a choice to
        make, `wrong` what is the matter with a passphrase: see the session's signals.
        """
        self._keys = keys
        self._lanes = lanes
        self._chosen = chosen
        self._needed = needed
        self._wrong = wrong
        self.waiting: FoundAgent | None = None
        """Whose store is to be opened."""

    def ask(self, found: FoundAgent) -> None:
        """This agent has to choose."""
        self.waiting = found
        self._needed(found.no_key)

    def forget(self) -> None:
        """They have left."""
        self.waiting = None

    def use_passphrase(self, typed: str) -> None:
        """The store's passphrase, or the one it shall have."""
        self._choose(lambda agent: self._keys.with_passphrase(agent, typed))

    def use_memory_only(self) -> None:
        """A key for this session."""
        self._choose(self._keys.for_this_session)

    def retry_keyring(self) -> None:
        """The keyring is asked once more."""
        self._choose(self._keys.find_again)

    def _choose(self, choice: Callable[[str], StoreKey]) -> None:
        waiting = self.waiting
        if waiting is None:
            return

        def chosen(key: StoreKey) -> None:
            if self.waiting is waiting:
                self.waiting = None
                self._chosen(replace(waiting, key=key))

        def failed(error: Exception) -> None:
            if self.waiting is not waiting:
                return
            if isinstance(error, WrongPassphrase | PassphraseTooShort):
                self._wrong("wrong" if isinstance(error, WrongPassphrase) else "too_short")
            elif isinstance(error, KeyChoiceNeeded | StoreError):
                self._needed(error.code)
            else:
                self._lanes.report(error)

        self._lanes.http(lambda: choice(waiting.agent), chosen, failed)

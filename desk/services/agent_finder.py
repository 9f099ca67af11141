"""What a worker finds out about an agent before their store can be opened."""

import msgspec

from desk import wire
from desk.services.last_agent import LastAgent
from desk.services.secrets import Secrets, SecretsUnavailable
from desk.services.store_key import KeyChoiceNeeded, StoreKey, StoreKeys


class FoundAgent(msgspec.Struct, frozen=True):
    """An agent with the key of their store, or why there is none."""

    agent: str
    me: wire.Me | None
    """None when a last session comes back: the store says who it is."""
    key: StoreKey | None = None
    no_key: str = ""
    refresh_token: str | None = None
    trouble: str | None = None
    """Why the keyring did not give the refresh token."""


class AgentFinder:
    """Asks disk and keyring: only for a worker."""

    def __init__(
        self, keys: StoreKeys, secrets: Secrets, last_agent: LastAgent, *, asks_for_key: bool
    ) -> None:
        """`asks_for_key`: somebody can be asked how a store without a key is opened. Otherwise it
        lasts for this session only.
        """
        self._keys = keys
        self._secrets = secrets
        self._last_agent = last_agent
        self._asks_for_key = asks_for_key

    def last(self) -> FoundAgent | None:
        """Who worked here last, with their session; None: nobody, or they signed out. What an
        earlier end left lying is removed.
        """
        self._keys.remove_leftovers()
        agent = self._last_agent.read()
        if agent is None:
            return None
        refresh_token, trouble = None, None
        try:
            refresh_token = self._secrets.get(agent)
        except SecretsUnavailable as error:
            trouble = error.code
        return self._with_key(agent, None, refresh_token, trouble)

    def signed_in(self, agent: str, me: wire.Me) -> FoundAgent:
        """Whom the portal has just named."""
        return self._with_key(agent, me, None, None)

    def _with_key(
        self, agent: str, me: wire.Me | None, refresh_token: str | None, trouble: str | None
    ) -> FoundAgent:
        key, no_key = None, ""
        try:
            key = self._keys.find(agent)
        except KeyChoiceNeeded as needed:
            no_key = needed.code
            if not self._asks_for_key:
                key = self._keys.for_this_session(agent)
        return FoundAgent(agent, me, key, no_key, refresh_token, trouble)

"""The tokens of one session: renewed once for everybody, saved before they are used."""

import logging
import threading
import time
from collections.abc import Callable

from desk.api_client import oauth
from desk.api_client.errors import (
    AGENT_REVOKED,
    Offline,
    PortalBroken,
    PortalError,
    SignInNeeded,
)
from desk.api_client.transport import Transport
from desk.services.secrets import Secrets, SecretsUnavailable

REFRESH_TRIES = 3
"""A renewal whose answer is lost is asked again at once with the same refresh token: the portal
takes it again for a short while (two minutes) after it has spent it."""

MARGIN_S = 10.0
"""Renew this long before the end, so that no request leaves with a token that dies on the way."""

log = logging.getLogger(__name__)


class TokenKeeper:
    """Implements `desk.api_client.transport.Tokens`. Thread-safe.

    Guarantees: of any number of threads that find the token refused, one renews it and the others
    wait for the result; a new refresh token is in the keyring before the access token that came
    with it is used; no token is ever logged or shown.
    """

    def __init__(
        self,
        transport: Transport,
        secrets: Secrets,
        ended: Callable[[str], None],
        not_kept: Callable[[str], None],
    ) -> None:
        """`transport` carries no tokens. `ended`: the session is over (`SignInNeeded.code`);
        `not_kept`: the keyring refused (a reason code). Both are called from whichever thread
        found out.
        """
        self._transport = transport
        self._secrets = secrets
        self._ended = ended
        self._not_kept = not_kept
        self._lock = threading.Lock()
        self._metadata: oauth.Metadata | None = None
        self._access: str | None = None
        self._refresh: str | None = None
        self._account: str | None = None
        self._ends_at = 0.0

    @property
    def has_session(self) -> bool:
        """Whether there is something to renew from."""
        return self._refresh is not None

    def adopt(self, answer: oauth.TokenAnswer, metadata: oauth.Metadata) -> None:
        """Begin with what the sign-in brought; kept in the keyring once `keep_for` names whose."""
        with self._lock:
            self._metadata = metadata
            self._account = None
            self._take(answer)

    def restore(self, refresh_token: str, account: str) -> None:
        """Begin with what the keyring held."""
        with self._lock:
            self._refresh, self._account = refresh_token, account
            self._access = None

    def keep_for(self, account: str) -> None:
        """Keep the session of this account in the keyring, now and after each renewal."""
        with self._lock:
            self._account = account
            if self._refresh is not None:
                self._save(self._refresh)

    def access_token(self) -> str:
        """See `Tokens`."""
        with self._lock:
            if self._access is not None and time.monotonic() < self._ends_at - MARGIN_S:
                return self._access
            return self._renew()

    def renew(self, refused: str) -> str:
        """See `Tokens`."""
        with self._lock:
            # Another thread found it out first and has the new one.
            if self._access is not None and self._access != refused:
                return self._access
            return self._renew()

    def revoked(self) -> None:
        """See `Tokens`."""
        with self._lock:
            if self._refresh is not None:
                self._over(AGENT_REVOKED)

    def end_everywhere(self) -> None:
        """Forget the session, in memory and in the keyring, and end it at the portal if it answers.
        Only for a worker.
        """
        with self._lock:
            token, account = self._refresh, self._account
            self._access = self._refresh = self._account = None
        if account is not None:
            self._delete(account)
        if token is None:
            return
        try:
            metadata = self._metadata or oauth.discover(self._transport)
            oauth.revoke(self._transport, metadata, token)
        except (PortalError, oauth.SignInRefused) as error:
            # Nothing keeps the token any more; at the portal it ends by itself.
            log.warning("the session could not be revoked at the portal: %s", error.code)

    def _renew(self) -> str:
        if self._refresh is None:
            raise SignInNeeded
        try:
            answer = self._ask(self._refresh)
        except SignInNeeded as error:
            self._over(error.code)
            raise
        self._take(answer)
        return answer.access_token

    def _over(self, code: str) -> None:
        account = self._account
        self._access = self._refresh = None
        if account is not None:
            self._delete(account)
        self._ended(code)

    def _ask(self, refresh_token: str) -> oauth.TokenAnswer:
        if self._metadata is None:
            try:
                self._metadata = oauth.discover(self._transport)
            except oauth.SignInRefused as error:
                raise PortalBroken(error.code, maybe_received=False) from None
        for last in [False] * (REFRESH_TRIES - 1) + [True]:
            try:
                return oauth.refresh(self._transport, self._metadata, refresh_token)
            except (Offline, PortalBroken) as error:
                # Only a lost answer is worth repeating at once; nobody there is told as such.
                if last or not error.maybe_received:
                    raise
                log.info("no answer to the renewal of the session (%s)", error.code)
        raise AssertionError("unreachable")

    def _take(self, answer: oauth.TokenAnswer) -> None:
        # Saved first: a crash in between must find the new refresh token, the old one is spent.
        self._save(answer.refresh_token)
        self._refresh = answer.refresh_token
        self._access = answer.access_token
        self._ends_at = time.monotonic() + answer.expires_in

    def _save(self, refresh_token: str) -> None:
        if self._account is None:
            return
        try:
            self._secrets.set(self._account, refresh_token)
        except SecretsUnavailable as error:
            self._not_kept(error.code)

    def _delete(self, account: str) -> None:
        try:
            self._secrets.delete(account)
        except SecretsUnavailable as error:
            log.warning("the ended session stays in the keyring (%s); it is of no use", error.code)

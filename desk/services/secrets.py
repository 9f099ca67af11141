"""The system's keyring, asked so that it can never freeze anything."""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import Protocol, TypeVar

T = TypeVar("T")

SERVICE = "msa-desk"
LIMIT_S = 5.0
"""A Secret Service that wants to unlock shows a dialog; one that is broken never answers. Finding
the back end alone takes up to 0.5 s."""

log = logging.getLogger(__name__)


class SecretsUnavailable(Exception):
    """The keyring cannot be used. `code`: ``absent``, ``locked``, ``hanging`` or ``broken``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Keyring(Protocol):
    """The part of `keyring.backend.KeyringBackend` that is used."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


def system_keyring() -> Keyring:
    """The keyring of this desktop. Slow (D-Bus is probed): only for a worker."""
    import keyring

    return keyring.get_keyring()


class Secrets:
    """One secret per account. Thread-safe; each call takes at most `LIMIT_S`.

    A keyring that hung once is not asked again in this run: each further question would cost as
    much again and leave another thread behind.
    """

    def __init__(
        self, open_keyring: Callable[[], Keyring] = system_keyring, limit_s: float = LIMIT_S
    ) -> None:
        self._open = open_keyring
        self._limit_s = limit_s
        self._hanging = False

    def get(self, account: str) -> str | None:
        """The secret, None when there is none. Raises SecretsUnavailable."""
        return self._ask(lambda ring: ring.get_password(SERVICE, account))

    def set(self, account: str, secret: str) -> None:
        """Keep the secret. Raises SecretsUnavailable."""
        self._ask(lambda ring: ring.set_password(SERVICE, account, secret))

    def delete(self, account: str) -> None:
        """Forget the secret; one that is not there is forgotten already. Raises
        SecretsUnavailable.
        """

        def job(ring: Keyring) -> None:
            if ring.get_password(SERVICE, account) is not None:
                ring.delete_password(SERVICE, account)

        self._ask(job)

    def trust_again(self) -> None:
        """The agent has unlocked or restarted the keyring: it is asked once more."""
        self._hanging = False

    def _ask(self, job: Callable[[Keyring], T]) -> T:
        if self._hanging:
            raise SecretsUnavailable("hanging")
        outcome: Future[T] = Future()

        def run() -> None:
            try:
                outcome.set_result(job(self._open()))
            except Exception as error:  # noqa: BLE001 - judged by the asking thread
                outcome.set_exception(error)

        # Its own thread: one that never comes back takes no lane with it, nor the process's end.
        threading.Thread(target=run, name="keyring", daemon=True).start()
        if not wait([outcome], self._limit_s).done:
            self._hanging = True
            log.warning("the keyring did not answer in %s s", self._limit_s)
            raise SecretsUnavailable("hanging")
        error = outcome.exception()
        if error is None:
            return outcome.result()
        code = _code_of(error)
        log.warning("the keyring cannot be used: %s (%s)", code, type(error).__name__)
        # Without its cause: back ends put what they were given into their errors.
        raise SecretsUnavailable(code)


def _code_of(error: BaseException) -> str:
    from keyring.errors import InitError, KeyringLocked, NoKeyringError

    if isinstance(error, NoKeyringError):
        return "absent"
    if isinstance(error, KeyringLocked | InitError):
        return "locked"
    return "broken"

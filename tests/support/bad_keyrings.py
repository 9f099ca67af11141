"""Keyrings as they are on real workstations: none, locked, one that never answers."""

import threading

from keyring.errors import KeyringLocked, NoKeyringError

from tests.support.memory_keyring import MemoryKeyring


class AbsentKeyring(MemoryKeyring):
    """There is none; it may come (`repair`)."""

    error: Exception = NoKeyringError("none here")

    def __init__(self) -> None:
        super().__init__()
        self.works = False

    def repair(self) -> None:
        self.works = True

    def break_again(self) -> None:
        self.works = False

    def _check(self) -> None:
        if not self.works:
            raise self.error

    def get_password(self, service: str, username: str) -> str | None:
        self._check()
        return super().get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._check()
        super().set_password(service, username, password)

    def delete_password(self, service: str, username: str) -> None:
        self._check()
        super().delete_password(service, username)


class LockedKeyring(AbsentKeyring):
    """It is there, and its owner did not unlock it."""

    error = KeyringLocked("locked")


class HangingKeyring(AbsentKeyring):
    """It never answers; `repair` lets the next question through."""

    def __init__(self) -> None:
        super().__init__()
        self._never = threading.Event()

    def _check(self) -> None:
        if not self.works:
            self._never.wait(60)
            raise self.error

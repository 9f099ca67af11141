"""A keyring that lives in the test's memory."""


class MemoryKeyring:
    """Holds secrets as the system's keyring would."""

    def __init__(self) -> None:
        self.secrets: dict[tuple[str, str], str] = {}

    def itself(self) -> "MemoryKeyring":
        """For whoever wants to be told how to find the keyring."""
        return self

    @property
    def secret(self) -> str | None:
        """The only refresh token, None when there is none."""
        found = [each for (_, name), each in self.secrets.items() if not name.startswith("store-")]
        assert len(found) <= 1
        return next(iter(found), None)

    @property
    def store_keys(self) -> dict[str, bytes]:
        """Agent's digest → key of their store."""
        return {
            name.removeprefix("store-"): bytes.fromhex(each)
            for (_, name), each in self.secrets.items()
            if name.startswith("store-")
        }

    def get_password(self, service: str, username: str) -> str | None:
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.secrets[(service, username)] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.secrets[(service, username)]

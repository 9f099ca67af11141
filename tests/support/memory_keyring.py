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
        """The only secret, None when there is none."""
        assert len(self.secrets) <= 1
        return next(iter(self.secrets.values()), None)

    def get_password(self, service: str, username: str) -> str | None:
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.secrets[(service, username)] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.secrets[(service, username)]

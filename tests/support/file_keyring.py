"""A keyring in a file, for a desk process that is killed: a secret is whole, old or new.

For tests only: the file is readable by whoever may read the test's folder.
"""

import json
import os
from pathlib import Path


class FileKeyring:
    """Outlives the process, as the system's keyring does."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def itself(self) -> "FileKeyring":
        """For whoever wants to be told how to find the keyring."""
        return self

    def get_password(self, service: str, username: str) -> str | None:
        return self._all().get(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        self._replace({**self._all(), f"{service} {username}": password})

    def delete_password(self, service: str, username: str) -> None:
        self._replace({k: v for k, v in self._all().items() if k != f"{service} {username}"})

    def _all(self) -> dict[str, str]:
        if not self._file.exists():
            return {}
        found: dict[str, str] = json.loads(self._file.read_text())
        return found

    def _replace(self, content: dict[str, str]) -> None:
        beside = self._file.with_suffix(".new")
        beside.write_text(json.dumps(content))
        os.replace(beside, self._file)

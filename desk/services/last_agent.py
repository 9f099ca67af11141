"""Which agent last worked here: the store to open before, or without, the portal."""

import contextlib
import json
import os
import tempfile

from desk.settings import Settings


class LastAgent:
    """A small file beside the stores: portal's digest → agent's digest. No login, no address."""

    def __init__(self, settings: Settings) -> None:
        self._file = settings.data / "last_agent.json"
        self._portal = settings.portal_digest

    def read(self) -> str | None:
        """The agent's digest; None when nobody has signed in, or signed out."""
        return self._all().get(self._portal)

    def write(self, agent_digest: str) -> None:
        """Raises OSError when the disk refuses."""
        self._replace({**self._all(), self._portal: agent_digest})

    def forget(self) -> None:
        """At sign-out: the next start opens no store. Raises OSError when the disk refuses."""
        left = {k: v for k, v in self._all().items() if k != self._portal}
        if left:
            self._replace(left)
        else:
            self._file.unlink(missing_ok=True)

    def _all(self) -> dict[str, str]:
        try:
            found = json.loads(self._file.read_text(encoding="ascii"))
        except (OSError, ValueError):
            # Missing or damaged: the agent signs in, and it is written anew.
            return {}
        if not isinstance(found, dict):
            return {}
        return {str(k): v for k, v in found.items() if isinstance(v, str) and v.isalnum()}

    def _replace(self, content: dict[str, str]) -> None:
        folder = self._file.parent
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor, name = tempfile.mkstemp(dir=folder)  # mode 0600
        try:
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                json.dump(content, file)
            os.replace(name, self._file)
        except OSError:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise

"""A real OpenID Connect provider in a process of its own, with invented people."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import takewhile
from urllib.parse import urlsplit

import requests

from desk.demo.processes import free_port


@dataclass(frozen=True)
class IdentityProvider:
    """`url` is its issuer."""

    url: str

    def knows(self, subject: str, **claims: str) -> None:
        """Register a person, or change what is said of them."""
        answer = requests.put(f"{self.url}/users/{subject}", json=claims, timeout=10)
        answer.raise_for_status()

    def answer(self, authorization_url: str, subject: str | None) -> str:
        """Sign a person in (None: they refuse) and return the path that the browser is led to."""
        form = {"action": "deny"} if subject is None else {"sub": subject}
        response = requests.post(authorization_url, data=form, allow_redirects=False, timeout=10)
        back = urlsplit(response.headers["Location"])
        return f"{back.path}?{back.query}"


@contextmanager
def running_provider() -> Iterator[IdentityProvider]:
    """Run it, requiring a nonce of whoever asks."""
    port = free_port()
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "oidc_provider_mock",
            "--port",
            str(port),
            "--require-nonce",
            "true",
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    output = iter(process.stdout or ())
    # It says when it listens; what it says later is read on, or it would come to a halt.
    said = list(takewhile(lambda line: str(port) not in line, output))
    reading = threading.Thread(target=lambda: list(output))
    reading.start()
    try:
        if process.poll() is not None:
            raise RuntimeError("".join(said))
        yield IdentityProvider(f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        process.wait(10)
        reading.join(10)
        process.stdout.close()  # type: ignore[union-attr]

"""`portal serve` as processes that are killed as by a power cut, and who reads over HTTP."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlencode, urlsplit

import psutil
import requests
from django.test import Client

from desk.demo.processes import free_port
from tests.support.reader import Reader
from tests.support.web_world import PASSWORD

ANSWER_S = 60


class WebProcess:
    """One web process, on a port that stays its own. Several on one database are one portal."""

    def __init__(self, environment: dict[str, str], log: Path) -> None:
        self._environment = environment
        self._log = log
        self.port = free_port()
        self._process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Serve, and return when the first request would be answered."""
        with self._log.open("ab") as errors:
            process = subprocess.Popen(
                [sys.executable, "-m", "portal", "serve", "--embedded", "--port", str(self.port)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env={**os.environ, **self._environment},
                text=True,
            )
        self._process = process
        assert process.stdout is not None
        ready = process.stdout.readline()
        if not ready.startswith("PORTAL "):
            raise RuntimeError(f"the portal does not serve; see {self._log}")

    def child(self, module: str) -> psutil.Process | None:
        """The process that it has running a module of Python's, if it has one now."""
        assert self._process is not None
        for each in psutil.Process(self._process.pid).children(recursive=True):
            try:
                if module in each.cmdline():
                    return each
            except psutil.NoSuchProcess:
                continue
        return None

    def kill(self) -> None:
        """SIGKILL; nothing when it does not run."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait(ANSWER_S)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()


class OverHttp:
    """What `Reader` asks of Django's client, over real connections. One's cookies hold for every
    process of the portal.
    """

    def __init__(self, base: str) -> None:
        self.base = base
        self._session = requests.Session()
        self._session.trust_env = False

    def get(self, path: str, follow: bool = True) -> requests.Response:
        return self._told(self._session.get(self.base + path, timeout=ANSWER_S))

    def post(
        self, path: str, data: dict[str, str], follow: bool = True, files: Any = None
    ) -> requests.Response:
        return self._told(
            self._session.post(self.base + path, data=data, files=files, timeout=ANSWER_S)
        )

    def cookies(self) -> requests.cookies.RequestsCookieJar:
        return self._session.cookies

    def on_the_wire(self, path: str, data: dict[str, str], files: Any = None) -> bytes:
        """A post as its bytes, for who wants to send a part of them."""
        asked = requests.Request("POST", self.base + path, data=data, files=files)
        ready = self._session.prepare_request(asked)
        ready.headers["Host"] = urlsplit(self.base).netloc
        head = "".join(f"{name}: {value}\r\n" for name, value in ready.headers.items())
        body = ready.body if isinstance(ready.body, bytes) else urlencode(data).encode()
        return f"POST {path} HTTP/1.1\r\n{head}\r\n".encode() + body

    @staticmethod
    def _told(response: requests.Response) -> requests.Response:
        chain = [(response.url, response.status_code)] if response.history else []
        response.redirect_chain = chain  # type: ignore[attr-defined]
        return response


class HttpReader(Reader):
    """A person without JavaScript at a browser of their own, at one process or another."""

    def __init__(self, process: WebProcess, login: str) -> None:
        super().__init__()
        self.http = OverHttp(process.url)
        self.client = cast(Client, self.http)
        self.open("/messages/").press("Se connecter", login=login, password=PASSWORD)

    def at(self, process: WebProcess) -> "HttpReader":
        """Led to a process, as a load balancer does."""
        self.http.base = process.url
        return self

    def add(self, content: bytes, name: str) -> "HttpReader":
        """« Ajouter ces fichiers » with one file."""
        address, data = self.form("Ajouter ces fichiers")
        self._take(address, self.http.post(address, data, files={"files-1": (name, content)}))
        return self

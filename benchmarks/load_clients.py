"""Light clients for the load: agents that wait for changes, adherents who press « Envoyer ».

They speak HTTP/1.1 over kept connections with nothing but asyncio, so that hundreds of them leave
the processor to the portal.
"""

import asyncio
import random
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

import msgspec


class LostAnswer(Exception):
    """No whole answer came: nobody knows whether the request was carried out."""


class Change(msgspec.Struct):
    seq: int
    thread_id: int
    event: str


class Thread(msgspec.Struct):
    id: int
    reference: str


class Page(msgspec.Struct):
    cursor: int
    changes: list[Change]
    threads: list[Thread]


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


class Connection:
    """One kept connection to 127.0.0.1; opened anew when it was lost."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, head: str, body: bytes = b"", limit_s: float = 60) -> Answer:
        """Send one request and read its answer.

        Raises:
            LostAnswer: there was none, or only a part.
        """
        try:
            return await asyncio.wait_for(self._ask(head, body), limit_s)
        except (OSError, asyncio.IncompleteReadError, TimeoutError, ValueError) as error:
            self.close()
            raise LostAnswer(type(error).__name__) from error

    async def _ask(self, head: str, body: bytes) -> Answer:
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        writer.write(
            f"{head}Host: 127.0.0.1:{self._port}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
            + body
        )
        await writer.drain()
        lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {
            name.lower(): value.strip()
            for name, _, value in (line.partition(":") for line in lines[1:] if line)
        }
        if headers.get("transfer-encoding") == "chunked":
            content = await self._chunks(reader)
        else:
            content = await reader.readexactly(int(headers.get("content-length", "0")))
        if headers.get("connection") == "close":
            self.close()
        return Answer(int(lines[0].split(" ")[1]), headers, content)

    async def _chunks(self, reader: asyncio.StreamReader) -> bytes:
        parts = []
        while size := int((await reader.readuntil(b"\r\n")).strip(), 16):
            parts.append((await reader.readexactly(size + 2))[:-2])
        await reader.readexactly(2)
        return b"".join(parts)

    def close(self) -> None:
        """Close it; the next request opens another."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


@dataclass
class AgentClient:
    """One signed-in agent's PC: the long poll, and what it has seen."""

    port: int
    caisse: str
    token: str
    cursor: int = 0
    seen_at: dict[str, float] = field(default_factory=dict)
    """When each exchange first appeared, by its reference."""
    twice: int = 0
    missed: int = 0
    lost_answers: int = 0
    polls: int = 0

    async def run(self, stopping: asyncio.Event) -> None:
        """Follow the feed until told to stop."""
        connection = Connection(self.port)
        pages = msgspec.json.Decoder(Page)
        while not stopping.is_set():
            head = (
                f"GET /api/v1/changes?since={self.cursor}&wait=25&limit=500 HTTP/1.1\r\n"
                f"Authorization: Bearer {self.token}\r\n"
            )
            try:
                answer = await connection.ask(head)
            except LostAnswer:
                answer = None
            if answer is None or answer.status in {429, 502, 503, 504}:
                self.lost_answers += 1
                await asyncio.sleep(random.uniform(0.05, 0.3))
                continue
            if answer.status != 200:
                raise RuntimeError(f"the feed answered {answer.status}")
            self.polls += 1
            self._take(pages.decode(answer.body))
        connection.close()

    def _take(self, page: Page) -> None:
        now = time.monotonic()
        for change in page.changes:
            if change.seq <= self.cursor:
                self.twice += 1
            elif change.seq > self.cursor + 1:
                self.missed += change.seq - self.cursor - 1
            self.cursor = max(self.cursor, change.seq)
        if page.cursor != self.cursor:
            self.missed += 1
        for thread in page.threads:
            self.seen_at.setdefault(thread.reference, now)


@dataclass
class AdherentClient:
    """One adherent before the recap, who presses « Envoyer », again if no answer came."""

    port: int
    session: str
    submission_key: str
    reference: str = ""
    pressed_at: float = 0.0
    answered_after: float = 0.0
    presses: int = 0

    async def send(self) -> None:
        """Press until the portal confirms.

        Raises:
            RuntimeError: it answers something else than a confirmation.
        """
        connection = Connection(self.port)
        token = "a" * 32
        body = urlencode(
            {"csrfmiddlewaretoken": token, "submission_key": self.submission_key, "revision": "3"}
        ).encode()
        head = (
            "POST /messages/nouveau/envoyer/ HTTP/1.1\r\n"
            f"Cookie: sessionid={self.session}; csrftoken={token}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n"
        )
        self.pressed_at = time.monotonic()
        while not self.reference:
            self.presses += 1
            try:
                answer = await connection.ask(head, body)
            except LostAnswer:
                await asyncio.sleep(0.3)
                continue
            where = answer.headers.get("location", "")
            if answer.status in {500, 502, 503, 504}:
                await asyncio.sleep(0.3)
            elif answer.status == 302 and "/messages/envoye/" in where:
                self.reference = where.rstrip("/").rpartition("/")[2]
            else:
                raise RuntimeError(f"« Envoyer » was answered {answer.status} {where}")
        self.answered_after = time.monotonic() - self.pressed_at
        connection.close()

"""What came back, sorted into families, against a real server that misbehaves on demand."""

import json
import socket
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import msgspec
import pytest

from desk.api_client import timeouts, transport
from desk.api_client.errors import (
    Aborted,
    ClaimedOrAnswered,
    CursorExpired,
    Offline,
    PortalBroken,
    PortalError,
    Refused,
    SignInNeeded,
    Stale,
    Throttled,
)
from desk.api_client.transport import InsecureAddress, Transport
from desk.clock import PortalClock
from desk.instants import from_ms
from tests.support.scripted_server import (
    Request,
    Script,
    ScriptedServer,
    answer,
    own_authority,
    raw,
)

PROBLEM = "application/problem+json"


class Hello(msgspec.Struct):
    hello: str


class Tokens:
    """Gives ``first``, then ``second``; remembers what was refused."""

    def __init__(self, error: Exception | None = None) -> None:
        self.refused: list[str] = []
        self.error = error

    def access_token(self) -> str:
        return "first"

    def renew(self, refused: str) -> str:
        self.refused.append(refused)
        if self.error is not None:
            raise self.error
        return "second"

    def revoked(self) -> None:
        self.refused.append("for good")


def problem(status: int, slug: str, **more: object) -> bytes:
    return json.dumps(
        {"type": f"urn:msa-desk:problem:{slug}", "title": "Non", "status": status, **more}
    ).encode()


def refusal(status: int, slug: str, **headers: str) -> Script:
    return answer(status, problem(status, slug), PROBLEM, **headers)


HELLO = answer(body=b'{"hello": "Bonjour", "newer": 1}')
UNAUTHORISED = refusal(401, "not-signed-in", WWW_Authenticate='Bearer realm="x"')


def wait_for_ever(request: Request, connection: socket.socket) -> None:
    # The client, or the end of the test, closes the connection.
    connection.recv(1)


def call(
    *scripts: Script, tokens: Tokens | None = None, read_timeout_s: float = 5
) -> tuple[transport.Answer[Hello], ScriptedServer]:
    with ScriptedServer(list(scripts)) as server:
        asked = Transport(server.url, PortalClock(), tokens)
        try:
            return asked.call("GET", "/hello", Hello, read_timeout_s=read_timeout_s), server
        finally:
            asked.close()


def failure_of(*scripts: Script, tokens: Tokens | None = None) -> PortalError:
    with pytest.raises(PortalError) as caught:
        call(*scripts, tokens=tokens, read_timeout_s=0.5)
    return caught.value


@pytest.fixture
def full_backlog() -> Iterator[str]:
    """An address that takes no more connections and refuses none: packets are lost there."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=0)
    waiting = []
    for _ in range(4):
        each = socket.socket()
        each.setblocking(False)
        each.connect_ex(listener.getsockname())
        waiting.append(each)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    for each in waiting:
        each.close()
    listener.close()


@pytest.mark.parametrize(
    "address",
    ["http://portail.exemple-msa.test", "http://192.0.2.1:8000", "ftp://127.0.0.1", "127.0.0.1"],
)
def test_plain_http_only_to_this_machine(address: str) -> None:
    with pytest.raises(InsecureAddress):
        Transport(address, PortalClock())


def test_a_good_answer_sets_the_clock_and_ignores_what_it_does_not_know() -> None:
    with ScriptedServer([answer(body=b'{"hello": "Bonjour", "newer": 1}', ETag='"3"')]) as server:
        clock = PortalClock()
        asked = Transport(server.url, clock, Tokens())
        got = asked.call("GET", "/hello", Hello, parameters={"since": 3})
        asked.close()
    assert (got.status, got.value, got.etag) == (200, Hello("Bonjour"), '"3"')
    (request,) = server.requests
    assert request.target == "/hello?since=3"
    assert request.headers["authorization"] == "Bearer first"
    assert request.headers["user-agent"].startswith("desk/")
    assert request.headers["accept-language"] == "fr"
    expected = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
    assert abs(from_ms(clock.now_ms()) - expected) < timedelta(seconds=5)


def test_no_cookie_is_kept_and_no_netrc_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password something\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with ScriptedServer([answer(body=b'{"hello": ""}', Set_Cookie="a=b; Path=/")]) as server:
        asked = Transport(server.url, PortalClock())
        asked.call("GET", "/", Hello)
        asked.call("GET", "/", Hello)
        asked.close()
    assert [set(each.headers) & {"cookie", "authorization"} for each in server.requests] == [
        set(),
        set(),
    ]


@pytest.mark.parametrize(
    ("script", "family", "code", "maybe_received"),
    [
        (wait_for_ever, Offline, "timeout", True),
        (raw(b""), Offline, "cut", True),
        (raw(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"), PortalBroken, "not_the_portal", True),
        (
            raw(
                b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\nContent-Type: application/json\r\n\r\n{"
            ),
            PortalBroken,
            "truncated",
            True,
        ),
        (answer(body=b"<html>", content_type="text/html"), PortalBroken, "content_type", True),
        (
            answer(body=b"<html>", content_type="text/html", portal_time=None),
            PortalBroken,
            "captive_portal",
            True,
        ),
        (answer(511, b"<html>", "text/html", None), PortalBroken, "captive_portal", True),
        (answer(407, b"<html>", "text/html", None), Offline, "proxy_refused", False),
        (
            answer(body=b'{"hello": "x"}', portal_time=None),
            PortalBroken,
            "not_the_portal",
            True,
        ),
        (
            answer(body=b'{"hello": "x"}', portal_time="yesterday"),
            PortalBroken,
            "not_the_portal",
            True,
        ),
        (
            answer(302, b"", None, None, Location="http://127.0.0.1:1/"),
            PortalBroken,
            "redirect",
            True,
        ),
        (answer(body=b'{"hello": 3}'), PortalBroken, "undecodable", True),
        (answer(body=b'{"hello": "x'), PortalBroken, "undecodable", True),
        (answer(body=b'{"hello": "\xff"}'), PortalBroken, "undecodable", True),
        (answer(206, b""), PortalBroken, "not_the_portal", True),
        (refusal(500, "internal-error"), PortalBroken, "status_500", True),
        (answer(502, b"<html>", "text/html", None), PortalBroken, "status_502", True),
        (answer(503, b"<html>", "text/html", None), PortalBroken, "status_503", True),
        (answer(404, b"<html>", "text/html", None), PortalBroken, "not_the_portal", True),
        (answer(403, b"<html>", "text/html"), PortalBroken, "not_the_portal", True),
        (answer(409, b"[]", PROBLEM), PortalBroken, "undecodable", True),
        (
            answer(body=b"\x1f\x8bnot gzip", Content_Encoding="gzip"),
            PortalBroken,
            "truncated",
            True,
        ),
        (refusal(404, "not-found"), Refused, "not-found", False),
        (refusal(422, "text-too-long"), Refused, "text-too-long", False),
        (refusal(409, "already-answered"), ClaimedOrAnswered, "already-answered", False),
        (refusal(410, "cursor-expired"), CursorExpired, "cursor-expired", False),
        (refusal(412, "stale-version"), Stale, "stale-version", False),
        (refusal(429, "too-many-requests"), Throttled, "too-many-requests", False),
        (refusal(503, "unavailable"), Throttled, "unavailable", False),
        (UNAUTHORISED, SignInNeeded, "sign_in_needed", False),
    ],
)
def test_families(
    script: Script, family: type[PortalError], code: str, maybe_received: bool
) -> None:
    error = failure_of(script)
    assert type(error) is family
    assert (error.code, error.maybe_received) == (code, maybe_received)


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
    asked = Transport(address, PortalClock())
    with pytest.raises(Offline) as caught:
        asked.call("GET", "/", Hello)
    assert (caught.value.code, caught.value.maybe_received) == ("unreachable", False)


def test_no_such_name() -> None:
    asked = Transport("https://nobody.invalid", PortalClock())
    with pytest.raises(Offline) as caught:
        asked.call("GET", "/", Hello)
    assert (caught.value.code, caught.value.maybe_received) == ("dns", False)


def test_packets_that_are_lost(full_backlog: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeouts, "CONNECT", 0.3)
    asked = Transport(full_backlog, PortalClock())
    with pytest.raises(Offline) as caught:
        asked.call("GET", "/", Hello)
    assert (caught.value.code, caught.value.maybe_received) == ("connect_timeout", False)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("7", 7), ("", 5), ("soon", 5), ("0", 1), ("999999", 300), ("-3", 5)],
)
def test_retry_after_in_seconds(header: str, seconds: float) -> None:
    error = failure_of(refusal(429, "too-many-requests", Retry_After=header))
    assert isinstance(error, Throttled)
    assert error.retry_after_s == seconds


def test_retry_after_as_a_date() -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    error = failure_of(refusal(503, "unavailable", Retry_After=later))
    assert isinstance(error, Throttled)
    assert 80 <= error.retry_after_s <= 90


def test_a_refused_token_is_renewed_once_and_the_request_repeated() -> None:
    tokens = Tokens()
    got, server = call(UNAUTHORISED, HELLO, tokens=tokens)
    assert got.value == Hello("Bonjour")
    assert tokens.refused == ["first"]
    sent = [each.headers["authorization"] for each in server.requests]
    assert sent == ["Bearer first", "Bearer second"]


def test_a_renewed_token_that_is_refused_too_ends_the_session() -> None:
    tokens = Tokens()
    assert isinstance(failure_of(UNAUTHORISED, tokens=tokens), SignInNeeded)
    assert tokens.refused == ["first"]


def test_a_renewal_that_fails_is_told_as_what_it_is() -> None:
    offline = Offline("timeout", maybe_received=True)
    assert failure_of(UNAUTHORISED, tokens=Tokens(offline)) is offline


def test_revoked_agent_is_told_and_nothing_is_renewed() -> None:
    tokens = Tokens()
    error = failure_of(refusal(401, "agent-revoked", WWW_Authenticate="Bearer"), tokens=tokens)
    assert isinstance(error, SignInNeeded)
    assert (error.code, tokens.refused) == ("agent-revoked", ["for good"])


def test_revoked_is_believed_of_the_portal_alone() -> None:
    """A page in between that has learned the words costs nobody their store."""
    tokens = Tokens()
    body = problem(401, "agent-revoked")
    failure_of(answer(401, body, "application/problem+json", None), tokens=tokens)
    failure_of(answer(401, body, "text/html"), tokens=tokens)
    assert tokens.refused == []


def test_somebody_elses_401_renews_nothing() -> None:
    tokens = Tokens()
    error = failure_of(answer(401, b"<html>", "text/html", None), tokens=tokens)
    assert (type(error), error.code, tokens.refused) == (PortalBroken, "not_the_portal", [])


def test_a_refusal_carries_the_thread_as_it_now_is() -> None:
    error = failure_of(answer(412, problem(412, "stale-version", detail="Trop tard."), PROBLEM))
    assert isinstance(error, Stale)
    assert error.problem.detail == "Trop tard."
    assert error.current is None


def test_errors_hold_nothing_of_what_was_exchanged() -> None:
    error = failure_of(answer(body=b'{"hello": ["un texte intime"]}'))
    shown = "".join(map(str, (error, error.args, error.__cause__)))
    assert "intime" not in shown
    assert error.__suppress_context__


def test_a_body_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "MAX_BODY", 1_000)
    error = failure_of(answer(body=b'"' + b"x" * 200_000 + b'"'))
    assert (type(error), error.code) == (PortalBroken, "too_large")


def test_a_body_that_drips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeouts, "BODY", 0.3)

    def drip(request: Request, connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        never = threading.Event()
        while True:  # until the client has gone
            connection.sendall(b"1\r\n{\r\n")
            never.wait(0.02)

    error = failure_of(drip)
    assert (type(error), error.code) == (PortalBroken, "too_slow")


def abort_while(asked: Transport, waiting: threading.Event | None) -> tuple[float, list[object]]:
    """Hang up while a call waits; how long it took to end, and what it ended with."""
    outcome: list[object] = []

    def run() -> None:
        try:
            outcome.append(asked.call("GET", "/", Hello, read_timeout_s=30))
        except PortalError as error:
            outcome.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    if waiting is not None:
        assert waiting.wait(10)
    else:
        assert not outcome  # it is connecting: nothing tells how far it is
    began = time.monotonic()
    asked.abort()
    thread.join(10)
    assert not thread.is_alive()
    return time.monotonic() - began, outcome


def test_a_wait_can_be_ended_from_another_thread() -> None:
    with ScriptedServer([wait_for_ever, HELLO]) as server:
        asked = Transport(server.url, PortalClock())
        took, outcome = abort_while(asked, server.arrived)
        assert took < timeouts.ABORT
        assert isinstance(outcome[0], Aborted)
        with pytest.raises(Aborted):
            asked.call("GET", "/", Hello)
        asked.resume()
        assert asked.call("GET", "/", Hello).value == Hello("Bonjour")
        asked.close()


def test_connecting_can_be_ended_from_another_thread(full_backlog: str) -> None:
    asked = Transport(full_backlog, PortalClock())
    took, outcome = abort_while(asked, None)
    assert took < timeouts.ABORT
    assert isinstance(outcome[0], Aborted)
    asked.close()


def test_an_authority_the_system_does_not_know(tmp_path: Path) -> None:
    _, context = own_authority(tmp_path)
    with ScriptedServer([HELLO], tls=context) as server:
        asked = Transport(server.url, PortalClock())
        with pytest.raises(PortalBroken) as caught:
            asked.call("GET", "/", Hello)
        asked.close()
    assert (caught.value.code, caught.value.maybe_received) == ("certificate_authority", False)
    assert server.requests == []


def test_the_systems_authorities_are_trusted_and_tls_can_be_hung_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pem, context = own_authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))  # where OpenSSL looks for the system's store
    with ScriptedServer([HELLO, wait_for_ever], tls=context) as server:
        asked = Transport(server.url, PortalClock())
        assert asked.call("GET", "/", Hello).value == Hello("Bonjour")
        server.arrived.clear()
        took, outcome = abort_while(asked, server.arrived)
        asked.close()
    assert took < timeouts.ABORT
    assert isinstance(outcome[0], Aborted)

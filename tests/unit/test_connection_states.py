"""No network, no portal, a proxy, a captive portal, TLS: each told apart, by real servers."""

import socket
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.api_client.errors import (
    Offline,
    PortalBroken,
    PortalError,
    SignInNeeded,
    Throttled,
)
from desk.api_client.portal import Portal
from desk.api_client.transport import Transport
from desk.clock import PortalClock
from desk.models.snapshots import ConnectionState
from desk.services.connection import state_of
from desk.services.surroundings import ASLEEP_S, SleepSense, Surroundings
from tests.support.scripted_server import (
    Request,
    Script,
    ScriptedServer,
    answer,
    own_authority,
    raw,
)

BEHIND_A_PROXY = "https://portail.exemple-msa.test"


def failure(url: str) -> PortalError:
    """What asking the portal at `url` fails with."""
    transport = Transport(url, PortalClock())
    try:
        with pytest.raises(PortalError) as caught:
            Portal(transport).health()
    finally:
        transport.close()
    return caught.value


@pytest.fixture
def nobody() -> str:
    """An address where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return f"http://127.0.0.1:{listener.getsockname()[1]}"


@pytest.fixture
def through(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """To set a proxy as a company's PC has it; none is left over from the machine."""
    for name in ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    return monkeypatch


def test_nobody_there(nobody: str) -> None:
    error = failure(nobody)
    assert (type(error), error.code, error.maybe_received) == (Offline, "unreachable", False)
    assert state_of(error) is ConnectionState.OFFLINE
    assert state_of(error, network_absent=True) is ConnectionState.NO_NETWORK


@pytest.mark.parametrize("status", [407, 403, 502])
def test_a_proxy_that_refuses(status: int, through: pytest.MonkeyPatch) -> None:
    refusal = f"HTTP/1.1 {status} No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    with ScriptedServer([raw(refusal.encode())]) as proxy:
        through.setenv("HTTPS_PROXY", proxy.url)
        error = failure(BEHIND_A_PROXY)
    assert proxy.requests[0].method == "CONNECT"
    assert (error.code, error.maybe_received) == ("proxy_refused", False)
    assert state_of(error) is ConnectionState.PROXY_REFUSED


def test_a_proxy_that_is_not_there(nobody: str, through: pytest.MonkeyPatch) -> None:
    through.setenv("HTTPS_PROXY", nobody)
    error = failure(BEHIND_A_PROXY)
    assert (error.code, error.maybe_received) == ("proxy", False)
    assert state_of(error) is ConnectionState.PROXY_REFUSED


@pytest.mark.parametrize(
    "script",
    [
        answer(200, b"<html>Wi-Fi</html>", "text/html", None),
        answer(302, b"", None, None, Location="http://192.0.2.1/"),
        answer(511, b"<html>Wi-Fi</html>", "text/html", None),
    ],
    ids=["page", "redirection", "511"],
)
def test_a_captive_portal(script: Script) -> None:
    with ScriptedServer([script]) as server:
        error = failure(server.url)
    assert isinstance(error, PortalBroken)
    assert state_of(error) is ConnectionState.CAPTIVE_PORTAL


@pytest.mark.parametrize(
    ("trusted", "address", "days_left", "code"),
    [
        (False, "127.0.0.1", 1, "certificate_authority"),
        (True, "127.0.0.1", -1, "certificate_expired"),
        (True, "127.0.0.2", 1, "certificate_name"),
    ],
)
def test_certificates(
    trusted: bool,
    address: str,
    days_left: int,
    code: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pem, context = own_authority(tmp_path, address=address, days_left=days_left)
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    with ScriptedServer([answer()], tls=context) as server:
        error = failure(server.url)
    assert (type(error), error.code, error.maybe_received) == (PortalBroken, code, False)
    assert state_of(error) is ConnectionState.TLS_REFUSED


def test_something_that_speaks_no_tls() -> None:
    def plain(_: Request, connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(1)
                plain(Request("", "", {}, b""), connection)

        serving = threading.Thread(target=serve)
        serving.start()
        error = failure(f"https://127.0.0.1:{listener.getsockname()[1]}")
        serving.join(5)
    assert (type(error), error.code) == (PortalBroken, "tls")
    assert state_of(error) is ConnectionState.TLS_REFUSED


def test_the_other_families() -> None:
    assert state_of(SignInNeeded()) is ConnectionState.SIGN_IN_NEEDED
    assert state_of(Throttled("unavailable", 5)) is ConnectionState.THROTTLED
    assert state_of(Offline("no_network", maybe_received=False)) is ConnectionState.NO_NETWORK
    assert state_of(PortalBroken("status_500", maybe_received=True)) is ConnectionState.PORTAL_ERROR


class Clocks:
    """Two clocks in the test's hand."""

    def __init__(self) -> None:
        self.awake = self.always = 100.0

    @property
    def sense(self) -> SleepSense:
        return SleepSense(lambda: self.awake, lambda: self.always)


def test_sleep_is_told_once_and_a_busy_machine_is_no_sleep(qtbot: QtBot) -> None:
    clocks = Clocks()
    surroundings = Surroundings(clocks.sense)
    told: list[str] = []
    surroundings.changed.connect(lambda: told.append("changed"))
    clocks.awake += 60  # a minute without a look: busy, but awake
    clocks.always += 60
    surroundings.look()
    assert told == []
    clocks.awake += 1
    clocks.always += 1 + ASLEEP_S
    surroundings.look()
    surroundings.look()
    assert told == ["changed"]

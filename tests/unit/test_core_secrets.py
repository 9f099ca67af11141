"""The keyring: absent, locked, broken, hanging; and tokens that are renewed once for everybody."""

import json
import threading
import time

import pytest
from keyring.errors import InitError, KeyringLocked, NoKeyringError, PasswordSetError

from desk.api_client import oauth
from desk.api_client.errors import Offline, SignInNeeded
from desk.api_client.transport import Transport
from desk.clock import PortalClock
from desk.services.secrets import Secrets, SecretsUnavailable
from desk.services.tokens import TokenKeeper
from tests.support.memory_keyring import MemoryKeyring
from tests.support.scripted_server import Request, Script, ScriptedServer, answer, raw


class RefusingKeyring(MemoryKeyring):
    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    def get_password(self, service: str, username: str) -> str | None:
        raise self._error

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self._error


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (NoKeyringError("none"), "absent"),
        (KeyringLocked("locked"), "locked"),
        (InitError("Prompt dismissed"), "locked"),
        (PasswordSetError("no"), "broken"),
        (RuntimeError("D-Bus is gone"), "broken"),
    ],
)
def test_reasons(error: Exception, code: str) -> None:
    with pytest.raises(SecretsUnavailable) as caught:
        Secrets(lambda: RefusingKeyring(error)).set("account", "a-secret")
    assert caught.value.code == code
    assert "a-secret" not in repr(caught.value.__cause__)


def test_a_secret_is_kept_and_forgotten() -> None:
    secrets = Secrets(MemoryKeyring().itself)
    assert secrets.get("a") is None
    secrets.set("a", "s")
    assert secrets.get("a") == "s"
    secrets.delete("a")
    secrets.delete("a")
    assert secrets.get("a") is None


def test_a_hanging_keyring_costs_its_limit_once() -> None:
    over = threading.Event()

    class Hanging(MemoryKeyring):
        def get_password(self, service: str, username: str) -> str | None:
            over.wait(30)
            return None

    secrets = Secrets(Hanging().itself, limit_s=0.2)
    began = time.monotonic()
    for _ in range(5):
        with pytest.raises(SecretsUnavailable) as caught:
            secrets.get("a")
        assert caught.value.code == "hanging"
    assert time.monotonic() - began < 2
    over.set()


def tokens_answer(number: int) -> Script:
    body = {
        "access_token": f"access-{number}",
        "token_type": "Bearer",
        "expires_in": 600,
        "refresh_token": f"refresh-{number}",
    }
    return answer(body=json.dumps(body).encode(), portal_time=None)


class Keeper:
    """A keeper that comes back from the keyring with ``refresh-0``."""

    def __init__(self, server: ScriptedServer, ring: MemoryKeyring) -> None:
        self.ended: list[str] = []
        self.not_kept: list[str] = []
        self.transport = Transport(server.url, PortalClock())
        self.tokens = TokenKeeper(
            self.transport, Secrets(ring.itself), self.ended.append, self.not_kept.append
        )
        # Discovery has its own tests.
        self.tokens._metadata = oauth.Metadata(
            server.url, "", f"{server.url}/o/token/", f"{server.url}/o/revoke_token/", ["S256"]
        )
        self.tokens.restore("refresh-0", "claire")


def test_many_threads_renew_once() -> None:
    ring = MemoryKeyring()
    with ScriptedServer([tokens_answer(1)]) as server:
        keeper = Keeper(server, ring)
        got: list[str] = []
        threads = [
            threading.Thread(target=lambda: got.append(keeper.tokens.access_token()))
            for _ in range(8)
        ]
        for each in threads:
            each.start()
        for each in threads:
            each.join(10)
        assert got == ["access-1"] * 8
        assert len(server.requests) == 1
        # The same refusal seen by all of them: renewed once more, not eight times.
        assert keeper.tokens.renew("access-0") == "access-1"
        assert len(server.requests) == 1
        keeper.transport.close()
    assert ring.secret == "refresh-1"


def test_the_new_refresh_token_is_saved_before_the_access_token_is_used() -> None:
    ring = MemoryKeyring()
    saved_at_use: list[str | None] = []

    class Watching(MemoryKeyring):
        def set_password(self, service: str, username: str, password: str) -> None:
            saved_at_use.append(keeper.tokens._access)
            ring.set_password(service, username, password)

    with ScriptedServer([tokens_answer(1)]) as server:
        keeper = Keeper(server, Watching())
        keeper.tokens.access_token()
        keeper.transport.close()
    assert saved_at_use == [None]
    assert ring.secret == "refresh-1"


def test_a_lost_answer_is_asked_again_with_the_same_token() -> None:
    ring = MemoryKeyring()
    with ScriptedServer([raw(b""), raw(b""), tokens_answer(1)]) as server:
        keeper = Keeper(server, ring)
        assert keeper.tokens.access_token() == "access-1"
        keeper.transport.close()
    assert [b"refresh-0" in each.body for each in server.requests] == [True] * 3
    assert keeper.ended == []


def test_no_answer_at_all_loses_no_session() -> None:
    ring = MemoryKeyring()
    with ScriptedServer([raw(b""), raw(b""), raw(b""), tokens_answer(1)]) as server:
        keeper = Keeper(server, ring)
        with pytest.raises(Offline):
            keeper.tokens.access_token()
        assert keeper.tokens.has_session
        assert keeper.ended == []
        assert keeper.tokens.access_token() == "access-1"
        keeper.transport.close()


def test_a_refused_renewal_ends_the_session_once() -> None:
    ring = MemoryKeyring()
    ring.set_password("msa-desk", "claire", "refresh-0")
    refused = answer(400, b'{"error": "invalid_grant"}', portal_time=None)
    with ScriptedServer([refused]) as server:
        keeper = Keeper(server, ring)
        for _ in range(3):
            with pytest.raises(SignInNeeded):
                keeper.tokens.access_token()
        keeper.transport.close()
    assert (keeper.ended, len(server.requests), ring.secret) == (["invalid_grant"], 1, None)


@pytest.mark.parametrize(
    ("words", "code"),
    [(b"agent-revoked", "agent-revoked"), (b"Invalid refresh token.", "invalid_grant")],
)
def test_only_the_portals_own_word_says_that_an_agent_was_revoked(words: bytes, code: str) -> None:
    body = b'{"error": "invalid_grant", "error_description": "%s"}' % words
    with ScriptedServer([answer(400, body, portal_time=None)]) as server:
        keeper = Keeper(server, MemoryKeyring())
        with pytest.raises(SignInNeeded) as ended:
            keeper.tokens.access_token()
        keeper.transport.close()
    assert (ended.value.code, keeper.ended) == (code, [code])


def test_without_a_keyring_the_session_lives_in_memory() -> None:
    with ScriptedServer([tokens_answer(1), tokens_answer(2)]) as server:
        keeper = Keeper(server, RefusingKeyring(NoKeyringError("none")))
        assert keeper.tokens.access_token() == "access-1"
        assert keeper.tokens.renew("access-1") == "access-2"
        keeper.transport.close()
    assert keeper.not_kept == ["absent", "absent"]


def test_an_access_token_that_is_about_to_end_is_renewed_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [1_000.0]
    monkeypatch.setattr("desk.services.tokens.time.monotonic", lambda: now[0])

    def play(request: Request, connection: object) -> None:
        tokens_answer(len(server.requests))(request, connection)  # type: ignore[arg-type]

    with ScriptedServer([play]) as server:
        keeper = Keeper(server, MemoryKeyring())
        assert keeper.tokens.access_token() == "access-1"
        now[0] += 580
        assert keeper.tokens.access_token() == "access-1"
        now[0] += 15
        assert keeper.tokens.access_token() == "access-2"
        keeper.transport.close()


def test_ending_revokes_the_token_and_empties_the_keyring() -> None:
    ring = MemoryKeyring()
    ring.set_password("msa-desk", "claire", "refresh-0")
    with ScriptedServer([answer(body=b"", content_type=None, portal_time=None)]) as server:
        keeper = Keeper(server, ring)
        keeper.tokens.end_everywhere()
        assert (ring.secret, keeper.tokens.has_session) == (None, False)
        keeper.transport.close()
    assert b"token=refresh-0" in server.requests[0].body

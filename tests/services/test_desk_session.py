"""Coming, staying and leaving: the portal's own sign-in forms, tokens that end, keyrings."""

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.api_client.errors import Offline
from desk.demo.agent_browser import AgentBrowser
from desk.demo.webforms import WebForms
from desk.models.snapshots import ConnectionState, ReplyState
from desk.services.tokens import REFRESH_TRIES
from tests.support.desk_world import Desk, desk_on, replies_at
from tests.support.fault_proxy import FaultProxy, What
from tests.support.portal_process import (
    ADHERENT_NIR,
    ADHERENT_PASSWORD,
    AGENT_PASSWORD,
    RunningPortal,
    running_portal,
)

TEXT = "Bonjour Madame, votre attestation est disponible dans votre espace privé."


def test_nobody_yet(qtbot: QtBot, portal: RunningPortal, tmp_path: Path) -> None:
    with desk_on(qtbot, portal, tmp_path / "d") as desk:
        desk.wait(lambda: desk.heard_of("signed_out"))
        assert desk.services.session.me is None
        assert desk.services.sync.view.state is ConnectionState.SIGNED_OUT


def test_sign_in_keeps_one_secret_and_a_private_store(desk: Desk, tmp_path: Path) -> None:
    me = desk.services.session.me
    assert me is not None
    assert (me.login, me.caisse.code) == ("claire.exemple", "picardie")
    assert desk.keyring.secret is not None
    names = [str(each.relative_to(tmp_path)) for each in tmp_path.rglob("*")]
    assert not any("claire.exemple" in name or "127.0.0.1" in name for name in names)
    files = [each for each in (tmp_path / "claire").rglob("*") if each.is_file()]
    assert {each.stat().st_mode & 0o077 for each in files} == {0}
    # The tokens are nowhere on the disk.
    assert not any(desk.keyring.secret.encode() in each.read_bytes() for each in files)


def test_next_start_needs_no_browser(qtbot: QtBot, portal: RunningPortal, tmp_path: Path) -> None:
    with desk_on(qtbot, portal, tmp_path / "d") as desk:
        first_secret = desk.sign_in().keyring.secret

    def no_browser(_: str) -> bool:
        raise AssertionError("the browser must not be needed")

    with desk_on(qtbot, portal, tmp_path / "d", keyring=desk.keyring, open_url=no_browser) as again:
        again.wait(lambda: again.services.session.me is not None)
        again.wait_loaded()
        assert again.keyring.secret not in (None, first_secret), "rotated, and kept"


def test_wrong_password_then_cancelled(qtbot: QtBot, portal: RunningPortal, tmp_path: Path) -> None:
    browser = AgentBrowser("claire.exemple", "pas-le-bon-mot-de-passe")
    with desk_on(qtbot, portal, tmp_path / "d", open_url=browser.open) as desk:
        desk.services.session.sign_in()
        assert desk.services.session.is_signing_in
        desk.services.session.sign_in()  # a second click changes nothing
        desk.services.session.cancel_sign_in()
        desk.wait(lambda: desk.heard_of("failed"))
        assert desk.heard_of("failed") == ["cancelled"]
        assert not desk.services.session.is_signing_in


def test_an_adherent_is_no_agent(qtbot: QtBot, portal: RunningPortal, tmp_path: Path) -> None:
    """The portal tells them on its page; desk goes on waiting until it is cancelled."""
    browser = AgentBrowser(ADHERENT_NIR, ADHERENT_PASSWORD)
    with desk_on(qtbot, portal, tmp_path / "d", open_url=browser.open) as desk:
        desk.services.session.sign_in()
        desk.services.session.cancel_sign_in()
        desk.wait(lambda: desk.heard_of("failed"))
        assert desk.services.session.me is None


@pytest.mark.parametrize(
    ("what", "on", "code"),
    [
        (What.DROP_BEFORE, "well-known", "offline"),
        (What.HTML, "well-known", "not_the_portal"),
        (What.STATUS, "well-known", "portal_error"),
        (What.DROP_BEFORE, "POST /o/token/", "offline"),
        (What.HTML, "POST /o/token/", "not_the_portal"),
        (What.STATUS, "GET /api/v1/me", "portal_error"),
    ],
)
def test_sign_in_through_a_bad_line(
    qtbot: QtBot, proxy: FaultProxy, tmp_path: Path, what: What, on: str, code: str
) -> None:
    proxy.fail(what, on, times=None)
    with desk_on(qtbot, proxy.url, tmp_path / "d") as desk:
        desk.services.session.sign_in()
        desk.wait(lambda: desk.heard_of("failed"))
        assert desk.heard_of("failed") == [code]
        proxy.heal()
        desk.heard.clear()
        desk.sign_in()


def test_no_browser_on_this_machine(qtbot: QtBot, portal: RunningPortal, tmp_path: Path) -> None:
    with desk_on(qtbot, portal, tmp_path / "d", open_url=lambda _: False) as desk:
        desk.services.session.sign_in()
        desk.wait(lambda: desk.heard_of("failed"))
        assert desk.heard_of("failed") == ["browser"]


def test_signing_out_revokes_forgets_and_keeps_the_draft(
    qtbot: QtBot, proxy: FaultProxy, tmp_path: Path
) -> None:
    with desk_on(qtbot, proxy.url, tmp_path / "d") as desk:
        desk.sign_in()
        thread_id = desk.open_threads()[0]
        desk.write(thread_id, TEXT)
        desk.heard.clear()
        desk.services.session.sign_out()
        assert desk.services.session.me is None
        desk.wait(lambda: proxy.count("POST /o/revoke_token/") == 1)
        desk.wait(lambda: desk.keyring.secret is None)
        assert desk.services.sync.view.state is ConnectionState.SIGNED_OUT
        desk.wait(lambda: [each for each in desk.heard_of("changed") if each.origin == "store"])
        desk.sign_in()
        draft = desk.thread(thread_id).draft
        assert draft is not None
        assert draft.text == TEXT
    with desk_on(qtbot, proxy.url, tmp_path / "d", keyring=desk.keyring) as again:
        again.wait(lambda: again.services.session.me is not None)


def test_signing_out_offline_still_forgets(qtbot: QtBot, proxy: FaultProxy, tmp_path: Path) -> None:
    with desk_on(qtbot, proxy.url, tmp_path / "d") as desk:
        desk.sign_in()
        proxy.fail(What.DROP_BEFORE, ".", times=None)
        desk.services.session.sign_out()
        desk.wait(lambda: desk.keyring.secret is None)
    with desk_on(qtbot, proxy.url, tmp_path / "d", keyring=desk.keyring) as again:
        again.wait(lambda: again.heard_of("signed_out"))
        assert again.services.session.me is None


def test_another_agent_on_the_same_pc_sees_nothing_of_the_first(
    qtbot: QtBot, portal: RunningPortal, tmp_path: Path
) -> None:
    with desk_on(qtbot, portal, tmp_path / "d") as desk:
        desk.sign_in()
        thread_id = desk.open_threads()[0]
        desk.write(thread_id, TEXT)
        desk.services.session.sign_out()
        desk.wait(lambda: desk.keyring.secret is None)
    with desk_on(
        qtbot, portal, tmp_path / "d", keyring=desk.keyring, login="karim.exemple"
    ) as other:
        other.sign_in()
        assert other.thread(thread_id).draft is None
    assert len(list((tmp_path / "d" / "stores").iterdir())) == 2


def refreshed(desk: Desk, proxy: FaultProxy, before: int) -> bool:
    """Whether a conversation opened now has had the token renewed once more than `before`."""
    desk.services.conversations.close_all()
    desk.services.conversations.load(desk.open_threads()[-1], lambda _: None)
    return proxy.count("POST /o/token/") > before


def test_access_token_that_ends_in_the_middle(qtbot: QtBot, tmp_path: Path) -> None:
    """Each token lives 11 s, of which the last 10 are not used: everything is renewed silently."""
    with (
        running_portal(tmp_path / "portal", PORTAL_ACCESS_TOKEN_SECONDS="11") as portal,
        FaultProxy(portal.url) as proxy,
        desk_on(qtbot, proxy.url, tmp_path / "desk") as desk,
    ):
        desk.sign_in()
        threads = desk.open_threads()
        for number, thread_id in enumerate(threads[:3]):
            desk.publish(thread_id, f"{TEXT} ({number})")
            desk.wait_state(thread_id, ReplyState.PUBLISHED)
            desk.services.sync.refresh()
            assert replies_at(portal, thread_id) == [f"{TEXT} ({number})"]
            # Until the present token has ended.
            renewed = proxy.count("POST /o/token/")
            desk.wait(lambda n=renewed: refreshed(desk, proxy, n))  # type: ignore[misc]
        assert "sign_in_needed" not in [each[0] for each in desk.heard]
        assert desk.heard_of("conflict") == []


def test_a_session_survives_the_lost_answers_to_its_renewal(desk: Desk, proxy: FaultProxy) -> None:
    """The portal gave new tokens three times and more, and nobody received them."""
    tokens = desk.services.session.tokens
    before = desk.keyring.secret
    # Until healed: the feed may ask for a new token at the same instant, and use tries up.
    proxy.fail(What.DROP_AFTER, "POST /o/token/", times=None)
    renewals = proxy.count("POST /o/token/")
    tokens._ends_at = 0.0
    failed: list[Exception] = []
    desk.services.lanes.http(tokens.access_token, None, failed.append)
    desk.wait(lambda: failed)
    assert isinstance(failed[0], Offline)
    assert proxy.count("POST /o/token/") >= renewals + REFRESH_TRIES
    assert desk.keyring.secret == before
    proxy.heal()
    given: list[str] = []
    desk.services.lanes.http(tokens.access_token, given.append)
    desk.wait(lambda: given)
    assert desk.keyring.secret not in (None, before)
    thread_id = desk.open_threads()[0]
    desk.publish(thread_id, TEXT)
    desk.wait_state(thread_id, ReplyState.PUBLISHED)
    assert "sign_in_needed" not in [each[0] for each in desk.heard]


def test_the_next_agent_is_not_signed_in_by_the_formers_cookie(
    qtbot: QtBot, portal: RunningPortal, tmp_path: Path
) -> None:
    """One browser on a shared PC: after Claire has left desk, it asks Karim who he is."""
    browser = WebForms(portal.url)
    who = ["claire.exemple"]
    asked: list[bool] = []

    def visit(address: str) -> None:
        browser.open(address)
        asked.append(browser.reads("Identifiant d’agent"))
        if asked[-1]:
            browser.submit(
                "Se connecter", {"Identifiant d’agent": who[0], "Mot de passe": AGENT_PASSWORD}
            )

    def open_url(address: str) -> bool:
        threading.Thread(target=visit, args=(address,), daemon=True).start()
        return True

    with desk_on(qtbot, portal, tmp_path / "d", open_url=open_url) as desk:
        desk.sign_in()
        # Her session ends while she works: the same browser, the same agent, no question.
        desk.services.session.sign_in()
        desk.wait(lambda: not desk.services.session.is_signing_in)
        desk.services.session.sign_out()
        desk.wait(lambda: desk.services.session.me is None)
        who[0] = "karim.exemple"
        desk.sign_in()
        me = desk.services.session.me
        assert me is not None
        assert me.login == "karim.exemple"
        assert asked == [True, False, True]


def test_refused_tokens_are_renewed_and_the_publication_repeated(
    desk: Desk, proxy: FaultProxy, portal: RunningPortal
) -> None:
    thread_id = desk.open_threads()[0]
    bearer = {"WWW-Authenticate": 'Bearer realm="msa-desk"'}
    proxy.fail(What.STATUS, "/replies", status=401, slug="not-signed-in", headers=bearer)
    before = proxy.count("POST /o/token/")
    desk.publish(thread_id, TEXT)
    desk.wait_state(thread_id, ReplyState.PUBLISHED)
    assert proxy.count("POST /o/token/") == before + 1
    assert replies_at(portal, thread_id) == [TEXT]


def test_ended_session_parks_the_reply_asks_once_and_sends_it_after_sign_in(
    desk: Desk, proxy: FaultProxy, portal: RunningPortal
) -> None:
    thread_id = desk.open_threads()[0]
    bearer = {"WWW-Authenticate": 'Bearer realm="msa-desk"'}
    proxy.fail(What.STATUS, "/replies", times=None, status=401, slug="n", headers=bearer)
    desk.services.session.tokens._refresh = "spent-or-never-given"
    desk.publish(thread_id, TEXT)
    parked = desk.wait_attempt(thread_id, 1, ReplyState.QUEUED)
    assert parked.next_try_ms is None
    desk.wait(lambda: "sign_in_needed" in [each[0] for each in desk.heard])
    other = desk.open_threads()[1]
    desk.publish(other, TEXT)
    desk.wait(lambda: desk.entries(other))
    assert (desk.entries(other)[-1].attempts, proxy.count("/replies")) == (0, 0)
    assert desk.keyring.secret is None
    proxy.heal()
    desk.sign_in()
    desk.wait_state(thread_id, ReplyState.PUBLISHED)
    desk.wait_state(other, ReplyState.PUBLISHED)
    assert [each[0] for each in desk.heard].count("sign_in_needed") == 1
    assert replies_at(portal, thread_id) == [TEXT]

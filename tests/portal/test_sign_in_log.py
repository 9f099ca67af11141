"""Each decision of the doors is in the log, and the log names nobody (ASVS V7.1.3, V7.2.1)."""

import logging

import pytest

from tests.support.reader import Reader
from tests.support.web_world import ODILE, PASSWORD, WebWorld

LOGGER = "portal.accounts.sign_in_log"
WRONG = "pas-le-bon-2026"


@pytest.fixture(autouse=True)
def everything(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, LOGGER)


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [each.getMessage() for each in caplog.records if each.name == LOGGER]


def sign_in(login: str, password: str = PASSWORD, door: str = "/connexion/") -> Reader:
    return Reader().open(door).press("Se connecter", login=login, password=password)


def test_one_account_can_be_followed_and_is_not_named(
    web: WebWorld, caplog: pytest.LogCaptureFixture
) -> None:
    sign_in(ODILE, WRONG)
    sign_in(ODILE, door="/agents/connexion/")
    sign_in("1560799131000", WRONG)
    sign_in(ODILE).press("Se déconnecter")
    told = lines(caplog)
    assert [each.split(",")[0].split(": ")[-1] for each in told] == [
        "not right", "another door's", "not right", "at account_login", "at sign-out",
    ]  # fmt: skip
    assert [each.split(":")[0] for each in told[3:]] == ["signed in", "signed out"]
    marks = [each.split("account ")[1].split(",")[0].split(" ")[0] for each in told]
    assert len({marks[0], marks[1], marks[3], marks[4]}) == 1, "one account, one mark"
    assert marks[2] != marks[0]
    assert f"(number {web.odile.user_id})" in told[3]
    for secret in (ODILE, "1560799131000", "Odile", PASSWORD, WRONG, "127.0.0.1"):
        assert secret not in "\n".join(told)


def test_who_is_suspended_is_told_apart(web: WebWorld, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(6):
        sign_in("claire.exemple", WRONG, "/agents/connexion/")
    told = lines(caplog)
    assert [each.split(",")[0] for each in told] == ["sign-in refused: not right"] * 5 + [
        "sign-in refused: suspended"
    ]
    assert "at agent-sign-in" in told[0]
    assert len({each.split("from ")[1] for each in told}) == 1

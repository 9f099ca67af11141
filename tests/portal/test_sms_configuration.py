"""The gateway's settings: all of them, or a start that says which is wrong."""

import pytest

from portal.environment import ConfigurationError
from portal.notifications.sms.configuration import EUROPE, read_sms

WHOLE = {
    "PORTAL_SMS_SERVICE": "sms-ab12345-1",
    "PORTAL_SMS_APPLICATION_KEY": "une-cle",
    "PORTAL_SMS_APPLICATION_SECRET": "un-secret-invente",
    "PORTAL_SMS_CONSUMER_KEY": "une-autre-cle",
    "PORTAL_SMS_SENDER": "MSA",
}


@pytest.fixture(autouse=True)
def whole(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in WHOLE.items():
        monkeypatch.setenv(name, value)


def test_all_that_is_needed() -> None:
    account = read_sms()
    assert account is not None
    assert (account.endpoint, account.sender) == (EUROPE, "MSA")
    assert account.reaches("+33612345678")
    assert account.reaches("+262692000000")
    assert not account.reaches("+14155550123")
    for secret in ("un-secret-invente", "une-autre-cle"):
        assert secret not in repr(account)


def test_nothing_is_no_gateway(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PORTAL_SMS_SERVICE")
    assert read_sms() is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORTAL_SMS_APPLICATION_KEY", ""),
        ("PORTAL_SMS_APPLICATION_SECRET", ""),
        ("PORTAL_SMS_CONSUMER_KEY", ""),
        ("PORTAL_SMS_SENDER", ""),
        ("PORTAL_SMS_SENDER", "MSA de Picardie"),
        ("PORTAL_SMS_ENDPOINT", "http://eu.api.ovh.com/1.0"),
        ("PORTAL_SMS_COUNTRIES", "33,France"),
    ],
)
def test_what_is_wrong_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError, match=name):
        read_sms()

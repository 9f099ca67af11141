"""A worker's threads outlive what nobody foresaw, and tell the log without quoting anybody."""

import logging
from contextlib import contextmanager
from dataclasses import replace
from threading import Event

import pytest
from django.db import OperationalError
from django.utils import timezone

from portal.environment import ReturnsMailbox
from portal.notifications.models import Notification, ReturnToken
from portal.notifications.returns import reading
from portal.notifications.returns.envelope import give_tokens
from portal.operations.logs import LineFormatter
from portal.operations.perseverance import LONGEST_WAIT_SECONDS, keep_at, wait_after
from tests.portal.test_returned_reports import report
from tests.support.api_world import build_world

pytestmark = pytest.mark.django_db
MAILBOX = ReturnsMailbox(
    address="retours@exemple-msa.test", host="127.0.0.1", port=1, user="retours", password=""
)


class Waits:
    """Notes each wait instead of waiting, and ends the work after so many."""

    def __init__(self, enough: int) -> None:
        self.seconds: list[float] = []
        self.stopping = Event()
        self._enough = enough

    def __call__(self, seconds: float) -> bool:
        self.seconds.append(seconds)
        if len(self.seconds) == self._enough:
            self.stopping.set()
        return self.stopping.is_set()


def test_a_surprise_is_told_without_its_words_and_tried_again_later_and_later(caplog):
    outcomes = [ValueError("jeanne@exemple-msa.test"), KeyError("x"), None, TypeError("y"),
                OperationalError("away"), None]  # fmt: skip
    waits = Waits(len(outcomes))

    def step() -> float:
        outcome = outcomes[len(waits.seconds)]
        if outcome is not None:
            raise outcome
        return 60.0

    keep_at(step, waits.stopping, "returned e-mails", wait=waits)
    assert waits.seconds == [1, 2, 60, 1, 1, 60]
    assert wait_after(100) == LONGEST_WAIT_SECONDS
    lines = [LineFormatter().format(each) for each in caplog.records]
    assert sum("returned e-mails failed" in each for each in lines) == 3
    assert "builtins.ValueError" in lines[0]
    assert not any("jeanne" in each for each in lines)


def test_one_message_that_nobody_foresaw_keeps_no_other_from_being_read(
    settings, monkeypatch, caplog
):
    caplog.set_level(logging.INFO)
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, returns=MAILBOX)
    build_world().send()
    notification = Notification.objects.get()
    give_tokens([notification.email_id])
    Notification.objects.update(state="handed_over", handed_over_at=timezone.now())
    good = report("5.1.1").replace("0123456789abcdef" * 2, ReturnToken.objects.get().token)
    inbox = _Inbox({b"1": b"poison", b"2": good.encode()})

    @contextmanager
    def opened(_mailbox):
        yield inbox

    real = reading.read

    def read(content, address):
        if content == b"poison":
            raise AssertionError("jeanne@exemple-msa.test")
        return real(content, address)

    monkeypatch.setattr(reading, "opened", opened)
    monkeypatch.setattr(reading, "read", read)
    reading.visit_mailbox()
    assert inbox.flagged == [b"1"]
    assert inbox.removed == [b"2"]
    assert Notification.objects.get().returned_at is not None
    assert not any("jeanne" in LineFormatter().format(each) for each in caplog.records)


class _Inbox:
    """What `portal.notifications.returns.mailbox.Inbox` does, of messages that are given."""

    def __init__(self, messages: dict[bytes, bytes]) -> None:
        self._messages = messages
        self.flagged: list[bytes] = []
        self.removed: list[bytes] = []

    def numbers(self) -> list[bytes]:
        return list(self._messages)

    def content(self, number: bytes) -> bytes:
        return self._messages[number]

    def leave_for_people(self, number: bytes) -> None:
        self.flagged.append(number)

    def remove(self, number: bytes) -> None:
        self.removed.append(number)

    def clear(self) -> None:
        self._messages = {}

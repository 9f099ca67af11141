"""The mailbox of returns, read from a real IMAP server over TLS."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.utils import timezone

from portal.environment import ReturnsMailbox, read_environment
from portal.notifications.models import Notification, ReturnToken
from portal.notifications.returns.envelope import give_tokens
from portal.notifications.returns.mailbox import Inbox, MailboxUnavailable
from portal.notifications.returns.reading import read_returns, visit_mailbox
from tests.portal.test_returned_reports import mail, report
from tests.support.api_world import build_world
from tests.support.mail_host import DOVECOT, EXIM, RETURNS, MailHost

pytestmark = pytest.mark.skipif(
    not (EXIM.exists() and DOVECOT.exists()),
    reason="another mail server is installed here in the place of Exim",
)
ADDRESS = "retours@exemple-msa.test"


@pytest.fixture
def host() -> Iterator[MailHost]:
    with MailHost() as running:
        yield running


@pytest.fixture
def mailbox(host: MailHost, monkeypatch: pytest.MonkeyPatch) -> ReturnsMailbox:
    monkeypatch.setenv("SSL_CERT_FILE", str(host.certificate))
    monkeypatch.setenv("PORTAL_RETURNS_ADDRESS", ADDRESS)
    monkeypatch.setenv("PORTAL_RETURNS_URL", host.imap_url)
    found = read_environment().returns
    assert found is not None
    return found


@pytest.fixture
def come_back(db: None, host: MailHost) -> Notification:
    """One e-mail that left, its report, an answer of absence, and a word of somebody."""
    build_world().send()
    notification = Notification.objects.get()
    give_tokens([notification.email_id])
    Notification.objects.update(state="handed_over", handed_over_at=timezone.now())
    token = ReturnToken.objects.get().token
    for each in (
        report("5.1.1"),
        mail("From: jeanne@autre.test\r\nAuto-Submitted: auto-replied"),
        mail("From: jeanne@autre.test"),
    ):
        host.deliver(RETURNS, each.replace("0123456789abcdef" * 2, token).encode())
    return notification


def test_each_is_dealt_with_once(come_back, mailbox, host):
    assert read_returns(mailbox) == {"news": 1, "automatic": 1, "for people": 1}
    come_back.refresh_from_db()
    assert come_back.cause == "mailbox_unknown"
    (left,) = host.inbox(RETURNS)
    assert left["From"] == "jeanne@autre.test"
    assert read_returns(mailbox) == {}


def test_cut_off_before_it_was_removed_a_report_is_read_again_and_counts_once(
    come_back, mailbox, host, monkeypatch
):
    with monkeypatch.context() as cut:
        cut.setattr(Inbox, "_ask", _cut_at("STORE", Inbox._ask))
        with pytest.raises(MailboxUnavailable):
            read_returns(mailbox)
    first = Notification.objects.get().returned_at
    assert first is not None
    assert read_returns(mailbox) == {"known": 1, "automatic": 1, "for people": 1}
    assert Notification.objects.get().returned_at == first


def test_a_mailbox_that_is_away_loses_nothing(come_back, mailbox, host, settings, caplog):
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, returns=mailbox)
    host.stop_mailboxes()
    visit_mailbox()
    assert "cannot be read" in caplog.text
    assert Notification.objects.get().returned_at is None
    host.start_mailboxes()
    visit_mailbox()
    assert Notification.objects.get().returned_at is not None


def test_nobody_else_gets_the_password(mailbox, monkeypatch):
    refused = replace(mailbox, password="un autre")
    with pytest.raises(MailboxUnavailable) as error:
        read_returns(refused)
    assert "un autre" not in str(error.value)
    # A host that nobody vouches for is not told it at all.
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(MailboxUnavailable, match="SSLCertVerificationError"):
        read_returns(mailbox)


def _cut_at(command, ask):
    def cut(self, asked, *arguments):
        if asked == command:
            raise MailboxUnavailable(command)
        return ask(self, asked, *arguments)

    return cut

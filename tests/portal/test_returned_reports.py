"""What arrives in the mailbox of returns is told apart: real servers' reports, answers, spam."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.environment import ConfigurationError, read_environment
from portal.notifications.returns.causes import cause_of, is_of_the_address
from portal.notifications.returns.envelope import envelope_sender, token_in
from portal.notifications.returns.report import Automatic, Fate, ForPeople, Report, read

ADDRESS = "retours@exemple-msa.test"
TOKEN = "0123456789abcdef0123456789abcdef"
SENT_BY = envelope_sender(ADDRESS, TOKEN)


def report(status: str, action: str = "failed", diagnostic: str = "", head: str = "") -> str:
    """As Postfix writes them."""
    return (
        f"Return-Path: <>\r\n{head}From: MAILER-DAEMON@autre.test (Mail Delivery System)\r\n"
        f"To: {SENT_BY}\r\nSubject: Undelivered Mail Returned to Sender\r\n"
        "Auto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="x"\r\n\r\n'
        "--x\r\nContent-Type: text/plain\r\n\r\nThis is the mail system.\r\n"
        "--x\r\nContent-Type: message/delivery-status\r\n\r\n"
        "Reporting-MTA: dns; autre.test\r\nArrival-Date: Fri, 20 Nov 2026 10:00:00 +0100\r\n\r\n"
        "Final-Recipient: rfc822; inconnue@autre.test\r\n"
        f"Action: {action}\r\nStatus: {status}\r\n"
        f"{diagnostic and f'Diagnostic-Code: smtp; {diagnostic}'}\r\n"
        "--x\r\nContent-Type: message/rfc822\r\n\r\n"
        f"Return-Path: <{SENT_BY}>\r\nSubject: 4.4.7\r\n\r\nBonjour\r\n--x--\r\n"
    )


def mail(head: str, body: str = "Bonjour") -> str:
    return f"{head}\r\nTo: {SENT_BY}\r\nSubject: Bonjour\r\n\r\n{body}\r\n"


def arrived(text: str) -> Report | Automatic | ForPeople:
    return read(text.encode(), ADDRESS)


@pytest.mark.parametrize(
    ("text", "fate", "status", "permanent"),
    [
        (report("5.1.1"), Fate.RETURNED, "5.1.1", True),
        (report("5.0.0", diagnostic="550 5.1.1 no such user"), Fate.RETURNED, "5.1.1", True),
        (report("5.0.0", diagnostic="550 Unrouteable address"), Fate.RETURNED, "5.0.0", True),
        # It was tried for days and is given up: gone, and yet nothing lasting was said.
        (report("4.4.7"), Fate.RETURNED, "4.4.7", False),
        (report("4.4.1", action="delayed"), Fate.DELAYED, "4.4.1", False),
        (report("2.0.0", action="delivered"), Fate.DELIVERED, "2.0.0", False),
        (report("5.1.1 (no such user)", action="failed (bounced)"), Fate.RETURNED, "5.1.1", True),
        (
            report("5.1.1").replace("report-type=delivery-status; ", ""),
            Fate.RETURNED,
            "5.1.1",
            True,
        ),
        # qmail, which has no structure; Exim of old, which names whom it failed for.
        (
            mail(
                "Return-Path: <>\r\nFrom: MAILER-DAEMON@autre.test",
                "Hi. This is the qmail-send program at autre.test.\r\n<inconnue@autre.test>:\r\n"
                "192.0.2.25 failed after I sent the message.\r\nRemote host said: 550 no mailbox",
            ),
            Fate.RETURNED,
            "5.0.0",
            True,
        ),
        (
            mail(
                "X-Failed-Recipients: inconnue@autre.test\r\nAuto-Submitted: auto-replied\r\n"
                "From: Mail Delivery System <Mailer-Daemon@autre.test>",
                "A message that you sent could not be delivered.",
            ),
            Fate.RETURNED,
            "",
            False,
        ),
        (
            mail(
                "Return-Path: <>\r\nFrom: postmaster@autre.test",
                "450 4.2.2 mailbox full, will be tried again",
            ).replace("Subject: Bonjour", "Subject: Warning: delayed 4 hours"),
            Fate.DELAYED,
            "4.2.2",
            False,
        ),
    ],
)
def test_reports(text, fate, status, permanent):
    found = arrived(text)
    assert found == Report(TOKEN, fate, status)
    assert found.is_permanent is permanent


@pytest.mark.parametrize(
    "text",
    [
        # RFC 3834 and 5230: of an absence, with a null sender as a report has.
        mail(
            "Return-Path: <>\r\nFrom: jeanne@autre.test\r\nAuto-Submitted: auto-replied (rejected)"
        ),
        mail("From: jeanne@autre.test\r\nX-Autoreply: yes"),
        mail("From: jeanne@autre.test\r\nPrecedence: bulk"),
        # RFC 8098: it was read. RFC 5965: somebody complains.
        report("5.1.1").replace("delivery-status", "disposition-notification"),
        report("5.1.1").replace("delivery-status", "feedback-report"),
        # Passed on to a list or another mailbox: nobody knows any more.
        report("2.0.0", action="relayed"),
        report("2.0.0", action="expanded"),
    ],
)
def test_what_no_delivery_can_be_read_from_is_ignored(text):
    assert isinstance(arrived(text), Automatic)


@pytest.mark.parametrize(
    "text",
    [
        mail("From: jeanne@autre.test"),
        mail("Return-Path: <jeanne@autre.test>\r\nFrom: MAILER-DAEMON@autre.test", "550 5.1.1"),
        # Without the token anybody could say so.
        report("5.1.1").replace(TOKEN, "f" * 31),
        report("5.1.1").replace("exemple-msa.test", "ailleurs.test"),
    ],
)
def test_the_rest_is_left_for_people(text):
    assert isinstance(arrived(text), ForPeople)


@pytest.mark.parametrize("name", ["Delivered-To", "X-Original-To", "Envelope-to"])
def test_the_envelope_is_found_wherever_the_server_left_it(name):
    text = report("5.1.1").replace(
        f"To: {SENT_BY}", f"To: x@y.test\r\n{name}: {SENT_BY.upper()}", 1
    )
    assert arrived(text) == Report(TOKEN, Fate.RETURNED, "5.1.1")


def test_parts_within_parts_end_nobodys_reading():
    deep = "".join(
        f'--{n}\r\nContent-Type: multipart/mixed; boundary="{n + 1}"\r\n\r\n' for n in range(4000)
    )
    head = f'Return-Path: <>\r\nTo: {SENT_BY}\r\nContent-Type: multipart/report; boundary="0"'
    assert not isinstance(arrived(f"{head}\r\n\r\n{deep}"), Report)


@given(
    st.binary(max_size=300),
    st.integers(0, 900),
    st.integers(0, 900),
    st.sampled_from([b"", b"\0", b"\xff\xfe", b"=?utf-8?b?\xff?=", b"\r\n\r\n"]),
)
def test_whatever_arrives_is_sorted(noise, start, length, cut):
    whole = report("5.1.1").encode()
    torn = whole[:start] + cut + noise + whole[start + length :]
    assert isinstance(read(torn, ADDRESS), Report | Automatic | ForPeople)
    assert isinstance(read(noise, ADDRESS), Automatic | ForPeople)


@pytest.mark.parametrize(
    ("address", "url", "named"),
    [
        (ADDRESS, "", "go together"),
        ("", "imaps://retours:x@courrier.test", "go together"),
        ("retours+x@exemple-msa.test", "imaps://retours:x@courrier.test", "without [+]"),
        ("retours", "imaps://retours:x@courrier.test", "an address"),
        (ADDRESS, "pop3://retours:x@courrier.test", "PORTAL_RETURNS_URL"),
        (ADDRESS, "imaps://courrier.test", "PORTAL_RETURNS_URL"),
        (ADDRESS, "imap://retours:x@courrier.test", "in clear"),
    ],
)
def test_a_mailbox_that_cannot_be_meant_stops_the_start(monkeypatch, address, url, named):
    monkeypatch.setenv("PORTAL_RETURNS_ADDRESS", address)
    monkeypatch.setenv("PORTAL_RETURNS_URL", url)
    with pytest.raises(ConfigurationError, match=named):
        read_environment()


def test_a_token_is_all_that_the_address_tells():
    assert token_in(f"<{SENT_BY}>", ADDRESS) == TOKEN
    assert token_in(ADDRESS, ADDRESS) == ""
    assert len(SENT_BY.partition("@")[0]) <= 64  # RFC 5321, 4.5.3.1.1


@pytest.mark.parametrize(
    ("status", "cause", "of_the_address"),
    [
        ("5.1.1", "mailbox_unknown", True),
        ("5.2.1", "mailbox_closed", True),
        ("5.2.2", "mailbox_full", True),
        ("5.4.4", "no_way_there", True),
        ("5.0.0", "returned", True),
        ("5.6.1", "message_refused", False),
        ("5.3.4", "message_refused", False),
        ("5.7.1", "refused_by_rule", False),
        ("4.4.7", "not_in_time", False),
        ("4.2.2", "mailbox_full", True),
        ("", "returned", True),
    ],
)
def test_causes(status, cause, of_the_address):
    assert cause_of(status) == cause
    assert is_of_the_address(cause) is of_the_address

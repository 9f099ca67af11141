"""Around the messages: who wrote for whom, and how the adherent will be told."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desk.models.snapshots import MessageView, NotificationView, Proxy, Reach, ThreadView
from desk.services.proof.chain import proofs
from desk.ui.common.times import Times
from desk.ui.composer.confirm import ConfirmDialog
from desk.ui.conversation.header import ConversationHeader
from desk.ui.conversation.history import History
from desk.ui.proof.words import step_details, step_named
from desk.ui.theme import Theme
from tests.support.views import a_thread_view

NOW_MS = 1_493_800_000_000


def said(widget: QWidget) -> list[str]:
    """Every word shown, in the order in which it was made."""
    shown = [each for each in widget.findChildren(QLabel) if not each.isHidden()]
    return [each.text() for each in shown if each.text()]


@pytest.fixture
def by_proxy() -> ThreadView:
    """Firmin has written for Odile."""
    firmin = Proxy("Firmin Hameau", "Monsieur", "Hameau")
    return a_thread_view(
        messages=(
            MessageView(1, "in", "question", None, "Bonjour", NOW_MS - 9_000, proxy=firmin),
            MessageView(2, "out", "holding", "Karim", "Nous cherchons.", NOW_MS - 8_000),
        ),
        notifications=(
            NotificationView(
                9, 1, "acknowledgement", "email", "to_send", 0, "", None, None, "", firmin.name
            ),
        ),
    )


def test_r_act_02_who_writes_for_whom_is_plain(
    qtbot: QtBot, theme: Theme, by_proxy: ThreadView
) -> None:
    header, history = ConversationHeader(theme), History(theme)
    dialog = ConfirmDialog(theme, Times(), by_proxy, "Oui.", "answer", online=True)
    for widget in (header, history, dialog):
        qtbot.addWidget(widget)
    plain = "Monsieur Firmin Hameau writes for FERRANDIER Odile, under a procuration"
    header.show_thread(by_proxy, Times(), NOW_MS)
    assert plain in said(header)
    history.show_thread(by_proxy, Times(), NOW_MS)
    words = said(history)
    assert "Firmin Hameau, for FERRANDIER Odile" in words
    assert words.count("Procuration") == 1, "not on the reply"
    assert "Acknowledgement to Firmin Hameau: to be sent" in words
    assert "Firmin Hameau" in said(dialog)

    header.show_thread(a_thread_view(), Times(), NOW_MS)
    assert plain not in said(header)


def test_what_it_was_called_on_its_day_is_told_quietly(qtbot: QtBot, theme: Theme) -> None:
    header = ConversationHeader(theme)
    qtbot.addWidget(header)
    renamed = ("Retraite, carrière, réversion", "Ma réversion")
    header.show_thread(a_thread_view(former_names=renamed), Times(), NOW_MS)
    assert "formerly: Retraite, carrière, réversion  ›  Ma réversion" in said(header)
    header.show_thread(a_thread_view(), Times(), NOW_MS)
    assert not [words for words in said(header) if words.startswith("formerly")]


@pytest.mark.parametrize(
    ("changed", "above", "before_publishing"),
    [
        ({}, "E-mail verified", ["The adherent will receive the “answer available” e-mail."]),
        (
            {"email_state": "missing", "reach": Reach(by_post=True)},
            "No e-mail: will not be notified · answer asked for by post",
            [
                "The adherent has no e-mail address: nobody will tell them.",
                "They ask for the answer by post: print it and send it.",
            ],
        ),
        (
            {"reach": Reach(by_email=False, by_sms=True)},
            "Wants no e-mail · SMS asked for, the portal sends none",
            [
                "The adherent asked for no e-mail: they see the reply when they visit.",
                "They asked for an SMS: this portal sends none.",
            ],
        ),
        (
            {"reach": Reach(by_email=False, by_sms=True, sms_state="verified")},
            "Wants no e-mail · SMS asked for",
            [
                "The adherent asked for no e-mail: the SMS tells them.",
                "They will receive the “answer available” SMS.",
            ],
        ),
        (
            {"reach": Reach(by_sms=True, sms_state="unverified")},
            "E-mail verified · SMS asked for, number not confirmed",
            [
                "The adherent will receive the “answer available” e-mail.",
                "They asked for an SMS, but no number is confirmed: none.",
            ],
        ),
        (
            {
                "email_state": "missing",
                "reach": Reach(by_sms=True, sms_state="verified", sms_refused=True),
            },
            "No e-mail: will not be notified · The last SMS did not reach their telephone",
            [
                "The adherent has no e-mail address: nobody will tell them.",
                "An SMS leaves too, but the last one did not reach their telephone.",
            ],
        ),
        (
            {"reach": Reach(refused=True)},
            "Their address refused the last e-mail",
            [
                "The adherent will receive the “answer available” e-mail.",
                "Their address refused the last e-mail: it will not arrive either.",
            ],
        ),
        (
            {"reach": Reach(failing_ms=NOW_MS)},
            "E-mails to their address come back",
            [
                "The adherent will receive the “answer available” e-mail.",
                "E-mails to their address come back: it will probably not arrive either.",
            ],
        ),
    ],
)
def test_how_the_adherent_will_be_told_is_said_before_writing(
    qtbot: QtBot,
    theme: Theme,
    changed: dict[str, object],
    above: str,
    before_publishing: list[str],
) -> None:
    thread = a_thread_view(**changed)
    header = ConversationHeader(theme)
    dialog = ConfirmDialog(theme, Times(), thread, "Oui.", "answer", online=True)
    for widget in (header, dialog):
        qtbot.addWidget(widget)
    header.show_thread(thread, Times(), NOW_MS)
    assert above in said(header)
    words = said(dialog)
    at = words.index(before_publishing[0])
    assert words[at : at + len(before_publishing)] == before_publishing
    assert "e-mail" not in "".join(words[at + len(before_publishing) :])


def test_what_became_of_each_sms_is_said(qtbot: QtBot, theme: Theme) -> None:
    times, reference = Times(), "msa-0123456789abcdef"
    told = (
        NotificationView(
            7, 1, "acknowledgement", "sms", "failed", 1, "number_refused", None, None, reference
        ),
        NotificationView(
            8, 2, "reply_available", "sms", "handed_over", 2, "", None, NOW_MS, reference
        ),
        NotificationView(
            9, 2, "reply_available", "email", "failed", 1, "server_unreachable", NOW_MS, None
        ),
    )
    thread = a_thread_view(
        messages=(
            MessageView(1, "in", "question", None, "Bonjour", NOW_MS - 9_000),
            MessageView(2, "out", "answer", "Karim", "Oui.", NOW_MS - 8_000),
        ),
        notifications=told,
    )
    history = History(theme)
    qtbot.addWidget(history)
    history.show_thread(thread, times, NOW_MS)
    words = " / ".join(said(history))
    refused = "SMS that confirms the message: failed (number refused), no further try"
    assert refused in words
    assert "“Answer available” SMS: handed to the SMS gateway" in words
    handed = next(each for each in told if each.state == "handed_over" and each.channel == "sms")
    arrived = replace(handed, delivered_ms=NOW_MS - 1_000)
    off = replace(handed, state="failed", cause="telephone_unreachable", returned_ms=NOW_MS)
    for each, plain in (
        (arrived, "“Answer available” SMS: reached the telephone"),
        (off, "“Answer available” SMS: did not reach the telephone (the telephone was off or full"),
    ):
        later = replace(thread, notifications=(each,))
        history.show_thread(later, times, NOW_MS)
        assert plain in " / ".join(said(history))
        (proof,) = proofs(later)
        assert [step_named(step) for step in proof.steps if step.channel == "sms"][-1].startswith(
            "“Answer available” SMS: " + ("reached" if each is arrived else "did not reach")
        )
    (proof,) = proofs(thread)
    (step,) = [each for each in proof.steps if each.channel == "sms"]
    assert step_named(step) == "“Answer available” SMS: handed to the SMS gateway"
    assert f"Reference at the SMS gateway: {reference}" in step_details(step, times)

"""Around the messages: who wrote for whom."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desk.models.snapshots import MessageView, NotificationView, Proxy, ThreadView
from desk.ui.common.times import Times
from desk.ui.composer.confirm import ConfirmDialog
from desk.ui.conversation.header import ConversationHeader
from desk.ui.conversation.history import History
from desk.ui.theme import Theme
from tests.support.views import a_thread_view

NOW_MS = 1_493_800_000_000


def said(widget: QWidget) -> list[str]:
    """Every word shown, in reading order of creation."""
    return [each.text() for each in widget.findChildren(QLabel) if not each.isHidden()]


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

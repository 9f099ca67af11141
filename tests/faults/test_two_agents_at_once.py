"""Two agents claim and answer the same message in the same instant, a hundred times."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from pytest_django import DjangoDbBlocker
from pytestqt.qtbot import QtBot

from desk.models.snapshots import OutboxView, ReplyState
from tests.support.databases import using
from tests.support.desk_world import Desk, desk_on, replies_at
from tests.support.portal_process import RunningPortal, running_portal

ROUNDS = 100
ENDED = (ReplyState.PUBLISHED, ReplyState.CONFLICT)


@pytest.fixture
def portal(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[RunningPortal]:
    """A portal with as many new messages as there are rounds."""
    from portal.messaging.models import Thread
    from portal.messaging.sending import send_message

    with running_portal(tmp_path / "portal") as running:
        with django_db_blocker.unblock(), using(running.database_url):
            model = Thread.objects.filter(caisse_id="picardie").select_related("adherent", "motif")
            like = model[0]
            for number in range(ROUNDS):
                send_message(
                    adherent=like.adherent,
                    motif=like.motif,
                    text=f"Bonjour, voici ma question numéro {number}.",
                    submission_key=uuid4(),
                )
        yield running


def reply_of(desk: Desk, thread_id: int) -> OutboxView | None:
    replies = [each for each in desk.entries(thread_id) if each.kind == "reply"]
    return replies[-1] if replies else None


def wait_until_ended(desk: Desk, thread_id: int) -> None:
    def ended() -> bool:
        entry = reply_of(desk, thread_id)
        return entry is not None and entry.state in ENDED

    desk.wait(ended)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.long
def test_exactly_one_reply_and_the_other_text_intact(
    qtbot: QtBot, portal: RunningPortal, tmp_path: Path
) -> None:
    won = {"claire": 0, "karim": 0}
    with (
        desk_on(qtbot, portal, tmp_path / "claire") as claire,
        desk_on(qtbot, portal, tmp_path / "karim", login="karim.exemple") as karim,
    ):
        claire.sign_in()
        karim.sign_in()
        # The newest: the messages of the demonstration have their own stories.
        threads = claire.open_threads()[-ROUNDS:]
        karim.wait(lambda: set(threads) <= set(karim.open_threads()))
        desks = {"claire": claire, "karim": karim}
        for number, thread_id in enumerate(threads):
            texts = {
                name: f"Bonjour, réponse {number} de {name} à votre question." for name in desks
            }
            for name, desk in desks.items():
                desk.write(thread_id, texts[name])
            # In turn the first to press; the requests leave on threads of their own.
            for name in sorted(desks, reverse=bool(number % 2)):
                desks[name].services.publisher.claim(thread_id)
                desks[name].services.publisher.publish(thread_id, texts[name])
            for desk in desks.values():
                wait_until_ended(desk, thread_id)
            entries = {name: reply_of(desk, thread_id) for name, desk in desks.items()}
            winners = [n for n, e in entries.items() if e and e.state is ReplyState.PUBLISHED]
            assert len(winners) == 1
            (winner,) = winners
            won[winner] += 1
            assert replies_at(portal, thread_id) == [texts[winner]]
            (loser,) = set(desks) - {winner}
            beaten = entries[loser]
            assert beaten is not None
            assert (beaten.state, beaten.text) == (ReplyState.CONFLICT, texts[loser])
            shown = desks[loser].thread(thread_id)
            assert shown.draft is not None
            assert shown.draft.text == texts[loser]
            claire.heard.clear()
            karim.heard.clear()
    assert sum(won.values()) == ROUNDS

"""The same agent on two PCs: drafts travel, and nothing is overwritten before the agent chose."""

from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest
from pytestqt.qtbot import QtBot

from desk import wire
from desk.models.snapshots import DraftView
from tests.support.desk_world import Desk, desk_on
from tests.support.portal_process import RunningPortal

HERE = "Bonjour Madame, votre dossier est complet."
THERE = "Bonjour Monsieur, il manque une pièce à votre dossier."


@pytest.fixture(autouse=True)
def soon() -> Iterator[None]:
    """Copies need not wait five seconds."""
    with mock.patch("desk.services.draft_copies.COPY_AFTER_MS", 50):
        yield


@pytest.fixture
def other_pc(qtbot: QtBot, portal: RunningPortal, tmp_path: Path) -> Iterator[Desk]:
    """Claire's other PC."""
    with desk_on(qtbot, portal, tmp_path / "other") as started:
        yield started.sign_in()


def copies(desk: Desk) -> dict[int, str]:
    """What the portal holds."""
    found: list[list[wire.Draft]] = []
    failed: list[Exception] = []
    desk.services.lanes.http(desk.services.copies._portal.drafts, found.append, failed.append)
    desk.wait(lambda: found or failed)
    return {each.thread_id: each.text for each in found[0]}


def look_again(desk: Desk) -> None:
    """As after a night: the portal is found again."""
    desk.services.sync.stop()
    desk.services.sync.start()
    desk.wait_loaded()


def test_a_draft_is_gone_on_with_elsewhere(desk: Desk, other_pc: Desk) -> None:
    thread_id = desk.open_threads()[0]
    desk.write(thread_id, HERE)
    desk.wait(lambda: copies(desk).get(thread_id) == HERE)
    look_again(other_pc)
    other_pc.wait(lambda: other_pc.thread(thread_id).draft is not None)
    draft = other_pc.thread(thread_id).draft
    assert draft is not None
    assert draft.text == HERE

    # Published there, it is a draft nowhere, and its copy is gone.
    other_pc.services.publisher.publish(thread_id, HERE)
    other_pc.wait(lambda: other_pc.thread(thread_id).status == "answered")
    other_pc.write(other_pc.open_threads()[0], "Autre chose")
    other_pc.wait(lambda: thread_id not in copies(other_pc))


@pytest.mark.parametrize("mine", [True, False])
def test_both_are_shown_before_one_wins(desk: Desk, other_pc: Desk, mine: bool) -> None:
    thread_id = desk.open_threads()[1 if mine else 2]  # the portal is shared
    asked: list[tuple[int, DraftView, wire.Draft]] = []
    other_pc.services.copies.elsewhere.connect(lambda *both: asked.append(both))
    desk.write(thread_id, HERE)
    desk.wait(lambda: copies(desk).get(thread_id) == HERE)
    other_pc.write(thread_id, THERE)
    other_pc.wait(lambda: asked)
    shown_id, local, remote = asked[0]
    assert (shown_id, local.text, remote.text) == (thread_id, THERE, HERE)
    kept = other_pc.thread(thread_id).draft
    assert kept is not None
    assert kept.text == THERE, "nothing is overwritten before the agent chose"
    assert copies(desk)[thread_id] == HERE

    if mine:
        other_pc.services.copies.keep_mine(thread_id)
        other_pc.wait(lambda: copies(other_pc)[thread_id] == THERE)
    else:
        other_pc.services.copies.take_theirs(thread_id)
        other_pc.wait(lambda: getattr(other_pc.thread(thread_id).draft, "text", "") == HERE)
    versions: list[list[str]] = []
    other_pc.services.drafts.versions(
        thread_id, lambda found: versions.append([each.text for each in found])
    )
    other_pc.wait(lambda: versions)
    assert {HERE, THERE} <= set(versions[0]), "what was not chosen can still be found"
    desk.services.drafts.discard(thread_id)
    other_pc.services.drafts.discard(thread_id)

"""The real portal is restored from a backup under a running desk."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

from pytestqt.qtbot import QtBot

from desk.models import drafts
from desk.models.snapshots import ReplyState
from tests.support.desk_world import desk_on, replies_at
from tests.support.portal_process import RunningPortal, running_portal

REPLY = "Bonjour, votre attestation est partie ce matin par la poste."
RENEW = "import django; django.setup(); from portal.api.feed_identity import renew; renew()"


def database_of(portal: RunningPortal) -> Path:
    return Path(portal.environment["PORTAL_DATA"]) / "portal.sqlite3"


def restore(portal: RunningPortal, backup: Path) -> None:
    for left in database_of(portal).parent.glob("portal.sqlite3*"):
        left.unlink()
    shutil.copyfile(backup, database_of(portal))
    subprocess.run(
        [sys.executable, "-c", RENEW],
        env={**os.environ, **portal.environment, "DJANGO_SETTINGS_MODULE": "portal.settings"},
        check=True,
    )


def test_a_reply_the_restored_portal_does_not_know_is_told_and_goes_again_once(
    qtbot: QtBot, tmp_path: Path
) -> None:
    folder, backup = tmp_path / "portal", tmp_path / "backup.sqlite3"
    with running_portal(folder) as portal:
        port = urlsplit(portal.url).port or 0
        stop = desk_on(qtbot, portal, tmp_path / "claire")
        desk = stop.__enter__()
        told: list[int] = []
        desk.services.sync.portal_restored.connect(told.append)
        desk.sign_in()
        thread_id, other = desk.open_threads()[:2]
        with (
            closing(sqlite3.connect(database_of(portal))) as source,
            closing(sqlite3.connect(backup)) as copy,
        ):
            source.backup(copy)
        desk.publish(thread_id, REPLY)
        lost = desk.wait_state(thread_id, ReplyState.PUBLISHED)
        assert replies_at(portal, thread_id) == [REPLY]
    try:
        desk.write(other, "Bonjour, je continue d’écrire")
        restore(portal, backup)
        with running_portal(folder, with_demo=False, port=port) as portal:
            assert replies_at(portal, thread_id) == []
            desk.services.sync.refresh()
            desk.wait(lambda: told)
            assert told == [1]
            (entry,) = [e for e in desk.entries(thread_id) if e.event_id == lost.event_id]
            assert (entry.state, entry.problem) == (ReplyState.REJECTED, "portal-restored")
            draft = desk.read(lambda conn: drafts.draft_of(conn, thread_id))
            assert draft is not None
            assert draft.text == REPLY
            desk.wait(lambda: not desk.services.drafts.unsaved)
            kept = desk.read(lambda conn: drafts.draft_of(conn, other))
            assert kept is not None
            assert kept.text == "Bonjour, je continue d’écrire"
            assert desk.thread(thread_id).status == "open"
            # The agent looks, and publishes it again.
            desk.services.publisher.cancel(lost.event_id)
            desk.heard.clear()
            desk.publish(thread_id, REPLY)
            desk.wait_state(thread_id, ReplyState.PUBLISHED)
            assert replies_at(portal, thread_id) == [REPLY]
    finally:
        stop.__exit__(None, None, None)

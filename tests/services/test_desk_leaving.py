"""Leaving a shared PC, and losing the right to work: what stays on the disk, and for whom."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.models.errors import StoreDamaged
from desk.models.snapshots import ReplyState
from desk.models.store import Store
from desk.services.store_key import KeyPlace
from tests.support.bad_keyrings import AbsentKeyring
from tests.support.desk_world import Desk, desk_on
from tests.support.fault_proxy import FaultProxy, What
from tests.support.memory_keyring import MemoryKeyring
from tests.support.portal_process import RunningPortal
from tests.support.store_bytes import files_below, found

TEXT = "Bonjour Madame, votre attestation est disponible dans votre espace privé."
BEARER = {"WWW-Authenticate": 'Bearer realm="msa-desk", error="invalid_token"'}


def tables(path: Path, key: bytes) -> dict[str, int]:
    """Table → rows, of those that are not empty."""
    store = Store.open(path, key)
    with store.reading() as connection:
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
            " AND name NOT IN ('alembic_version', 'sqlite_sequence')"
        ).scalars()
        counts = {
            name: connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one()
            for name in names.all()
        }
    store.close()
    return {name: count for name, count in counts.items() if count}


def leave(desk: Desk) -> None:
    desk.heard.clear()
    desk.services.session.sign_out(wipe=True)
    desk.wait(lambda: [each for each in desk.heard_of("changed") if each.origin == "store"])
    desk.wait(lambda: desk.keyring.secret is None)


def store_and_key(desk: Desk) -> tuple[Path, bytes]:
    ((agent, key),) = desk.keyring.store_keys.items()
    return desk.settings.store_file(agent), key


def test_wiping_keeps_unsent_work_alone_and_its_author_finds_it(
    qtbot: QtBot, proxy: FaultProxy, tmp_path: Path
) -> None:
    with desk_on(qtbot, proxy.url, tmp_path / "d") as desk:
        desk.sign_in()
        drafted, queued, sent = desk.open_threads()[:3]
        desk.publish(sent, f"{TEXT} (envoyée)")
        desk.wait_state(sent, ReplyState.PUBLISHED)
        desk.write(drafted, TEXT)
        proxy.fail(What.DROP_BEFORE, "/replies", times=None)
        desk.publish(queued, f"{TEXT} (en file)")
        desk.wait(lambda: desk.entries(queued) and desk.entries(queued)[-1].attempts)
        path, key = store_and_key(desk)
        leave(desk)
        left = tables(path, key)
        assert set(left) <= {"draft", "draft_version", "draft_copy", "outbox"}
        assert left["outbox"] == 1
        proxy.heal()
        desk.sign_in()
        draft = desk.thread(drafted).draft
        assert draft is not None
        assert draft.text == TEXT
        desk.wait(lambda: desk.entries(queued)[-1].state is ReplyState.PUBLISHED)
        assert desk.thread(sent).messages[-1].text == f"{TEXT} (envoyée)"


def test_wiping_with_nothing_unsent_leaves_neither_store_nor_key(
    qtbot: QtBot, portal: RunningPortal, tmp_path: Path
) -> None:
    with desk_on(qtbot, portal, tmp_path / "d") as desk:
        desk.sign_in()
        leave(desk)
        desk.wait(lambda: not desk.keyring.secrets)
        assert files_below(tmp_path / "d" / "stores") == []


def test_another_agent_cannot_read_what_was_left(
    qtbot: QtBot, portal: RunningPortal, tmp_path: Path
) -> None:
    ring = MemoryKeyring()
    with desk_on(qtbot, portal, tmp_path / "d", keyring=ring) as desk:
        desk.sign_in()
        thread_id = desk.open_threads()[0]
        desk.write(thread_id, TEXT)
        path, _ = store_and_key(desk)
        leave(desk)
        (claire,) = desk.keyring.store_keys
    with desk_on(qtbot, portal, tmp_path / "d", keyring=ring, login="karim.exemple") as other:
        other.sign_in()
        assert other.thread(thread_id).draft is None
    (karims_key,) = (key for agent, key in ring.store_keys.items() if agent != claire)
    with pytest.raises(StoreDamaged):
        Store.open(path, karims_key)
    assert found({"text": TEXT}, files_below(tmp_path / "d")) == []


def test_a_late_write_of_one_agent_never_reaches_the_next_ones_store(
    qtbot: QtBot, portal: RunningPortal, tmp_path: Path
) -> None:
    ring = MemoryKeyring()
    with desk_on(qtbot, portal, tmp_path / "d", keyring=ring) as desk:
        desk.sign_in()
        thread_id = desk.open_threads()[0]
        leave(desk)
        desk.services.drafts.edited(thread_id, TEXT, 0, 1)
        desk.services.drafts.flush()
        desk.wait(lambda: desk.heard_of("save_failed") == [thread_id])
    with desk_on(qtbot, portal, tmp_path / "d", keyring=ring, login="karim.exemple") as other:
        other.sign_in()
        assert other.thread(thread_id).draft is None


def test_a_session_kept_nowhere_is_wiped_whole(
    qtbot: QtBot, portal: RunningPortal, tmp_path: Path
) -> None:
    with desk_on(qtbot, portal, tmp_path / "d", keyring=AbsentKeyring()) as desk:
        desk.sign_in()
        assert desk.services.session.key_place is KeyPlace.SESSION
        desk.write(desk.open_threads()[0], TEXT)
        leave(desk)
        assert files_below(tmp_path / "d") == []


def set_active(portal: RunningPortal, login: str, active: bool) -> None:
    path = f"{portal.environment['PORTAL_DATA']}/portal.sqlite3"
    with closing(sqlite3.connect(path, timeout=20)) as database, database:
        changed = database.execute(
            "UPDATE accounts_user SET is_active = ? WHERE username = ?", (active, login)
        )
        assert changed.rowcount == 1


def test_a_revoked_agents_store_goes_at_the_next_contact(
    qtbot: QtBot, portal: RunningPortal, tmp_path: Path
) -> None:
    """While the access token lives: the API says so."""
    with desk_on(qtbot, portal, tmp_path / "d") as desk:
        desk.sign_in()
        desk.services.copies.stop()  # what is written now is on this PC alone
        desk.write(desk.open_threads()[0], TEXT)
        desk.heard.clear()
        set_active(portal, "claire.exemple", active=False)
        try:
            desk.services.conversations.load(desk.open_threads()[-1], lambda _: None)
            desk.wait(lambda: "revoked" in [each[0] for each in desk.heard])
            desk.wait(lambda: not desk.keyring.secrets)
            desk.wait(lambda: files_below(tmp_path / "d" / "stores") == [])
        finally:
            set_active(portal, "claire.exemple", active=True)
        assert [each[0] for each in desk.heard].count("signed_out") == 1
        assert desk.services.session.me is None
        desk.wait(lambda: desk.heard_of("unsent_removed"))
        assert desk.heard_of("unsent_removed") == [1]


def test_a_revoked_agents_store_goes_at_the_next_start(
    qtbot: QtBot, portal: RunningPortal, tmp_path: Path
) -> None:
    """When only the refresh token is left: the token endpoint says so."""
    ring = MemoryKeyring()
    with desk_on(qtbot, portal, tmp_path / "d", keyring=ring) as desk:
        desk.sign_in()
    set_active(portal, "claire.exemple", active=False)
    try:
        with desk_on(qtbot, portal, tmp_path / "d", keyring=ring) as again:
            again.wait(lambda: "revoked" in [each[0] for each in again.heard])
            again.wait(lambda: not ring.secrets)
            again.wait(lambda: files_below(tmp_path / "d" / "stores") == [])
    finally:
        set_active(portal, "claire.exemple", active=True)
    with desk_on(qtbot, portal, tmp_path / "d", keyring=ring) as later:
        later.wait(lambda: later.heard_of("signed_out"))


def test_an_ended_session_wipes_nothing(desk: Desk, proxy: FaultProxy) -> None:
    thread_id = desk.open_threads()[0]
    proxy.fail(What.STATUS, "/api/", times=None, status=401, slug="not-signed-in", headers=BEARER)
    desk.services.session.tokens._refresh = "spent-or-never-given"
    desk.services.conversations.load(thread_id, lambda _: None)
    desk.wait(lambda: "sign_in_needed" in [each[0] for each in desk.heard])
    assert "revoked" not in [each[0] for each in desk.heard]
    assert store_and_key(desk)[0].exists()

"""Following the portal: first load, deltas, a cursor too old, lines that fail, honest states."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker
from pytestqt.qtbot import QtBot

from desk.demo.adherent import Adherent
from desk.models import meta, tables
from desk.models.snapshots import ConnectionState, StoreChange
from desk.services import follower as follower_module
from portal.accounts.models import User
from portal.catalogue.editing import drafting
from portal.catalogue.editing.comparing import changes
from portal.catalogue.editing.entries import drafted, in_force
from portal.catalogue.editing.publishing import fingerprint, publish
from portal.catalogue.models import CatalogueVersion, EntryLevel
from tests.support.databases import using
from tests.support.desk_world import Desk, desk_on
from tests.support.fault_proxy import FaultProxy, What
from tests.support.portal_process import (
    ADHERENT_NIR,
    ADHERENT_PASSWORD,
    AGENT_LOGIN,
    RunningPortal,
    running_portal,
)

QUESTION = "Bonjour, ma fille part en séjour scolaire : comment obtenir sa carte européenne ?"


def portal_threads(portal: RunningPortal) -> set[int]:
    path = f"{portal.environment['PORTAL_DATA']}/portal.sqlite3"
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=20)) as database:
        rows = database.execute(
            "SELECT id FROM messaging_thread WHERE caisse_id ="
            " (SELECT code FROM catalogue_caisse WHERE code = 'picardie')"
        )
        return {row[0] for row in rows}


def stored_threads(desk: Desk) -> set[int]:
    return desk.read(lambda conn: set(conn.exec_driver_sql("SELECT id FROM thread").scalars()))


def send(portal: RunningPortal) -> str:
    """An adherent writes through the web pages; the reference."""
    adherent = Adherent(portal.url)
    adherent.sign_in(ADHERENT_NIR, ADHERENT_PASSWORD)
    places = ("Santé", "Carte européenne, carte Vitale", "Carte européenne d'assurance maladie")
    path = f"{portal.environment['PORTAL_DATA']}/portal.sqlite3"
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=20)) as database:
        found = database.execute(
            "SELECT theme_label, sujet_label, motif_label FROM messaging_thread"
            " JOIN accounts_adherent a ON a.id = adherent_id WHERE a.nir = ? LIMIT 1",
            (ADHERENT_NIR,),
        ).fetchone()
    theme, sujet, motif = found or places
    return adherent.write(theme, sujet, motif, QUESTION).reference


def test_first_load_holds_everything(desk: Desk, portal: RunningPortal) -> None:
    assert stored_threads(desk) == portal_threads(portal)
    motifs = desk.read(lambda conn: conn.exec_driver_sql("SELECT count(*) FROM motif").scalar_one())
    assert motifs > 300
    assert desk.read(meta.cursor) is not None
    assert desk.read(meta.snapshot_progress) is None


def test_a_message_sent_in_the_browser_arrives_by_itself(desk: Desk, portal: RunningPortal) -> None:
    desk.heard.clear()
    reference = send(portal)
    desk.wait(
        lambda: desk.read(
            lambda conn: conn.exec_driver_sql(
                "SELECT count(*) FROM thread WHERE reference = ?", (reference,)
            ).scalar_one()
        )
    )
    changes = [each for each in desk.heard_of("changed") if each.origin == "sync"]
    assert all(isinstance(each, StoreChange) and not each.everything for each in changes)
    assert any(len(each.threads) == 1 for each in changes)


def test_a_catalogue_published_meanwhile_is_learnt(
    desk: Desk,
    portal: RunningPortal,
    monkeypatch: pytest.MonkeyPatch,
    django_db_blocker: DjangoDbBlocker,
) -> None:
    """Renamed and retired motifs: at the next time it is due, without a new sign-in."""
    code = "famille-aides-logement-suivi"
    monkeypatch.setattr(follower_module, "CATALOGUE_EVERY_S", 0.0)
    desk.services.sync.stop()
    desk.services.sync.start()
    desk.wait(lambda: desk.services.sync.view.state is ConnectionState.ONLINE)
    filed = stored_threads(desk)
    desk.heard.clear()
    with django_db_blocker.unblock(), using(portal.database_url):
        publish_a_motif(code, label="Où en est mon aide", active=False)
    send(portal)  # ends the long poll
    desk.wait(
        lambda: (
            desk.read(
                lambda conn: conn.exec_driver_sql(
                    "SELECT label, active FROM motif WHERE code = ?", (code,)
                ).one()
            )
            == ("Où en est mon aide", 0)
        )
    )
    assert any(getattr(each, "catalogue", False) for each in desk.heard_of("changed"))
    assert filed <= stored_threads(desk), "what was filed stays"


def publish_a_motif(code: str, *, label: str, active: bool) -> None:
    """What an editor of the catalogue does in the administration."""
    user = User.objects.get(username=AGENT_LOGIN)
    before = in_force()
    motif = before.get(EntryLevel.MOTIF, code)
    assert motif is not None
    drafting.keep(replace(motif, label=label, active=active), user, seen="")
    newest = CatalogueVersion.objects.get()
    publish(user, fingerprint(newest.number, changes(before, drafted(before))))


def test_first_load_in_pages_shows_the_first_at_once_and_survives_a_cut(
    qtbot: QtBot,
    proxy: FaultProxy,
    tmp_path: Path,
    portal: RunningPortal,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(follower_module, "FIRST_PAGE", 5)
    monkeypatch.setattr(follower_module, "SNAPSHOT_PAGE", 10)
    held = proxy.fail(What.HOLD, r"/snapshot\?after=[1-9]")
    with desk_on(qtbot, proxy.url, tmp_path / "d") as desk:
        desk.services.session.sign_in()
        desk.wait(held.hit.is_set)
        desk.wait(lambda: desk.services.sync.view.loaded == 5)
        assert len(stored_threads(desk)) == 5
        assert desk.services.sync.view.loading
        assert desk.services.sync.view.last_sync_ms is None, "nothing whole is that fresh yet"
        progress = desk.read(meta.snapshot_progress)
        assert progress is not None
        proxy.fail(What.DROP_BEFORE, "/snapshot", times=None)
        held.release.set()
        desk.wait(lambda: desk.services.sync.view.state is ConnectionState.OFFLINE)
    proxy.heal()
    before = proxy.count("/snapshot")
    with desk_on(qtbot, proxy.url, tmp_path / "d", keyring=desk.keyring) as again:
        again.wait_loaded()
        assert stored_threads(again) == portal_threads(portal)
    assert proxy.count(r"/snapshot\?after=0") == 1, "it went on where it stood"
    assert proxy.count("/snapshot") > before


def test_offline_is_told_and_ends_by_itself(desk: Desk, proxy: FaultProxy) -> None:
    before = desk.services.sync.view
    proxy.fail(What.DROP_BEFORE, "/changes", times=None)
    desk.services.sync.stop()
    desk.services.sync.start()
    desk.wait(lambda: desk.services.sync.view.state is ConnectionState.OFFLINE)
    assert desk.services.sync.view.last_sync_ms is not None
    assert before.last_sync_ms is not None
    assert desk.services.sync.view.last_sync_ms >= before.last_sync_ms
    assert desk.services.sync.view.last_sync_ms <= desk.services.clock.now_ms()
    proxy.heal()
    desk.wait(lambda: desk.services.sync.view.state is ConnectionState.ONLINE)


@pytest.mark.parametrize(
    ("what", "status", "state"),
    [
        (What.HTML, 200, ConnectionState.CAPTIVE_PORTAL),
        (What.TRUNCATE, 200, ConnectionState.PORTAL_ERROR),
        (What.STATUS, 500, ConnectionState.PORTAL_ERROR),
        (What.STATUS, 503, ConnectionState.THROTTLED),
        (What.STATUS, 429, ConnectionState.THROTTLED),
        (What.GARBAGE, 200, ConnectionState.PORTAL_ERROR),
        (What.DROP_AFTER, 200, ConnectionState.OFFLINE),
    ],
)
def test_states_are_named_for_what_is_true(
    desk: Desk, proxy: FaultProxy, what: What, status: int, state: ConnectionState
) -> None:
    proxy.fail(what, "/changes", times=None, status=status)
    desk.services.sync.stop()
    desk.services.sync.start()
    desk.wait(lambda: desk.services.sync.view.state is state)
    proxy.heal()
    desk.services.sync.refresh()
    desk.wait(lambda: desk.services.sync.view.state is ConnectionState.ONLINE)


def test_a_cursor_too_old_starts_again_from_a_snapshot(
    desk: Desk, proxy: FaultProxy, portal: RunningPortal
) -> None:
    known = stored_threads(desk)

    def job(conn: object) -> tuple[None, None]:
        # What a purge at the portal, missed while away, would have left behind here.
        names = [column.name for column in tables.thread.columns]
        values = [{"id": "999999", "reference": "'MSG-X'"}.get(name, name) for name in names]
        conn.exec_driver_sql(  # type: ignore[attr-defined]
            f"INSERT INTO thread ({', '.join(names)})"
            f" SELECT {', '.join(values)} FROM thread LIMIT 1"
        )
        return None, None

    done: list[None] = []
    desk.services.lanes.write(job, done.append)
    desk.wait(lambda: done)
    assert 999999 in stored_threads(desk)
    desk.heard.clear()
    proxy.fail(What.STATUS, "/changes", status=410, slug="cursor-expired")
    desk.services.sync.stop()
    desk.services.sync.start()
    desk.wait(lambda: proxy.count("/snapshot") >= 2)
    desk.wait_loaded()
    assert stored_threads(desk) == portal_threads(portal) >= known
    assert any(each.everything for each in desk.heard_of("changed"))


def test_stopping_interrupts_the_long_poll(desk: Desk) -> None:
    import time

    began = time.monotonic()
    desk.services.sync.stop()
    assert time.monotonic() - began < 1.5
    assert desk.services.sync.view.state is ConnectionState.SIGNED_OUT
    desk.services.sync.start()
    desk.wait_loaded()


def test_waking_up_asks_at_once_on_another_connection(desk: Desk, proxy: FaultProxy) -> None:
    """The poll of before the sleep hangs on a line that is dead without knowing it."""
    held = proxy.fail(What.HOLD, "/changes")
    desk.services.sync.stop()
    desk.services.sync.start()
    desk.wait(held.hit.is_set)
    asked = proxy.count("/changes")
    desk.services.sync.reconnect()
    desk.wait(lambda: proxy.count("/changes") > asked)
    desk.wait(lambda: desk.services.sync.view.state is ConnectionState.ONLINE)
    assert not held.release.is_set()


def test_throttled_feed_waits_as_told(desk: Desk, proxy: FaultProxy) -> None:
    desk.services.sync.stop()
    proxy.fail(
        What.STATUS,
        "/changes",
        status=429,
        slug="too-many-requests",
        headers={"Retry-After": "120"},
    )
    desk.services.sync.start()
    desk.wait(lambda: desk.services.sync.view.state is ConnectionState.THROTTLED)
    view = desk.services.sync.view
    assert view.detail == "too-many-requests"
    assert view.next_try_ms is not None
    assert view.next_try_ms - desk.services.clock.now_ms() > 100_000
    asked = proxy.count("/changes")
    desk.services.sync.refresh()  # the agent asks: at once
    desk.wait(lambda: desk.services.sync.view.state is ConnectionState.ONLINE)
    assert proxy.count("/changes") > asked


def test_opening_a_conversation_is_recorded_at_the_portal_once(
    desk: Desk, proxy: FaultProxy
) -> None:
    thread_id = desk.open_threads()[0]
    views: list[object] = []
    for _ in range(3):
        desk.services.conversations.load(thread_id, views.append)
        desk.wait(lambda: views)
    desk.wait(lambda: proxy.count(rf"GET /api/v1/threads/{thread_id}$") == 1)
    desk.services.conversations.close(thread_id)
    desk.services.conversations.load(thread_id, views.append)
    desk.wait(lambda: proxy.count(rf"GET /api/v1/threads/{thread_id}$") == 2)


def test_unmasking_asks_the_portal_and_keeps_nothing(
    desk: Desk, proxy: FaultProxy, tmp_path: Path
) -> None:
    thread_id = desk.read(
        lambda conn: conn.exec_driver_sql(
            "SELECT id FROM thread WHERE profile = 'particulier' LIMIT 1"
        ).scalar_one()
    )
    told: list[object] = []
    desk.services.conversations.unmask(thread_id, told.append, told.append)
    desk.wait(lambda: told)
    identifier = told[0].identifier  # type: ignore[attr-defined]
    assert len(identifier) == 13
    files = [each for each in (tmp_path / "claire").rglob("*") if each.is_file()]
    assert not any(identifier.encode() in each.read_bytes() for each in files)
    told.clear()
    proxy.fail(What.DROP_BEFORE, "unmask")
    desk.services.conversations.unmask(thread_id, told.append, told.append)
    desk.wait(lambda: told)
    assert told == ["cut"]


def test_a_portal_made_anew_under_the_same_address(qtbot: QtBot, tmp_path: Path) -> None:
    """Its numbers begin again: the store must not mix the two."""
    with running_portal(tmp_path / "one") as first:
        port = int(first.url.rsplit(":", 1)[1])
        with desk_on(qtbot, first, tmp_path / "desk") as desk:
            desk.sign_in()
            before = desk.read(meta.cursor)
            desk.services.publisher.claim(desk.open_threads()[0])
            desk.wait(lambda: desk.read(meta.cursor) != before)
    with (
        running_portal(tmp_path / "two", copied=False, port=port) as second,
        desk_on(qtbot, second, tmp_path / "desk", keyring=desk.keyring) as again,
    ):
        # Its tokens mean nothing there either.
        again.wait(lambda: "sign_in_needed" in [each[0] for each in again.heard])
        again.heard.clear()
        again.sign_in()
        again.wait(lambda: any(each.everything for each in again.heard_of("changed")))
        again.wait_loaded()
        assert stored_threads(again) == portal_threads(second)
        held = again.read(
            lambda conn: conn.exec_driver_sql(
                "SELECT count(*) FROM thread WHERE claim_agent_id IS NOT NULL"
            ).scalar_one()
        )
    with closing(sqlite3.connect(tmp_path / "two" / "portal.sqlite3")) as database:
        expected = database.execute(
            "SELECT count(*) FROM messaging_thread WHERE claimed_by_id IS NOT NULL"
        ).fetchone()[0]
    assert held == expected

"""How the store is opened where the keyring does not help, and what is on the disk then."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.models import drafts
from desk.models.store import Store
from desk.services.store_key import KeyPlace
from tests.support.bad_keyrings import AbsentKeyring, LockedKeyring
from tests.support.desk_world import Desk, desk_on
from tests.support.memory_keyring import MemoryKeyring
from tests.support.portal_process import RunningPortal

TEXT = "Bonjour Madame, votre attestation est disponible dans votre espace privé."
PHRASE = "quatre pommes dans le verger"


def ask_for_key(desk: Desk) -> str:
    """Sign in; the reason why the key is asked for."""
    desk.services.session.sign_in()
    return asked(desk)


def asked(desk: Desk) -> str:
    """The reason of the next question."""
    desk.wait(lambda: desk.heard_of("key_choice_needed"))
    return str(desk.heard_of("key_choice_needed")[-1])


def wait_in(desk: Desk) -> None:
    desk.wait(lambda: desk.services.session.me is not None)
    desk.wait_loaded()


def draft_text(desk: Desk, thread_id: int) -> str | None:
    draft = desk.thread(thread_id).draft
    return None if draft is None else draft.text


def files(folder: Path) -> list[str]:
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*"))


def test_with_a_keyring_nobody_is_asked_and_the_store_is_encrypted(
    qtbot: QtBot, portal: RunningPortal, tmp_path: Path
) -> None:
    with desk_on(qtbot, portal, tmp_path / "d", asks_for_key=True) as desk:
        desk.sign_in()
        assert desk.services.session.key_place is KeyPlace.KEYRING
        assert desk.heard_of("key_choice_needed") == []
        thread_id = desk.open_threads()[0]
        desk.write(thread_id, TEXT)
    ((agent, key),) = desk.keyring.store_keys.items()
    path = desk.settings.store_file(agent)
    assert not path.read_bytes().startswith(b"SQLite")
    store = Store.open(path, key)
    with store.reading() as connection:
        draft = drafts.draft_of(connection, thread_id)
    store.close()
    assert draft is not None
    assert draft.text == TEXT


@pytest.mark.parametrize(("ring", "reason"), [(AbsentKeyring, "absent"), (LockedKeyring, "locked")])
def test_a_passphrase_opens_it_again(
    qtbot: QtBot,
    portal: RunningPortal,
    tmp_path: Path,
    ring: Callable[[], MemoryKeyring],
    reason: str,
) -> None:
    data = tmp_path / "d"
    with desk_on(qtbot, portal, data, keyring=ring(), asks_for_key=True) as desk:
        assert ask_for_key(desk) == reason
        assert desk.services.session.me is None
        assert desk.services.session.key_place is None
        desk.services.session.use_passphrase("court")
        desk.wait(lambda: desk.heard_of("passphrase_wrong") == ["too_short"])
        desk.services.session.use_passphrase(PHRASE)
        wait_in(desk)
        thread_id = desk.open_threads()[0]
        desk.write(thread_id, TEXT)
    assert [each.name for each in (data / "stores").glob("*/*")].count("key.json") == 1
    assert not any(PHRASE.encode() in each.read_bytes() for each in data.rglob("*.*"))
    with desk_on(qtbot, portal, data, keyring=ring(), asks_for_key=True) as again:
        assert asked(again) == "passphrase"
        again.services.session.use_passphrase("quatre poires dans le verger")
        again.wait(lambda: again.heard_of("passphrase_wrong") == ["wrong"])
        again.services.session.use_passphrase(PHRASE)
        again.wait(lambda: "sign_in_needed" in [each[0] for each in again.heard])
        assert draft_text(again, thread_id) == TEXT
        again.sign_in()
        assert draft_text(again, thread_id) == TEXT
        assert again.services.session.key_place is KeyPlace.PASSPHRASE


@pytest.mark.parametrize("asks", [False, True])
def test_this_session_only_leaves_nothing(
    qtbot: QtBot, portal: RunningPortal, tmp_path: Path, asks: bool
) -> None:
    data = tmp_path / "d"
    with desk_on(qtbot, portal, data, keyring=AbsentKeyring(), asks_for_key=asks) as desk:
        desk.services.session.sign_in()
        if asks:
            asked(desk)
            desk.services.session.use_memory_only()
        wait_in(desk)
        assert desk.heard_of("secrets_not_kept") == ["absent"]
        thread_id = desk.open_threads()[0]
        desk.write(thread_id, TEXT)
        desk.services.drafts.flush_and_wait()
        assert draft_text(desk, thread_id) == TEXT
        assert desk.services.session.key_place is KeyPlace.SESSION
        written = [each for each in data.rglob("*") if each.is_file()]
        assert written, "the session's store is a file while it is open"
        assert not any(TEXT.encode() in each.read_bytes() for each in written)
    assert files(data) == ["stores"]
    with desk_on(qtbot, portal, data, keyring=AbsentKeyring(), asks_for_key=asks) as again:
        again.wait(lambda: again.heard_of("signed_out"))


def test_what_a_crash_left_of_a_session_is_removed(
    qtbot: QtBot, portal: RunningPortal, tmp_path: Path
) -> None:
    folder = tmp_path / "d" / "stores" / "0123456789abcdef01234567"
    folder.mkdir(parents=True)
    for name in ("session-1234abcd.sqlite3", "session-1234abcd.sqlite3-wal"):
        (folder / name).write_bytes(b"unreadable")
    with desk_on(qtbot, portal, tmp_path / "d") as desk:
        desk.wait(lambda: desk.heard_of("signed_out"))
        assert files(tmp_path / "d") == ["stores"]


def test_a_locked_keyring_is_retried(qtbot: QtBot, portal: RunningPortal, tmp_path: Path) -> None:
    ring = LockedKeyring()
    with desk_on(qtbot, portal, tmp_path / "d", keyring=ring, asks_for_key=True) as desk:
        assert ask_for_key(desk) == "locked"
        desk.heard.clear()
        desk.services.session.retry_keyring()
        assert asked(desk) == "locked"
        ring.repair()
        desk.services.session.retry_keyring()
        wait_in(desk)
        assert desk.services.session.key_place is KeyPlace.KEYRING


def test_leaving_without_choosing(qtbot: QtBot, portal: RunningPortal, tmp_path: Path) -> None:
    with desk_on(qtbot, portal, tmp_path / "d", keyring=AbsentKeyring(), asks_for_key=True) as desk:
        ask_for_key(desk)
        desk.services.session.sign_out()
        desk.services.session.use_memory_only()
        desk.services.session.use_passphrase(PHRASE)
        desk.wait(lambda: desk.heard_of("signed_out"))
        assert desk.services.session.me is None
        assert desk.services.session.key_place is None


def test_work_under_a_locked_key_comes_back_with_it(
    qtbot: QtBot, portal: RunningPortal, tmp_path: Path
) -> None:
    """A keyring that is locked one day: the agent takes a passphrase, and loses nothing."""
    data, ring = tmp_path / "d", LockedKeyring()
    ring.repair()
    with desk_on(qtbot, portal, data, keyring=ring, asks_for_key=True) as desk:
        desk.sign_in()
        first, second = desk.open_threads()[:2]
        desk.write(first, TEXT)
    ring.break_again()
    with desk_on(qtbot, portal, data, keyring=ring, asks_for_key=True) as locked:
        assert asked(locked) == "locked"
        locked.services.session.use_passphrase(PHRASE)
        locked.wait(lambda: "sign_in_needed" in [each[0] for each in locked.heard])
        locked.sign_in()
        assert draft_text(locked, first) is None
        locked.write(second, TEXT)
    assert len(list((data / "stores").glob("*/locked-1-store.sqlite3"))) == 1
    ring.repair()
    with desk_on(qtbot, portal, data, keyring=ring, asks_for_key=True) as again:
        assert asked(again) == "passphrase"
        again.services.session.use_passphrase(PHRASE)
        wait_in(again)
        assert [draft_text(again, each) for each in (first, second)] == [TEXT, TEXT]
    assert list((data / "stores").glob("*/locked-*")) == []


def test_a_key_that_is_gone_begins_a_new_store_and_keeps_the_old_one(
    qtbot: QtBot, portal: RunningPortal, tmp_path: Path
) -> None:
    with desk_on(qtbot, portal, tmp_path / "d") as desk:
        desk.sign_in()
    with desk_on(qtbot, portal, tmp_path / "d", keyring=MemoryKeyring()) as again:
        again.wait(lambda: again.heard_of("store_replaced"))
        again.sign_in()
        (aside,) = again.heard_of("store_replaced")
        assert aside.exists()


def test_a_store_the_disk_refuses_is_told_and_opened_when_it_can_be(
    qtbot: QtBot, portal: RunningPortal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk.services.session.REOPEN_MS", 50)
    with desk_on(qtbot, portal, tmp_path / "d") as desk:
        desk.sign_in()
        thread_id = desk.open_threads()[0]
    (path,) = (tmp_path / "d" / "stores").glob("*/store.sqlite3")
    path.rename(path.with_name("kept"))
    path.mkdir()  # in the way, as a disk is that is not there
    with desk_on(qtbot, portal, tmp_path / "d", keyring=desk.keyring) as again:
        again.wait(lambda: len(again.heard_of("store_failed")) > 1)
        again.services.drafts.edited(thread_id, TEXT, 0, 1)
        path.rmdir()
        path.with_name("kept").rename(path)
        wait_in(again)
        again.wait(lambda: again.heard_of("saved"))
        assert draft_text(again, thread_id) == TEXT

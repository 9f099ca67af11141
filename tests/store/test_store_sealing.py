"""A plain store of the first days becomes an encrypted one; a crash in between loses nothing."""

import os
import shutil
import sqlite3
import stat
from pathlib import Path

import pytest

from desk.models import drafts, sealing
from desk.models.errors import StoreDamaged, StoreUnavailable
from desk.models.rescue import open_or_replace
from desk.models.store import Store

KEY = bytes(range(32))
TEXT = "Un texte que personne d’autre ne lit"


@pytest.fixture
def plain(path: Path) -> Path:
    """A plain store, left by a crash: its text is still in the write-ahead log."""
    store = Store.open(path)
    with store.writing() as connection:
        drafts.save_draft(connection, 5, TEXT, 1, 4, 99)
    beside = path.parent.parent / "kept"
    shutil.copytree(path.parent, beside)
    store.close()
    shutil.rmtree(path.parent)
    beside.rename(path.parent)
    assert (path.parent / "store.sqlite3-wal").stat().st_size
    return path


def text_in(path: Path, key: bytes) -> str | None:
    store = Store.open(path, key)
    try:
        with store.reading() as connection:
            found = drafts.draft_of(connection, 5)
    finally:
        store.close()
    return None if found is None else found.text


def bytes_below(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in folder.rglob("*") if each.is_file())


def test_plain_store_is_encrypted_when_it_is_opened(plain: Path) -> None:
    assert TEXT.encode() in bytes_below(plain.parent)
    assert text_in(plain, KEY) == TEXT
    assert TEXT.encode() not in bytes_below(plain.parent)
    assert [each.name for each in plain.parent.iterdir()] == ["store.sqlite3"]
    assert stat.S_IMODE(plain.stat().st_mode) == 0o600
    assert text_in(plain, KEY) == TEXT


@pytest.mark.parametrize("crash_at", [1, 2, 3])
def test_a_crash_in_between_loses_nothing(
    plain: Path, crash_at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the plain file moves away, before the encrypted one takes its place, before the plain
    one is erased."""
    calls = 0
    rename, erase = os.replace, sealing.erase

    class Crash(BaseException):
        pass

    def count() -> None:
        nonlocal calls
        calls += 1
        if calls == crash_at:
            raise Crash

    def counted_rename(source: Path, target: Path) -> None:
        count()
        rename(source, target)

    def counted_erase(path: Path) -> None:
        count()
        erase(path)

    with monkeypatch.context() as crashing:
        crashing.setattr("desk.models.sealing.os.replace", counted_rename)
        crashing.setattr("desk.models.sealing.erase", counted_erase)
        with pytest.raises(Crash):
            Store.open(plain, KEY)
    assert text_in(plain, KEY) == TEXT
    assert TEXT.encode() not in bytes_below(plain.parent)
    assert [each.name for each in plain.parent.iterdir()] == ["store.sqlite3"]


def test_a_disk_too_full_for_the_copy_leaves_the_plain_store(
    plain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as filled:
        filled.setattr("desk.models.sealing.sync", full)
        with pytest.raises(StoreUnavailable) as refused:
            Store.open(plain, KEY)
    assert refused.value.code == "disk_full"
    assert text_in(plain, KEY) == TEXT


def test_damaged_plain_store_is_told(path: Path) -> None:
    Store.open(path).close()
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * (4096 - 100)
    path.write_bytes(content)
    with pytest.raises(StoreDamaged):
        Store.open(path, KEY)
    assert path.read_bytes() == content


def test_damaged_encrypted_store_is_set_aside_and_its_texts_carried_over(path: Path) -> None:
    store = Store.open(path, KEY)
    with store.writing() as connection:
        drafts.save_draft(connection, 5, TEXT, 1, 4, 99)
        page: int = connection.exec_driver_sql(
            "SELECT rootpage FROM sqlite_master WHERE name = 'alembic_version'"
        ).scalar_one()
        size = int(connection.exec_driver_sql("PRAGMA page_size").scalar_one())
    store.close()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size + 100 : (page - 1) * size + 200] = bytes(100)
    path.write_bytes(content)
    opened, aside = open_or_replace(path, KEY)
    assert aside is not None
    with opened.reading() as connection:
        draft = drafts.draft_of(connection, 5)
    opened.close()
    assert draft is not None
    assert draft.text == TEXT
    assert TEXT.encode() not in bytes_below(path.parent)


def test_a_wrong_key_is_told_by_an_exception_alone(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    Store.open(path, KEY).close()
    with pytest.raises(StoreDamaged):
        Store.open(path, bytes(32))
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(path).execute("SELECT * FROM sqlite_master")
    said = capfd.readouterr()
    assert (said.out, said.err) == ("", "")


def test_an_ephemeral_store_goes_when_it_is_closed(path: Path) -> None:
    store = Store.open(path, KEY, ephemeral=True)
    with store.writing() as connection:
        drafts.save_draft(connection, 5, TEXT, 1, 4, 99)
    assert len(list(path.parent.iterdir())) == 3
    store.close()
    assert not path.parent.exists()

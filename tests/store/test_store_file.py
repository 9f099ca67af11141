"""The store's file: modes, keys, versions, damage."""

import os
import re
import shutil
import sqlite3
import stat
import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import IntegrityError

from desk.models import drafts, outbox, upgrade
from desk.models.errors import (
    StoreDamaged,
    StoreTooNew,
    StoreUnavailable,
    store_error_of,
)
from desk.models.rescue import open_or_replace
from desk.models.store import Store
from desk.models.tables import metadata

KEY = bytes(range(32))
needs_user = pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere"
)


def script() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(upgrade.MIGRATIONS))
    return ScriptDirectory.from_config(config)


def test_head_is_written_where_opening_reads_it() -> None:
    assert script().get_heads() == [upgrade.HEAD]


def test_migrations_end_at_the_tables(store: Store) -> None:
    with store.reading() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, metadata) == []


def normalised_schema(connection: object) -> set[str]:
    rows = connection.exec_driver_sql(  # type: ignore[attr-defined]
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name != 'alembic_version'"
    )
    # Alembic compares neither CHECK constraints nor partial indexes of SQLite: the words do.
    # … but not in which order a table's constraints are written.
    words = (re.sub(r"[\s\"()]+", "", row[0]).lower() for row in rows)
    return {
        ",".join(sorted(each.replace("constraint", ",constraint").split(","))) for each in words
    }


def test_migrated_schema_says_what_the_models_say(store: Store, tmp_path: Path) -> None:
    from sqlalchemy import create_engine

    engine = create_engine(f"sqlite:///{tmp_path / 'models.sqlite3'}")
    metadata.create_all(engine)
    with store.reading() as migrated, engine.connect() as modelled:
        names = (
            "SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
            " AND name != 'alembic_version'"
        )
        assert set(migrated.exec_driver_sql(names).scalars()) == set(
            modelled.exec_driver_sql(names).scalars()
        )
        checks = "SELECT count(*) FROM sqlite_master WHERE sql LIKE '%CHECK%'"
        assert (
            migrated.exec_driver_sql(checks).scalar_one()
            == modelled.exec_driver_sql(checks).scalar_one()
        )
        assert normalised_schema(migrated) == normalised_schema(modelled)
    engine.dispose()


def test_each_step_up_and_down(store: Store) -> None:
    steps = [each.revision for each in reversed(list(script().walk_revisions()))]
    with store.writing() as connection:
        for going_down in [*reversed(steps[:-1]), "base"]:
            upgrade.to_revision(connection, going_down)
        tables = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
            " AND name NOT IN ('alembic_version', 'sqlite_sequence')"
        ).all()
        assert tables == []
        for going_up in steps:
            upgrade.to_revision(connection, going_up)
            assert upgrade.revision_of(connection) == going_up
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_folder_and_file_are_this_accounts_alone(store: Store, path: Path) -> None:
    with store.writing() as connection:
        drafts.save_draft(connection, 1, "Bonjour", 7, 1, 0)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    files = sorted(each.name for each in path.parent.iterdir())
    assert files == ["store.sqlite3", "store.sqlite3-shm", "store.sqlite3-wal"]
    assert {stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()} == {0o600}


def test_open_pragmas(store: Store) -> None:
    with store.reading() as connection:
        read = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "temp_store")
        }
    assert read == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "temp_store": 2}


def test_what_was_written_is_there_after_reopening(path: Path) -> None:
    for key in (None, KEY):
        each = path.with_name(f"{key is None}.sqlite3")
        store = Store.open(each, key)
        with store.writing() as connection:
            drafts.save_draft(connection, 7, "Bonjour Madame,", 3, 2, 1_000)
        store.close()
        store = Store.open(each, key)
        with store.reading() as connection:
            found = drafts.draft_of(connection, 7)
        store.close()
        assert found is not None
        assert (found.text, found.caret, found.seen_version) == ("Bonjour Madame,", 3, 2)


def test_keyed_store_is_unreadable_without_its_key(path: Path) -> None:
    Store.open(path, KEY).close()
    assert not path.read_bytes().startswith(b"SQLite format 3")
    with pytest.raises(StoreDamaged):
        Store.open(path)
    with pytest.raises(StoreDamaged):
        Store.open(path, bytes(32))
    with pytest.raises(ValueError, match="32 bytes"):
        Store.open(path, b"short")


def test_newer_store_is_refused_and_untouched(path: Path) -> None:
    store = Store.open(path)
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    before = path.read_bytes()
    with pytest.raises(StoreTooNew):
        Store.open(path)
    assert path.read_bytes() == before
    with pytest.raises(StoreTooNew):
        open_or_replace(path)
    assert [each.name for each in path.parent.glob("damaged*")] == []


def test_file_that_is_no_database(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreDamaged):
        Store.open(path)


def test_folder_in_the_way(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StoreUnavailable):
        Store.open(path)


@needs_user
def test_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreUnavailable):
        Store.open(tmp_path / "agent" / "store.sqlite3")


def test_damaged_store_is_set_aside_and_its_texts_carried_over(path: Path) -> None:
    store = Store.open(path)
    with store.writing() as connection:
        drafts.save_draft(connection, 5, "Un texte à garder", 1, 4, 99)
        event_id = outbox.enqueue(connection, "reply", 6, 2, 99, text="Une réponse en file")
    store.close()
    # The schema's place for `thread` is overwritten; the other tables stay readable.
    raw = sqlite3.connect(path)
    page = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'alembic_version'")
    root, size = page.fetchone()[0], raw.execute("PRAGMA page_size").fetchone()[0]
    raw.close()
    content = bytearray(path.read_bytes())
    content[(root - 1) * size : root * size] = b"\xff" * size
    path.write_bytes(content)

    opened, aside = open_or_replace(path)
    assert aside is not None
    assert aside.exists()
    with opened.reading() as connection:
        draft = drafts.draft_of(connection, 5)
        assert draft is not None
        assert draft.text == "Un texte à garder"
        assert outbox.entry_of(connection, event_id).text == "Une réponse en file"
    opened.close()


def test_unreadable_store_is_set_aside_whole(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"\x00garbage" * 1000)
    opened, aside = open_or_replace(path)
    opened.close()
    assert aside is not None
    assert aside.read_bytes() == b"\x00garbage" * 1000


def test_failed_write_leaves_nothing(store: Store) -> None:
    def write_and_fail() -> None:
        with store.writing() as connection:
            drafts.save_draft(connection, 1, "Bonjour", 7, 1, 0)
            raise RuntimeError("on purpose")

    with pytest.raises(RuntimeError):
        write_and_fail()
    with store.reading() as connection:
        assert drafts.draft_of(connection, 1) is None


def test_reader_sees_one_moment_while_a_writer_writes(store: Store) -> None:
    with store.reading() as reader:
        assert drafts.draft_of(reader, 1) is None
        with store.writing() as writer:
            drafts.save_draft(writer, 1, "Bonjour", 7, 1, 0)
        assert drafts.draft_of(reader, 1) is None
    with store.reading() as reader:
        assert drafts.draft_of(reader, 1) is not None


def test_writers_queue(store: Store) -> None:
    def add(number: int) -> None:
        for turn in range(20):
            with store.writing() as connection:
                drafts.save_draft(connection, number * 100 + turn, "x", 1, 1, 0)

    threads = [threading.Thread(target=add, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    with store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM draft").scalar_one() == 60


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO outbox (id, kind, thread_id, seen_version, body, state, created_ms)"
        " VALUES ('a', 'reply', 1, 1, '{}', 'nonsense', 0)",
        "INSERT INTO outbox (id, kind, thread_id, seen_version, body, state, created_ms,"
        " published_ms) VALUES ('a', 'reply', 1, 1, '{}', 'published', 0, 9)",
        "INSERT INTO outbox (id, kind, thread_id, seen_version, body, state, created_ms)"
        " VALUES ('a', 'nonsense', 1, 1, '{}', 'queued', 0)",
        "INSERT INTO message (id, thread_id, direction, kind, text, at_ms)"
        " VALUES (1, 999, 'in', 'question', '', 0)",
    ],
    ids=["state", "published reply without id", "kind", "message without thread"],
)
def test_wrong_states_cannot_be_written(store: Store, statement: str) -> None:
    def write() -> None:
        with store.writing() as connection:
            connection.exec_driver_sql(statement)

    with pytest.raises(IntegrityError):
        write()


def test_full_disk_is_told_as_such(path: Path) -> None:
    store = Store.open(path)
    with store.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()

    def fill() -> None:
        with store.writing() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
            drafts.save_draft(connection, 1, "x" * 100_000, 0, 1, 0)

    with pytest.raises(StoreUnavailable) as refused:
        fill()
    assert refused.value.code == "disk_full"
    store.close()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("database or disk is full", "disk_full"),
        ("attempt to write a readonly database", "read_only"),
        ("database is locked", "busy"),
        ("unable to open database file", "unavailable"),
        ("disk I/O error", "unavailable"),
        ("database disk image is malformed", "store_damaged"),
    ],
)
def test_families_of_the_drivers_words(words: str, code: str) -> None:
    family = store_error_of(RuntimeError(words))
    assert family is not None
    assert family.code == code


def test_our_own_mistakes_are_no_store_trouble() -> None:
    assert store_error_of(RuntimeError("no such column: x")) is None


def test_a_copy_of_an_old_store_opens(path: Path, tmp_path: Path) -> None:
    store = Store.open(path)
    with store.writing() as connection:
        drafts.save_draft(connection, 1, "Bonjour", 7, 1, 0)
    store.close()
    copy = tmp_path / "copy" / "store.sqlite3"
    copy.parent.mkdir()
    shutil.copy(path, copy)
    again = Store.open(copy)
    with again.reading() as connection:
        assert drafts.draft_of(connection, 1) is not None
    again.close()

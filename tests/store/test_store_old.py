"""Real stores of every revision still open, and a newer one is refused without being touched."""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlcipher3 import dbapi2

from desk.models import conversation, drafts, meta, outbox, upgrade
from desk.models.errors import StoreTooNew
from desk.models.rescue import open_or_replace
from desk.models.snapshots import ReplyState
from desk.models.store import Store
from desk.models.tables import metadata
from tests.support.old_stores import DRAFT, KEY, REPLY, THREADS


@contextlib.contextmanager
def sqlcipher(path: Path) -> Iterator[Any]:
    """The file as it is, without desk."""
    raw = dbapi2.connect(str(path))
    raw.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    try:
        yield raw
    finally:
        raw.close()


OLD = sorted((Path(__file__).parent / "old").glob("r*.sqlite3"))


@pytest.fixture(params=OLD, ids=lambda each: each.stem)
def old(request: pytest.FixtureRequest, path: Path) -> Path:
    """A copy of a real old store, where the agent's store is."""
    path.parent.mkdir()
    shutil.copy(request.param, path)
    return path


def test_every_revision_has_its_store() -> None:
    config = Config()
    config.set_main_option("script_location", str(upgrade.MIGRATIONS))
    revisions = {each.revision for each in ScriptDirectory.from_config(config).walk_revisions()}
    kept = {each.stem.removeprefix("r") for each in OLD}
    # The newest may still change until it is released.
    assert revisions - {upgrade.HEAD} <= kept <= revisions


def test_old_store_opens_with_all_that_was_in_it(old: Path) -> None:
    store = Store.open(old, KEY)
    with store.reading() as connection:
        assert upgrade.revision_of(connection) == upgrade.HEAD
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        assert connection.exec_driver_sql("PRAGMA cipher_integrity_check").all() == []
        ids = connection.exec_driver_sql("SELECT id FROM thread ORDER BY id").scalars().all()
        assert len(ids) == THREADS
        draft = drafts.draft_of(connection, ids[0])
        assert draft is not None
        assert (draft.text, draft.caret) == (DRAFT, 7)
        (entry,) = outbox.views(connection)
        assert (entry.text, entry.thread_id, entry.state) == (REPLY, ids[1], ReplyState.QUEUED)
        me = meta.me(connection)
        assert me is not None
        for thread_id in ids:
            view = conversation.thread_view(connection, thread_id, 1_763_719_200_000, me.agent_id)
            assert view is not None
            assert view.messages
    store.close()


def test_damaged_old_store_gives_its_texts_back(old: Path) -> None:
    """Rescue reads the columns that the old shape has."""
    with sqlcipher(old) as raw:
        (page,) = raw.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'alembic_version'"
        ).fetchone()
        (thread_id,) = raw.execute("SELECT thread_id FROM draft").fetchone()
    content = bytearray(old.read_bytes())
    content[(page - 1) * 4096 + 50 : (page - 1) * 4096 + 60] = bytes(10)
    old.write_bytes(content)
    store, aside = open_or_replace(old, KEY)
    with store.reading() as connection:
        draft, entries = drafts.draft_of(connection, thread_id), outbox.views(connection)
    store.close()
    assert aside is not None
    assert draft is not None
    assert draft.text == DRAFT
    assert [each.text for each in entries] == [REPLY]


def test_store_of_a_later_version_is_refused_and_untouched(old: Path) -> None:
    store = Store.open(old, KEY)
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    before = old.read_bytes()
    for attempt in (Store.open, open_or_replace):
        with pytest.raises(StoreTooNew):
            attempt(old, KEY)
    assert old.read_bytes() == before
    assert [each.name for each in old.parent.iterdir()] == ["store.sqlite3"]

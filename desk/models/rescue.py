"""A store that cannot be read any more is set aside, and what its agent wrote is carried over."""

import contextlib
import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from desk.models import meta
from desk.models.errors import StoreDamaged
from desk.models.sealing import is_plain
from desk.models.store import Store

log = logging.getLogger(__name__)

# What only this PC has. Everything else comes again from the portal.
OURS = {
    "draft": ("thread_id", "text", "caret", "seen_version", "saved_ms"),
    "draft_version": ("thread_id", "saved_ms", "text"),
    "seen": ("thread_id", "body"),
    "review_work": (
        "review_id",
        "asked_ms",
        "thread_id",
        "author_name",
        "remarks",
        "amended",
        "words",
        "saved_ms",
    ),
    "outbox": (
        "seq",
        "id",
        "kind",
        "thread_id",
        "seen_version",
        "body",
        "state",
        "created_ms",
        "attempts",
        "next_try_ms",
        "problem",
        "problem_detail",
        "portal_id",
        "published_ms",
    ),
}


def open_or_replace(
    path: Path, key: bytes | None = None, *, ephemeral: bool = False
) -> tuple[Store, Path | None]:
    """Open the store; where it is damaged, or has another key, begin a new one beside it.

    Returns the store, and where the damaged file now is (kept: nothing is deleted).

    Raises:
        StoreTooNew, StoreUnavailable: as `Store.open`; nothing was touched.
    """
    try:
        return Store.open(path, key, ephemeral=ephemeral), None
    except StoreDamaged:
        aside = set_aside(path, "damaged")
        store = Store.open(path, key, ephemeral=ephemeral)
        carried = carry_over(aside, key, store)
        log.error("the local store was damaged and is set aside; %s rows carried over", carried)
        return store, aside


def set_aside(path: Path, why: str) -> Path:
    """Give a store and its write-ahead log another name: ``<why>-<number>-…``."""
    number = 1
    while (aside := path.with_name(f"{why}-{number}-{path.name}")).exists():
        number += 1
    for suffix in ("-wal", "-shm", ""):
        with contextlib.suppress(FileNotFoundError):
            os.replace(f"{path}{suffix}", f"{aside}{suffix}")
    return aside


def carry_over(aside: Path, key: bytes | None, store: Store) -> int:
    """Bring what can be read of the agent's own rows from one store into another; how many."""
    carried = 0
    for table, ours in OURS.items():
        # A store of an older version lacks what came later.
        theirs = {row[1] for row in _readable_rows(aside, key, f"PRAGMA table_info({table})")}
        columns = [each for each in ours if each in theirs]
        if not columns:
            continue
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        rows = list(_readable_rows(aside, key, f"SELECT {names} FROM {table}"))
        if rows:
            with store.writing() as connection:
                for row in rows:
                    connection.exec_driver_sql(
                        f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})",
                        row,
                    )
                    carried += 1
    return carried + _carry_kept(aside, key, store)


def _carry_kept(aside: Path, key: bytes | None, store: Store) -> int:
    """What the agent taught and kept for writing; the rest of `meta` is the damaged store's own."""
    marks = ", ".join(f"'{each}'" for each in meta.OF_THE_AGENT)
    rows = list(_readable_rows(aside, key, f"SELECT key, value FROM meta WHERE key IN ({marks})"))
    if rows:
        with store.writing() as connection:
            for row in rows:
                connection.exec_driver_sql(
                    "INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)", row
                )
    return len(rows)


def is_readable(path: Path, key: bytes) -> bool:
    """Whether this key opens the store."""
    return bool(list(_readable_rows(path, key, "SELECT count(*) FROM sqlite_master")))


def _readable_rows(path: Path, key: bytes | None, statement: str) -> Iterator[tuple[Any, ...]]:
    """The rows before the first page that cannot be read; none where nothing can."""
    with contextlib.suppress(dbapi2.Error), contextlib.closing(dbapi2.connect(str(path))) as found:
        found.execute("PRAGMA cipher_log_level=NONE")
        if key is not None and not is_plain(path):
            found.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        yield from found.execute(statement)

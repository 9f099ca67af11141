"""A store that cannot be read any more is set aside, and what its agent wrote is carried over."""

import contextlib
import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from desk.models.errors import StoreDamaged
from desk.models.store import Store

log = logging.getLogger(__name__)

# What only this PC has. Everything else comes again from the portal.
OURS = {
    "draft": ("thread_id", "text", "caret", "seen_version", "saved_ms"),
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


def open_or_replace(path: Path) -> tuple[Store, Path | None]:
    """Open the store; where it is damaged, begin a new one beside it.

    Returns the store, and where the damaged file now is (kept: nothing is deleted).

    Raises:
        StoreTooNew, StoreUnavailable: as `Store.open`; nothing was touched.
    """
    try:
        return Store.open(path), None
    except StoreDamaged:
        aside = _set_aside(path)
        store = Store.open(path)
        carried = _carry_over(aside, store)
        log.error("the local store was damaged and is set aside; %s rows carried over", carried)
        return store, aside


def _set_aside(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"damaged-{number}-{path.name}")).exists():
        number += 1
    for suffix in ("-wal", "-shm", ""):
        with contextlib.suppress(FileNotFoundError):
            os.replace(f"{path}{suffix}", f"{aside}{suffix}")
    return aside


def _carry_over(aside: Path, store: Store) -> int:
    carried = 0
    for table, columns in OURS.items():
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        rows = list(_readable_rows(aside, f"SELECT {names} FROM {table}"))  # noqa: S608
        if rows:
            with store.writing() as connection:
                for row in rows:
                    connection.exec_driver_sql(
                        f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})",  # noqa: S608
                        row,
                    )
                    carried += 1
    return carried


def _readable_rows(path: Path, statement: str) -> Iterator[tuple[Any, ...]]:
    """The rows before the first page that cannot be read; none where nothing can."""
    with contextlib.suppress(dbapi2.Error), contextlib.closing(dbapi2.connect(str(path))) as found:
        yield from found.execute(statement)

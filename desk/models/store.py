"""The local store: one SQLite file per portal and agent."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from desk.models import sealing, upgrade
from desk.models.errors import (
    StoreDamaged,
    StoreError,
    StoreUnavailable,
    code_of_refusal,
    store_error_of,
)

READERS = 4
"""Connections kept: the writer, two readers of the query lane, one to spare."""

BUSY_TIMEOUT_MS = 5_000
"""Only another process (a backup, an antivirus scan) can hold the file: the lane serialises ours.
"""

PROBE = 64 * 1024
"""Bytes that a disk with room takes: twice what the index of a log begins with."""

PRAGMAS = (
    # A reader never waits for the writer.
    "PRAGMA journal_mode=WAL",
    # Each commit is flushed to the disk: a power cut loses nothing that was committed, so at most
    # what was typed since the last save. Costs one fsync per commit, about 5 to 20 ms on the
    # writer's thread, never on the window's. NORMAL would lose every commit since the last
    # checkpoint, drafts and outbox entries included.
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}",
    # Sorting never leaves plain text in a temporary file.
    "PRAGMA temp_store=MEMORY",
)

READING_KIB = 2048
"""Decrypted pages that a connection keeps while it reads: what a screen of the inbox touches fits.
Counting all messages goes through every page once, and would fill whatever there is."""
WRITING_KIB = 4096
"""The same while it writes: a page of the first load fits, and does not spill into the log before
its commit. More made nothing faster (benchmarks/inbox.py)."""


class Store:
    """Connections to one store. Thread-safe; each connection belongs to one thread at a time.

    Guarantees: the file is 0600 in a folder 0700; the schema is this version's; foreign keys are
    on; a write is one transaction that is whole or absent, on the disk when `writing` returns.
    """

    def __init__(self, engine: Engine, path: Path, *, ephemeral: bool = False) -> None:
        self._engine = engine
        self._ephemeral = ephemeral
        self.path = path

    @classmethod
    def open(cls, path: Path, key: bytes | None = None, *, ephemeral: bool = False) -> "Store":
        """Open the store, create it where it is missing, bring its schema up to date.

        `key`: 32 bytes, encrypts the whole file with SQLCipher, and a plain store that is found
        there too; None leaves it plain (tests and benchmarks only). `ephemeral`: the files go when
        the store is closed.

        Raises:
            StoreTooNew: a later version of desk wrote it.
            StoreDamaged: it is not a database, is corrupt, or has another key.
            StoreUnavailable: the disk or the system refuses.
        """
        if key is not None and len(key) != 32:
            raise ValueError("a store key has 32 bytes")
        try:
            _prepare_folder(path.parent)
            if key is not None:
                sealing.seal(path, key)
            _prepare_file(path)
        except OSError as error:
            raise StoreUnavailable(code_of_refusal(error)) from error
        except dbapi2.Error as error:
            raise store_error_of(error) or StoreDamaged("the store cannot be read") from error
        engine = _engine_for(path, key)
        try:
            with engine.connect() as connection, connection.begin():
                connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
            with _write_transaction(engine) as connection:
                upgrade.to_head(connection)
        except StoreError:
            engine.dispose()
            raise
        except (DBAPIError, dbapi2.Error) as error:
            engine.dispose()
            family = store_error_of(error) or StoreDamaged("the store cannot be read")
            if family.code == "unavailable" and _is_full(path.parent):
                # SQLite cannot make the index of its log, and says « disk I/O error ».
                family = StoreUnavailable("disk_full")
            raise family from error
        return cls(engine, path, ephemeral=ephemeral)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one consistent moment of the store and writes nothing."""
        with self._engine.connect() as connection, connection.begin():
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """A write transaction: committed, flushed to the disk, on leaving; undone on an exception.

        Raises:
            StoreError: the disk refuses; nothing was written.
        """
        try:
            with _write_transaction(self._engine) as connection:
                yield connection
        except SQLAlchemyError as error:
            family = store_error_of(error)
            if family is None:
                raise
            raise family from error

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it."""
        if self._ephemeral:
            # Failing is harmless: nobody has the key, and the next start removes the files.
            with contextlib.suppress(OSError):
                self.remove()
            return
        with (
            # The driver's own errors too: the cursor below is not SQLAlchemy's.
            contextlib.suppress(SQLAlchemyError, dbapi2.Error),
            self._engine.connect() as connection,
        ):
            # Outside a transaction: a checkpoint is refused within one. Failing is harmless, the
            # next opening replays the log.
            connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._engine.dispose()

    def compact(self) -> None:
        """Write the store anew without its free pages, and truncate its log.

        Raises:
            SQLAlchemyError, dbapi2.Error: the disk refuses; the store is as it was.
        """
        with self._engine.connect() as connection:
            cursor = connection.connection.cursor()
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def remove(self) -> None:
        """Let go of the store and remove its files."""
        self._engine.dispose()
        remove_files(self.path)


def remove_files(path: Path) -> None:
    """Remove a store that nobody has open, with its log and index, and its folder once empty."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # something else is still in it
        path.parent.rmdir()


def _is_full(folder: Path) -> bool:
    probe = folder / f"probe-{os.getpid()}"
    try:
        probe.write_bytes(bytes(PROBE))
    except OSError as error:
        return code_of_refusal(error) == "disk_full"
    finally:
        with contextlib.suppress(OSError):
            probe.unlink()
    return False


def _prepare_folder(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.chmod(0o700)


def _prepare_file(path: Path) -> None:
    """Create the file with its modes before SQLite does: its -wal and -shm inherit them."""
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    os.close(descriptor)
    path.chmod(0o600)


def _engine_for(path: Path, key: bytes | None) -> Engine:
    def connect() -> Any:
        # isolation_level=None: SQLAlchemy's BEGIN, below, is then the only one, and it covers DDL.
        connection = dbapi2.connect(
            str(path),
            check_same_thread=False,
            timeout=BUSY_TIMEOUT_MS / 1000,
            isolation_level=None,
        )
        # SQLCipher would tell a wrong key or a damaged page on standard error.
        connection.execute("PRAGMA cipher_log_level=NONE")
        if key is not None:
            # A raw key needs no derivation: opening costs 0.2 ms instead of 89. Must come before
            # anything that reads the file.
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in PRAGMAS:
            connection.execute(pragma)
        return connection

    # The URL names no file and no key, so neither can reach a log through it.
    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=READERS,
        max_overflow=READERS,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # IMMEDIATE: a writer queues when it begins instead of failing when it first writes.
        immediate = connection.get_execution_options().get("desk_writes", False)
        kept = WRITING_KIB if immediate else READING_KIB
        connection.exec_driver_sql(f"PRAGMA cache_size=-{kept}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


@contextlib.contextmanager
def _write_transaction(engine: Engine) -> Iterator[Connection]:
    with (
        engine.connect().execution_options(desk_writes=True) as connection,
        connection.begin(),
    ):
        yield connection

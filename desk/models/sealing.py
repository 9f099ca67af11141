"""A plain store becomes an encrypted one, without a moment at which its content could be lost.

::

    store            plain          plain        ─▶ store.unsealed ─▶ zeroed, removed
    store.sealing             ─▶ encrypted copy  ─▶ store

Only the first versions, which were never released, wrote plain stores.
"""

import contextlib
import os
from pathlib import Path

from sqlcipher3 import dbapi2

PLAIN_HEADER = b"SQLite format 3\x00"
ZEROS = bytes(1024 * 1024)


def is_plain(path: Path) -> bool:
    """Whether the file is a database that anybody can read."""
    try:
        with path.open("rb") as file:
            return file.read(len(PLAIN_HEADER)) == PLAIN_HEADER
    except FileNotFoundError:
        return False


def seal(path: Path, key: bytes) -> None:
    """Encrypt the store where it is plain, and end what a crash left half done.

    Raises:
        dbapi2.Error: it cannot be read; nothing was changed.
        OSError: the disk refuses; nothing was lost.
    """
    sealing, unsealed = _beside(path, "sealing"), _beside(path, "unsealed")
    if unsealed.exists() and not path.exists():
        os.replace(unsealed, path)
    if unsealed.exists():
        erase(unsealed)
    sealing.unlink(missing_ok=True)
    if not is_plain(path):
        return
    os.close(os.open(sealing, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        _export(path, sealing, key)
        sync(sealing)
    except BaseException:
        sealing.unlink(missing_ok=True)
        raise
    os.replace(path, unsealed)
    os.replace(sealing, path)
    sync(path.parent)
    erase(unsealed)


def erase(path: Path) -> None:
    """Overwrite, then remove. On a disk that writes elsewhere (SSD) the old blocks may remain."""
    with contextlib.suppress(FileNotFoundError):
        with path.open("r+b") as file:
            left = os.fstat(file.fileno()).st_size
            while left > 0:
                left -= file.write(ZEROS[:left])
            file.flush()
            os.fsync(file.fileno())
        path.unlink()


def sync(path: Path) -> None:
    """Flush a file, or a folder's list of names, to the disk."""
    if os.name == "nt" and path.is_dir():
        return  # Windows keeps names in a journal of its own, and opens no folder
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(f"{path.name}.{suffix}")


def _export(path: Path, target: Path, key: bytes) -> None:
    with contextlib.closing(dbapi2.connect(str(path), isolation_level=None)) as plain:
        plain.execute("PRAGMA cipher_log_level=NONE")
        # What is still in the write-ahead log is folded in, and the log is gone with it.
        plain.execute("PRAGMA journal_mode=DELETE")
        plain.execute(f"ATTACH DATABASE ? AS sealed KEY \"x'{key.hex()}'\"", (str(target),))
        plain.execute("SELECT sqlcipher_export('sealed')")
        plain.execute("DETACH DATABASE sealed")

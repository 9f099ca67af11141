"""Why the local store cannot be used."""

import errno


class StoreError(Exception):
    """The local store cannot be opened or written. `code` is stable and holds no path."""

    code = "store"


class StoreTooNew(StoreError):
    """A later version of desk wrote this store; opening it could lose what that version keeps."""

    code = "store_too_new"


class StoreDamaged(StoreError):
    """The file is not a database, is corrupt, or was written with another key."""

    code = "store_damaged"


class StoreUnavailable(StoreError):
    """The disk or the system refuses: full, read-only, no permission, held by another process.

    `code` is ``disk_full``, ``read_only``, ``busy`` or ``unavailable``; ``closed`` when its agent
    has signed out.
    """

    def __init__(self, code: str = "unavailable") -> None:
        super().__init__(code)
        self.code = code


def store_error_of(error: BaseException) -> StoreError | None:
    """The family of a database driver's error, None when it is a mistake of ours.

    SQLite tells a full disk and a damaged page only in words, so the words are read here, once.
    """
    words = str(getattr(error, "orig", None) or error).lower()
    if "full" in words and ("disk" in words or "database" in words):
        return StoreUnavailable("disk_full")
    if "readonly" in words or "read-only" in words:
        return StoreUnavailable("read_only")
    if "locked" in words or "busy" in words:
        return StoreUnavailable("busy")
    if "unable to open" in words or "disk i/o error" in words or "permission denied" in words:
        return StoreUnavailable("unavailable")
    if "not a database" in words or "malformed" in words or "file is encrypted" in words:
        return StoreDamaged("the file is not a readable store")
    return None


def code_of_refusal(error: OSError) -> str:
    """The `StoreUnavailable.code` of what the system says about a file."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "disk_full"
    return "read_only" if error.errno == errno.EROFS else "unavailable"

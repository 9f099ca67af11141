"""A store's key, wrapped by a passphrase, in a small file beside the store.

The passphrase is stretched by scrypt (RFC 7914) into 64 bytes: 32 hide the key (exclusive or: each
wrapping has a salt, so a pad, of its own), 32 sign the whole (HMAC-SHA-256), so that a wrong
passphrase is known as such and a damaged file never yields a wrong key.
"""

import contextlib
import hashlib
import hmac
import json
import os
import secrets
import unicodedata
from pathlib import Path

from desk.models import sealing

COST, BLOCK, LANES = 2**17, 8, 1
"""scrypt's n, r and p: 0.4 s and 128 MB for each guess (OWASP, Password Storage)."""

MOST_MEMORY = 256 * 1024 * 1024
SHORTEST = 8
"""Characters. NIST SP 800-63B: length is what counts, and no kind of character is demanded."""

VERSION = 1


class WrongPassphrase(Exception):
    """The passphrase is not the one the key was wrapped with, or the file is damaged."""


class PassphraseTooShort(ValueError):
    """Fewer than `SHORTEST` characters."""


def check(passphrase: str) -> None:
    """Raises PassphraseTooShort."""
    if len(passphrase) < SHORTEST:
        raise PassphraseTooShort


def wrap(file: Path, key: bytes, passphrase: str) -> None:
    """Write the wrapped key, whole or not at all, and flushed to the disk.

    Raises:
        PassphraseTooShort: nothing was written.
        OSError: the disk refuses.
    """
    check(passphrase)
    salt = secrets.token_bytes(32)
    pad, signing = _stretched(passphrase, salt)
    hidden = bytes(a ^ b for a, b in zip(key, pad, strict=True))
    content = {
        "version": VERSION,
        "salt": salt.hex(),
        "hidden": hidden.hex(),
        "signature": _signature(signing, salt, hidden).hex(),
    }
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = file.with_name(f"{file.name}.new")
    try:
        descriptor = os.open(beside, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as written:
            json.dump(content, written)
            written.flush()
            os.fsync(written.fileno())
        os.replace(beside, file)
        sealing.sync(file.parent)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def unwrap(file: Path, passphrase: str) -> bytes:
    """The key. Takes some 0.4 s: only for a worker.

    Raises:
        WrongPassphrase: it does not open this file.
        OSError: the file cannot be read.
    """
    try:
        content = json.loads(file.read_text(encoding="ascii"))
        salt, hidden, signature = (
            bytes.fromhex(content[name]) for name in ("salt", "hidden", "signature")
        )
    except (ValueError, KeyError, TypeError) as error:
        raise WrongPassphrase from error
    pad, signing = _stretched(passphrase, salt)
    if not hmac.compare_digest(signature, _signature(signing, salt, hidden)):
        raise WrongPassphrase
    return bytes(a ^ b for a, b in zip(hidden, pad, strict=True))


def _stretched(passphrase: str, salt: bytes) -> tuple[bytes, bytes]:
    # One passphrase typed on two keyboards may come in two forms of the same letters.
    text = unicodedata.normalize("NFC", passphrase).encode()
    made = hashlib.scrypt(text, salt=salt, n=COST, r=BLOCK, p=LANES, maxmem=MOST_MEMORY, dklen=64)
    return made[:32], made[32:]


def _signature(signing: bytes, salt: bytes, hidden: bytes) -> bytes:
    return hmac.digest(signing, bytes([VERSION]) + salt + hidden, "sha256")

"""The bytes that a digest of the audit trail covers. Another program can compute them again.

The digest of an act is SHA-256, in lower-case hexadecimal, of these bytes: the digest of the act
before it (64 zeros before the first), a line feed, and the act as JSON in ASCII, keys in
alphabetical order, no space between the tokens::

    {"action":"nir.unmasked","actor":7,"at":"2026-11-21T09:57:00.123456+00:00",
     "chain":"picardie","detail":{},"purpose":"file_search","seq":12,"thread":41,"v":1}

`actor` and `thread` are numbers or null, `at` has six decimals and is UTC, `detail` holds
whole numbers, texts, booleans, null, and lists of them.
"""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

BEGINNING = "0" * 64
"""What the first act of a chain follows."""


def canonical(
    *,
    chain: str,
    seq: int,
    at: datetime,
    actor: int | None,
    action: str,
    thread: int | None,
    purpose: str,
    detail: dict[str, Any],
) -> bytes:
    """Return the act as the bytes described above."""
    act = {
        "v": 1,
        "chain": chain,
        "seq": seq,
        "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": actor,
        "action": action,
        "thread": thread,
        "purpose": purpose,
        "detail": detail,
    }
    return json.dumps(act, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("ascii")


def digest_after(previous: str, act: bytes) -> str:
    """Return the digest of an act that follows the one whose digest is `previous`."""
    return hashlib.sha256(previous.encode("ascii") + b"\n" + act).hexdigest()

"""Signs checkpoints of the audit trail with a key that is not in the database.

Whoever can write to the database but does not know the key cannot make a checkpoint: the newest
end cannot be cut off nor the past written anew without leaving an anchor that no longer fits.
"""

import hashlib
import hmac
import json
from datetime import UTC, datetime

from django.conf import settings

from portal.audit.models import AuditCheckpoint


def _keys() -> tuple[bytes, ...]:
    """The keys known: the first signs, all of them verify."""
    given = settings.ENVIRONMENT.audit_keys or (settings.SECRET_KEY,)
    return tuple(
        hashlib.sha256(b"portal.audit.checkpoint\n" + key.encode()).digest() for key in given
    )


def _key_id(key: bytes) -> str:
    return hashlib.sha256(key).hexdigest()[:16]


def _stated(checkpoint: AuditCheckpoint) -> bytes:
    stated = {
        "v": 1,
        "chain": checkpoint.chain,
        "seq": checkpoint.seq,
        "digest": checkpoint.digest,
        "kind": str(checkpoint.kind),
        "at": checkpoint.at.astimezone(UTC).isoformat(timespec="microseconds"),
    }
    return json.dumps(stated, sort_keys=True, separators=(",", ":")).encode("ascii")


def _signature(key: bytes, checkpoint: AuditCheckpoint) -> str:
    return hmac.new(key, _stated(checkpoint), hashlib.sha256).hexdigest()


def signed(
    *, chain: str, seq: int, digest: str, kind: AuditCheckpoint.Kind, at: datetime
) -> AuditCheckpoint:
    """Return a checkpoint with its signature, not stored yet."""
    key = _keys()[0]
    checkpoint = AuditCheckpoint(
        chain=chain, seq=seq, digest=digest, kind=kind, at=at, key_id=_key_id(key)
    )
    checkpoint.signature = _signature(key, checkpoint)
    return checkpoint


def complaint_about(checkpoint: AuditCheckpoint) -> str:
    """Return what is wrong with a checkpoint's signature, an empty string when it is right."""
    for key in _keys():
        if _key_id(key) == checkpoint.key_id:
            right = hmac.compare_digest(_signature(key, checkpoint), checkpoint.signature)
            return "" if right else "its signature is false"
    return "it was signed with a key that PORTAL_AUDIT_KEYS does not hold"

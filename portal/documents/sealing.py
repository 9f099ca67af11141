"""Encrypts deposited files at rest: AES-256-GCM with keys that are not in the database.

A copy of the database without `PORTAL_DOCUMENT_KEYS` shows no document. It protects no more than
that: who reads the portal's memory or environment reads the documents too.
"""

import hashlib
import os
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

_NONCE_BYTES: Final = 12


class NotReadable(Exception):
    """A sealed file cannot be opened: its key is not known any more, or it was altered."""


def seal(content: bytes, bound_to: str) -> tuple[str, bytes]:
    """Encrypt `content`; return the key's id and the sealed bytes.

    Args:
        bound_to: the file's identity: sealed bytes moved to another file do not open.
    """
    key = _keys()[0]
    nonce = os.urandom(_NONCE_BYTES)
    return _key_id(key), nonce + AESGCM(key).encrypt(nonce, content, bound_to.encode())


def unseal(key_id: str, sealed: bytes, bound_to: str) -> bytes:
    """Return what was sealed.

    Raises:
        NotReadable: none of the keys is the one, or the bytes were altered or moved.
    """
    for key in _keys():
        if _key_id(key) == key_id:
            nonce, rest = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
            try:
                return AESGCM(key).decrypt(nonce, rest, bound_to.encode())
            except InvalidTag:
                raise NotReadable("altered") from None
    raise NotReadable("sealed with a key that PORTAL_DOCUMENT_KEYS does not hold")


def _keys() -> tuple[bytes, ...]:
    """The keys known: the first seals, all of them open."""
    given = settings.ENVIRONMENT.document_keys or (settings.SECRET_KEY,)
    return tuple(hashlib.sha256(b"portal.documents\n" + key.encode()).digest() for key in given)


def _key_id(key: bytes) -> str:
    return hashlib.sha256(b"id\n" + key).hexdigest()[:16]

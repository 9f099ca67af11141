"""How a token is found again: only its digest is stored (RFC 9700 section 4)."""

import hashlib

SCOPE = "desk"
"""The one scope: answer the messages of one's caisse."""


def checksum(token: str) -> str:
    """The SHA-256 under which the authorization server keeps `token`, in hexadecimal."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()

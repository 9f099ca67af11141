"""``desk://message/123``: a message's address, as a mail or another program may hold it.

Anybody can write one, so nothing but an integer is taken from it. No Qt.
"""

import re

SCHEME = "desk:"
_MESSAGE = re.compile(r"desk://message/([0-9]{1,18})/?", re.ASCII)
"""Eighteen digits fit into the store's 64 bits."""


def message_of(address: str) -> int | None:
    """The thread's id, or None: this is no message's address."""
    found = _MESSAGE.fullmatch(address)
    return None if found is None else int(found.group(1))


def address_of(thread_id: int) -> str:
    """The address that `message_of` reads."""
    return f"desk://message/{thread_id}"

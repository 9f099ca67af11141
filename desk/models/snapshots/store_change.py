"""What a commit changed in the store."""

import msgspec


class StoreChange(msgspec.Struct, frozen=True):
    """What one committed write touched, and who asked; screens decide what to do with it."""

    origin: str
    """``sync``, ``draft``, ``outbox``, ``publisher`` …"""
    threads: frozenset[int] = msgspec.field(default_factory=frozenset)
    """Threads whose rows or overlay (draft, outbox) changed."""
    removed: frozenset[int] = msgspec.field(default_factory=frozenset)
    outbox: bool = False
    catalogue: bool = False
    appointments: bool = False
    everything: bool = False
    """Too much to name (first load, store rebuilt): read again."""

"""What is being written, and what was."""

import msgspec


class DraftVersion(msgspec.Struct, frozen=True):
    """What a draft said at some time."""

    thread_id: int
    saved_ms: int
    text: str


class KeptText(msgspec.Struct, frozen=True):
    """A thread of which this PC keeps a draft, or what one said before."""

    thread_id: int
    text: str
    """The draft as it is now; empty when there is none."""
    saved_ms: int
    """Of the draft, else of its newest version."""
    reference: str | None
    """None when the store no longer has the exchange: it was transferred, or purged."""
    adherent_name: str | None


class DraftView(msgspec.Struct, frozen=True):
    """The text being written for a thread, as last saved on this PC."""

    thread_id: int
    text: str
    caret: int
    seen_version: int
    saved_ms: int
    scroll: int = 0
    """The editor's scroll place, in its own unit."""

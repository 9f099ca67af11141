"""What is being written, and what was."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DraftVersion:
    """What a draft said at some time."""

    thread_id: int
    saved_ms: int
    text: str


@dataclass(frozen=True, slots=True)
class KeptText:
    """A thread of which this PC keeps a draft, or what one said before."""

    thread_id: int
    text: str
    """The draft as it is now; empty when there is none."""
    saved_ms: int
    """Of the draft, else of its newest version."""
    reference: str | None
    """None when the store no longer has the exchange: it was transferred, or purged."""
    adherent_name: str | None


@dataclass(frozen=True, slots=True)
class DraftView:
    """The text being written for a thread, as last saved on this PC."""

    thread_id: int
    text: str
    caret: int
    seen_version: int
    saved_ms: int
    scroll: int = 0
    """The editor's scroll place, in its own unit."""

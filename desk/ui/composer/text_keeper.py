"""Which text belongs in the editor: the one typed here, or the one in the store."""

import msgspec

from desk.models.snapshots import DraftView, ReplyState, ThreadView
from desk.ui.composer.writing import Writing


class Kept(msgspec.Struct, frozen=True):
    """A text with its cursor (UTF-16 units) and the line at its top."""

    text: str
    caret: int
    scroll: int = 0


class _OnTheWay(msgspec.Struct, frozen=True):
    kept: Kept
    seen_version: int


NOTHING = Kept("", 0)

TextsOnTheWay = dict[int, _OnTheWay]
"""By thread: what was typed and may not be on the disk yet, while no editor shows it. Shared by all
editors of one desk: a text that left one is found by the next."""


class TextKeeper:
    """Guarantees: what was typed here is never replaced by an older text of the store, neither
    while its saving is under way nor when another exchange is opened in between.

    Example: « abc » is typed and saved; « abcd » is typed and not saved yet; a synchronisation has
    the exchange read again, with the draft « abc ». `take` answers None: « abcd » stays. Once the
    store itself says « abcd », its later changes (the draft removed by a publication) count again.
    """

    def __init__(self, on_the_way: TextsOnTheWay) -> None:
        self._dirty = False
        self._on_the_way = on_the_way
        self.seen_version = 0
        """The exchange as its author knows it."""
        self.saved_ms: int | None = None
        """When the text on screen reached the disk; None while it has not."""

    @property
    def dirty(self) -> bool:
        """What is on screen may be newer than the store."""
        return self._dirty

    def enter(self, thread: ThreadView, writing: Writing) -> Kept:
        """The text to begin with for an exchange that was not on screen."""
        on_the_way = self._on_the_way.pop(thread.thread_id, None)
        draft = thread.draft
        self.saved_ms = None if draft is None else draft.saved_ms
        # A save that was told may have been of an older text: only the store's own words count.
        if (
            on_the_way is not None
            and (draft is None or draft.text != on_the_way.kept.text)
            and not is_published(writing, on_the_way.kept.text, draft)
        ):
            self._dirty, self.seen_version, self.saved_ms = True, on_the_way.seen_version, None
            return on_the_way.kept
        self._dirty = False
        if draft is None:
            self.seen_version = thread.version
            return NOTHING
        self.seen_version = draft.seen_version
        return Kept(draft.text, draft.caret, draft.scroll)

    def leave(self, thread_id: int, on_screen: Kept) -> None:
        """Another exchange is opened; a text that may not be on the disk yet is remembered."""
        if self._dirty:
            self._on_the_way[thread_id] = _OnTheWay(on_screen, self.seen_version)
        self._dirty = False

    def take(self, thread: ThreadView, writing: Writing, on_screen: str) -> Kept | None:
        """The store was read again: the text to show instead, None to leave what is on screen."""
        draft = thread.draft
        stored = NOTHING if draft is None else Kept(draft.text, draft.caret, draft.scroll)
        instead: Kept | None = None
        if stored.text == on_screen:
            self._dirty = False
        elif is_published(writing, on_screen, draft):
            self._dirty, instead = False, NOTHING
        elif not self._dirty:
            # Published, given back by a refusal, or thrown away: the store's text is the newer.
            instead = stored
        now_on_screen = on_screen if instead is None else instead.text
        if not now_on_screen:
            # Nothing is being written: whatever is on screen has been seen.
            self.seen_version, self.saved_ms = thread.version, None
        elif draft is not None and not self._dirty:
            # What was seen cannot be unseen: an acknowledgement may still be on its way.
            self.seen_version = max(self.seen_version, draft.seen_version)
            self.saved_ms = draft.saved_ms
        return instead

    def typed(self) -> None:
        """The text on screen changed."""
        self._dirty = True
        self.saved_ms = None

    def adopt(self, draft: DraftView) -> None:
        """The store made this the draft because the agent chose it: it takes the place of what was
        typed, which is kept in the journal.
        """
        self._dirty = False
        self._on_the_way.pop(draft.thread_id, None)
        self.seen_version, self.saved_ms = draft.seen_version, draft.saved_ms

    def forget(self) -> None:
        """Nobody works here any more: what was not saved was handed to the drafts service."""
        self._on_the_way.clear()


def is_published(writing: Writing, text: str, draft: DraftView | None) -> bool:
    """This text is the one that the portal has just taken, and no draft is left of it."""
    entry = writing.entry
    return (
        draft is None
        and entry is not None
        and entry.state is ReplyState.PUBLISHED
        and entry.text.strip() == text.strip()
    )

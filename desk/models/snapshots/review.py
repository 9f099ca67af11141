"""A reply that a colleague reads before it leaves."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CommentView:
    """A remark on a passage: from `start` up to `end`, in Python's characters of the text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A text that waits for its reviewer, or came back from them."""

    review_id: int | None
    """The portal's; None while my asking is on its way."""
    author_name: str
    by_me: bool
    kind: str
    text: str
    asked_of_name: str | None
    """None: any supervisor."""
    asked_of_me: bool
    """By name; a supervisor may decide all the same."""
    state: str
    """``asked`` or ``sent_back``."""
    asked_ms: int
    reviewer_name: str | None = None
    """Who sent it back."""
    decided_ms: int | None = None
    words: str = ""
    comments: tuple[CommentView, ...] = ()
    pending: str = ""
    """My act about it that waits to be sent: an `Action`'s value; else empty."""

    @property
    def waits(self) -> bool:
        """The reviewer has not decided, as far as this PC knows."""
        return self.state == "asked"

    @property
    def came_back_to_me(self) -> bool:
        """Mine, with comments, and nothing of mine under way about it."""
        return self.by_me and not self.waits and not self.pending

    def may_be_decided(self, *, supervisor: bool) -> bool:
        """Whoever looks may approve it or send it back."""
        return (
            self.waits and not self.by_me and not self.pending and (self.asked_of_me or supervisor)
        )

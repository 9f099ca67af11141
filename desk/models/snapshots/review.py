"""A reply that a colleague reads before it leaves."""

import msgspec


class CommentView(msgspec.Struct, frozen=True):
    """A remark on a passage: from `start` up to `end`, in Python's characters of the text."""

    start: int
    end: int
    text: str


class BegunReview(msgspec.Struct, frozen=True):
    """What a reviewer has begun on one text, and not sent."""

    comments: tuple[CommentView, ...] = ()
    amended: str | None = None
    """The text as it is being changed; None: as its author wrote it."""
    words: str = ""
    """About the whole, for sending it back."""
    begun: CommentView | None = None
    """A remark that is being typed. On the disk it is one among the others."""


class Remark(msgspec.Struct, frozen=True):
    """A remark as it can be read without the text that it is on."""

    start: int
    end: int
    text: str
    passage: str


class KeptReview(msgspec.Struct, frozen=True):
    """What this PC keeps of a reviewer's work, and what has become of the review."""

    review_id: int
    asked_ms: int
    thread_id: int
    author_name: str
    remarks: tuple[Remark, ...]
    amended: str | None
    words: str
    saved_ms: int
    reference: str | None
    """None when the store no longer has the exchange."""
    adherent_name: str | None
    settled: bool
    """Not to be decided by this agent any more: the words were not sent, and cannot be."""

    @property
    def work(self) -> BegunReview:
        """As the panel shows it."""
        remarks = tuple(CommentView(each.start, each.end, each.text) for each in self.remarks)
        return BegunReview(remarks, self.amended, self.words)


class ReviewView(msgspec.Struct, frozen=True):
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

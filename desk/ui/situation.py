"""What decides which of the agent's actions make sense now."""

import msgspec

from desk.models.snapshots import ThreadView
from desk.services.proof.chain import proofs


class Situation(msgspec.Struct, frozen=True):
    """What decides which actions make sense now."""

    signed_in: bool = False
    signing_in: bool = False
    thread: ThreadView | None = None
    can_write: bool = False
    can_publish: bool = False
    has_text: bool = False
    has_holes: bool = False
    in_conflict: bool = False
    can_take_back: bool = False
    can_schedule: bool = False
    supervisor: bool = False
    many: bool = False
    """Several messages are selected: acts are upon them all."""
    in_training: bool = False
    review_selected: bool = False
    """A passage of a colleague's reply is selected."""
    can_send_back: bool = False
    can_approve: bool = False

    @property
    def may_claim(self) -> bool:
        thread = self.thread
        return thread is not None and thread.status == "open" and thread.claim_name is None

    @property
    def may_move(self) -> bool:
        """Open, and no colleague is answering it."""
        thread = self.thread
        return (
            thread is not None
            and thread.status == "open"
            and (thread.claim_name is None or thread.claimed_by_me)
        )

    @property
    def may_break_claim(self) -> bool:
        thread = self.thread
        return (
            self.supervisor
            and thread is not None
            and thread.claim_name is not None
            and not thread.claimed_by_me
        )

    @property
    def has_reply(self) -> bool:
        """The exchange has a reply, or had one that was taken back."""
        return self.thread is not None and bool(proofs(self.thread))

    @property
    def may_unschedule(self) -> bool:
        """A reply waits for its moment, and it is mine or I am a supervisor."""
        thread = self.thread
        return (
            thread is not None
            and thread.scheduled is not None
            and not thread.pending.unscheduling
            and (thread.scheduled.by_me or self.supervisor)
        )

    @property
    def may_pause(self) -> bool:
        """Its clock runs, and pausing it is not under way."""
        thread = self.thread
        return (
            self.may_move
            and thread is not None
            and thread.pause is None
            and not thread.pending.pausing
        )

    @property
    def may_resume(self) -> bool:
        """Its clock stands still, and nobody here has asked for more."""
        thread = self.thread
        return (
            self.may_move
            and thread is not None
            and thread.pause is not None
            and not thread.pending.resuming
        )

    @property
    def may_withdraw_review(self) -> bool:
        """My reply is in review, or came back, and nothing of mine is under way about it."""
        review = None if self.thread is None else self.thread.review
        return review is not None and review.by_me and not review.pending

    @property
    def may_take_up(self) -> bool:
        """My reply came back, and nothing else was begun."""
        review = None if self.thread is None else self.thread.review
        return (
            review is not None and review.came_back_to_me and self.can_write and not self.has_text
        )

    @property
    def may_release(self) -> bool:
        return self.thread is not None and self.thread.claimed_by_me

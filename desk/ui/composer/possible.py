"""What may be done with the text in the composer, as it stands. Pure."""

from dataclasses import dataclass

from desk.models.snapshots import ThreadView
from desk.services.reply_text import reply_errors
from desk.ui.composer.writing import Standing, Writing


@dataclass(frozen=True, slots=True)
class Possible:
    """Judged from the exchange, the text, and who writes."""

    thread: ThreadView | None
    writing: Writing
    text: str
    publishing: bool
    """« Publier » was confirmed, the outbox has not answered yet."""
    in_training: bool
    """A colleague reads what this author writes before it leaves."""

    @property
    def publish(self) -> bool:
        """The text is whole, and nothing stands in its way."""
        return (
            self.thread is not None
            and self.writing.standing.may_publish
            and not self.publishing
            and not reply_errors(self.text)
        )

    @property
    def schedule(self) -> bool:
        """It may be published unread, and no other reply waits for its moment."""
        return self.publish and not self.in_training and not self._another_waits

    @property
    def write(self) -> bool:
        """There is something to write: not when an answer is there and no text was begun."""
        answered = self.writing.standing is Standing.ANSWERED
        return (
            self.thread is not None
            and self.writing.standing.text_may_change
            and (bool(self.text) or not answered)
        )

    def told_by(self, holes: bool) -> tuple[object, ...]:
        """What others go by: most keys change nothing of it. `holes`: values are missing."""
        return (
            self.thread,
            self.writing,
            self.write,
            self.publish,
            self.schedule,
            self.in_training,
            bool(self.text),
            holes,
        )

    @property
    def _another_waits(self) -> bool:
        """The portal has a reply to publish later; a held one of mine may be replaced."""
        scheduled = None if self.thread is None else self.thread.scheduled
        return scheduled is not None and not (scheduled.held_because and scheduled.by_me)

"""Replies that have not left yet."""

from django.db import models
from django.db.models import Q

from portal.accounts.models import Agent
from portal.messaging.models.exchange import Message, Thread


class ScheduledReply(models.Model):
    """A reply to be published at an instant, unless something has happened meanwhile."""

    class State(models.TextChoices):
        WAITING = "waiting"
        HELD = "held"  # its instant came, or the adherent wrote: an agent decides
        PUBLISHED = "published"
        CANCELLED = "cancelled"

    class Reason(models.TextChoices):
        """Why it is held."""

        NONE = ""
        ADHERENT_WROTE = "adherent_wrote"
        AUTHOR_ABSENT = "author_absent"
        THREAD_CHANGED = "thread_changed"
        REVIEW_NEEDED = "review_needed"  # its author is in training since

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="scheduled_replies")
    author = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="scheduled_replies")
    kind = models.CharField(max_length=10, choices=Message.Kind.choices)
    text = models.TextField()
    publish_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    reason = models.CharField(max_length=16, choices=Reason.choices, blank=True)
    created_at = models.DateTimeField()
    seen_version = models.PositiveIntegerField()
    """The exchange's version that the author had seen: at any other, it is held."""
    key = models.UUIDField()
    """Under which it is published: once, whatever is restarted."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["thread"],
                condition=Q(state__in=["waiting", "held"]),
                name="one_scheduled_reply_per_thread",
            ),
            models.CheckConstraint(
                condition=Q(state="held") & ~Q(reason="") | ~Q(state="held") & Q(reason=""),
                name="a_held_reply_says_why",
            ),
        ]
        indexes = [models.Index(fields=["state", "publish_at"], name="scheduled_reply_due")]

    def __str__(self) -> str:
        return f"scheduled reply {self.pk}: {self.state}"  # never the text

    @property
    def is_live(self) -> bool:
        """Whether it still waits for its instant or for an agent."""
        return self.state in (self.State.WAITING, self.State.HELD)


class AgentDraft(models.Model):
    """The copy of an agent's draft, so that they go on from another PC.

    One that was thrown away stays as an empty row: its revision never begins again, so a PC that
    remembers an old one is not taken for up to date.
    """

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="agent_drafts")
    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="drafts")
    text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField()
    device = models.CharField(max_length=80)
    thrown_away = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agent", "thread"], name="one_draft_per_agent_and_thread"
            ),
            models.CheckConstraint(
                condition=Q(thrown_away=False) | Q(text=""), name="a_thrown_away_draft_is_empty"
            ),
        ]

    def __str__(self) -> str:
        return f"draft {self.pk} at revision {self.revision}"  # never the text

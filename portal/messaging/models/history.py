"""What happened to an exchange."""

from django.db import models
from django.db.models import Q

from portal.accounts.models import Agent
from portal.messaging.models.exchange import Thread


class EventKind(models.TextChoices):
    """What may happen to an exchange besides its texts."""

    NOTED = "noted"  # an internal note
    RECLASSIFIED = "reclassified"  # motif corrected
    TRANSFERRED = "transferred"  # to another team or caisse
    CLOSED = "closed"  # without a reply
    CLAIM_BROKEN = "claim_broken"  # by a supervisor
    REPLY_WITHDRAWN = "reply_withdrawn"  # taken back before the adherent could see it
    COMPLETED = "completed"  # by the adherent
    SCHEDULED = "scheduled"
    UNSCHEDULED = "unscheduled"
    PAUSED = "paused"  # the clock is held for a stated reason
    RESUMED = "resumed"
    ASSIGNED = "assigned"  # to an agent, or to nobody any more, by a supervisor
    REVIEW_ASKED = "review_asked"  # a colleague is to read a reply before it leaves
    REVIEW_SENT_BACK = "review_sent_back"  # to its author, with comments
    REVIEW_APPROVED = "review_approved"  # and published by that
    REVIEW_WITHDRAWN = "review_withdrawn"  # by its author


NOT_HISTORY = frozenset({EventKind.NOTED, EventKind.SCHEDULED, EventKind.UNSCHEDULED})
"""Shown elsewhere: as a note, or as the scheduled reply itself."""


class ThreadEvent(models.Model):
    """One act upon an exchange: its history, and the memory of which keys have served.

    An agent's act carries the key made by desk before its first byte left; the same key always
    gets the same answer. Never changed once written.
    """

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(max_length=16, choices=EventKind.choices)
    agent = models.ForeignKey(
        Agent, on_delete=models.PROTECT, null=True, blank=True, related_name="acts"
    )
    """None: the adherent, or the portal itself."""
    key = models.UUIDField(null=True, blank=True)
    request_digest = models.CharField(max_length=64, blank=True)
    """SHA-256 of what was asked under the key: the same key with other content is refused."""
    at = models.DateTimeField()
    text = models.TextField(blank=True)
    """The note itself, or the reason that was given."""
    detail = models.CharField(max_length=400, blank=True)
    """Codes and ids, apart by spaces, as the API publishes them (``motif:<from> motif:<to>``)."""

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["agent", "key"], name="one_act_per_key"),
            models.UniqueConstraint(
                fields=["thread", "key"],
                condition=Q(agent__isnull=True),
                name="one_act_of_the_adherent_per_key",
            ),
            models.CheckConstraint(
                condition=Q(agent__isnull=True) | Q(key__isnull=False),
                name="acts_of_agents_have_a_key",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"  # never the text

    @property
    def author_name(self) -> str | None:
        """The agent's name, None when it was no agent."""
        return None if self.agent is None else self.agent.display_name

    @property
    def is_history(self) -> bool:
        """Whether it belongs to the exchange's history as agents see it."""
        return self.kind not in NOT_HISTORY

"""A reply that its author asks a colleague to read, and what came of it.

asked ──approved, and thereby published──► approved
  │ └──with comments──► sent_back ──its author asks anew: another row──►
  └──by its author──► withdrawn ◄──by its author── sent_back
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Agent
from portal.messaging.models import Message, Thread


class Review(models.Model):
    """One reading of one text. Whoever asks anew asks for another one."""

    class State(models.TextChoices):
        ASKED = "asked"
        APPROVED = "approved"  # and published, in the same transaction
        SENT_BACK = "sent_back"
        WITHDRAWN = "withdrawn"  # by its author, or because the exchange left the caisse

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="reviews")
    author = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="reviews_asked")
    asked_of = models.ForeignKey(
        Agent, on_delete=models.PROTECT, null=True, blank=True, related_name="reviews_wanted"
    )
    """None: of any supervisor."""
    kind = models.CharField(max_length=10, choices=Message.Kind.choices)
    text = models.TextField()
    """As its author wrote it; never changed."""
    amended_text = models.TextField(blank=True)
    """As the reviewer published it; empty when they changed nothing."""
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    asked_at = models.DateTimeField()
    seen_version = models.PositiveIntegerField()
    """The exchange's version that asking made: at a later one, something happened since."""
    key = models.UUIDField()
    """Under which it is published: once."""
    reviewer = models.ForeignKey(
        Agent, on_delete=models.PROTECT, null=True, blank=True, related_name="reviews_done"
    )
    words = models.TextField(blank=True)
    """What the reviewer says of the whole, when sending it back."""
    decided_at = models.DateTimeField(null=True, blank=True)
    published = models.OneToOneField(
        Message, on_delete=models.SET_NULL, null=True, blank=True, related_name="review"
    )

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["thread"], condition=Q(state="asked"), name="one_review_asked_per_thread"
            ),
            models.CheckConstraint(
                condition=Q(reviewer__isnull=True) | ~Q(reviewer=F("author")),
                name="nobody_reviews_their_own",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["asked", "withdrawn"])
                | Q(reviewer__isnull=False, decided_at__isnull=False),
                name="a_decided_review_says_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"review {self.pk}: {self.state}"  # never the text

    @property
    def is_live(self) -> bool:
        """Whether it waits for its reviewer, or its author for a better text."""
        return self.state in (self.State.ASKED, self.State.SENT_BACK)


class ReviewComment(models.Model):
    """A remark on a passage of `Review.text`. Never changed once written."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="comments")
    start = models.PositiveIntegerField()
    """First character of the passage, counted in code points."""
    end = models.PositiveIntegerField()
    """The one after its last."""
    text = models.TextField()

    class Meta:
        verbose_name = _("comment of a review")
        verbose_name_plural = _("comments of reviews")
        ordering = ["start", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="a_passage_has_characters")
        ]

    def __str__(self) -> str:
        return f"comment {self.pk}"  # never the text

"""Exchanges between adherents and agents."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Adherent, Agent
from portal.catalogue.models import Caisse, Competence, Motif


class MessageKind(models.TextChoices):
    """The three uses of the messaging (R-WRI-09)."""

    REQUEST = "request", _("Request")
    INFORMATION = "information", _("Information")
    DOCUMENT = "document", _("Document")


class ThreadStatus(models.TextChoices):
    """OPEN: the clock runs. ANSWERED: a reply stopped it. CLOSED: ended without a reply."""

    OPEN = "open", _("open")
    ANSWERED = "answered", _("answered")
    CLOSED = "closed", _("closed without reply")


class Thread(models.Model):
    """One exchange: the adherent's message, its deadline, and the replies.

    `version` grows with everything an answering agent must have seen (messages, claim,
    classification, status); it is the API's ETag. A notification's progress changes the feed
    but not the version, so a hand-over of the accusé never makes a reply stale.
    """

    reference = models.CharField(_("reference"), max_length=24, unique=True)
    """Shown to everybody: ``MSG-2026-000123``."""
    caisse = models.ForeignKey(
        Caisse, on_delete=models.PROTECT, related_name="threads", verbose_name=_("caisse")
    )
    adherent = models.ForeignKey(Adherent, on_delete=models.PROTECT, related_name="threads")
    motif = models.ForeignKey(Motif, on_delete=models.PROTECT, related_name="threads")
    original_motif = models.ForeignKey(
        Motif, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """The adherent's own choice, once an agent has corrected it."""
    competence = models.ForeignKey(Competence, on_delete=models.PROTECT, related_name="threads")
    theme_label = models.CharField(_("theme"), max_length=200)
    sujet_label = models.CharField(_("sujet"), max_length=200)
    motif_label = models.CharField(_("motif"), max_length=200)
    """The labels as the adherent saw them when sending."""
    catalogue_version = models.PositiveIntegerField()
    kind = models.CharField(
        _("kind"), max_length=12, choices=MessageKind.choices, default=MessageKind.REQUEST
    )
    origin = models.CharField(max_length=120, blank=True)
    """``sel:<code>`` when begun from an online service (R-SEL-02), else empty."""
    submission_key = models.UUIDField()
    """Made when the recap is shown: pressing « Envoyer » twice sends once."""
    status = models.CharField(
        _("status"), max_length=10, choices=ThreadStatus.choices, default=ThreadStatus.OPEN
    )
    version = models.PositiveIntegerField(_("version"), default=1)

    sent_at = models.DateTimeField(_("sent"))
    policy = models.CharField(_("policy of deadlines"), max_length=20)
    policy_version = models.PositiveIntegerField()
    budget_seconds = models.PositiveIntegerField(_("time promised, in seconds"))
    due_at = models.DateTimeField(_("due"))
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    claimed_by = models.ForeignKey(
        Agent,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="claims",
        verbose_name=_("claimed by"),
    )
    claimed_at = models.DateTimeField(null=True, blank=True)
    claim_expires_at = models.DateTimeField(_("claim expires"), null=True, blank=True)

    assigned_to = models.ForeignKey(
        Agent,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="assigned",
        verbose_name=_("assigned to"),
    )
    """To whom a supervisor gave it. No lease: colleagues may still take it."""
    site = models.ForeignKey(
        "deadlines.Site",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        verbose_name=_("site"),
    )
    """The same as its clock's, so that figures by site read one table."""

    class Meta:
        verbose_name = _("exchange")
        verbose_name_plural = _("exchanges")
        indexes = [
            models.Index(fields=["caisse", "status", "due_at"], name="thread_caisse_due"),
            models.Index(fields=["adherent", "-sent_at"], name="thread_adherent_recent"),
            models.Index(fields=["caisse", "id"], name="thread_caisse_id"),
            # The board reads open exchanges only, however many are stored.
            models.Index(
                fields=["caisse", "due_at", "id"],
                name="thread_open_by_due",
                condition=Q(status="open"),
            ),
            models.Index(
                fields=["caisse", "assigned_to", "due_at"],
                name="thread_open_assigned",
                condition=Q(status="open", assigned_to__isnull=False),
            ),
            models.Index(
                fields=["caisse", "claimed_by", "due_at"],
                name="thread_open_claimed",
                condition=Q(status="open", claimed_by__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["adherent", "submission_key"], name="one_thread_per_submission_key"
            ),
            models.CheckConstraint(
                condition=Q(status="answered", answered_at__isnull=False)
                | (~Q(status="answered") & Q(answered_at__isnull=True)),
                name="thread_answered_has_instant",
            ),
            models.CheckConstraint(
                condition=Q(
                    claimed_by__isnull=True, claimed_at__isnull=True, claim_expires_at__isnull=True
                )
                | Q(
                    claimed_by__isnull=False,
                    claimed_at__isnull=False,
                    claim_expires_at__isnull=False,
                ),
                name="thread_claim_whole_or_none",
            ),
            models.CheckConstraint(
                condition=Q(due_at__gte=F("sent_at")), name="thread_due_after_sent"
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Message(models.Model):
    """One text of an exchange. Plain text, always; never changed once written."""

    class Direction(models.TextChoices):
        IN = "in"  # from the adherent
        OUT = "out"  # from the caisse

    class Kind(models.TextChoices):
        QUESTION = "question"
        ANSWER = "answer"  # stops the clock
        HOLDING = "holding"  # « réponse d'attente »: does not

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="messages")
    direction = models.CharField(max_length=3, choices=Direction.choices)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    author = models.ForeignKey(
        Agent, on_delete=models.PROTECT, null=True, blank=True, related_name="replies"
    )
    written_by = models.ForeignKey(
        Adherent, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Of an adherent's text: the proxy who wrote it in their name (R-ACT-02); None: themselves."""
    text = models.TextField()
    at = models.DateTimeField()
    idempotency_key = models.UUIDField(null=True, blank=True)
    """Made by desk before the first byte leaves; the same key always gets the first answer."""
    request_digest = models.CharField(max_length=64, blank=True)
    """SHA-256 of what was asked under the key: the same key with other content is refused."""
    undo_until = models.DateTimeField(null=True, blank=True)
    """Of a reply: until then its author may take it back and the adherent does not see it."""
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    """Taken back: nobody but its key knows it any more."""

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "idempotency_key"], name="one_reply_per_idempotency_key"
            ),
            models.UniqueConstraint(
                fields=["thread"],
                condition=Q(kind="answer", withdrawn_at__isnull=True),
                name="one_answer_per_thread",
            ),
            models.CheckConstraint(
                condition=Q(direction="in", author__isnull=True, idempotency_key__isnull=True)
                | Q(direction="out", author__isnull=False, idempotency_key__isnull=False),
                name="replies_have_author_and_key",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(direction="out"),
                name="only_replies_are_taken_back",
            ),
            models.CheckConstraint(
                condition=Q(written_by__isnull=True) | Q(direction="in"),
                name="proxies_write_for_adherents_only",
            ),
        ]

    def __str__(self) -> str:
        return f"message {self.pk}"  # never the text

    def may_be_taken_back(self, now: datetime) -> bool:
        """Whether its author may still take this reply back at `now`."""
        return self.withdrawn_at is None and self.undo_until is not None and self.undo_until > now

    def is_shown_to_adherent(self, now: datetime) -> bool:
        """Whether the adherent sees this text at `now`."""
        return self.withdrawn_at is None and not self.may_be_taken_back(now)

"""What the web pages keep for themselves: the message begun, which replies were read, and where
somebody is signed in.
"""

import uuid

from django.contrib.sessions.models import Session
from django.db import models

from portal.accounts.models import Adherent, User
from portal.catalogue.models import Motif, Sujet, Theme
from portal.messaging.models import Message, MessageKind


class Draft(models.Model):
    """The message an adherent is writing, one at a time, kept on the server.

    A proxy who writes in the adherent's name has a draft apart: neither reads the other's.

    It belongs to the adherent, not to the session: a session that expires, a closed browser or
    another computer all lead back to the same words. It ends when the message is sent or given
    up, or after `portal.web.drafts.KEPT_FOR` without a change.
    """

    adherent = models.ForeignKey(Adherent, on_delete=models.CASCADE, related_name="drafts")
    writer = models.ForeignKey(
        Adherent, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    """The proxy who writes in the adherent's name, None: the adherent."""
    submission_key = models.UUIDField(unique=True, default=uuid.uuid4)
    """Sent with « Envoyer », so that a double click or the Back button never sends twice. Only the
    adherent's own pages hold it: a form posted after the session has expired is recognised by it.
    """
    theme = models.ForeignKey(Theme, on_delete=models.SET_NULL, null=True, related_name="+")
    sujet = models.ForeignKey(Sujet, on_delete=models.SET_NULL, null=True, related_name="+")
    motif = models.ForeignKey(Motif, on_delete=models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(max_length=12, choices=MessageKind.choices, default=MessageKind.REQUEST)
    text = models.TextField(blank=True)
    origin = models.CharField(max_length=120, blank=True)
    """``sel:<code>`` when begun from an online service (R-SEL-02)."""
    revision = models.PositiveIntegerField(default=0)
    """Grows with each change: « Envoyer » on a page that shows an older one leads to the recap."""
    updated_at = models.DateTimeField(auto_now=True, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["adherent"],
                condition=models.Q(writer__isnull=True),
                name="one_draft_of_an_adherent",
            ),
            models.UniqueConstraint(
                fields=["adherent", "writer"],
                condition=models.Q(writer__isnull=False),
                name="one_draft_of_a_proxy_for_an_adherent",
            ),
        ]

    def __str__(self) -> str:
        return f"draft {self.pk}"  # never the text

    @property
    def author_id(self) -> int:
        """The adherent who types it: the proxy if there is one."""
        return self.adherent_id if self.writer_id is None else self.writer_id


class ReadReply(models.Model):
    """A reply was on the screen of somebody who may read it: the adherent, or a proxy."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="read_marks")
    reader = models.ForeignKey(Adherent, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["message", "reader"], name="one_reading_per_reader")
        ]

    def __str__(self) -> str:
        return f"reply {self.message_id} read"


class OpenSession(models.Model):
    """Where an account is signed in, as its owner recognises it. Goes with the session.

    Neither the address nor the browser's whole description is kept: a name that its owner knows
    again is enough (law C3).
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    session = models.OneToOneField(Session, on_delete=models.CASCADE, related_name="+")
    opened_at = models.DateTimeField()
    browser = models.CharField(max_length=40, blank=True)
    """« Firefox, Windows »; empty when it is none that is known."""

    def __str__(self) -> str:
        return f"open session {self.pk}"  # never its key: whoever has it is signed in

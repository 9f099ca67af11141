"""What adherents are told, by which channel, and how far each telling has come."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from post_office.models import Email

from portal.accounts.models import Adherent
from portal.messaging.models import Message, Thread


class Delivery(models.Model):
    """How far an e-mail or an SMS has come. States, in the agent's words: « à envoyer », « remise
    au serveur de courrier », « échec (cause, prochain essai) », and « non remis » for what the mail
    server took and could not deliver (`returned_at`).
    """

    class State(models.TextChoices):
        TO_SEND = "to_send", _("to be sent")
        HANDED_OVER = "handed_over", _("handed over to the mail server")
        FAILED = "failed", _("failed")
        """Failed for now when `next_try_at` is set, for good when it is not: never taken by the
        mail server, or taken and come back (`returned_at`)."""

    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.TO_SEND
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    cause = models.CharField(_("cause"), max_length=40, blank=True)
    """Why the last attempt failed, as a code with no personal data: ``no_address``,
    ``server_unreachable``, ``recipient_refused`` …; ``delayed`` while handed over: another server
    on the way has it and still tries."""
    next_try_at = models.DateTimeField(_("next try"), null=True, blank=True)
    handed_over_at = models.DateTimeField(_("handed over"), null=True, blank=True)
    returned_at = models.DateTimeField(null=True, blank=True)
    """When the report came that it could not be delivered (RFC 3464; of an SMS, the network's)."""

    class Meta:
        abstract = True

    def note_failure(self, attempts: int, cause: str, next_try_at: datetime | None) -> None:
        """An attempt failed; `next_try_at` None: for good. What came back stays so."""
        if self.returned_at is None:
            self.state = self.State.FAILED
            self.attempts = attempts
            self.cause = cause
            self.next_try_at = next_try_at
            self.save(update_fields=["state", "attempts", "cause", "next_try_at"])

    def note_hand_over(self, attempts: int, now: datetime) -> None:
        """The mail server accepted it. A report may be faster: what came back stays so."""
        if self.returned_at is None:
            self.state = self.State.HANDED_OVER
            self.cause = ""
        self.attempts = attempts
        self.next_try_at = None
        self.handed_over_at = now
        self.save(update_fields=["state", "attempts", "cause", "next_try_at", "handed_over_at"])


class Notification(Delivery):
    """One e-mail (or SMS) owed to an adherent: the transactional outbox.

    Written in the same transaction as what it announces.
    """

    class Kind(models.TextChoices):
        ACKNOWLEDGEMENT = "acknowledgement", _("acknowledgement")  # accusé de réception (R-NOT-01)
        REPLY_AVAILABLE = "reply_available", _("reply available")  # réponse disponible (R-NOT-04)

    class Channel(models.TextChoices):
        EMAIL = "email", _("e-mail")
        SMS = "sms", _("SMS")

    thread = models.ForeignKey(
        Thread,
        on_delete=models.CASCADE,
        related_name="notifications",
        verbose_name=_("exchange"),
    )
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="notifications")
    recipient = models.ForeignKey(
        Adherent, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    """The proxy who is told; None: the adherent of the exchange."""
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    channel = models.CharField(_("channel"), max_length=6, choices=Channel.choices)
    email = models.OneToOneField(
        Email, on_delete=models.SET_NULL, null=True, blank=True, related_name="notification"
    )
    """The rendered mail in django-post-office's queue; the relay hands it over. None for want of
    an address, and once the queue has been cleaned."""
    created_at = models.DateTimeField(_("created"))
    delivered_at = models.DateTimeField(null=True, blank=True)
    """When the network's report was read that the SMS reached the telephone."""
    mail_id = models.CharField(max_length=120, unique=True)
    """RFC 5322 Message-ID, or the reference given to the SMS gateway: fixed when queued, so that a
    repeated hand-over is recognisable."""

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        indexes = [
            # Failures are few among all that was ever sent; the board counts them.
            models.Index(
                fields=["thread"], name="notification_failed", condition=models.Q(state="failed")
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["message", "kind", "channel"],
                condition=models.Q(recipient__isnull=True),
                name="told_once_per_message_and_channel",
            ),
            models.UniqueConstraint(
                fields=["message", "kind", "channel", "recipient"],
                condition=models.Q(recipient__isnull=False),
                name="proxy_told_once_per_message_and_channel",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} by {self.channel}: {self.state}"


class AppointmentNotice(Delivery):
    """One e-mail that tells of an agent's answer to a request for an appointment."""

    answer = models.ForeignKey(
        "appointments.AppointmentAnswer", on_delete=models.CASCADE, related_name="notices"
    )
    recipient = models.ForeignKey(
        Adherent, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    """The proxy who is told; None: the adherent who is to be met."""
    email = models.OneToOneField(
        Email, on_delete=models.SET_NULL, null=True, related_name="appointment_notice"
    )
    """None for want of an address, and once the queue has been cleaned."""

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"notice of answer {self.answer_id}: {self.state}"


class ReturnToken(models.Model):
    """What names an e-mail in its envelope sender, ``retours+<token>@…``, so that a report about it
    finds it again (VERP). Random: it tells of nobody, and nobody can guess it.
    """

    class Fate(models.TextChoices):
        DELAYED = "delayed"
        DELIVERED = "delivered"
        RETURNED = "returned"

    email = models.OneToOneField(Email, on_delete=models.CASCADE, related_name="return_token")
    token = models.CharField(max_length=32, unique=True)
    fate = models.CharField(max_length=9, choices=Fate.choices, blank=True)
    """The last word of the reports read; empty: there was none, which is the rule."""

    def __str__(self) -> str:
        return f"return token {self.pk}"  # never the token: whoever knows it can return the e-mail


class Sms(models.Model):
    """An SMS in the queue, handed over by `portal.notifications.sms.relay`.

    `to` and `text` are emptied once nothing will be sent any more.
    """

    class State(models.TextChoices):
        QUEUED = "queued", _("to be sent")
        HANDED_OVER = "handed_over", _("handed over to the gateway")
        FAILED = "failed", _("given up")

    notification = models.OneToOneField(
        Notification, on_delete=models.CASCADE, null=True, blank=True, related_name="sms"
    )
    """What it tells of; None: a code."""
    adherent = models.ForeignKey(Adherent, on_delete=models.CASCADE, related_name="+")
    """Whose telephone it goes to."""
    to = models.CharField(max_length=16, blank=True)
    """E.164."""
    text = models.TextField(blank=True)
    reference = models.CharField(max_length=20, unique=True)
    """Given to the gateway, the same at each attempt."""
    state = models.CharField(max_length=12, choices=State.choices, default=State.QUEUED)
    due_at = models.DateTimeField()
    """When it is to be tried; while a sender has it, when its lease ends."""
    not_after = models.DateTimeField()
    """Later it is given up: it would tell nobody anything."""
    leases = models.PositiveSmallIntegerField(default=0)
    """How often a sender took it: after the first it may be with the gateway, unknown to us."""
    attempts = models.PositiveSmallIntegerField(default=0)
    ask_at = models.DateTimeField(null=True, blank=True)
    """When the gateway is asked next whether it arrived; None: not yet, or no more."""
    asked = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(
                fields=["ask_at"], name="sms_to_ask", condition=models.Q(ask_at__isnull=False)
            ),
            models.Index(fields=["due_at"], name="sms_due", condition=models.Q(state="queued")),
        ]

    def __str__(self) -> str:
        return f"SMS {self.pk}: {self.state}"  # never the number or the text

"""Who did, and who read, what: an append-only chain for each caisse."""

from collections.abc import Iterable
from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.catalogue.models import Caisse


class AppendOnly(Exception):
    """A row of the audit trail is written once. Neither changed nor deleted."""


class AppendOnlyRows(models.QuerySet["AuditEvent"]):
    """Refuses what would change or remove rows; the database refuses it too (`guards`)."""

    def update(self, **_changes: Any) -> NoReturn:
        raise AppendOnly

    def bulk_update(self, *_arguments: Any, **_options: Any) -> NoReturn:
        raise AppendOnly

    def delete(self) -> NoReturn:
        raise AppendOnly


class Purpose(models.TextChoices):
    """Why a whole identifier was shown. Codes, for a free text could hold a name or an illness."""

    NONE = "", _("not stated")
    IDENTITY_CHECK = "identity_check", _("to check who is calling")
    FILE_SEARCH = "file_search", _("to find the file in another program")
    FORWARDING = "forwarding", _("to hand over to another service")
    OTHER = "other", _("another reason")


class AuditEvent(models.Model):
    """One act. Holds ids and codes only: no text, no name, no NIR (law C3).

    `seq` numbers the acts of one chain without a hole; `digest` covers this act and the digest
    before it (`portal.audit.chain`).
    """

    chain = models.CharField(_("chain"), max_length=64)
    """The caisse's code; empty for acts of no caisse."""
    seq = models.BigIntegerField(_("number"))
    at = models.DateTimeField(_("instant"), db_index=True)
    # Accounts come and go; what they did stays as it was written.
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        blank=True,
        related_name="+",
    )
    caisse = models.ForeignKey(
        Caisse,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("caisse"),
    )
    action = models.CharField(_("act"), max_length=40)
    """``thread.read``, ``thread.claimed``, ``reply.published``, ``nir.unmasked`` …"""
    thread_id = models.BigIntegerField(_("exchange"), null=True, blank=True)
    purpose = models.CharField(_("purpose"), max_length=20, choices=Purpose.choices, blank=True)
    detail = models.JSONField(_("detail"), default=dict)
    digest = models.CharField(_("digest"), max_length=64)

    objects = AppendOnlyRows.as_manager()

    class Meta:
        verbose_name = _("act of the audit trail")
        verbose_name_plural = _("audit trail")
        permissions = [("export_auditevent", "Can export the audit trail")]
        indexes = [models.Index(fields=["thread_id", "at"], name="audit_of_a_thread")]
        constraints = [
            models.UniqueConstraint(fields=["chain", "seq"], name="audit_number_once_per_chain")
        ]

    def __str__(self) -> str:
        return f"{self.action} at {self.at:%Y-%m-%d %H:%M:%S}"

    def save(
        self,
        force_insert: bool | tuple[models.base.ModelBase, ...] = False,
        force_update: bool = False,
        using: str | None = None,
        update_fields: Iterable[str] | None = None,
    ) -> None:
        """Insert the row.

        Raises:
            AppendOnly: it is already stored.
        """
        if not self._state.adding or force_update:
            raise AppendOnly
        super().save(force_insert=True, using=using)

    def delete(self, *_arguments: Any, **_options: Any) -> NoReturn:
        """Refuse: only the old end of a chain goes, as a whole (`portal.audit.purging`).

        Raises:
            AppendOnly: always.
        """
        raise AppendOnly


class AuditChain(models.Model):
    """The newest end of a chain. Its row is locked by each writing transaction, as that of the feed
    is: numbers follow each other without a hole, and no two acts follow the same one.
    """

    name = models.CharField(max_length=64, primary_key=True)
    last_seq = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"chain {self.name or '(portal)'} at {self.last_seq}"


class AuditCheckpoint(models.Model):
    """A signed statement that a chain had this digest at this number.

    From a `PURGE` on, verification begins: everything up to and including its number may go. An
    `ANCHOR` makes it evident when the newest end was cut off or the chain written anew.
    """

    class Kind(models.TextChoices):
        ANCHOR = "anchor"
        PURGE = "purge"

    chain = models.CharField(max_length=64)
    seq = models.BigIntegerField()
    digest = models.CharField(max_length=64)
    kind = models.CharField(max_length=6, choices=Kind.choices)
    at = models.DateTimeField()
    key_id = models.CharField(max_length=16)
    signature = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["chain", "kind", "seq"], name="audit_checkpoint_of_chain")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.chain or '(portal)'} at {self.seq}"

"""What adherents deposit: being prepared, then sent and never changed (R-DOC-01 to R-DOC-05)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Adherent
from portal.catalogue.models import Caisse
from portal.messaging.models import Thread


class Nature(models.TextChoices):
    """What a document is (R-DOC-04). `MEDICAL` is offered to be refused (R-DOC-08)."""

    IDENTITY = "identity", _("Identity or civil status")
    BANK = "bank", _("Bank details (RIB)")
    ADDRESS = "address", _("Proof of address")
    INCOME = "income", _("Income or taxes")
    CERTIFICATE = "certificate", _("Certificate")
    SCHOOL = "school", _("School or studies")
    WORK = "work", _("Work contract or pay slip")
    FARM = "farm", _("Farm or enterprise")
    INVOICE = "invoice", _("Invoice or estimate")
    FORM = "form", _("Form filled in")
    OTHER = "other", _("Other document")
    MEDICAL = "medical", _("Document with medical information")


class Deposit(models.Model):
    """One sending of documents. Until `sent_at` it is a draft that only its author sees."""

    adherent = models.ForeignKey(Adherent, on_delete=models.CASCADE, related_name="deposits")
    caisse = models.ForeignKey(Caisse, on_delete=models.PROTECT, related_name="+")
    written_by = models.ForeignKey(
        Adherent, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """The proxy who deposits in the adherent's name (R-ACT-02); None: themselves."""
    thread = models.ForeignKey(
        Thread, on_delete=models.SET_NULL, null=True, blank=True, related_name="deposits"
    )
    """The exchange it is sent for; None for « d'autres documents » (R-DOC-02)."""
    submission_key = models.UUIDField(unique=True)
    """Made with the draft: « Envoyer » pressed twice sends once."""
    reference = models.CharField(max_length=24, blank=True)
    """Shown to everybody once sent: ``DOC-2026-000012``."""
    reason = models.CharField(max_length=300, blank=True)
    started_at = models.DateTimeField()
    updated_at = models.DateTimeField(auto_now=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["adherent", "-sent_at"], name="deposit_adherent_recent")]
        constraints = [
            models.UniqueConstraint(
                fields=["adherent"],
                condition=Q(sent_at__isnull=True, written_by__isnull=True),
                name="one_deposit_being_prepared",
            ),
            models.UniqueConstraint(
                fields=["adherent", "written_by"],
                condition=Q(sent_at__isnull=True, written_by__isnull=False),
                name="one_deposit_being_prepared_by_proxy",
            ),
            models.UniqueConstraint(
                fields=["reference"], condition=~Q(reference=""), name="deposit_reference_once"
            ),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True, reference="")
                | Q(sent_at__isnull=False) & ~Q(reference=""),
                name="a_sent_deposit_has_a_reference",
            ),
        ]

    def __str__(self) -> str:
        return self.reference or f"deposit {self.pk}"


class DepositedDocument(models.Model):
    """One document of a deposit, of one or several files."""

    deposit = models.ForeignKey(Deposit, on_delete=models.CASCADE, related_name="documents")
    position = models.PositiveSmallIntegerField()
    """From 1."""
    nature = models.CharField(max_length=12, choices=Nature.choices, blank=True)
    person = models.CharField(max_length=120, blank=True)
    """Name of the person concerned, as typed."""

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["deposit", "position"], name="document_position_once"),
            models.CheckConstraint(
                condition=~Q(nature=Nature.MEDICAL), name="no_medical_document_is_kept"
            ),
        ]

    def __str__(self) -> str:
        return f"document {self.position} of deposit {self.deposit_id}"  # never a name


class DepositedFile(models.Model):
    """One file, made anew from what it shows (`portal.documents.inspection`)."""

    document = models.ForeignKey(DepositedDocument, on_delete=models.CASCADE, related_name="files")
    media_type = models.CharField(max_length=20)
    size = models.PositiveIntegerField()
    """Bytes, as kept."""
    pages = models.PositiveSmallIntegerField()
    shown_name = models.CharField(max_length=100, blank=True)
    """As the adherent named it, for their eyes only: it may hold anything."""
    digest = models.CharField(max_length=64)
    """Of what was received: the same file of the same document is kept once."""
    received_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["document", "digest"], name="file_of_document_once")
        ]

    def __str__(self) -> str:
        return f"file {self.pk}"  # never a name

    @property
    def extension(self) -> str:
        """Of the name under which it is handed out."""
        return {"application/pdf": "pdf", "image/jpeg": "jpg"}.get(self.media_type, "png")


class SealedContent(models.Model):
    """The bytes of a file, encrypted (`portal.documents.sealing`); apart: lists stay light."""

    file = models.OneToOneField(
        DepositedFile, on_delete=models.CASCADE, primary_key=True, related_name="content"
    )
    key_id = models.CharField(max_length=16)
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return f"content of file {self.file_id}"

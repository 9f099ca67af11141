"""A deposit being prepared: its object, its documents, its files. Kept between visits."""

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from portal.accounts.models import Adherent
from portal.documents.errors import DepositNotFound, TooManyFiles
from portal.documents.inspection.runner import inspect_apart
from portal.documents.inspection.verdict import Refusal, Refused
from portal.documents.models import (
    Deposit,
    DepositedDocument,
    DepositedFile,
    SealedContent,
)
from portal.documents.sealing import seal
from portal.messaging.models import Thread

MOST_DOCUMENTS: Final = 5
MOST_FILES: Final = 20
"""Of one deposit."""
KEPT_FOR: Final = timedelta(days=7)
"""As a message that was begun (`portal.web.drafts`)."""


@dataclass(frozen=True)
class Description:
    """What is said of one document."""

    nature: str
    person: str


def draft_of(adherent: Adherent, writer: Adherent | None) -> Deposit | None:
    """The deposit in progress, if there is one that has not been forgotten."""
    return (
        Deposit.objects.select_related("adherent", "thread")
        .filter(
            adherent=adherent,
            written_by=writer,
            sent_at__isnull=True,
            updated_at__gte=timezone.now() - KEPT_FOR,
        )
        .first()
    )


@transaction.atomic
def begin(adherent: Adherent, writer: Adherent | None, thread: Thread | None) -> Deposit:
    """Set the object of the deposit in progress, or begin one."""
    forgotten = Deposit.objects.filter(adherent=adherent, written_by=writer, sent_at=None)
    forgotten.filter(updated_at__lt=timezone.now() - KEPT_FOR).delete()
    deposit, _ = Deposit.objects.update_or_create(
        adherent=adherent,
        written_by=writer,
        sent_at=None,
        defaults={"thread": thread, "caisse": adherent.caisse},
        create_defaults={
            "thread": thread,
            "caisse": adherent.caisse,
            "submission_key": uuid.uuid4(),
            "started_at": timezone.now(),
        },
    )
    return deposit


def forget(adherent: Adherent, writer: Adherent | None) -> None:
    """« Annuler »: what was prepared goes, its files too."""
    Deposit.objects.filter(adherent=adherent, written_by=writer, sent_at__isnull=True).delete()


def forget_stale_deposits(now: datetime) -> None:
    """Delete what nobody came back to; for the housekeeping."""
    Deposit.objects.filter(sent_at__isnull=True, updated_at__lt=now - KEPT_FOR).delete()


@transaction.atomic
def set_number(deposit: Deposit, number: int) -> None:
    """Prepare so many documents (R-DOC-03); those beyond go, with their files."""
    _locked(deposit)
    deposit.documents.filter(position__gt=number).delete()
    there = set(deposit.documents.values_list("position", flat=True))
    for position in range(1, number + 1):
        if position not in there:
            DepositedDocument.objects.create(deposit=deposit, position=position)


@transaction.atomic
def describe(deposit: Deposit, reason: str, descriptions: Sequence[Description]) -> None:
    """Say what each document is and whom it concerns, and why all are sent (R-DOC-04)."""
    locked = _locked(deposit)
    locked.reason = reason
    locked.save(update_fields=["reason", "updated_at"])
    for document, said in zip(locked.documents.all(), descriptions, strict=True):
        document.nature, document.person = said.nature, said.person
        document.save(update_fields=["nature", "person"])


def add_file(document: DepositedDocument, content: bytes, shown_name: str) -> DepositedFile:
    """Check a file, make it anew, seal it and keep it (R-DOC-05 to R-DOC-07).

    Returned, it is stored for good: the caller may say that it was received. The same file again
    is the first one.

    Raises:
        Refused: it is not taken, and nothing is kept of it.
        TooManyFiles: the deposit is full.
        DepositNotFound: it was sent or forgotten meanwhile.
        InspectionFailed: the portal cannot check files at this moment.
    """
    if not content:
        raise Refused(Refusal.EMPTY)
    if len(content) >= settings.ENVIRONMENT.document_bytes:
        raise Refused(Refusal.TOO_LARGE)
    _check_room(document.deposit_id)  # before the work
    clean = inspect_apart(content)
    with transaction.atomic():
        deposit = _locked(document.deposit)
        # The key differs for each deposit: the digest tells nobody who else sent the same file.
        digest = hashlib.sha256(deposit.submission_key.bytes + content).hexdigest()
        earlier = DepositedFile.objects.filter(document=document, digest=digest).first()
        if earlier is not None:
            return earlier
        _check_room(deposit.pk)
        file = DepositedFile.objects.create(
            document=document,
            media_type=clean.media_type,
            size=len(clean.content),
            pages=clean.pages,
            shown_name=one_line(shown_name),
            digest=digest,
            received_at=timezone.now(),
        )
        key_id, sealed = seal(clean.content, f"file:{file.pk}")
        SealedContent.objects.create(file=file, key_id=key_id, sealed=sealed)
        deposit.save(update_fields=["updated_at"])
        return file


@transaction.atomic
def remove_file(deposit: Deposit, file_id: int) -> None:
    """Take a file back while the deposit is being prepared; none such changes nothing."""
    locked = _locked(deposit)
    DepositedFile.objects.filter(document__deposit=locked, pk=file_id).delete()


def _check_room(deposit_id: int) -> None:
    if DepositedFile.objects.filter(document__deposit_id=deposit_id).count() >= MOST_FILES:
        raise TooManyFiles


def _locked(deposit: Deposit) -> Deposit:
    locked = Deposit.objects.select_for_update().filter(pk=deposit.pk, sent_at=None).first()
    if locked is None:
        raise DepositNotFound
    return locked


def one_line(name: str) -> str:
    """A file's name as it may be shown: 100 printable characters."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())[:100]

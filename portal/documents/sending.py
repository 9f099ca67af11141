"""« Envoyer »: a deposit is handed in, once, with its accusé de réception (R-NOT-08)."""

from uuid import UUID

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone

from portal.accounts.contact import email_of
from portal.accounts.models import Adherent
from portal.audit import trail
from portal.documents.errors import DepositNotFound, Incomplete
from portal.documents.models import Deposit, DepositedFile
from portal.mandates.acts import note_act
from portal.mandates.models import MandateAct
from portal.mandates.noticing import told_of
from portal.notifications.letters import post_letter, render_letter


@transaction.atomic
def send_deposit(adherent: Adherent, writer: Adherent | None, key: UUID) -> Deposit:
    """Hand a deposit in: its reference, the accusé to send, the audit event, in one transaction.

    The caller has had its conformity attested (R-DOC-05). The same key again gets the same
    deposit.

    Raises:
        DepositNotFound: there is no such deposit of theirs.
        Incomplete: a step is missing.
        NoMandate: `writer` may not, or may no longer, deposit in the adherent's name.
    """
    deposit = (
        Deposit.objects.select_for_update()
        .filter(adherent=adherent, written_by=writer, submission_key=key)
        .first()
    )
    if deposit is None:
        raise DepositNotFound
    if deposit.sent_at is not None:
        return deposit
    missing = first_missing(deposit)
    if missing is not None:
        raise Incomplete(missing)
    now = timezone.now()
    deposit.sent_at = now
    deposit.reference = f"DOC-{timezone.localtime(now):%Y}-{deposit.pk:06d}"
    deposit.caisse = adherent.caisse
    deposit.save()
    note_act(adherent, writer, MandateAct.Kind.DOCUMENT_SENT, deposit.reference)
    files = DepositedFile.objects.filter(document__deposit=deposit).count()
    for recipient in told_of(adherent, writer):
        _owe_receipt(deposit, recipient)
    trail.record(
        "documents.sent",
        actor=(writer or adherent).user,
        caisse=deposit.caisse,
        thread_id=deposit.thread_id,
        deposit_id=deposit.pk,
        files=files,
    )
    return deposit


def first_missing(deposit: Deposit) -> str | None:
    """The name of the first step that is not settled, None when all are."""
    documents = deposit.documents.annotate(kept=Count("files"))
    if not documents.exists():
        return "deposit-number"
    if not deposit.reason or documents.filter(Q(nature="") | Q(person="")).exists():
        return "deposit-information"
    if documents.filter(kept=0).exists():
        return "deposit-files"
    return None


def _owe_receipt(deposit: Deposit, recipient: Adherent) -> None:
    """Queue the accusé de réception (CRPA L112-11, R112-11-1). Counts, and no document's nature."""
    on_behalf = "" if recipient.pk == deposit.adherent_id else deposit.adherent.display_name
    letter = render_letter(
        "deposit_receipt",
        caisse=deposit.caisse,
        civility=recipient.civility,
        name=recipient.addressed_name,
        on_behalf=on_behalf,
        reference=deposit.reference,
        sent_at=deposit.sent_at,
        documents=deposit.documents.count(),
        files=DepositedFile.objects.filter(document__deposit=deposit).count(),
    )
    post_letter(email_of(recipient), letter)

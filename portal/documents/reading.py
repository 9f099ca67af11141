"""Reads deposits that were sent."""

from django.db.models import Prefetch, QuerySet

from portal.accounts.models import Adherent, Agent
from portal.documents.errors import DepositNotFound
from portal.documents.models import Deposit, DepositedDocument, DepositedFile, SealedContent
from portal.documents.sealing import unseal


def deposits_of(adherent: Adherent) -> "QuerySet[Deposit]":
    """All that an adherent has deposited, newest first, in a fixed number of queries."""
    documents = DepositedDocument.objects.prefetch_related("files")
    return (
        Deposit.objects.filter(adherent=adherent, sent_at__isnull=False)
        .select_related("written_by", "thread")
        .prefetch_related(Prefetch("documents", documents))
        .order_by("-sent_at", "-pk")
    )


def seen_by(agent: Agent, adherent: Adherent) -> "QuerySet[Deposit]":
    """Those of an adherent's deposits that were made to the agent's caisse."""
    return deposits_of(adherent).filter(caisse=agent.caisse_id)


def file_in(deposits: "QuerySet[Deposit]", file_id: int) -> DepositedFile:
    """One file of some deposits.

    Raises:
        DepositNotFound: it is not among them.
    """
    file = (
        DepositedFile.objects.select_related("document__deposit")
        .filter(pk=file_id, document__deposit__in=deposits.order_by())
        .first()
    )
    if file is None:
        raise DepositNotFound
    return file


def content_of(file: DepositedFile) -> bytes:
    """The bytes of a file.

    Raises:
        NotReadable: its key is not known any more, or the database was altered.
    """
    content = SealedContent.objects.get(file=file)
    return unseal(content.key_id, bytes(content.sealed), f"file:{file.pk}")


def handed_out_name(file: DepositedFile) -> str:
    """The name a browser saves it under: no word of the adherent's in it."""
    return f"{file.document.deposit.reference}-{file.pk}.{file.extension}"

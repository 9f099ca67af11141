"""Deposits as the API shows them."""

from collections.abc import Iterable, Mapping
from typing import Any

from portal.documents.models import Deposit


def deposits_shape(deposits: Iterable[Deposit]) -> Mapping[str, Any]:
    """All of them, in the order given."""
    return {"deposits": [_deposit(deposit) for deposit in deposits]}


def _deposit(deposit: Deposit) -> Mapping[str, Any]:
    proxy = deposit.written_by
    return {
        "reference": deposit.reference,
        "sent_at": deposit.sent_at,
        "thread_id": deposit.thread_id,
        "reason": deposit.reason,
        "written_by": None if proxy is None else proxy.display_name,
        "documents": [
            {
                "nature": document.nature,
                "nature_label": document.get_nature_display(),
                "person": document.person,
                "files": [
                    {
                        "id": file.pk,
                        "media_type": file.media_type,
                        "size": file.size,
                        "pages": file.pages,
                    }
                    for file in document.files.all()
                ],
            }
            for document in deposit.documents.all()
        ],
    }

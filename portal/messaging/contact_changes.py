"""An adherent's address or preferences have changed: agents who are answering see it at once."""

from django.db import transaction

from portal.accounts.models import Adherent
from portal.messaging.feed import record_change
from portal.messaging.models import Thread, ThreadStatus


@transaction.atomic
def tell_agents(adherent: Adherent) -> None:
    """Put the adherent's open exchanges into the feed; no reply becomes stale by it."""
    mine = Thread.objects.select_for_update(no_key=True).filter(
        adherent=adherent, status=ThreadStatus.OPEN
    )
    for thread in mine.order_by("pk"):
        record_change(thread, "adherent")

"""The exchanges that the fate of an e-mail concerns."""

from django.db.models import Q

from portal.accounts.failing import living_at
from portal.messaging.models import Thread, ThreadStatus


def lock_concerned(email_id: int, address: str) -> list[Thread]:
    """Lock the exchange that the e-mail tells of, and the open ones of those who live at the
    address: before the e-mail itself, as an agent's act does.

    None can move to another caisse from here on: a change goes to the feed that will show it.
    """
    concerned = Thread.objects.filter(
        Q(notifications__email_id=email_id)
        | Q(adherent__in=living_at(address), status=ThreadStatus.OPEN)
    ).values("pk")
    locked = Thread.objects.select_for_update(no_key=True, of=("self",)).filter(pk__in=concerned)
    return list(locked.order_by("pk"))

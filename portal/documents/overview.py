"""« Mes documents » (R-CTC-01, R-AUT-09): what the MSA wrote, and what one has sent to it."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.accounts.models import Adherent
from portal.documents.reading import deposits_of
from portal.mandates.models import Scope
from portal.messaging.history import exchanges_of
from portal.messaging.models import Message
from portal.messaging.seen import as_the_adherent_sees
from portal.web.access import adherent_or_proxy, may_proxy
from portal.web.shell import Crumb, private_page

LISTED = 100
"""Sendings: as many as anybody makes in the time that they are kept."""


@dataclass(frozen=True)
class Received:
    """A reply of the MSA, as the list shows it; the newest of its exchange."""

    reply: Message
    reference: str
    label: str


@require_safe
@adherent_or_proxy(Scope.DOCUMENTS)
def documents_page(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """« Voir tous mes documents ». Replies are for who may read the messages."""
    reads_messages = may_proxy(request, Scope.MESSAGES)
    context = {
        "received": _received(adherent) if reads_messages else [],
        "reads_messages": reads_messages,
        "sent": list(deposits_of(adherent)[:LISTED]),
    }
    crumbs = [Crumb(_("Contact & exchanges"), reverse("contact")), Crumb(_("My documents"))]
    return private_page(request, adherent, "documents/overview.html", context, crumbs=crumbs)


def _received(adherent: Adherent) -> list[Received]:
    now = timezone.now()
    found = []
    for thread in exchanges_of(adherent):
        texts = as_the_adherent_sees(thread, now).texts
        replies = [text for text in texts if text.direction == Message.Direction.OUT]
        if replies:
            found.append(Received(replies[-1], thread.reference, thread.motif_label))
    return sorted(found, key=lambda each: each.reply.at, reverse=True)

"""« Mes messages et mes réponses »: the history, and the two ways to write (R-HOM)."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.accounts.models import Adherent
from portal.mandates.models import Scope
from portal.messaging.history import HISTORY_LENGTH, HISTORY_YEARS, exchanges_of
from portal.messaging.models import Thread, ThreadStatus
from portal.messaging.seen import SeenExchange, as_the_adherent_sees
from portal.web import drafts
from portal.web.access import adherent_or_proxy, proxy_of
from portal.web.forms.message import kind_label
from portal.web.shell import messaging_crumbs, private_page

SHOW_ALL, HIDE_ALL = "tout", "rien"
"""Values of ``?ouvert=``: « afficher tout » and « masquer tout » without JavaScript."""


@dataclass(frozen=True)
class Exchange:
    """One conversation as the page shows it."""

    seen: SeenExchange
    kind: str
    opened: bool

    @property
    def thread(self) -> Thread:
        """For its reference, classification and dates; what state it is in is told below."""
        return self.seen.thread

    @property
    def answered(self) -> bool:
        return self.seen.status == ThreadStatus.ANSWERED

    @property
    def late(self) -> bool:
        """The promise was not kept: it is said plainly (law C7)."""
        return self.seen.status == ThreadStatus.OPEN and self.thread.due_at < timezone.now()

    @property
    def closed(self) -> bool:
        return self.seen.status == ThreadStatus.CLOSED


@require_safe
@adherent_or_proxy(Scope.MESSAGES)
def messages_page(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """The messaging's home. The newest conversation is open unless all or none is asked for."""
    shown = request.GET.get("ouvert", "")
    exchanges = [
        _exchange(
            thread,
            opened=shown == SHOW_ALL or (shown != HIDE_ALL and place == 0),
        )
        for place, thread in enumerate(exchanges_of(adherent))
    ]
    draft = drafts.draft_of(adherent, proxy_of(request))
    context = {
        "exchanges": exchanges,
        "draft": draft if draft is not None and draft.text.strip() else None,
        "history_months": 12 * HISTORY_YEARS,
        "history_length": HISTORY_LENGTH,
    }
    return private_page(request, adherent, "web/messages.html", context, crumbs=messaging_crumbs())


def _exchange(thread: Thread, *, opened: bool) -> Exchange:
    return Exchange(
        seen=as_the_adherent_sees(thread, timezone.now()),
        kind=kind_label(thread.kind),
        opened=opened,
    )

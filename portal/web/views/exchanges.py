"""« Mes messages et mes réponses »: the history, and the two ways to write (R-HOM)."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.accounts.models import Adherent
from portal.catalogue.naming import Names, Naming
from portal.mandates.models import Scope
from portal.messaging.filed_under import filed_under, with_choice
from portal.messaging.history import HISTORY_LENGTH, HISTORY_YEARS, exchanges_of
from portal.messaging.models import Thread, ThreadStatus
from portal.messaging.reading import complete
from portal.messaging.seen import SeenExchange, as_the_adherent_sees
from portal.web import drafts
from portal.web.access import adherent_or_proxy, proxy_of
from portal.web.forms.message import kind_label
from portal.web.shell import Crumb, messaging_crumbs, private_page
from portal.web.unread import mark_read, unread_replies

SHOW_ALL, HIDE_ALL = "tout", "rien"
"""Values of ``?ouvert=``: « afficher tout » and « masquer tout » without JavaScript."""


@dataclass(frozen=True)
class Exchange:
    """One conversation as the page shows it."""

    seen: SeenExchange
    kind: str
    opened: bool
    names: Names
    unread: bool
    """Holds a reply that who looks at the page has not had on screen yet."""

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
    """The messaging's home. The newest conversation is open, and those with a reply not read yet,
    unless all or none is asked for. A reply in an open conversation has been read.
    """
    shown, now, proxy = request.GET.get("ouvert", ""), timezone.now(), proxy_of(request)
    seen = [as_the_adherent_sees(thread, now) for thread in exchanges_of(adherent)]
    unread, naming = unread_replies(proxy or adherent, seen), Naming()
    exchanges = [
        _exchange(exchange, naming, newest=place == 0, shown=shown, unread=unread)
        for place, exchange in enumerate(seen)
    ]
    displayed = {
        text.pk for exchange in exchanges if exchange.opened for text in exchange.seen.texts
    }
    mark_read(proxy or adherent, unread & displayed, now)
    draft = drafts.draft_of(adherent, proxy)
    context = {
        "exchanges": exchanges,
        "unread": sum(exchange.unread for exchange in exchanges),
        "draft": draft if draft is not None and draft.text.strip() else None,
        "history_months": 12 * HISTORY_YEARS,
        "history_length": HISTORY_LENGTH,
    }
    return private_page(request, adherent, "web/messages.html", context, crumbs=messaging_crumbs())


@require_safe
@adherent_or_proxy(Scope.MESSAGES)
def printed(request: HttpRequest, adherent: Adherent, reference: str) -> HttpResponse:
    """One exchange alone, to be printed: its replies have been read."""
    exchange = read_exchange(request, adherent, reference)
    crumbs = messaging_crumbs(Crumb(_("Exchange %(reference)s") % {"reference": reference}))
    return private_page(
        request, adherent, "web/printed.html", {"exchange": exchange}, crumbs=crumbs
    )


def read_exchange(request: HttpRequest, adherent: Adherent, reference: str) -> Exchange:
    """One exchange of `adherent` as it is handed out whole: whoever asked has read its replies.

    Raises:
        Http404: there is none such, or it is another's.
    """
    theirs = Thread.objects.filter(adherent=adherent, reference=reference)
    thread = with_choice(complete(theirs)).first()
    if thread is None:
        raise Http404
    now, reader = timezone.now(), proxy_of(request) or adherent
    seen = as_the_adherent_sees(thread, now)
    mark_read(reader, unread_replies(reader, [seen]), now)
    names = filed_under(thread, Naming())
    return Exchange(seen=seen, kind=kind_label(thread.kind), opened=True, names=names, unread=False)


def _exchange(
    seen: SeenExchange, naming: Naming, *, newest: bool, shown: str, unread: set[int]
) -> Exchange:
    is_new = any(text.pk in unread for text in seen.texts)
    return Exchange(
        seen=seen,
        kind=kind_label(seen.thread.kind),
        opened=shown == SHOW_ALL or (shown != HIDE_ALL and (newest or is_new)),
        names=filed_under(seen.thread, naming),
        unread=is_new,
    )

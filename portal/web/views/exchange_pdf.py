"""« Télécharger en PDF »: one exchange to be kept."""

import logging

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from portal.accessible_pdf import PdfImpossible, write_pdf
from portal.accounts.models import Adherent
from portal.documents.reading import deposits_of
from portal.mandates.models import Scope
from portal.registration.limits import may_try
from portal.web.access import adherent_or_proxy, may_proxy, signed_in_of
from portal.web.exchange_pdf import exchange_page
from portal.web.views.exchanges import read_exchange

logger = logging.getLogger(__name__)


@require_GET
@adherent_or_proxy(Scope.MESSAGES)
def as_pdf(request: HttpRequest, adherent: Adherent, reference: str) -> HttpResponse:
    """One exchange as a file: its replies have been read.

    The names of deposited files are for who may see documents: a procuration for messages alone
    leaves them out.
    """
    exchange = read_exchange(request, adherent, reference)
    asking = signed_in_of(request) or adherent
    if not may_try(request, "portal_pdf", str(asking.pk)):
        messages.error(request, _("Too many PDF files in a short time. Try again in an hour."))
        return redirect("message-print", reference)
    deposits = (
        list(deposits_of(adherent).filter(thread=exchange.thread).order_by("sent_at", "pk"))
        if may_proxy(request, Scope.DOCUMENTS)
        else []
    )
    try:
        page = exchange_page(exchange.seen, exchange.names, exchange.kind, deposits, timezone.now())
        content = write_pdf(page)
    except PdfImpossible as impossible:
        logger.error("an exchange was not made a PDF: %s", impossible)
        messages.error(request, _("The PDF cannot be made at this moment: print this page."))
        return redirect("message-print", reference)
    name = f"echange-{exchange.thread.reference}.pdf"
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "Cache-Control": "private, no-store",
        },
    )

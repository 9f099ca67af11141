"""One exchange on paper: the page of which its PDF is made."""

from collections.abc import Sequence
from datetime import datetime

from django.template.loader import render_to_string

from portal.accessible_pdf import BOLD, REGULAR, font_source
from portal.catalogue.naming import Names
from portal.documents.models import Deposit
from portal.messaging.seen import SeenExchange


def exchange_page(
    seen: SeenExchange, names: Names, kind: str, deposits: Sequence[Deposit], made_at: datetime
) -> str:
    """What the PDF says, as HTML that fetches nothing; every text is shown as it was typed.

    Args:
        seen: the exchange as its adherent may know it.
        names: what it is about, as called today and on its day.
        kind: what the message is, in words.
        deposits: what was sent for this exchange and may be shown to who asks.
        made_at: the instant that the page gives for itself.
    """
    context = {
        "seen": seen,
        "thread": seen.thread,
        "caisse": seen.thread.caisse,
        "names": names,
        "kind": kind,
        "deposits": deposits,
        "made_at": made_at,
        "late": seen.status == "open" and seen.thread.due_at < made_at,
        "regular": font_source(REGULAR),
        "bold": font_source(BOLD),
    }
    return render_to_string("web/exchange_pdf.html", context)

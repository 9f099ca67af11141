"""What « Rechercher » finds in one's private space (R-NAV-04): pages, services, reasons, exchanges.

Blind to accents and capitals; each word typed must be there. Nothing typed is kept or logged, and
it travels in no address: people type their number, or what they suffer from.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.accounts.models import Adherent
from portal.catalogue.models import OnlineService
from portal.catalogue.naming import Naming
from portal.catalogue.offer import motifs_for, sujets_for, themes_for
from portal.messaging.filed_under import filed_under
from portal.messaging.history import exchanges_of
from portal.messaging.seen import as_the_adherent_sees
from portal.web.own_services import service_address
from portal.web.templatetags.french_dates import long_date

LONGEST = 100
"""Characters of a search."""


@dataclass(frozen=True)
class Found:
    """One result: what it reads, where it leads, and what tells it from its like."""

    label: str
    url: str
    detail: str = ""


@dataclass(frozen=True)
class Group:
    """The results of one kind."""

    label: str
    found: list[Found]


def search(adherent: Adherent, words: str, *, with_exchanges: bool) -> list[Group]:
    """Return the kinds that have results, in the order of the page.

    Args:
        with_exchanges: whether who searches may read the adherent's messages (a proxy may not).
    """
    wanted = _folded(words[:LONGEST]).split()
    if not wanted:
        return []
    pages = _pages(wanted)
    already = {page.url for page in pages}
    services = [found for found in _services(adherent, wanted) if found.url not in already]
    groups = [
        Group(_("Pages of my private space"), pages),
        Group(_("Online services"), services),
        Group(_("Write to my MSA about"), _reasons(adherent, wanted)),
        Group(_("My exchanges"), _exchanges(adherent, wanted) if with_exchanges else []),
    ]
    return [group for group in groups if group.found]


def _folded(text: str) -> str:
    """Lower case, without accents, and with blanks for the signs between words."""
    plain = unicodedata.normalize("NFD", text.casefold())
    letters = (char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return "".join(letters)


def _holds(wanted: list[str], texts: Iterable[str]) -> bool:
    where = _folded(" ".join(texts))
    return all(word in where for word in wanted)


def _pages(wanted: list[str]) -> list[Found]:
    pages = {
        "messages": _("My messages and my replies"),
        "wizard-start": _("Write a new message"),
        "documents": _("My documents"),
        "appointments": _("My requests for appointments"),
        "send-document": _("Send a document"),
        "appointment": _("Ask for an appointment"),
        "addresses": _("Contact details"),
        "account": _("My account"),
        "preferences": _("Manage my preferences"),
        "mandates": _("Procurations"),
        "services": _("My services"),
        "certificates": _("My certificates"),
        "payments": _("My payments"),
        "requests": _("Follow my requests"),
        "accessibility": _("Declaration of accessibility"),
    }
    return [Found(label, reverse(name)) for name, label in pages.items() if _holds(wanted, [label])]


def _services(adherent: Adherent, wanted: list[str]) -> list[Found]:
    return [
        Found(service.label, service_address(service))
        for service in OnlineService.objects.filter(active=True).order_by("label")
        if adherent.profile in service.profiles and _holds(wanted, [service.label])
    ]


def _reasons(adherent: Adherent, wanted: list[str]) -> list[Found]:
    start = reverse("wizard-start")
    return [
        Found(
            motif.label,
            f"{start}?{urlencode({'motif': motif.pk})}",
            f"{theme.label} – {sujet.label}",
        )
        for theme in themes_for(adherent.profile)
        for sujet in sujets_for(theme, adherent.profile)
        for motif in motifs_for(sujet, adherent.profile)
        if _holds(wanted, [theme.label, sujet.label, motif.label])
    ]


def _exchanges(adherent: Adherent, wanted: list[str]) -> list[Found]:
    now = timezone.now()
    page = reverse("messages")
    found, naming = [], Naming()
    for thread in exchanges_of(adherent):
        names = filed_under(thread, naming)
        texts = [text.text for text in as_the_adherent_sees(thread, now).texts]
        if _holds(wanted, [thread.reference, names.words, *texts]):
            label = _("Message of %(day)s") % {"day": long_date(thread.sent_at)}
            address = f"{page}?ouvert=tout#{thread.reference}"
            found.append(Found(label, address, f"{names.motif.present} – {thread.reference}"))
    return found

"""What every page of the private space shows around its content (R-NAV-01, R-NAV-02, R-NAV-06)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.accounts.models import Adherent
from portal.catalogue.models import Profile
from portal.mandates import acting
from portal.web.access import signed_in_of


@dataclass(frozen=True)
class Crumb:
    """One step of the breadcrumb; the last one, the page itself, has no address."""

    label: str
    url: str = ""


@dataclass(frozen=True)
class MenuEntry:
    """One entry of the main menu. `current` when the page belongs to it."""

    label: str
    url: str
    current: bool


def private_page(
    request: HttpRequest,
    adherent: Adherent,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    crumbs: Sequence[Crumb],
    section: str = "contact",
) -> HttpResponse:
    """Render a page of the private space in its shell.

    Args:
        crumbs: from the second step on; the first, « Mon espace privé : particulier », is added.
        section: the menu entry the page belongs to: its URL name.
    """
    start = Crumb(
        _("My private space: %(profile)s") % {"profile": profile_label(adherent)}, reverse("home")
    )
    # Pages say who is signed in (R-NAV-01), and in whose name they act (R-ACT-02).
    signed_in = signed_in_of(request) or adherent
    everything = {
        "adherent": adherent,
        "caisse": adherent.caisse,
        "greeting": signed_in.first_name or signed_in.company_name,
        "crumbs": [start, *crumbs],
        "menu": _menu(section),
        "acting": acting.current(request, signed_in),
        **(context or {}),
    }
    return render(request, template, everything)


def messaging_crumbs(*further: Crumb) -> list[Crumb]:
    """« MSA Lorraine > Mon Espace Privé > Mes messages », brought to one trail (R-NAV-06)."""
    return [
        Crumb(_("Contact & exchanges"), reverse("contact")),
        Crumb(_("My messages"), reverse("messages") if further else ""),
        *further,
    ]


def profile_label(adherent: Adherent) -> str:
    """The profile as the private spaces are named; `entreprise` reads « employeur » (A19, 16)."""
    names = {
        Profile.PARTICULIER: _("private person"),
        Profile.EXPLOITANT: _("farmer"),
        Profile.ENTREPRISE: _("employer"),
        Profile.TIERS: _("third party"),
    }
    return names[Profile(adherent.profile)]


def _menu(section: str) -> list[MenuEntry]:
    labels = {
        "services": _("My services"),
        "certificates": _("My certificates"),
        "payments": _("My payments"),
        "requests": _("Follow my requests"),
        "contact": _("Contact & exchanges"),
    }
    return [
        MenuEntry(label, reverse(name), current=name == section) for name, label in labels.items()
    ]

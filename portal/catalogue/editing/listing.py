"""Entries in the lists of the editor: with their state, and the way that leads to them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.catalogue.editing.entries import Catalogue, Entry
from portal.catalogue.models import EntryLevel, Profile

TITLES = {
    EntryLevel.THEME: gettext_lazy("Themes"),
    EntryLevel.SUJET: gettext_lazy("Sujets"),
    EntryLevel.MOTIF: gettext_lazy("Motifs"),
    EntryLevel.SERVICE: gettext_lazy("Online services"),
}


@dataclass(frozen=True)
class Row:
    """One line of a list."""

    entry: Entry
    state: str
    profiles: str
    service: str
    below: int
    address: str
    first: bool
    last: bool


@dataclass(frozen=True)
class Way:
    """One step of the way to a page."""

    label: str
    address: str


def rows_of(before: Catalogue, after: Catalogue, entries: Iterable[Entry]) -> list[Row]:
    """The lines of a list, in its order; retired entries keep their place."""
    listed = list(entries)
    offered = [each for each in listed if each.active]
    return [
        Row(
            entry=each,
            state=_state(before.get(*each.key), each),
            profiles=", ".join(str(it.label) for it in Profile if it in each.profiles),
            service=_service(after, each),
            below=sum(child.active for child in after.children(each)),
            address=_address(each),
            first=not offered or each == offered[0],
            last=not offered or each == offered[-1],
        )
        for each in listed
    ]


def ways_to(after: Catalogue, entry: Entry) -> list[Way]:
    """From the draft's first page down to the entry's parent."""
    if entry.level is EntryLevel.SERVICE:
        services = Way(str(TITLES[entry.level]), reverse("admin:catalogue_services"))
        return [_draft(), services]
    parents = []
    parent = after.parent(entry)
    while parent is not None:
        parents.append(Way(parent.label, _address(parent)))
        parent = after.parent(parent)
    return [_draft(), *reversed(parents)]


def _draft() -> Way:
    return Way(_("The catalogue’s draft"), reverse("admin:catalogue_draft"))


def _address(entry: Entry) -> str:
    return reverse("admin:catalogue_entry", args=[entry.level.value, entry.code])


def _service(after: Catalogue, entry: Entry) -> str:
    service = after.get(EntryLevel.SERVICE, entry.service)
    return "" if service is None else service.label


def _state(before: Entry | None, now: Entry) -> str:
    """« nouveau », « retiré », « modifié »: what the draft makes of it."""
    if before is None:
        return _("new")
    if before.active and not now.active:
        return _("to be retired")
    if now.active and not before.active:
        return _("offered again")
    if not now.active:
        return _("retired")
    return _("changed") if before != now else ""

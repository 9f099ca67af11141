"""Writing into the draft. Each act is audited; nothing that adherents or agents see changes."""

from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import User
from portal.administration.edited_meanwhile import EditedMeanwhile
from portal.audit import trail
from portal.catalogue.editing.entries import Catalogue, Entry, drafted, in_force
from portal.catalogue.models import CatalogueDraft, CatalogueVersion, EntryLevel


def locked_version() -> CatalogueVersion | None:
    """The version in force, locked: editors, publications and imports go one after the other."""
    versions = CatalogueVersion.objects.select_for_update()
    newest: CatalogueVersion | None = versions.order_by("-number").first()
    return newest


def mark_of(level: EntryLevel, code: str) -> str:
    """What tells one edit of an entry from the next; empty when the draft has none of it."""
    row = CatalogueDraft.objects.filter(level=level, code=code).first()
    return "" if row is None else row.changed_at.isoformat()


@transaction.atomic
def keep(entry: Entry, by: User, seen: str) -> None:
    """Write `entry` into the draft; as it is in force, it leaves the draft.

    Args:
        seen: the mark (`mark_of`) that the author's page had.

    Raises:
        EditedMeanwhile: somebody else edited this entry since, or took its new parent away.
    """
    locked_version()
    base = in_force()
    orphan = entry.parent and drafted(base).parent(entry) is None
    if orphan or mark_of(*entry.key) != seen:
        raise EditedMeanwhile
    _write(base, entry, by)
    trail.record(
        "catalogue.drafted", actor=by, caisse=None, level=entry.level.value, code=entry.code
    )


@transaction.atomic
def forget(level: EntryLevel, code: str, by: User) -> None:
    """Take one entry out of the draft, and with a new one what was drafted below it."""
    locked_version()
    base = in_force()
    entry = drafted(base).get(level, code)
    if entry is None:
        return
    gone = [entry] if base.get(level, code) is not None else drafted(base).below(entry)
    for each in gone:
        CatalogueDraft.objects.filter(level=each.level, code=each.code).delete()
    trail.record("catalogue.draft_undone", actor=by, caisse=None, level=level.value, code=code)


@transaction.atomic
def forget_all(by: User) -> None:
    """Drop the draft."""
    locked_version()
    dropped, _ = CatalogueDraft.objects.all().delete()
    trail.record("catalogue.draft_dropped", actor=by, caisse=None, entries=dropped)


@transaction.atomic
def move(entry_key: tuple[EntryLevel, str], by: User, *, up: bool) -> None:
    """Exchange an entry's place with its neighbour's that is not retired; at the end, nothing."""
    locked_version()
    base = in_force()
    now = drafted(base)
    entry = now.get(*entry_key)
    if entry is None:
        return
    order = now.siblings(entry)
    here = order.index(entry)
    ways = range(here - 1, -1, -1) if up else range(here + 1, len(order))
    there = next((place for place in ways if order[place].active), None)
    if there is None:
        return
    order = [each for each in order if each.key != entry_key]
    order.insert(there, entry)
    for position, each in enumerate(order, 1):
        if each.position != position:
            _write(base, replace(each, position=position), by)
    trail.record(
        "catalogue.drafted", actor=by, caisse=None, level=entry.level.value, code=entry.code
    )


def _write(base: Catalogue, entry: Entry, by: User) -> None:
    before = base.get(*entry.key)
    values = entry.values()
    if before is not None:
        same = before.values()
        values = {name: value for name, value in values.items() if value != same[name]}
    rows = CatalogueDraft.objects.filter(level=entry.level, code=entry.code)
    if not values:
        rows.delete()
        return
    CatalogueDraft.objects.update_or_create(
        level=entry.level,
        code=entry.code,
        defaults={"values": values, "changed_at": timezone.now(), "changed_by": by},
    )

"""Publication: the draft becomes the next version, whole or not at all."""

import hashlib
import json

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import User
from portal.audit import trail
from portal.catalogue.editing.comparing import Change, changes, problems
from portal.catalogue.editing.drafting import locked_version
from portal.catalogue.editing.entries import Catalogue, drafted, in_force, store
from portal.catalogue.models import CatalogueDraft, CatalogueVersion, EntryLevel


class NotAsShown(Exception):
    """The draft, or the catalogue under it, is no longer what the page showed."""


class CannotBePublished(Exception):
    """Nothing would change, or a list would lead nowhere (`comparing.problems`)."""


def fingerprint(version: int, found: list[Change]) -> str:
    """What was shown: upon which version, and each change."""
    told = json.dumps([version, [each.stored() for each in found]], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


@transaction.atomic
def publish(by: User, shown: str) -> CatalogueVersion:
    """Put the draft into force. Messages keep the words they were filed under.

    Args:
        shown: the `fingerprint` of what the author saw.

    Raises:
        NotAsShown: look again.
        CannotBePublished: see there.
    """
    newest = locked_version()
    number = 0 if newest is None else newest.number
    before = in_force()
    after = drafted(before)
    found = changes(before, after)
    if fingerprint(number, found) != shown:
        raise NotAsShown
    if not found or problems(after):
        raise CannotBePublished
    _store(before, after)
    CatalogueDraft.objects.all().delete()
    version: CatalogueVersion = CatalogueVersion.objects.create(
        number=number + 1,
        digest="",
        imported_at=timezone.now(),
        source=CatalogueVersion.Source.EDIT,
        created_by=by,
        changes=[each.stored() for each in found],
    )
    trail.record(
        "catalogue.published",
        actor=by,
        caisse=None,
        number=version.number,
        changes=[f"{each.kind.value} {each.level.value}:{each.code}" for each in found],
    )
    return version


def _store(before: Catalogue, after: Catalogue) -> None:
    # In the order of levels: what is named must be there first.
    for level in (EntryLevel.SERVICE, EntryLevel.THEME, EntryLevel.SUJET, EntryLevel.MOTIF):
        for entry in after.of(level):
            if before.get(*entry.key) != entry:
                store(entry)

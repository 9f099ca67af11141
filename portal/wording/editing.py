"""Edits of a caisse's texts: each makes a version, and the audit trail keeps who made it."""

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import User
from portal.administration.edited_meanwhile import EditedMeanwhile
from portal.audit import trail
from portal.catalogue.models import Caisse
from portal.wording.models import WordingVersion


def newest(caisse: Caisse, code: str) -> WordingVersion | None:
    """The newest version of a text, though it be a withdrawal; None: there never was one."""
    found: WordingVersion | None = (
        WordingVersion.objects.filter(caisse=caisse, code=code).order_by("-number").first()
    )
    return found


@transaction.atomic
def make_version(
    caisse: Caisse,
    code: str,
    *,
    subject: str,
    body: str,
    by: User,
    seen: int,
    withdrawn: bool = False,
) -> WordingVersion:
    """Make the next version of a text; its words have been through `checking.checked`.

    Args:
        seen: the number of the version that the author edited, 0 for the portal's own words.

    Raises:
        EditedMeanwhile: there is a newer one.
    """
    Caisse.objects.select_for_update().get(pk=caisse.pk)
    latest = newest(caisse, code)
    number = 0 if latest is None else latest.number
    if number != seen:
        raise EditedMeanwhile
    made: WordingVersion = WordingVersion.objects.create(
        caisse=caisse,
        code=code,
        number=number + 1,
        subject=subject,
        body=body,
        withdrawn=withdrawn,
        created_at=timezone.now(),
        created_by=by,
    )
    trail.record(
        "wording.withdrawn" if withdrawn else "wording.edited",
        actor=by,
        caisse=caisse,
        code=code,
        number=made.number,
    )
    return made

"""Edits of a caisse's templates: each makes a version, and the audit trail keeps who made it."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import User
from portal.administration.edited_meanwhile import EditedMeanwhile
from portal.audit import trail
from portal.catalogue.models import Caisse
from portal.reply_templates.models import TemplateVersion


def in_force(caisse: Caisse) -> list[TemplateVersion]:
    """The newest version of each template, withdrawn ones left out, in the caisse's order."""
    return [each for each in newest(caisse) if not each.withdrawn]


def newest(caisse: Caisse) -> list[TemplateVersion]:
    """The newest version of each template, withdrawn ones too."""
    by_code: dict[str, TemplateVersion] = {}
    for each in TemplateVersion.objects.filter(caisse=caisse).order_by("number"):
        by_code[each.code] = each
    return sorted(by_code.values(), key=lambda each: (each.position, each.code))


@transaction.atomic
def make_version(
    caisse: Caisse,
    code: str,
    content: dict[str, Any],
    by: User,
    seen: int,
    *,
    withdrawn: bool = False,
) -> TemplateVersion:
    """Make the next version of template `code` (a new one: `seen` is 0).

    Args:
        content: as `TemplateVersion.content`; already rendered once by `preview`.
        seen: the number of the version that the author edited.

    Raises:
        EditedMeanwhile: there is a newer one.
    """
    Caisse.objects.select_for_update().get(pk=caisse.pk)
    versions = TemplateVersion.objects.filter(caisse=caisse)
    latest = versions.filter(code=code).order_by("-number").first()
    number = latest.number if latest is not None else 0
    if number != seen:
        raise EditedMeanwhile
    position = (
        latest.position
        if latest is not None
        else (versions.order_by("-position").values_list("position", flat=True).first() or 0) + 1
    )
    made: TemplateVersion = TemplateVersion.objects.create(
        caisse=caisse,
        code=code,
        number=number + 1,
        position=position,
        created_at=timezone.now(),
        created_by=by,
        withdrawn=withdrawn,
        **content,
    )
    trail.record(
        "template.withdrawn" if withdrawn else "template.edited",
        actor=by,
        caisse=caisse,
        code=code,
        number=made.number,
    )
    return made

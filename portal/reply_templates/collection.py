"""The collection that comes with the portal: version 1 of every caisse's templates."""

from typing import Any

import yaml
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from portal.catalogue.models import Caisse
from portal.reply_templates.models import TemplateVersion

FILE = ("templates", "replies.yaml")


def import_templates() -> int:
    """Give each caisse the templates of ``resources/templates`` that it never had, as version 1;
    return how many versions were made. What a caisse edited or withdrew stays as it is.
    """
    entries = [_content(raw) for raw in _document()["templates"]]
    now = timezone.now()
    with transaction.atomic():
        # Two imports at once would make the same versions; the second one waits here.
        caisses = list(Caisse.objects.select_for_update().order_by("code"))
        known = set(TemplateVersion.objects.values_list("caisse_id", "code").distinct())
        made = [
            TemplateVersion(caisse=caisse, number=1, position=position, created_at=now, **entry)
            for caisse in caisses
            for position, entry in enumerate(entries, 1)
            if (caisse.pk, entry["code"]) not in known
        ]
        TemplateVersion.objects.bulk_create(made, batch_size=500)
    return len(made)


def partials() -> dict[str, str]:
    """The parts that every template may use (salutation, formula, signature), by name."""
    return dict(_document()["partials"])


def _document() -> dict[str, Any]:
    text = settings.RESOURCES.joinpath(*FILE).read_text(encoding="utf-8")
    # libyaml's loader, where there is one: six times faster.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    document: dict[str, Any] = yaml.load(text, Loader=loader)  # noqa: S506
    return document


def _content(raw: dict[str, Any]) -> dict[str, Any]:
    rule = raw.get("online_service") or {}
    return {
        "code": raw["code"],
        "title": raw["title"],
        "category": raw["category"],
        "themes": raw["themes"],
        "kind": raw.get("kind") or TemplateVersion.Kind.ANSWER,
        "advice": raw.get("advice") or "",
        "service": rule.get("priority") or "",
        "service_code": rule.get("default") or "",
        "fields": [_field(each) for each in raw["fields"]],
        "body": raw["body"],
    }


def _field(raw: dict[str, Any]) -> dict[str, Any]:
    kind, _, choices = str(raw["type"]).partition(":")
    return {
        "name": raw["name"],
        "label": raw["label"],
        "type": kind,
        "required": bool(raw["required"]),
        "choices": choices.split("|") if choices else [],
    }

"""What is held about one person, as a page to read and as JSON to reuse (RGPD 15, 20)."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.template.loader import render_to_string
from django.utils.dateparse import parse_datetime

from portal.accounts.models import Adherent
from portal.retention.access import Row, held_about

NOT_TOLD_APART = ("messaging.Thread", "messaging.Message", "messaging.ThreadEvent")
"""Shown as exchanges."""


@dataclass(frozen=True)
class Answer:
    """Both forms of the same content."""

    json: str
    html: str


def answer_about(adherent: Adherent, now: datetime) -> Answer:
    """Return what is held about a person at `now`, in both forms."""
    rows = held_about(adherent)
    whole = {"adherent": adherent.pk, "made_at": now.isoformat(), "held": rows}
    page = render_to_string(
        "retention/access.html",
        {
            "number": adherent.pk,
            "caisse": adherent.caisse,
            "made_at": now,
            "exchanges": _exchanges(rows),
            "tables": [
                _table(label, found)
                for label, found in sorted(rows.items())
                if found and label not in NOT_TOLD_APART
            ],
        },
    )
    return Answer(json=json.dumps(whole, ensure_ascii=False, indent=2), html=page)


def _exchanges(rows: dict[str, list[Row]]) -> list[dict[str, Any]]:
    """Each exchange with its texts and its acts, in the order of their instants."""
    told = [
        {**row, "instant": parse_datetime(row["at"]), "is_text": label == "messaging.Message"}
        for label in ("messaging.Message", "messaging.ThreadEvent")
        for row in rows.get(label, [])
    ]
    told.sort(key=lambda row: row["at"])
    return [
        {
            **thread,
            "sent": parse_datetime(thread["sent_at"]),
            "told": [row for row in told if row["thread"] == thread["id"]],
        }
        for thread in rows.get("messaging.Thread", [])
    ]


def _table(label: str, found: list[Row]) -> dict[str, Any]:
    model = apps.get_model(label)
    names = list(found[0])
    return {
        "title": model._meta.verbose_name_plural,
        "columns": [_title(model, name) for name in names],
        "rows": [[row[name] for name in names] for row in found],
    }


def _title(model: Any, name: str) -> str:
    try:
        return str(model._meta.get_field(name).verbose_name)
    except (FieldDoesNotExist, AttributeError):
        return name

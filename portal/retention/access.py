"""All that is held about one adherent (RGPD 15), complete by construction.

It follows the database's own relations from the adherent and their account downwards, so a table
that is added later is in the answer without being named here.
"""

from collections import defaultdict
from datetime import UTC, datetime
from typing import Any

from django.db.models import Field, ForeignObjectRel, Model
from post_office.models import Email

from portal.accounts.models import Adherent, User
from portal.audit.models import AuditEvent
from portal.messaging.models import Thread
from portal.notifications.models import Notification

SECRETS = frozenset(
    {
        "password", "secret", "token", "code_hash", "hash", "digest", "signature", "key_id",
        "key", "session", "idempotency_key", "submission_key", "request_digest",
        # Deposited files: their owner downloads them from the private space.
        "sealed",
    }
)  # fmt: skip
"""Fields that say nothing about the person and open doors, or only serve the program."""

Row = dict[str, Any]


def held_about(adherent: Adherent) -> dict[str, list[Row]]:
    """Return every row held about a person, by table (``messaging.Message``), as plain values.

    Internal notes are included (CNIL, 28 February 2019), replies not published yet too. Of those
    who read an exchange, the instant, the act and its purpose are told, not the name.
    """
    rows: dict[str, list[Row]] = {}
    for model, keys in _owned(adherent).items():
        found = model._base_manager.filter(pk__in=keys).order_by("pk")
        rows[model._meta.label] = [_plain(row) for row in found]
    threads = [row["id"] for row in rows.get(Thread._meta.label, [])]
    rows[AuditEvent._meta.label] = [
        {
            "at": _value(event.at),
            "action": event.action,
            "by": _whom(event, adherent),
            "thread_id": event.thread_id,
            "purpose": event.purpose,
        }
        for event in _acts(adherent, threads)
    ]
    return rows


def _acts(adherent: Adherent, threads: list[int]) -> list[AuditEvent]:
    upon = AuditEvent.objects.filter(thread_id__in=threads)
    theirs = AuditEvent.objects.filter(actor=adherent.user_id)
    return list((upon | theirs).order_by("at", "pk"))


def _whom(event: AuditEvent, adherent: Adherent) -> str:
    if event.actor_id is None:
        return "portal"
    return "adherent" if event.actor_id == adherent.user_id else "agent"


def _owned(adherent: Adherent) -> dict[type[Model], set[Any]]:
    owned: dict[type[Model], set[Any]] = defaultdict(set)
    waiting: list[tuple[type[Model], set[Any]]] = [
        (Adherent, {adherent.pk}),
        (User, {adherent.user_id}),
    ]
    while waiting:
        model, keys = waiting.pop()
        fresh = keys - owned[model]
        if not fresh or model is AuditEvent:
            continue
        owned[model] |= fresh
        if model is Notification:
            mails = Notification.objects.filter(pk__in=fresh, email__isnull=False)
            waiting.append((Email, set(mails.values_list("email_id", flat=True))))
        waiting += [
            (relation.related_model, _below(relation, fresh)) for relation in _children(model)
        ]
    return {model: keys for model, keys in owned.items() if keys}


def _children(model: type[Model]) -> list[ForeignObjectRel]:
    """The tables whose rows belong to rows of `model`."""
    return [
        relation
        for relation in model._meta.get_fields(include_hidden=True)
        if isinstance(relation, ForeignObjectRel)
        and (relation.one_to_many or relation.one_to_one)
        and isinstance(relation.related_model, type)
        and not relation.related_model._meta.auto_created
    ]


def _below(relation: ForeignObjectRel, keys: set[Any]) -> set[Any]:
    rows = relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": keys})
    return set(rows.values_list("pk", flat=True))


def _plain(row: Model) -> Row:
    return {
        field.name: _value(field.value_from_object(row))
        for field in row._meta.concrete_fields
        if isinstance(field, Field) and field.name not in SECRETS
    }


def _value(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if value is None or isinstance(value, str | int | bool | list | dict):
        return value
    return str(value)

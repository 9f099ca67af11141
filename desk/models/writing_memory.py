"""What desk remembers of an agent's writing: templates used, templates of their own.

In the encrypted store; a wipe takes it.
"""

import msgspec
from sqlalchemy import Connection, select

from desk.models import meta
from desk.models.tables import message, thread

MOST_OWN = 200
MOST_PAST = 12
LONGEST_TITLE = 80


class OwnTemplate(msgspec.Struct, frozen=True):
    """A text that the agent keeps for later."""

    title: str
    text: str


class PastReply(msgspec.Struct, frozen=True):
    """An answer to the same motif, and the names that must not leave with it."""

    message_id: int
    text: str
    at_ms: int
    names: tuple[str, ...]


Uses = dict[str, dict[str, int]]
"""Motif → template → times."""


def template_uses(conn: Connection, motif: str) -> dict[str, int]:
    """How often each template was used for the motif on this PC."""
    return _uses(conn).get(motif, {})


def count_use(conn: Connection, motif: str, code: str) -> None:
    """A template entered a reply to the motif."""
    uses = _uses(conn)
    of_motif = uses.setdefault(motif, {})
    of_motif[code] = of_motif.get(code, 0) + 1
    meta.set_template_uses(conn, msgspec.json.encode(uses).decode())


def own_templates(conn: Connection) -> tuple[OwnTemplate, ...]:
    """The agent's own, by title."""
    kept = meta.own_templates(conn)
    if kept is None:
        return ()
    try:
        return msgspec.json.decode(kept, type=tuple[OwnTemplate, ...])
    except msgspec.MsgspecError:
        return ()


def keep_own(conn: Connection, template: OwnTemplate) -> None:
    """Add one; the same title takes the earlier one's place. Past `MOST_OWN` nothing is added."""
    others = [each for each in own_templates(conn) if each.title != template.title]
    if len(others) < MOST_OWN:
        _keep(conn, [*others, template])


def drop_own(conn: Connection, title: str) -> None:
    """Delete one."""
    _keep(conn, [each for each in own_templates(conn) if each.title != title])


def past_replies(conn: Connection, motif: str, but_thread: int) -> tuple[PastReply, ...]:
    """The newest answers to other exchanges of the motif."""
    t, m = thread.c, message.c
    rows = conn.execute(
        select(m.id, m.text, m.at_ms, m.author_name, t.first_name, t.family_name, t.used_name,
               t.addressed_name, t.adherent_name)
        .select_from(message.join(thread, m.thread_id == t.id))
        .where(t.motif == motif, t.id != but_thread, m.direction == "out", m.kind == "answer")
        .order_by(m.at_ms.desc())
        .limit(MOST_PAST)
    )  # fmt: skip
    return tuple(
        PastReply(row.id, row.text, row.at_ms, tuple(str(name) for name in row[3:] if name))
        for row in rows
    )


def _uses(conn: Connection) -> Uses:
    kept = meta.template_uses(conn)
    if kept is None:
        return {}
    try:
        return msgspec.json.decode(kept, type=Uses)
    except msgspec.MsgspecError:
        return {}


def _keep(conn: Connection, templates: list[OwnTemplate]) -> None:
    ordered = sorted(templates, key=lambda each: each.title.casefold())
    meta.set_own_templates(conn, msgspec.json.encode(ordered).decode())

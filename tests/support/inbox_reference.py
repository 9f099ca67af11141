"""What the inbox should hold, worked out the slow and obvious way from the portal's threads."""

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from desk import wire
from desk.models.snapshots import InboxFilter
from tests.support.desk_data import Desk


def ms(moment: datetime) -> int:
    """Epoch milliseconds of an aware one."""
    return round(moment.timestamp() * 1000)


@dataclass(frozen=True)
class Situation:
    """Under which circumstances the list is looked at."""

    now_ms: int
    agent_id: int = 101
    begun: Collection[int] = ()
    """Threads with a draft or a reply under way."""


def plain(text: str) -> str:
    """No case, no accents."""
    text = text.lower().replace("œ", "oe").replace("’", "'")
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def is_wanted(thread: wire.Thread, kind: InboxFilter, situation: Situation) -> bool:
    """Whether the thread belongs under this filter."""
    held_by = None
    if thread.claim is not None and ms(thread.claim.expires_at) > situation.now_ms:
        held_by = thread.claim.agent_id
    return (
        thread.status == "open"
        and {
            InboxFilter.TODO: True,
            InboxFilter.MINE: held_by == situation.agent_id or thread.id in situation.begun,
            InboxFilter.ASSIGNED: thread.assigned_to is not None
            and thread.assigned_to.agent_id == situation.agent_id,
            InboxFilter.UNASSIGNED: held_by is None,
            InboxFilter.LATE: ms(thread.due_at) < situation.now_ms,
        }[kind]
    )


def matches(thread: wire.Thread, text: str, labels: Mapping[str, str]) -> bool:
    """Whether each word stands somewhere in what the row shows."""
    adherent = thread.adherent
    first_words = " ".join(thread.messages[0].text.split())[:160]
    row = plain(f"{adherent.addressed_name} {adherent.first_name} {thread.reference} {first_words}")
    label = plain(labels.get(thread.motif, ""))
    return all(word in row or word in label for word in plain(text).split())


def labels_of(catalogue: wire.Catalogue) -> dict[str, str]:
    """Each motif's label, in the catalogue's order."""
    return {
        motif.code: motif.label
        for theme in catalogue.themes
        for sujet in theme.sujets
        for motif in sujet.motifs
    }


def expected_by_due(desk: Desk, kind: InboxFilter, text: str, situation: Situation) -> list[int]:
    """The ids of a list by time left."""
    labels = labels_of(desk.catalogue)
    found = [
        thread
        for thread in desk.threads.values()
        if is_wanted(thread, kind, situation) and matches(thread, text, labels)
    ]
    return [thread.id for thread in sorted(found, key=lambda each: (each.due_at, each.id))]


def expected_rows(
    desk: Desk,
    kind: InboxFilter,
    text: str,
    situation: Situation,
    collapsed: Collection[str] = (),
) -> list[str | int]:
    """Rows of a grouped list: a group's key, or a message's id."""
    ids = expected_by_due(desk, kind, text, situation)
    by_motif: dict[str, list[int]] = {}
    for thread_id in ids:
        by_motif.setdefault(desk.threads[thread_id].motif, []).append(thread_id)
    rows: list[str | int] = []
    for theme in desk.catalogue.themes:
        present = [s for s in theme.sujets if any(m.code in by_motif for m in s.motifs)]
        if not present:
            continue
        rows.append(f"theme:{theme.code}")
        if f"theme:{theme.code}" in collapsed:
            continue
        for sujet in present:
            rows.append(f"sujet:{sujet.code}")
            if f"sujet:{sujet.code}" in collapsed:
                continue
            for motif in sujet.motifs:
                if motif.code in by_motif:
                    rows.append(f"motif:{motif.code}")
                    if f"motif:{motif.code}" not in collapsed:
                        rows += by_motif[motif.code]
    return rows

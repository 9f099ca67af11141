"""What happened to an exchange since its author looked at it, in words' raw material. Pure."""

from enum import StrEnum

import msgspec

from desk.models.snapshots import ScheduledView, ThreadView


class Kind(StrEnum):
    """ADHERENT_WROTE: a message came in. COLLEAGUE_ANSWERED: a reply went out that is not the
    agent's; HOLDING_REPLY: one that promises the answer. RECLASSIFIED, TRANSFERRED, CLOSED,
    REOPENED. REPLY_WITHDRAWN: a reply was taken back. CLAIMED: a colleague has taken it.
    CLAIM_BROKEN: a supervisor ended the lease. CLAIM_LOST: the agent no longer holds it. SCHEDULED:
    a colleague's reply will leave by itself. NOTED: a colleague wrote an internal note. GONE: it is
    no longer this caisse's.
    """

    ADHERENT_WROTE = "adherent_wrote"
    COLLEAGUE_ANSWERED = "colleague_answered"
    HOLDING_REPLY = "holding_reply"
    RECLASSIFIED = "reclassified"
    TRANSFERRED = "transferred"
    CLOSED = "closed"
    REOPENED = "reopened"
    REPLY_WITHDRAWN = "reply_withdrawn"
    CLAIMED = "claimed"
    CLAIM_BROKEN = "claim_broken"
    CLAIM_LOST = "claim_lost"
    SCHEDULED = "scheduled"
    NOTED = "noted"
    GONE = "gone"


class Difference(msgspec.Struct, frozen=True):
    """One thing that is different. Empty is what does not apply."""

    kind: Kind
    who: str = ""
    """The agent's name; empty for the adherent and the portal."""
    at_ms: int | None = None
    text: str = ""
    """Of a message, a reply or a note; of an event, its reason."""
    before: str = ""
    after: str = ""
    """Labels, of a reclassification or a transfer."""


_EVENTS = {
    "reclassified": Kind.RECLASSIFIED,
    "transferred": Kind.TRANSFERRED,
    "closed": Kind.CLOSED,
    "claim_broken": Kind.CLAIM_BROKEN,
    "reply_withdrawn": Kind.REPLY_WITHDRAWN,
}


def changes_since(seen: ThreadView, now: ThreadView | None) -> list[Difference]:
    """What is different in `now`, oldest first, what has no instant last.

    `seen`: as the author had it on screen. `now`: None when the store no longer holds the thread.
    Anything the agent did themself is left out.
    """
    if now is None:
        return [Difference(Kind.GONE)]
    found = [*_texts(seen, now), *_events(seen, now), *_notes(seen, now)]
    told = {each.kind for each in found}
    found += [each for each in _states(seen, now) if each.kind not in told]
    last = max((each.at_ms for each in found if each.at_ms is not None), default=0) + 1
    return sorted(found, key=lambda each: last if each.at_ms is None else each.at_ms)


def _texts(seen: ThreadView, now: ThreadView) -> list[Difference]:
    known = {each.message_id for each in seen.messages}
    found = []
    for each in now.messages:
        if each.message_id in known or each.by_me:
            continue
        if each.direction == "in":
            kind = Kind.ADHERENT_WROTE
        else:
            kind = Kind.HOLDING_REPLY if each.kind == "holding" else Kind.COLLEAGUE_ANSWERED
        found.append(Difference(kind, each.author_name or "", each.at_ms, each.text))
    return found


def _events(seen: ThreadView, now: ThreadView) -> list[Difference]:
    known = {each.event_id for each in seen.events}
    return [
        Difference(
            _EVENTS[each.kind],
            each.author_name or "",
            each.at_ms,
            each.reason,
            each.before,
            each.after,
        )
        for each in now.events
        # A completion is told by its message.
        if each.event_id not in known and each.kind in _EVENTS
    ]


def _notes(seen: ThreadView, now: ThreadView) -> list[Difference]:
    known = {each.note_id for each in seen.notes}
    return [
        Difference(Kind.NOTED, each.author_name, each.at_ms, each.text)
        for each in now.notes
        if each.note_id is not None and each.note_id not in known and not each.by_me
    ]


def _states(seen: ThreadView, now: ThreadView) -> list[Difference]:
    """What a portal that sends no events shows by its state alone."""
    found = []
    if now.motif != seen.motif:
        found.append(Difference(Kind.RECLASSIFIED, before=seen.motif_label, after=now.motif_label))
    if now.competence != seen.competence and now.motif == seen.motif:
        found.append(
            Difference(Kind.TRANSFERRED, before=seen.competence_label, after=now.competence_label)
        )
    if now.status == "closed" and seen.status != "closed":
        found.append(Difference(Kind.CLOSED))
    if now.status == "open" and seen.status != "open":
        found.append(Difference(Kind.REOPENED))
    if now.claim_name is not None and not now.claimed_by_me and now.claim_name != seen.claim_name:
        found.append(Difference(Kind.CLAIMED, now.claim_name))
    if seen.claimed_by_me and now.claim_name is None and now.status == "open":
        found.append(Difference(Kind.CLAIM_LOST))
    scheduled = now.scheduled
    if (
        scheduled is not None
        and not scheduled.by_me
        and _planned(scheduled) != _planned(seen.scheduled)
    ):
        found.append(
            Difference(Kind.SCHEDULED, scheduled.author_name, scheduled.publish_ms, scheduled.text)
        )
    return found


def _planned(scheduled: ScheduledView | None) -> object:
    """Which reply leaves when; its text is not needed to tell one plan from another."""
    if scheduled is None:
        return None
    return scheduled.scheduled_id, scheduled.publish_ms, scheduled.held_because

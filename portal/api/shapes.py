"""Writes domain objects as the plain dicts that travel to desk.

Pages of the feed are serialised straight from these dicts: 0.15 ms a page, against 3.7 ms through
the schemas (`portal.api.schemas`), which describe the same shapes for the document.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from portal.accounts.contact import email_state
from portal.accounts.failing import failing_since
from portal.accounts.models import Adherent, Agent
from portal.api.appointment_shape import appointment_shape
from portal.api.deadline_shape import pause_shape
from portal.api.identifiers import masked_identifier
from portal.api.review_shape import colleagues_shape, review_of
from portal.appointments.models import Appointment
from portal.catalogue.models import Caisse
from portal.messaging.feed import ChangesSlice, SnapshotSlice
from portal.messaging.models import (
    AgentDraft,
    Change,
    EventKind,
    Message,
    ScheduledReply,
    Thread,
    ThreadEvent,
)
from portal.notifications.models import Notification
from portal.notifications.sms.reach import sms_state

Shape = dict[str, Any]


def adherent_shape(adherent: Adherent) -> Shape:
    return {
        "id": adherent.pk,
        "civility": adherent.civility,
        "first_name": adherent.first_name,
        "family_name": adherent.family_name,
        "used_name": adherent.used_name,
        "addressed_name": adherent.addressed_name,
        "profile": adherent.profile,
        "identifier_masked": masked_identifier(adherent),
        "email_state": email_state(adherent),
        "notify_by_email": adherent.notify_by_email,
        "notify_by_sms": adherent.notify_by_sms,
        "notify_by_post": adherent.notify_by_post,
        "email_failing_since": failing_since(adherent),
        "sms_state": sms_state(adherent),
    }


def claim_shape(thread: Thread, now: datetime) -> Shape | None:
    """The lease on `thread`, None when nobody holds one at `now`: an ended lease binds nobody."""
    holder, since, until = thread.claimed_by, thread.claimed_at, thread.claim_expires_at
    if holder is None or since is None or until is None or until <= now:
        return None
    return {
        "agent_id": holder.pk,
        "agent_name": holder.display_name,
        "since": since,
        "expires_at": until,
    }


def _assignee_shape(agent: Agent | None) -> Shape | None:
    return None if agent is None else {"agent_id": agent.pk, "agent_name": agent.display_name}


def message_shape(message: Message, now: datetime) -> Shape:
    author = message.author
    return {
        "id": message.pk,
        "direction": message.direction,
        "kind": message.kind,
        "author_id": None if author is None else author.pk,
        "author_name": None if author is None else author.display_name,
        "text": message.text,
        "at": message.at,
        "undo_until": message.undo_until if message.may_be_taken_back(now) else None,
        **_proxy(message),
        **_addressed(message.written_by),
        **_first_reading(message),
    }


def _first_reading(message: Message) -> Shape:
    first = min(message.read_marks.all(), key=lambda mark: (mark.at, mark.pk), default=None)
    if first is None:
        return {"read_at": None, "read_by": None}
    by_proxy = first.reader_id != message.thread.adherent_id
    return {"read_at": first.at, "read_by": first.reader.display_name if by_proxy else None}


def _proxy(message: Message | None) -> Shape:
    """Who wrote a text for whom, both None when nobody did for anybody (R-ACT-02)."""
    if message is None or message.written_by is None:
        return {"written_by": None, "on_behalf": None}
    return {
        "written_by": message.written_by.display_name,
        "on_behalf": message.thread.adherent.display_name,
    }


def _addressed(proxy: Adherent | None) -> Shape:
    """How to write to the proxy of a text, empty when the adherent wrote it."""
    return {
        "writer_civility": "" if proxy is None else proxy.civility,
        "writer_addressed_name": "" if proxy is None else proxy.addressed_name,
    }


def notification_shape(notification: Notification) -> Shape:
    return {
        "id": notification.pk,
        "message_id": notification.message_id,
        "kind": notification.kind,
        "channel": notification.channel,
        "state": notification.state,
        "attempts": notification.attempts,
        "cause": notification.cause,
        "next_try_at": notification.next_try_at,
        "handed_over_at": notification.handed_over_at,
        "mail_id": notification.mail_id,
        "told_proxy": None
        if notification.recipient is None
        else notification.recipient.display_name,
        "returned_at": notification.returned_at,
        "delivered_at": notification.delivered_at,
    }


def note_shape(event: ThreadEvent) -> Shape:
    return {
        "id": event.pk,
        "author_id": event.agent_id,
        "author_name": event.author_name,
        "text": event.text,
        "at": event.at,
    }


def event_shape(event: ThreadEvent) -> Shape:
    return {
        "id": event.pk,
        "kind": event.kind,
        "at": event.at,
        "author_name": event.author_name,
        "reason": event.text,
        "detail": event.detail,
    }


def scheduled_shape(scheduled: ScheduledReply) -> Shape:
    return {
        "id": scheduled.pk,
        "author_id": scheduled.author_id,
        "author_name": scheduled.author.display_name,
        "kind": scheduled.kind,
        "text": scheduled.text,
        "publish_at": scheduled.publish_at,
        "state": scheduled.state,
        "reason": scheduled.reason,
    }


def draft_shape(draft: AgentDraft) -> Shape:
    return {
        "thread_id": draft.thread_id,
        "text": draft.text,
        "revision": draft.revision,
        "saved_at": draft.saved_at,
        "device": draft.device,
    }


def thread_shape(thread: Thread, now: datetime | None = None) -> Shape:
    """One exchange, whole; `thread` comes from `portal.messaging.reading`, all prefetched."""
    now = now or datetime.now(UTC)
    messages = [each for each in thread.messages.all() if each.withdrawn_at is None]
    kept = {message.pk for message in messages}
    notifications = sorted(
        (each for each in thread.notifications.all() if each.message_id in kept),
        key=lambda notification: notification.pk,
    )
    events = list(thread.events.all())
    scheduled = next((each for each in thread.scheduled_replies.all() if each.is_live), None)
    return {
        "id": thread.pk,
        "reference": thread.reference,
        "version": thread.version,
        "caisse": thread.caisse_id,
        "adherent": adherent_shape(thread.adherent),
        "theme": thread.motif.sujet.theme_id,
        "sujet": thread.motif.sujet_id,
        "motif": thread.motif_id,
        "competence": thread.competence_id,
        "kind": thread.kind,
        "status": thread.status,
        "sent_at": thread.sent_at,
        "due_at": thread.due_at,
        "answered_at": thread.answered_at,
        "policy": thread.policy,
        "budget_seconds": thread.budget_seconds,
        "claim": claim_shape(thread, now),
        "messages": [message_shape(message, now) for message in messages],
        "notifications": [notification_shape(notification) for notification in notifications],
        "original_motif": thread.original_motif_id,
        "filed_under": {
            "theme": thread.theme_label,
            "sujet": thread.sujet_label,
            "motif": thread.motif_label,
        },
        "notes": [note_shape(event) for event in events if event.kind == EventKind.NOTED],
        "events": [event_shape(event) for event in events if event.is_history],
        "scheduled": None if scheduled is None else scheduled_shape(scheduled),
        "review": review_of(thread),
        "pause": pause_shape(thread.clock),
        "assigned_to": _assignee_shape(thread.assigned_to),
        **_proxy(messages[0] if messages else None),
    }


def change_shape(change: Change) -> Shape:
    return {
        "seq": change.seq,
        "thread_id": change.thread_id,
        "appointment_id": change.appointment_id,
        "event": change.event,
        "at": change.at,
    }


def changes_shape(
    page: ChangesSlice, appointments: Mapping[int, Appointment], feed: str, me_mark: str
) -> Shape:
    """`appointments`: the present state of those that the page names and the caisse has."""
    return {**asker_shape(feed, me_mark), **page_shape(page, appointments)}


def asker_shape(feed: str, me_mark: str) -> Shape:
    """What of a page differs from one agent to another, who ask for the same."""
    return {"feed": feed, "me_mark": me_mark}


def page_shape(page: ChangesSlice, appointments: Mapping[int, Appointment]) -> Shape:
    """What of a page is the same for all who ask for it."""
    now = datetime.now(UTC)
    named = page.appointment_ids
    return {
        "cursor": page.cursor,
        "more": page.more,
        "changes": [change_shape(change) for change in page.changes],
        "threads": [thread_shape(thread, now) for thread in page.threads],
        "deleted_thread_ids": page.deleted_thread_ids,
        "appointments": [appointment_shape(appointments[i]) for i in named if i in appointments],
        "deleted_appointment_ids": [i for i in named if i not in appointments],
    }


def snapshot_shape(page: SnapshotSlice, appointments: Iterable[Appointment], feed: str) -> Shape:
    now = datetime.now(UTC)
    return {
        "feed": feed,
        "cursor": page.cursor,
        "next_after": page.next_after,
        "threads": [thread_shape(thread, now) for thread in page.threads],
        "appointments": [appointment_shape(each) for each in appointments],
    }


def caisse_shape(caisse: Caisse) -> Shape:
    return {
        "code": caisse.code,
        "name": caisse.name,
        "address": caisse.address,
        "phone": caisse.phone,
        "medical_service_address": caisse.medical_service_address,
        "assistance_phone": caisse.assistance_phone,
        "assistance_hours": caisse.assistance_hours,
        "timezone": caisse.timezone,
    }


def me_shape(agent: Agent, private_space_url: str, reviewers: Iterable[Agent]) -> Shape:
    """`reviewers` are those whom `agent` may ask (`portal.reviews.reviewers`)."""
    return {
        "agent_id": agent.pk,
        "login": agent.user.get_username(),
        "first_name": agent.first_name,
        "last_name": agent.last_name,
        "display_name": agent.display_name,
        "job_title": agent.job_title,
        "role": agent.role,
        "competences": sorted(competence.code for competence in agent.competences.all()),
        "caisse": caisse_shape(agent.caisse),
        "private_space_url": private_space_url,
        "anonymous_signature": agent.anonymous_signature,
        "in_training": agent.in_training,
        "reviewers": colleagues_shape(reviewers),
        "absent_until": agent.absent_until if agent.is_absent(datetime.now(UTC)) else None,
    }

"""Exchanges between adherents and agents, and the ordered feed of what changed in them."""

from portal.messaging.models.exchange import Message, MessageKind, Thread, ThreadStatus
from portal.messaging.models.feed import Change, Feed
from portal.messaging.models.history import NOT_HISTORY, EventKind, ThreadEvent
from portal.messaging.models.writing import AgentDraft, ScheduledReply

__all__ = [
    "NOT_HISTORY",
    "AgentDraft",
    "Change",
    "EventKind",
    "Feed",
    "Message",
    "MessageKind",
    "ScheduledReply",
    "Thread",
    "ThreadEvent",
    "ThreadStatus",
]

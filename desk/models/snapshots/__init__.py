"""Frozen pictures of the store's rows, for the windows: plain values and ids, never live rows."""

from desk.models.snapshots.connection import ConnectionState, SyncView
from desk.models.snapshots.conversation import (
    EarlierThread,
    EventView,
    MessageView,
    NoteView,
    NotificationView,
    PauseView,
    PendingView,
    ScheduledView,
    ThreadView,
)
from desk.models.snapshots.drafts import DraftVersion, DraftView, KeptText
from desk.models.snapshots.inbox import InboxFilter, InboxRow, MotifCount
from desk.models.snapshots.outbox import OutboxView
from desk.models.snapshots.people import Proxy, Reach
from desk.models.snapshots.reply_state import ReplyState
from desk.models.snapshots.review import (
    BegunReview,
    CommentView,
    KeptReview,
    Remark,
    ReviewView,
)
from desk.models.snapshots.store_change import StoreChange

__all__ = [
    "BegunReview",
    "CommentView",
    "ConnectionState",
    "DraftVersion",
    "DraftView",
    "EarlierThread",
    "EventView",
    "InboxFilter",
    "InboxRow",
    "KeptReview",
    "KeptText",
    "MessageView",
    "MotifCount",
    "NoteView",
    "NotificationView",
    "OutboxView",
    "PauseView",
    "PendingView",
    "Proxy",
    "Reach",
    "Remark",
    "ReplyState",
    "ReviewView",
    "ScheduledView",
    "StoreChange",
    "SyncView",
    "ThreadView",
]

"""What travels between desk and the portal's API v1, as typed messages.

The contract is `docs/openapi.json`; a test holds these types against it. Unknown fields are
ignored, so that a newer portal can add some. Instants are aware datetimes in UTC.
"""

from desk.wire.answers import Identifier, Problem, PublishedReply
from desk.wire.catalogue import (
    CaisseRef,
    Catalogue,
    Competence,
    Motif,
    OnlineService,
    Sujet,
    Theme,
)
from desk.wire.deadlines import Deadline, DeadlineLine, DeadlineThreshold, Pause
from desk.wire.drafts import Draft, DraftRequest, Drafts
from desk.wire.exchange import (
    Adherent,
    Claim,
    Message,
    Note,
    Notification,
    ScheduledReply,
    Thread,
    ThreadEvent,
)
from desk.wire.feed import Change, ChangesPage, SnapshotPage
from desk.wire.me import CaisseInfo, Me
from desk.wire.requests import (
    AbsenceRequest,
    NoteRequest,
    ReasonRequest,
    ReclassifyRequest,
    ReplyRequest,
    ScheduleRequest,
    TransferRequest,
    WarningKind,
)

__all__ = [
    "AbsenceRequest",
    "Adherent",
    "CaisseInfo",
    "CaisseRef",
    "Catalogue",
    "Change",
    "ChangesPage",
    "Claim",
    "Competence",
    "Deadline",
    "DeadlineLine",
    "DeadlineThreshold",
    "Draft",
    "DraftRequest",
    "Drafts",
    "Identifier",
    "Me",
    "Message",
    "Motif",
    "Note",
    "NoteRequest",
    "Notification",
    "OnlineService",
    "Pause",
    "Problem",
    "PublishedReply",
    "ReasonRequest",
    "ReclassifyRequest",
    "ReplyRequest",
    "ScheduleRequest",
    "ScheduledReply",
    "SnapshotPage",
    "Sujet",
    "Theme",
    "Thread",
    "ThreadEvent",
    "TransferRequest",
    "WarningKind",
]

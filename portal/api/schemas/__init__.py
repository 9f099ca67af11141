"""The shapes of the API's answers, for the published document.

Answers themselves are written from plain dicts (`portal.api.shapes`); tests hold the two, and
desk's own types, together.
"""

from portal.api.schemas.answers import FieldError, Health, Identifier, Problem, PublishedReply
from portal.api.schemas.catalogue import (
    CaisseRef,
    Catalogue,
    Competence,
    Motif,
    OnlineService,
    Sujet,
    Theme,
)
from portal.api.schemas.deadlines import Deadline, DeadlineLine, DeadlineThreshold, Pause
from portal.api.schemas.drafts import Draft, DraftRequest, Drafts
from portal.api.schemas.exchange import (
    Adherent,
    Claim,
    Message,
    Note,
    Notification,
    ScheduledReply,
    Thread,
    ThreadEvent,
)
from portal.api.schemas.feed import Change, ChangesPage, SnapshotPage
from portal.api.schemas.kinds import Code, Instant, Reason
from portal.api.schemas.me import CaisseInfo, Me
from portal.api.schemas.requests import (
    AbsenceRequest,
    NoteRequest,
    ReasonRequest,
    ReclassifyRequest,
    ReplyRequest,
    ScheduleRequest,
    TransferRequest,
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
    "Code",
    "Competence",
    "Deadline",
    "DeadlineLine",
    "DeadlineThreshold",
    "Draft",
    "DraftRequest",
    "Drafts",
    "FieldError",
    "Health",
    "Identifier",
    "Instant",
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
    "Reason",
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
]

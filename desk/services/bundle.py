"""What the windows are given: every service, built once by `desk.app`."""

from typing import TYPE_CHECKING

import msgspec

from desk.clock import PortalClock
from desk.services.lanes import Lanes
from desk.settings import Settings

if TYPE_CHECKING:
    from desk.services.absence import Absence
    from desk.services.adherent_history import AdherentHistory
    from desk.services.appointments import Appointments
    from desk.services.conversations import Conversations
    from desk.services.deadlines import Deadlines
    from desk.services.deposits import Deposits
    from desk.services.draft_copies import DraftCopies
    from desk.services.drafts import Drafts
    from desk.services.inbox import Inbox
    from desk.services.leak_guard import LeakGuard
    from desk.services.message_windows import MessageWindowMemory
    from desk.services.notices import Notices
    from desk.services.publisher import Publisher
    from desk.services.review_keeper import ReviewKeeper
    from desk.services.search import Search
    from desk.services.search_keeper import SearchKeeper
    from desk.services.session import Session
    from desk.services.spelling.service import Spelling
    from desk.services.supervision import Supervision
    from desk.services.supervision_alerts import SupervisionAlerts
    from desk.services.sync import Sync
    from desk.services.templates import ReplyTemplates
    from desk.services.viewing.viewers import Viewers
    from desk.services.writing_memory import WritingMemory


class Services(msgspec.Struct, frozen=True):
    """The services of one running desk. Frozen: nobody swaps one behind another's back."""

    settings: Settings
    clock: PortalClock
    lanes: Lanes
    session: "Session"
    sync: "Sync"
    drafts: "Drafts"
    copies: "DraftCopies"
    publisher: "Publisher"
    reviews: "ReviewKeeper"
    absence: "Absence"
    conversations: "Conversations"
    adherent_history: "AdherentHistory"
    appointments: "Appointments"
    deadlines: "Deadlines"
    deposits: "Deposits"
    viewers: "Viewers"
    supervision: "Supervision"
    alerts: "SupervisionAlerts"
    inbox: "Inbox"
    message_windows: "MessageWindowMemory"
    notices: "Notices"
    search: "Search"
    search_keeper: "SearchKeeper"
    templates: "ReplyTemplates"
    writing_memory: "WritingMemory"
    guard: "LeakGuard"
    spelling: "Spelling"

"""Builds the services of one desk and connects them; no window is needed."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from desk import wire
from desk.api_client.appointments import AppointmentsApi
from desk.api_client.portal import Portal
from desk.api_client.supervision import SupervisionApi
from desk.api_client.transport import Transport
from desk.clock import PortalClock
from desk.resources import resource_path
from desk.services.absence import Absence
from desk.services.adherent_history import AdherentHistory
from desk.services.appointments import Appointments
from desk.services.bundle import Services
from desk.services.caisse_templates import CaisseTemplates
from desk.services.conversations import Conversations
from desk.services.deadlines import Deadlines
from desk.services.deposits import Deposits
from desk.services.draft_copies import DraftCopies
from desk.services.drafts import Drafts
from desk.services.inbox import Inbox
from desk.services.lanes import Lanes
from desk.services.leak_guard import LeakGuard
from desk.services.message_windows import MessageWindowMemory
from desk.services.notices import Notices
from desk.services.publisher import Publisher
from desk.services.review_keeper import ReviewKeeper
from desk.services.search import Search
from desk.services.search_keeper import SearchKeeper
from desk.services.secrets import Keyring, Secrets, system_keyring
from desk.services.session import Session
from desk.services.spelling.service import Spelling
from desk.services.spelling.speller import Speller
from desk.services.supervision import Supervision
from desk.services.supervision_alerts import SupervisionAlerts
from desk.services.surroundings import Surroundings
from desk.services.sync import Sync
from desk.services.templates import ReplyTemplates
from desk.services.viewing.viewers import Viewers
from desk.services.writing_memory import WritingMemory
from desk.settings import Settings

log = logging.getLogger(__name__)


class Application(QObject):
    """The running services, from `start` to `close`.

    Three transports: one without tokens for signing in and renewing (it must answer while the
    others wait for a token), one for the feed (`Sync.stop` hangs it up), one for everything else.
    """

    def __init__(
        self,
        settings: Settings,
        open_url: Callable[[str], bool],
        open_keyring: Callable[[], Keyring] = system_keyring,
        parent: QObject | None = None,
        *,
        asks_for_key: bool = False,
    ) -> None:
        """`open_url` is called on a worker and shows an address to the agent's browser.
        `asks_for_key`: see `Session`.
        """
        super().__init__(parent)
        clock = PortalClock()
        lanes = Lanes(parent=self)
        self._sign_in_transport = Transport(settings.portal_url, clock)
        session = Session(
            settings,
            lanes,
            self._sign_in_transport,
            Secrets(open_keyring),
            open_url,
            parent=self,
            asks_for_key=asks_for_key,
        )
        self._transport = Transport(settings.portal_url, clock, session.tokens)
        self._feed_transport = Transport(settings.portal_url, clock, session.tokens)
        portal = Portal(self._transport)
        session.use(portal)
        surroundings = Surroundings(parent=self)
        drafts = Drafts(lanes, clock, parent=self)
        supervision = Supervision(lanes, SupervisionApi(self._transport), clock, parent=self)
        templates = ReplyTemplates(resource_path("templates", "replies.yaml"))
        self._caisse_templates = CaisseTemplates(lanes, templates, parent=self)
        self.services = Services(
            settings=settings,
            clock=clock,
            lanes=lanes,
            session=session,
            sync=Sync(
                lanes,
                Portal(self._feed_transport),
                clock,
                lambda: surroundings.network_absent,
                parent=self,
            ),
            drafts=drafts,
            copies=DraftCopies(lanes, portal, clock, drafts, parent=self),
            publisher=Publisher(lanes, portal, clock, drafts, parent=self),
            reviews=ReviewKeeper(lanes, clock, parent=self),
            absence=Absence(lanes, portal, session, parent=self),
            conversations=Conversations(lanes, portal, clock, session, parent=self),
            adherent_history=AdherentHistory(lanes, portal, clock, parent=self),
            deadlines=Deadlines(lanes, portal, parent=self),
            appointments=Appointments(lanes, AppointmentsApi(self._transport), parent=self),
            deposits=Deposits(lanes, portal, parent=self),
            viewers=Viewers(self),
            supervision=supervision,
            alerts=SupervisionAlerts(lanes, supervision, clock, parent=self),
            inbox=Inbox(lanes, clock, parent=self),
            message_windows=MessageWindowMemory(lanes),
            notices=Notices(lanes, clock, parent=self),
            search=Search(lanes, clock, lambda: session.me, parent=self),
            search_keeper=SearchKeeper(lanes, parent=self),
            templates=templates,
            writing_memory=WritingMemory(lanes),
            guard=LeakGuard(lanes, resource_path("words")),
            spelling=Spelling(lanes, Speller(resource_path("words")), parent=self),
        )
        session.signed_in.connect(self._on_signed_in)
        session.signed_out.connect(self._on_signed_out)
        self.services.sync.described.connect(session.described)
        self.services.sync.state_changed.connect(self.services.publisher.follow)
        self.services.sync.state_changed.connect(self.services.copies.follow)
        self.services.sync.state_changed.connect(self.services.reviews.follow)
        self.services.sync.state_changed.connect(self.services.supervision.follow)
        notices, publisher = self.services.notices, self.services.publisher
        self.services.inbox.crossed.connect(notices.on_crossing)
        lanes.changed.connect(notices.on_changed)
        publisher.rejected.connect(notices.on_rejected)
        publisher.conflict.connect(notices.on_conflict)
        publisher.published.connect(notices.on_published)
        self.services.search.damaged.connect(self.services.search_keeper.renew)
        self.services.search_keeper.progressed.connect(self.services.search.look_again)
        self.services.sync.portal_restored.connect(self.services.publisher.portal_restored)
        surroundings.changed.connect(self.services.sync.reconnect)
        surroundings.changed.connect(self.services.publisher.hurry)

    def start(self) -> None:
        """Open the last agent's store and session, if there are any."""
        self.services.session.restore()

    def close(self, timeout_s: float = 5) -> bool:
        """Save what is unsaved, end every thread. False: a thread did not end in time."""
        services = self.services
        services.drafts.flush_and_wait()
        services.reviews.flush_and_wait()
        services.publisher.stop()
        services.copies.stop()
        services.sync.stop()
        services.session.close()
        services.viewers.stop()
        for transport in (self._feed_transport, self._transport, self._sign_in_transport):
            transport.close()
        ended = services.lanes.close(timeout_s)
        if not ended:
            log.warning("a worker is still busy at the end")
        return ended

    @Slot(object)
    def _on_signed_in(self, me: wire.Me) -> None:
        self.services.sync.start()
        self.services.publisher.start(me)
        self.services.alerts.start(me)
        self.services.notices.start(me)
        self.services.copies.start()
        self.services.reviews.start()

    @Slot()
    def _on_signed_out(self) -> None:
        # Before the store is closed: what was typed goes into it.
        self.services.drafts.flush()
        self.services.reviews.flush()
        self.services.reviews.stop()
        self.services.publisher.stop()
        self.services.copies.stop()
        self.services.sync.stop()
        self.services.conversations.close_all()
        self.services.alerts.stop()
        self.services.notices.stop()
        self.services.supervision.forget()
        self.services.spelling.forget()
        self.services.viewers.close()

"""Keeps the store in step with the portal, and says how far it is."""

import logging
from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from desk.api_client import timeouts
from desk.api_client.portal import Portal
from desk.clock import PortalClock
from desk.models.snapshots import ConnectionState, SyncView
from desk.services.follower import Follower
from desk.services.lanes import Lanes
from desk.services.own_description import OwnDescription

log = logging.getLogger(__name__)


class Sync(QObject):
    """Follows the portal from `start` to `stop`, on a thread of its own.

    Guarantees: a page and its cursor enter the store in one transaction, so a crash neither skips
    nor repeats a change; a first load cut short goes on where it stood; `view` never says *online*
    unless the last exchange succeeded, and dates what is shown by the last one that did.
    """

    state_changed = Signal(object)
    """A `SyncView`, whenever it differs from the last one."""

    portal_restored = Signal(int)
    """The portal was restored from a backup, and has been read anew: so many texts of this agent
    that it had, it has no longer. They are back, *rejected*, in the outbox and as drafts."""

    described = Signal(object)
    """A `wire.Me`: the portal describes the signed-in agent (training ended …)."""

    _told = Signal(object)

    def __init__(
        self,
        lanes: Lanes,
        portal: Portal,
        clock: PortalClock,
        network_absent: Callable[[], bool] = lambda: False,
        parent: QObject | None = None,
    ) -> None:
        """`portal` has a transport of its own: `stop` hangs it up. `network_absent` is asked on
        this object's thread, to tell « no network » from « the portal cannot be reached ».
        """
        super().__init__(parent)
        self._lanes = lanes
        self._portal = portal
        self._clock = clock
        self._network_absent = network_absent
        self._view = SyncView(ConnectionState.STARTING, None, loading=False)
        self._follower: Follower | None = None
        # A bound method of this object: calls are queued to its thread.
        self._told.connect(self._on_told)

    @property
    def view(self) -> SyncView:
        """The present state."""
        return self._view

    def start(self) -> None:
        """Follow the portal into the store that is behind the lanes. While running: `refresh`."""
        if self._follower is not None and self._follower.is_alive():
            self._follower.wake()
            return
        self._portal.transport.resume()
        self._tell(SyncView(ConnectionState.STARTING, None, loading=False))
        self._follower = Follower(
            self._lanes,
            self._portal,
            self._clock,
            self._told.emit,
            self.portal_restored.emit,
            OwnDescription(self._portal, self.described.emit),
        )
        self._follower.start()

    def stop(self) -> None:
        """Hang up and wait for the thread (`timeouts.ABORT`); nobody is signed in any more."""
        follower, self._follower = self._follower, None
        if follower is not None:
            follower.stop()
            self._portal.transport.abort()
            follower.join(timeouts.ABORT)
            if follower.is_alive():
                # It is resolving a name, or waits for its write; it will neither ask nor write.
                log.warning("the synchronisation is still ending")
        self._tell(SyncView(ConnectionState.SIGNED_OUT, None, loading=False))

    def refresh(self) -> None:
        """Try now rather than at the end of the wait."""
        if self._follower is not None:
            self._follower.wake()

    @Slot()
    def reconnect(self) -> None:
        """The network changed, or the PC woke: connections of before are dead without knowing it.
        Hang up and ask at once.
        """
        if self._follower is not None and self._follower.is_alive():
            self._follower.wake()
            self._portal.transport.abort()
            self._portal.transport.resume()

    @Slot(object)
    def _on_told(self, told: "tuple[Follower, SyncView]") -> None:
        follower, view = told
        if follower is self._follower:
            if view.state is ConnectionState.OFFLINE and self._network_absent():
                view = replace(view, state=ConnectionState.NO_NETWORK)
            self._tell(view)

    def _tell(self, view: SyncView) -> None:
        if view != self._view:
            self._view = view
            self.state_changed.emit(view)

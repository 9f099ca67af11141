"""How desk and the portal stand."""

from enum import StrEnum

import msgspec


class ConnectionState(StrEnum):
    """Whether desk and the portal talk.

    STARTING: not tried yet. ONLINE: the last exchange succeeded. NO_NETWORK: this PC has none.
    OFFLINE: the portal cannot be reached. PROXY_REFUSED: the company's proxy cannot be reached, or
    says no. CAPTIVE_PORTAL: the network wants to be signed in to first. TLS_REFUSED: what answers
    cannot prove that it is the portal. PORTAL_ERROR: it answers with errors or with something that
    is not the portal. THROTTLED: it asks for patience. SIGN_IN_NEEDED: it wants the agent to sign
    in again. SIGNED_OUT: nobody is signed in.
    """

    STARTING = "starting"
    ONLINE = "online"
    NO_NETWORK = "no_network"
    OFFLINE = "offline"
    PROXY_REFUSED = "proxy_refused"
    CAPTIVE_PORTAL = "captive_portal"
    TLS_REFUSED = "tls_refused"
    SIGN_IN_NEEDED = "sign_in_needed"
    PORTAL_ERROR = "portal_error"
    THROTTLED = "throttled"
    SIGNED_OUT = "signed_out"


class SyncView(msgspec.Struct, frozen=True):
    """What the status line tells: nothing claims to be fresher than it is."""

    state: ConnectionState
    last_sync_ms: int | None
    """The portal's clock at the last successful exchange; None before the first."""
    loading: bool
    """The first load is under way."""
    loaded: int = 0
    """Threads received so far by the first load."""
    detail: str = ""
    """The stable code of what went wrong (`desk.api_client.errors`); empty while nothing does."""
    next_try_ms: int | None = None
    """The portal's clock: when desk tries again by itself; None while it is trying, or waits for
    the agent."""

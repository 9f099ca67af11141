"""Which state of the connection a failure means. Pure."""

from desk.api_client.errors import Offline, PortalBroken, PortalError, SignInNeeded, Throttled
from desk.models.snapshots import ConnectionState

CAPTIVE = frozenset({"redirect", "captive_portal"})
TLS = frozenset(
    {
        "certificate",
        "certificate_expired",
        "certificate_name",
        "certificate_authority",
        "tls",
    }
)


def state_of(error: PortalError, *, network_absent: bool = False) -> ConnectionState:
    """`network_absent`: the system says that this PC is connected to nothing."""
    match error:
        case SignInNeeded():
            return ConnectionState.SIGN_IN_NEEDED
        case Throttled():
            return ConnectionState.THROTTLED
        case Offline(code="no_network"):
            return ConnectionState.NO_NETWORK
        case Offline(code="proxy" | "proxy_refused"):
            return ConnectionState.PROXY_REFUSED
        case Offline():
            return ConnectionState.NO_NETWORK if network_absent else ConnectionState.OFFLINE
        case PortalBroken(code=code) if code in CAPTIVE:
            return ConnectionState.CAPTIVE_PORTAL
        case PortalBroken(code=code) if code in TLS:
            return ConnectionState.TLS_REFUSED
        case _:
            return ConnectionState.PORTAL_ERROR

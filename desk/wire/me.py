"""The signed-in agent and the caisse."""

from datetime import datetime
from typing import Literal

import msgspec

from desk.wire.reviews import Colleague


class CaisseInfo(msgspec.Struct, frozen=True):
    """The agent's caisse, as reply templates need it."""

    code: str
    name: str
    address: str
    phone: str
    medical_service_address: str
    assistance_phone: str
    assistance_hours: str
    timezone: str


class Me(msgspec.Struct, frozen=True):
    """Answer of ``GET /me``."""

    agent_id: int
    login: str
    first_name: str
    last_name: str
    display_name: str
    job_title: str
    role: Literal["agent", "supervisor"]
    competences: list[str]
    caisse: CaisseInfo
    private_space_url: str
    """Where adherents sign in: links in replies begin with it."""
    anonymous_signature: bool = False
    """Sign with the capacity and the service alone: the caisse decided so (CRPA L111-2)."""
    absent_until: datetime | None = None
    """Scheduled replies of an absent agent are held."""
    in_training: bool = False
    """Replies leave only after a colleague has read them."""
    reviewers: list[Colleague] = msgspec.field(default_factory=list)
    """Who may be asked to read a reply, supervisors first."""

"""The signed-in agent and the caisse."""

from datetime import datetime
from typing import Literal

from ninja import Schema
from pydantic import Field

from portal.api.schemas.reviews import Colleague


class CaisseInfo(Schema):
    """The agent's caisse, as reply templates need it."""

    code: str
    name: str
    address: str
    phone: str
    medical_service_address: str
    assistance_phone: str
    assistance_hours: str
    timezone: str


class Me(Schema):
    """The agent who is signed in."""

    agent_id: int
    login: str
    first_name: str
    last_name: str
    display_name: str
    job_title: str
    role: Literal["agent", "supervisor"]
    competences: list[str]
    caisse: CaisseInfo
    private_space_url: str = Field(
        description="Where adherents sign in: links in replies begin with it"
    )
    anonymous_signature: bool = Field(
        False,
        description="Replies are signed with the capacity and the service alone (CRPA L111-2)",
    )
    absent_until: datetime | None = Field(
        None, description="Scheduled replies of an absent agent are held"
    )
    in_training: bool = Field(
        False, description="Replies leave only after a colleague has read them"
    )
    reviewers: list[Colleague] = Field(
        default_factory=list,
        description="Who may be asked to read a reply, supervisors first",
    )

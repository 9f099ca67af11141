"""What adherents may choose, and what agents know."""

from ninja import Schema
from pydantic import Field


class Motif(Schema):
    """Third level of the classification."""

    code: str
    label: str
    position: int
    competence: str
    online_service: str | None
    medical: bool
    active: bool


class Sujet(Schema):
    """Second level of the classification."""

    code: str
    label: str
    position: int
    active: bool
    motifs: list[Motif]


class Theme(Schema):
    """First level of the classification."""

    code: str
    label: str
    position: int
    profiles: list[str]
    active: bool
    sujets: list[Sujet]


class OnlineService(Schema):
    """A « service en ligne »."""

    code: str
    label: str
    url: str
    active: bool


class Competence(Schema):
    """A team's field of work."""

    code: str
    label: str


class CaisseRef(Schema):
    """A caisse that an exchange may be transferred to."""

    code: str
    label: str


class Catalogue(Schema):
    """The classification and the online services; inactive entries included, marked."""

    version: int
    themes: list[Theme]
    online_services: list[OnlineService]
    competences: list[Competence]
    caisses: list[CaisseRef] = Field(
        default_factory=list, description="All of them, the agent's own among them"
    )

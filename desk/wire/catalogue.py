"""What adherents may choose, and what agents know."""

import msgspec


class Motif(msgspec.Struct, frozen=True):
    code: str
    label: str
    position: int
    competence: str
    online_service: str | None
    medical: bool
    active: bool


class Sujet(msgspec.Struct, frozen=True):
    code: str
    label: str
    position: int
    active: bool
    motifs: list[Motif]


class Theme(msgspec.Struct, frozen=True):
    code: str
    label: str
    position: int
    profiles: list[str]
    active: bool
    sujets: list[Sujet]


class OnlineService(msgspec.Struct, frozen=True):
    code: str
    label: str
    url: str
    active: bool


class Competence(msgspec.Struct, frozen=True):
    code: str
    label: str


class CaisseRef(msgspec.Struct, frozen=True):
    """A caisse that an exchange may be transferred to."""

    code: str
    label: str


class Catalogue(msgspec.Struct, frozen=True):
    """Answer of ``GET /catalogue`` (with an ETag; inactive entries included, marked).

    What has a default is newer than the rest: an older portal does not send it.
    """

    version: int
    themes: list[Theme]
    online_services: list[OnlineService]
    competences: list[Competence]
    caisses: list[CaisseRef] = msgspec.field(default_factory=list)

"""Where an exchange may be put: the motifs, teams and caisses of the stored catalogue."""

import msgspec
from sqlalchemy import Connection

from desk.models import meta


class MotifChoice(msgspec.Struct, frozen=True):
    """A motif that is offered, with its place."""

    code: str
    label: str
    place: str
    """« Thème › Sujet »."""


class TeamChoice(msgspec.Struct, frozen=True):
    """A team of the caisse."""

    code: str
    label: str


class CaisseChoice(msgspec.Struct, frozen=True):
    """Another caisse than the agent's."""

    code: str
    label: str


class ActChoices(msgspec.Struct, frozen=True):
    """All of them: motifs in the catalogue's order, the others by name."""

    motifs: tuple[MotifChoice, ...] = ()
    teams: tuple[TeamChoice, ...] = ()
    caisses: tuple[CaisseChoice, ...] = ()


def act_choices(conn: Connection) -> ActChoices:
    """What the catalogue offers now; what it no longer offers is left out."""
    motifs = conn.exec_driver_sql(
        "SELECT code, label, theme_label, sujet_label FROM motif WHERE active ORDER BY rank"
    )
    teams = conn.exec_driver_sql("SELECT code, label FROM competence ORDER BY label")
    me = meta.me(conn)
    caisses = conn.exec_driver_sql(
        "SELECT code, label FROM caisse WHERE code != ? ORDER BY label",
        ("" if me is None else me.caisse.code,),
    )
    return ActChoices(
        tuple(
            MotifChoice(code, label, f"{theme} › {sujet}") for code, label, theme, sujet in motifs
        ),
        tuple(TeamChoice(code, label) for code, label in teams),
        tuple(CaisseChoice(code, label) for code, label in caisses),
    )

"""Where an exchange may be put: the motifs and the teams of the stored catalogue."""

from dataclasses import dataclass

from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class MotifChoice:
    """A motif that is offered, with its place."""

    code: str
    label: str
    place: str
    """« Thème › Sujet »."""


@dataclass(frozen=True, slots=True)
class TeamChoice:
    """A team of the caisse."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class ActChoices:
    """Both, in the catalogue's order."""

    motifs: tuple[MotifChoice, ...] = ()
    teams: tuple[TeamChoice, ...] = ()


def act_choices(conn: Connection) -> ActChoices:
    """What the catalogue offers now; what it no longer offers is left out."""
    motifs = conn.exec_driver_sql(
        "SELECT code, label, theme_label, sujet_label FROM motif WHERE active ORDER BY rank"
    )
    teams = conn.exec_driver_sql("SELECT code, label FROM competence ORDER BY label")
    return ActChoices(
        tuple(
            MotifChoice(code, label, f"{theme} › {sujet}") for code, label, theme, sujet in motifs
        ),
        tuple(TeamChoice(code, label) for code, label in teams),
    )

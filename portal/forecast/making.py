"""The forecast of a caisse: read, changed as asked, simulated."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from portal.catalogue.models import Caisse
from portal.forecast.assumptions import assumptions_of
from portal.forecast.engine import Answer, ExtraOpening, Move, changed, forecast
from portal.forecast.reading import Known, known_of

DAYS_MAX = 14
RUNS = 100


@dataclass(frozen=True)
class Made:
    """A forecast with what it supposes.

    Attributes:
        unchanged: the same without the changes that were asked for; None when none were.
    """

    known: Known
    answer: Answer
    unchanged: Answer | None
    agents: dict[str, int]
    """By team, those who are there and answer for it; some answer for several."""
    assumptions: list[tuple[str, str]]


def make(
    caisse: Caisse,
    now: datetime,
    *,
    days: int,
    seed: int = 1,
    runs: int = RUNS,
    moves: Sequence[Move] = (),
    openings: Sequence[ExtraOpening] = (),
) -> Made:
    """Forecast a caisse from `now` on. Nothing is written.

    Raises:
        ChangeRefused: more agents are moved than there are.
    """
    known = known_of(caisse, now, days, runs, seed)
    asked = changed(known.question, moves, openings)
    answer = forecast(asked)
    there = [pool for pool in known.question.pools if pool.back_at is None]
    return Made(
        known=known,
        answer=answer,
        unchanged=forecast(known.question) if moves or openings else None,
        agents={
            team: sum(pool.agents for pool in there if not pool.teams or team in pool.teams)
            for team in {*answer.teams, *(team for pool in there for team in pool.teams)}
        },
        assumptions=assumptions_of(known, moves, openings),
    )

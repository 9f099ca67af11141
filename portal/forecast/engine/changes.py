"""What if: some agents answer for another team, or people come when the site is closed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from portal.forecast.engine.question import ExtraOpening, Pool, Question


class ChangeRefused(ValueError):
    """More agents than there are, or a team that nobody answers for; the message says which."""


@dataclass(frozen=True)
class Move:
    """So many agents of a team answer for another one only."""

    agents: int
    from_team: str
    to_team: str


def changed(
    question: Question, moves: Sequence[Move], openings: Sequence[ExtraOpening]
) -> Question:
    """The same question, the changes made.

    Those who answer for the fewest teams are moved first, so that what else a team loses is least.

    Raises:
        ChangeRefused: a team has not so many agents.
    """
    pools = list(question.pools)
    for move in moves:
        pools = _moved(pools, move)
    return replace(question, pools=pools, extra=[*question.extra, *openings])


def _moved(pools: list[Pool], move: Move) -> list[Pool]:
    left = move.agents
    kept: list[Pool] = []
    gone: list[Pool] = []
    # Those answering for all have an empty set: they come last.
    for pool in sorted(pools, key=lambda each: (each.back_at is not None, len(each.teams) or 999)):
        able = not pool.teams or move.from_team in pool.teams
        taken = min(left, pool.agents) if able else 0
        left -= taken
        if taken:
            gone.append(replace(pool, teams=frozenset({move.to_team}), agents=taken))
        if pool.agents > taken:
            kept.append(replace(pool, agents=pool.agents - taken))
    if left:
        raise ChangeRefused(f"{move.from_team}: {move.agents - left} agents, not {move.agents}")
    return [*kept, *gone]

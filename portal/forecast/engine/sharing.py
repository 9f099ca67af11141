"""How agents who answer for several teams divide their time: to what is due first.

One pass over the slots with expected quantities. What it gives is a share of each pool's time for
each team and slot; the runs then vary what arrives and who is there.
"""

from collections import deque
from collections.abc import Mapping, Sequence

import numpy as np

from portal.forecast.engine.hours import Floats, Horizon
from portal.forecast.engine.question import Pool

Work = deque[list[float]]
"""What waits for a team, in the order it is answered: [due instant, seconds of work]."""


def divide(
    horizon: Horizon,
    pools: Sequence[Pool],
    seconds: Sequence[Floats],
    waiting: Mapping[str, Work],
    arriving: Mapping[str, Floats],
    due: Floats,
) -> dict[str, Floats]:
    """Return the seconds that each team gets in each slot.

    Args:
        seconds: of each pool, what it has in each slot.
        waiting: what each team has to answer now; it is used up.
        arriving: seconds of work that come to each team in each slot.
        due: the due instant of what comes in each slot.
    """
    teams = list(waiting)
    able = [[team for team in teams if not pool.teams or team in pool.teams] for pool in pools]
    # Those who can do one thing only do it before those who can do others help.
    order = sorted(range(len(pools)), key=lambda n: len(able[n]))
    given = {team: np.zeros(horizon.slots) for team in teams}
    load = {team: float(arriving[team].sum()) + 1.0 for team in teams}
    for slot in range(horizon.slots):
        for team in teams:
            if arriving[team][slot] > 0:
                waiting[team].append([float(due[slot]), float(arriving[team][slot])])
        for n in order:
            left = float(seconds[n][slot])
            if left <= 0 or not able[n]:
                continue
            left = _serve(left, able[n], waiting, given, slot)
            if left > 0:
                whole = sum(load[team] for team in able[n])
                for team in able[n]:
                    given[team][slot] += left * load[team] / whole
    return given


def _serve(
    left: float,
    teams: Sequence[str],
    waiting: Mapping[str, Work],
    given: dict[str, Floats],
    slot: int,
) -> float:
    while left > 0:
        heads = [(waiting[team][0][0], team) for team in teams if waiting[team]]
        if not heads:
            break
        _, team = min(heads)
        head = waiting[team][0]
        spent = min(left, head[1])
        given[team][slot] += spent
        left -= spent
        head[1] -= spent
        if head[1] <= 1e-6:
            waiting[team].popleft()
    return left

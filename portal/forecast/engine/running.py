"""The runs: what arrives and who is there varies, and each message is answered in its turn.

A team's messages are answered in the order of their due instants, new ones after those that wait;
its agents together are one server of their joint speed. In *work time* (the seconds worked for the
team since now) the end of message k is ``max(arrival k, end k-1) + handling k``: a running maximum
over sums, so that a run costs a few passes over arrays.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from portal.forecast.engine.hours import Floats, Horizon, Ints
from portal.forecast.engine.learning import Pace


@dataclass(frozen=True)
class TeamWork:
    """One team over the horizon, as it is expected.

    Attributes:
        due: of the messages that wait, in order, in seconds since the epoch.
        arriving: messages expected in each slot.
        dues: of each rule, the due instant of what comes in each slot; `shares` of each rule.
        seconds: work seconds in each slot.
    """

    due: Floats
    arriving: Floats
    dues: Sequence[Floats]
    shares: Floats
    seconds: Floats
    pace: Pace


@dataclass(frozen=True)
class Outcome:
    """What the runs found for one team.

    Attributes:
        broken: by run and day, deadlines broken on that day.
        answered: by run and day.
        arrived: by run and day.
        broken_new: by day, the mean of those that had not arrived yet.
        risk: of each message that waits, in how many of the runs its deadline breaks.
        ends: of each message that waits, the median instant of its answer; infinite: later.
    """

    broken: Ints
    answered: Ints
    arrived: Ints
    broken_new: Floats
    risk: Floats
    ends: Floats


def run_team(
    team: TeamWork,
    horizon: Horizon,
    factors: Floats,
    presence: Floats,
    rng: np.random.Generator,
) -> Outcome:
    """Simulate one team.

    Args:
        factors: by run and day, how much more than usual arrives.
        presence: by run and day, how many more than expected are there.
    """
    runs, days = factors.shape
    waiting = len(team.due)
    broken = np.zeros((runs, days), dtype=np.int64)
    answered = np.zeros_like(broken)
    arrived = np.zeros_like(broken)
    broken_new = np.zeros(days)
    risk = np.zeros(waiting)
    ends = np.full((runs, waiting), np.inf, dtype=np.float32)
    start, end = horizon.edges[0], horizon.edges[-1]
    middles = np.arange(horizon.slots) + 0.5
    for run in range(runs):
        worked = team.seconds * presence[run][horizon.day_of_slot]
        done_by = np.concatenate(([0.0], np.cumsum(worked)))
        counts = rng.poisson(team.arriving * factors[run][horizon.day_of_slot])
        slot = np.repeat(np.arange(horizon.slots), counts)
        due = np.concatenate((team.due, _dues(team, slot, rng)))
        came = np.concatenate(
            (np.zeros(waiting), np.interp(middles[slot], _places(horizon), done_by))
        )
        handling = _handling(team.pace, len(due), rng)
        sums = np.cumsum(handling)
        finished = sums + np.maximum.accumulate(came - sums + handling)
        judged = (due >= start) & (due < end)
        late = judged & (finished > np.interp(due, horizon.edges, done_by))
        late_days = horizon.day_of(due[late])
        broken[run] = np.bincount(late_days, minlength=days)
        broken_new += np.bincount(horizon.day_of(due[waiting:][late[waiting:]]), minlength=days)
        risk += late[:waiting]
        # The last of the messages whose end lies within what is worked at all.
        within = finished <= done_by[-1]
        at = _instants(finished[within], done_by, horizon)
        answered[run] = np.bincount(horizon.day_of(at), minlength=days)
        arrived[run] = np.bincount(horizon.day_of_slot[slot], minlength=days)
        # From the start, so that half the digits do.
        ends[run, within[:waiting]] = at[: int(within[:waiting].sum())] - start
    return Outcome(
        broken=broken,
        answered=answered,
        arrived=arrived,
        broken_new=broken_new / runs,
        risk=risk / runs,
        ends=np.median(ends, axis=0) + start if waiting else np.zeros(0),
    )


def _places(horizon: Horizon) -> Floats:
    return np.arange(horizon.slots + 1, dtype=np.float64)


def _dues(team: TeamWork, slot: Ints, rng: np.random.Generator) -> Floats:
    if len(team.dues) == 1:
        return np.asarray(team.dues[0][slot])
    rule = rng.choice(len(team.dues), size=len(slot), p=team.shares)
    return np.asarray(np.stack(team.dues)[rule, slot])


def _handling(pace: Pace, count: int, rng: np.random.Generator) -> Floats:
    if pace.spread < 0.05:
        return np.full(count, pace.mean)
    shape = 1 / pace.spread**2
    return rng.gamma(shape, pace.mean / shape, count)


def _instants(finished: Floats, done_by: Floats, horizon: Horizon) -> Floats:
    place = np.clip(np.searchsorted(done_by, finished, side="left"), 1, horizon.slots)
    span = done_by[place] - done_by[place - 1]
    part = np.divide(
        finished - done_by[place - 1], span, out=np.ones_like(finished), where=span > 0
    )
    edges = horizon.edges
    # Just before midnight is that day's, not the next one's.
    found = edges[place - 1] + part * (edges[place] - edges[place - 1])
    return np.asarray(np.minimum(found, edges[-1] - 1e-3))

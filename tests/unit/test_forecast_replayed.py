"""Replayed on a simulated quarter the forecast errs less than « as last week » does."""

from benchmarks.forecast import FIRST, LEARNED_WEEKS, errors, replay
from tests.support.quarter import live


def test_a_replayed_quarter_with_a_burst_is_foretold_better_than_as_last_week():
    quarter = live(2, FIRST, LEARNED_WEEKS + 13, LEARNED_WEEKS + 8)
    guesses = replay(quarter, days=7, runs=15, every=4)
    assert sum(each.came for each in guesses) > 3000, "there was something to foretell"
    ours, naive = errors(guesses)
    assert ours < 0.7 * naive
    ours, naive = errors([each for each in guesses if each.ahead < 2])
    assert ours < 0.3 * naive

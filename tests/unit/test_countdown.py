"""desk.countdown: states at exact instants."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.countdown import CountdownState, countdown

SENT = 1_773_000_000_000
HOUR = 3_600_000
BUDGET = 48 * HOUR
DUE = SENT + BUDGET


@pytest.mark.parametrize(
    ("after_ms", "state"),
    [
        (0, CountdownState.COMFORTABLE),
        (24 * HOUR - 1, CountdownState.COMFORTABLE),
        (24 * HOUR, CountdownState.HALFWAY),
        (36 * HOUR - 1, CountdownState.HALFWAY),
        (36 * HOUR, CountdownState.SOON),
        (BUDGET * 9 // 10 - 1, CountdownState.SOON),
        (BUDGET * 9 // 10, CountdownState.URGENT),
        (BUDGET, CountdownState.URGENT),  # equal is kept
        (BUDGET + 1, CountdownState.LATE),
        (BUDGET + 1000 * HOUR, CountdownState.LATE),
    ],
)
def test_each_state_begins_at_its_exact_instant(after_ms: int, state: CountdownState) -> None:
    shown = countdown(DUE, SENT, None, SENT + after_ms)
    assert shown.state is state
    assert shown.left_ms == BUDGET - after_ms


def test_an_answer_stops_the_clock_for_good() -> None:
    kept = countdown(DUE, SENT, DUE, DUE + 10 * HOUR)
    assert (kept.state, kept.left_ms, kept.next_change_ms) == (CountdownState.ANSWERED, 0, None)
    broken = countdown(DUE, SENT, DUE + HOUR, DUE + 10 * HOUR)
    assert (broken.state, broken.left_ms) == (CountdownState.ANSWERED, -HOUR)
    assert not CountdownState.ANSWERED.is_running


def test_a_budget_that_is_over_before_it_begins_is_urgent_until_due() -> None:
    shown = countdown(SENT, SENT + HOUR, None, SENT)
    assert (shown.state, shown.next_change_ms) == (CountdownState.URGENT, SENT + 1)


@given(
    budget=st.integers(min_value=0, max_value=30 * 24 * HOUR),
    after=st.integers(min_value=-HOUR, max_value=40 * 24 * HOUR),
)
def test_the_next_change_is_the_first_instant_with_another_state(budget: int, after: int) -> None:
    now = SENT + after
    shown = countdown(SENT + budget, SENT, None, now)
    if shown.next_change_ms is None:
        assert shown.state is CountdownState.LATE
        return
    assert shown.next_change_ms > now
    before = countdown(SENT + budget, SENT, None, shown.next_change_ms - 1)
    then = countdown(SENT + budget, SENT, None, shown.next_change_ms)
    assert before.state is shown.state
    assert then.state is not shown.state


@given(budget=st.integers(min_value=1, max_value=10**10), now=st.integers(-(10**9), 10**11))
def test_states_only_ever_get_more_pressing(budget: int, now: int) -> None:
    order = list(CountdownState)
    earlier = countdown(budget, 0, None, now)
    later = countdown(budget, 0, None, now + 1)
    assert order.index(earlier.state) <= order.index(later.state)

"""The portal's clock under noise, wrong workstations, suspend and steps."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.clock import DRIFT, PortalClock, elapsed_s
from desk.instants import from_ms

START_MS = 1_795_000_000_000


class Workstation:
    """A machine whose wall clock is wrong by `error_s` and that may sleep."""

    def __init__(self, error_s: float = 0.0) -> None:
        self.elapsed = 5_000.0
        self.error_s = error_s

    @property
    def true_ms(self) -> float:
        return START_MS + (self.elapsed - 5_000.0) * 1000

    def clock(self) -> PortalClock:
        return PortalClock(lambda: self.elapsed, lambda: self.true_ms / 1000 + self.error_s)

    def exchange(self, clock: PortalClock, out_s: float, back_s: float) -> None:
        sent = self.elapsed
        self.elapsed += out_s
        server = from_ms(int(self.true_ms))
        self.elapsed += back_s
        clock.observe(server, sent, self.elapsed)


def test_before_the_first_answer_it_is_the_workstations() -> None:
    machine = Workstation(error_s=7_200)
    clock = machine.clock()
    assert not clock.is_set
    assert clock.workstation_error_ms is None
    assert clock.uncertainty_ms is None
    assert clock.now_ms() == START_MS + 7_200_000


def test_a_workstation_two_hours_wrong_shows_the_right_time_and_says_so() -> None:
    machine = Workstation(error_s=7_200)
    clock = machine.clock()
    machine.exchange(clock, 0.02, 0.02)
    assert clock.is_set
    assert abs(clock.now_ms() - machine.true_ms) <= 21
    assert clock.workstation_error_ms is not None
    assert abs(clock.workstation_error_ms - 7_200_000) <= 21


def test_changing_the_wall_clock_changes_nothing() -> None:
    machine = Workstation()
    clock = machine.clock()
    machine.exchange(clock, 0.01, 0.01)
    machine.error_s = -86_400
    assert abs(clock.now_ms() - machine.true_ms) <= 11


def test_suspend_is_counted() -> None:
    machine = Workstation()
    clock = machine.clock()
    machine.exchange(clock, 0.01, 0.01)
    machine.elapsed += 8 * 3600  # CLOCK_BOOTTIME goes on while the lid is closed
    assert abs(clock.now_ms() - machine.true_ms) <= 11


def test_the_long_poll_does_not_blur_a_good_estimate() -> None:
    machine = Workstation()
    clock = machine.clock()
    machine.exchange(clock, 0.005, 0.005)
    for _ in range(20):
        machine.exchange(clock, 0.01, 25.0)
    assert abs(clock.now_ms() - machine.true_ms) <= 60
    for _ in range(20):
        machine.exchange(clock, 25.0, 0.01)
    assert abs(clock.now_ms() - machine.true_ms) <= 60


@given(
    delays=st.lists(
        st.tuples(st.floats(0.001, 3.0), st.floats(0.001, 3.0), st.floats(0.0, 60.0)),
        min_size=1,
        max_size=40,
    ),
    error_s=st.floats(-1e6, 1e6),
)
def test_noise_never_turns_it_back_and_its_bounds_hold(
    delays: list[tuple[float, float, float]], error_s: float
) -> None:
    machine = Workstation(error_s)
    clock = machine.clock()
    shown = None
    for out_s, back_s, pause_s in delays:
        machine.exchange(clock, out_s, back_s)
        now = clock.now_ms()
        assert shown is None or now >= shown
        shown = now
        uncertainty = clock.uncertainty_ms
        assert uncertainty is not None
        # What is shown may stand still for as long as it was ahead, so twice the first bound.
        assert abs(now - machine.true_ms) <= 2 * max(o + b for o, b, _ in delays) * 1000 + 2
        machine.elapsed += pause_s
        assert clock.now_ms() >= shown
        shown = clock.now_ms()


@given(st.lists(st.floats(0.001, 1.0), min_size=2, max_size=30))
def test_more_answers_never_make_it_less_certain(trips: list[float]) -> None:
    machine = Workstation()
    clock = machine.clock()
    machine.exchange(clock, trips[0] / 2, trips[0] / 2)
    before = clock.uncertainty_ms
    began = machine.elapsed
    for trip in trips[1:]:
        machine.exchange(clock, trip / 3, trip * 2 / 3)
    after = clock.uncertainty_ms
    assert before is not None
    assert after is not None
    assert after <= before + (machine.elapsed - began) * DRIFT * 1000 + 0.01


def test_a_portal_whose_clock_was_set_is_followed_even_backwards() -> None:
    machine = Workstation()
    clock = machine.clock()
    machine.exchange(clock, 0.01, 0.01)
    before = clock.now_ms()
    sent = machine.elapsed
    machine.elapsed += 0.02
    hour_back = from_ms(int(machine.true_ms)) - timedelta(hours=1)
    clock.observe(hour_back, sent, machine.elapsed)
    assert abs(clock.now_ms() - (before - 3_600_000)) < 100


def test_a_small_contradiction_does_not_turn_it_back() -> None:
    machine = Workstation()
    clock = machine.clock()
    machine.exchange(clock, 0.001, 0.001)
    before = clock.now_ms()
    sent = machine.elapsed
    machine.elapsed += 0.002
    clock.observe(from_ms(int(machine.true_ms)) - timedelta(seconds=1), sent, machine.elapsed)
    assert clock.now_ms() >= before
    machine.elapsed += 5
    assert abs(clock.now_ms() - (machine.true_ms - 1000)) <= 5


def test_an_answer_before_its_question_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="before its request"):
        PortalClock().observe(from_ms(0), 2.0, 1.0)


def test_the_driving_clock_goes_forward() -> None:
    assert elapsed_s() <= elapsed_s()

"""When a supervisor is told, and how insistently."""

import pytest

from desk import wire
from desk.services.alerting import Alerting, AlertRules, Step

MINUTE = 60_000
TEN = 10 * 60


def figures(**values: int) -> wire.Figures:
    zero = dict.fromkeys(wire.Figures.__struct_fields__, 0)
    return wire.Figures(**{**zero, **values})


def steps(alerting: Alerting, late: int, at_min: int, minute: int = TEN) -> list[Step]:
    return [each.step for each in alerting.look(figures(late=late), at_min * MINUTE, minute)]


def test_each_step_is_told_once_in_order_while_it_lasts() -> None:
    alerting = Alerting(AlertRules(late=5, desktop_after_min=5, insist_after_min=30))
    assert steps(alerting, 4, 0) == []
    assert steps(alerting, 5, 1) == [Step.WINDOW]
    assert steps(alerting, 9, 5) == []
    assert steps(alerting, 9, 6) == [Step.DESKTOP]
    assert steps(alerting, 9, 7) == []
    assert steps(alerting, 9, 31) == [Step.INSIST]
    assert steps(alerting, 9, 90) == []
    assert steps(alerting, 4, 91) == []
    assert steps(alerting, 5, 92) == [Step.WINDOW], "it begins anew"


def test_what_was_noted_escalates_no_more_until_it_was_lower() -> None:
    alerting = Alerting(AlertRules(late=1, desktop_after_min=5))
    assert steps(alerting, 1, 0) == [Step.WINDOW]
    alerting.note()
    assert steps(alerting, 3, 60) == []
    assert steps(alerting, 0, 61) == []
    assert steps(alerting, 1, 62) == [Step.WINDOW]


def test_in_quiet_hours_only_the_window_tells_and_the_desktop_follows_after_them() -> None:
    rules = AlertRules(late=1, desktop_after_min=0, quiet_from_min=18 * 60, quiet_until_min=480)
    alerting = Alerting(rules)
    assert steps(alerting, 1, 0, minute=23 * 60) == [Step.WINDOW]
    assert steps(alerting, 1, 60, minute=0) == []
    assert steps(alerting, 1, 600, minute=480) == [Step.DESKTOP]


def test_a_threshold_of_nought_tells_nothing() -> None:
    assert steps(Alerting(AlertRules(late=0)), 50, 0) == []


@pytest.mark.parametrize(
    ("start", "end", "minute", "quiet"),
    [
        (18 * 60, 8 * 60, 18 * 60, True),
        (18 * 60, 8 * 60, 8 * 60, False),
        (18 * 60, 8 * 60, 12 * 60, False),
        (60, 120, 119, True),
        (60, 120, 120, False),
        (60, 60, 60, False),
    ],
)
def test_quiet_hours_include_their_start_and_not_their_end(
    start: int, end: int, minute: int, quiet: bool
) -> None:
    assert AlertRules(quiet_from_min=start, quiet_until_min=end).is_quiet(minute) is quiet

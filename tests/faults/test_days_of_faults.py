"""Days of faults, a few; `make faults` runs a thousand."""

import pytest

from tests.faults.days import drive


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_nothing_is_lost_doubled_misplaced_stuck_or_disordered() -> None:
    total = drive(list(range(1, 9)), jobs=2)
    assert total.fine, "\n".join(total.lines())
    assert total.runs == 8
    # The days are days: work was done, faults stood in its way, desks died.
    assert total.replies_at_portal > 5
    assert total.conflicts > 0
    assert total.deaths > 0

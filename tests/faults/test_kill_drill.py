"""The kill drill, short; `make faults` runs it long."""

from pathlib import Path

import pytest

from tests.faults.kill_drill import drill


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_nothing_is_lost_or_sent_twice_when_desk_is_killed(tmp_path: Path) -> None:
    counts = drill(runs=4, seed=20_260_310, folder=tmp_path)
    assert counts.fine, "\n".join(counts.lines())
    assert counts.runs == 4
    assert counts.keys > 0

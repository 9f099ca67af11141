"""The main job by real key events on an AZERTY keyboard: few keys, and they stay few."""

import pytest

from tests.support.keyed_job import KeyedJob
from tests.support.spoken_desk import Spoken

pytestmark = pytest.mark.long


def test_from_the_list_to_published_and_the_next_one_open(spoken: Spoken) -> None:
    job = KeyedJob(spoken)
    job.take_the_first()
    job.answer_with_a_template()
    job.publish_and_go_on()
    said = "\n".join(f"{each.keys:20} {each.why}" for each in job.pressed)
    assert any(each.is_text for each in job.pressed), said  # the template missed a value
    assert len(job.keys) <= job.most_keys, said

"""One portal, one screen and one desk on it, for all tests over the accessibility bus."""

from collections.abc import Iterator

import pytest

from tests.support.spoken_desk import Spoken, spoken_desk


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Spoken]:
    with spoken_desk(tmp_path_factory.mktemp("spoken")) as made:
        yield made

"""Shared by the tests of the local store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.models.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's store goes; its folder does not exist yet."""
    return tmp_path / "agent" / "store.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """An empty store."""
    opened = Store.open(path)
    yield opened
    opened.close()

"""Shared by the tests of desk's services: one real portal for all of a module's tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.desk_world import Desk, desk_on
from tests.support.fault_proxy import FaultProxy
from tests.support.french import compile_if_stale
from tests.support.portal_process import RunningPortal, running_portal

compile_if_stale()  # the portal's own words, by which its forms are filled


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPortal]:
    """A portal with the invented people and messages of the demonstration."""
    with running_portal(tmp_path_factory.mktemp("portal")) as running:
        yield running


@pytest.fixture
def proxy(portal: RunningPortal) -> Iterator[FaultProxy]:
    """Stands before the portal and fails on demand."""
    with FaultProxy(portal.url) as standing:
        yield standing


@pytest.fixture
def desk(qtbot: QtBot, proxy: FaultProxy, tmp_path: Path) -> Iterator[Desk]:
    """Claire's desk behind the proxy, signed in and loaded."""
    with desk_on(qtbot, proxy.url, tmp_path / "claire") as started:
        yield started.sign_in()


@pytest.fixture
def colleague(qtbot: QtBot, portal: RunningPortal, tmp_path: Path) -> Iterator[Desk]:
    """Karim's desk, straight on the portal, signed in and loaded."""
    with desk_on(qtbot, portal, tmp_path / "karim", login="karim.exemple") as started:
        yield started.sign_in()

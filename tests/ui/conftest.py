"""Shared by the tests of windows: one theme, one real portal, desks beside it."""

import gc
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desk.ui.theme import Theme, ThemeMode
from tests.support.desk_running import RunningDesk, running_desk
from tests.support.portal_process import RunningPortal, running_portal
from tests.support.stall_watch import StallWatch

RESOURCES = Path(__file__).parents[2] / "resources"

StartDesk = Callable[..., AbstractContextManager[RunningDesk]]


@pytest.fixture(autouse=True)
def _collect_on_this_thread() -> Iterator[None]:
    """As desk.collector does: a window's reference cycles must not end on a worker."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def stalls(qapp: QApplication) -> Iterator[StallWatch]:
    """Nothing in any test of a window may hold its thread for longer than 50 ms; what may is named
    in the test: ``with stalls.excused("why"):``. Letters typed in one go (`keyClicks`) count as one
    call: give them a `delay`, as people do.
    """
    watch = StallWatch()
    watch.start()
    yield watch
    found = watch.stop()
    assert not found, "\n".join(["the window stood still:", *map(str, found)])


@pytest.fixture(scope="session")
def _dressed(qapp: QApplication) -> Theme:
    # One for all: each would register the fonts again.
    return Theme(qapp, RESOURCES, ThemeMode.LIGHT)


@pytest.fixture
def theme(qapp: QApplication, _dressed: Theme) -> Iterator[Theme]:
    """The light theme on the test's application."""
    yield _dressed
    _dressed.set_mode(ThemeMode.LIGHT)


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPortal]:
    """The demonstration's portal, for one module: its tests share out the exchanges by name."""
    with running_portal(tmp_path_factory.mktemp("portal") / "data") as running:
        yield running


@pytest.fixture
def start_desk(
    portal: RunningPortal, tmp_path: Path, theme: Theme, stalls: StallWatch
) -> StartDesk:
    """``with start_desk() as desk:``, optionally ``login=``, ``folder=``, ``portal_url=`` …"""

    @contextmanager
    def start(
        folder: str = "desk", portal_url: str = portal.url, **more: object
    ) -> Iterator[RunningDesk]:
        with ExitStack() as running:
            # Nobody can be kept waiting by a window that is not there yet; how long a start takes
            # is measured by benchmarks/startup.py.
            with stalls.excused("the window is being built"):
                desk = running.enter_context(
                    running_desk(portal_url, tmp_path / folder, theme, **more)  # type: ignore[arg-type]
                )
            yield desk

    return start


@pytest.fixture
def desk(start_desk: StartDesk) -> Iterator[RunningDesk]:
    """Claire's desk, signed in."""
    with start_desk() as running:
        running.sign_in()
        yield running

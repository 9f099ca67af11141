"""A whole desk beside a real portal: its services, its window, and an agent who clicks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from desk.demo.agent_browser import AgentBrowser
from desk.services.application import Application
from desk.services.bundle import Services
from desk.settings import Settings
from desk.ui.main_window import MainWindow
from desk.ui.theme import Theme
from tests.support.waiting import comes_true

PATIENCE_S = 20.0
"""A whole sign-in on a busy machine takes some seconds."""


class MemoryKeyring:
    """A keyring that works, for as long as the test."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self._kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._kept[(service, username)] = password

    def forget_sessions(self) -> None:
        """As if every session had been ended elsewhere; keys of stores stay."""
        for service, account in list(self._kept):
            if not account.startswith("store-"):
                del self._kept[service, account]

    def delete_password(self, service: str, username: str) -> None:
        self._kept.pop((service, username), None)


class RunningDesk:
    """One agent's desk. `until` is how everything is waited for."""

    def __init__(self, application: Application, window: MainWindow) -> None:
        self.application = application
        self.window = window

    @property
    def services(self) -> Services:
        return self.application.services

    def until(self, true: Callable[[], bool], what: str = "") -> None:
        """Let the event loop run until `true()`.

        Raises:
            AssertionError: it did not come about within `PATIENCE_S`.
        """
        wait_until(true, what)

    def sign_in(self) -> None:
        """Click « Se connecter »; the agent's browser does the rest; the list is there."""
        self.until(lambda: self.window.sign_in_page.sign_in_button.isVisible(), "sign-in page")
        self.window.sign_in_page.sign_in_button.click()
        self.until(lambda: self.services.session.me is not None, "signed in")
        self.until(self.has_messages, "messages")

    def has_messages(self) -> bool:
        outline = self.services.inbox.outline
        if not self.window.workspace.situation().signed_in:
            return False  # the list may be read before the window knows who works here
        return outline is not None and self.window.workspace.inbox.model.rowCount() > 0

    def listed(self, least: int) -> list[int]:
        """The messages that the list knows, in its order, once there are `least` of them."""
        model = self.window.workspace.inbox.model
        found: list[int] = []

        def known() -> bool:
            rows = range(model.rowCount())
            found[:] = [each for row in rows if (each := model.thread_at(row)) is not None]
            return len(found) >= least

        self.until(known, f"{least} messages listed")
        return found

    def open(self, thread_id: int) -> None:
        """Open an exchange and wait until it is on screen."""
        self.window.workspace.open_thread(thread_id)
        self.until(lambda: self.shown == thread_id, f"exchange {thread_id}")

    @property
    def shown(self) -> int | None:
        view = self.window.workspace.thread_view
        return None if view is None else view.thread_id


def wait_until(true: Callable[[], bool], what: str = "", patience_s: float = PATIENCE_S) -> None:
    """Process events until `true()`; AssertionError when it stays false."""
    assert comes_true(true, patience_s), f"waited {patience_s} s in vain: {what}"


def settle(widget: QWidget) -> None:
    """Let layouts, deferred deletions and zero timers come to rest."""
    for _ in range(6):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
    widget.repaint()


@contextmanager
def running_desk(
    portal_url: str,
    folder: Path,
    theme: Theme,
    *,
    login: str = "claire.exemple",
    password: str = "demo-agent-2026",  # noqa: S107 - of an invented agent
    open_url: Callable[[str], bool] | None = None,
    keyring: MemoryKeyring | None = None,
    start: bool = True,
    asks_for_key: bool = False,
) -> Iterator[RunningDesk]:
    """A desk of `login` on `folder` (the same folder again is the same desk, restarted)."""
    settings = Settings(portal_url=portal_url, data=folder / "data", config=folder / "desk.toml")
    ring = keyring or MemoryKeyring()
    opener = open_url or AgentBrowser(login, password).open
    application = Application(settings, opener, lambda: ring, asks_for_key=asks_for_key)
    window = MainWindow(application.services, theme)
    window.show()
    if start:
        application.start()
    try:
        yield RunningDesk(application, window)
    finally:
        window.close()
        assert application.close(), "a worker did not end"
        # Here and now: the collector may run on any thread, and Qt's objects end on their own.
        window.deleteLater()
        application.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

"""A real desk with its real window, and hands that never rest: run by `kill_drill`, and killed.

Says on standard output, line by line and before it acts, what it does and when (the monotonic
clock, which all processes of a machine share).
"""

import json
import os
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from sqlalchemy import Connection

from desk.app import SWITCH_INTERVAL_S, build_theme
from desk.demo.agent_browser import AgentBrowser
from desk.logs import start_logging
from desk.models import outbox
from desk.models.snapshots import ConnectionState, OutboxView
from desk.services.application import Application
from desk.settings import Settings
from desk.ui.main_window import MainWindow
from tests.faults.typed_texts import text_of
from tests.support.file_keyring import FileKeyring
from tests.support.portal_process import AGENT_LOGIN, AGENT_PASSWORD

KEY_MS = 8
"""Between two keys: four times a fast typist."""


def say(what: str, **more: object) -> None:
    """One line, written at once: what is said is known to the parent whatever happens next."""
    line = json.dumps({"what": what, "at": time.monotonic(), **more}) + "\n"
    os.write(sys.stdout.fileno(), line.encode())


class Typist(QObject):
    """Opens a message, types, publishes, goes on to the next one."""

    def __init__(self, application: Application, window: MainWindow, run: str) -> None:
        super().__init__()
        self._services = application.services
        self._window = window
        self._run = run
        self._chance = random.Random(run)
        self._number = 0
        self._document = self._text = ""
        self._at = 0
        self._thread: int | None = None
        self._ready = False
        session, publisher = self._services.session, self._services.publisher
        session.signed_out.connect(session.sign_in)
        session.sign_in_needed.connect(self._on_sign_in_needed)
        self._services.lanes.unexpected.connect(self._on_unexpected)
        publisher.published.connect(self._on_published)
        publisher.conflict.connect(self._on_conflict)
        publisher.rejected.connect(self._on_conflict)
        self._keys = QTimer(self)
        self._keys.timeout.connect(self._press)
        self._watch = QTimer(self)
        self._watch.timeout.connect(self._look)
        self._watch.start(20)

    @Slot()
    def _on_sign_in_needed(self) -> None:
        say("session lost")
        self._services.session.sign_in()

    def _on_unexpected(self, error: Exception) -> None:
        say("error", kind=type(error).__name__)

    def _on_published(self, view: OutboxView) -> None:
        if view.kind == "reply":
            say("published", event=view.event_id)

    def _on_conflict(self, view: OutboxView) -> None:
        say("refused", event=view.event_id, problem=view.problem)

    @Slot()
    def _look(self) -> None:
        """Wait for the first load, then for a message in the editor."""
        view = self._services.sync.view
        if view.state is not ConnectionState.ONLINE or view.loading or view.last_sync_ms is None:
            return
        if not self._ready:
            self._ready = True
            say("ready")
        if self._thread is None:
            self._services.lanes.query(_open_threads, self._choose)
            self._watch.stop()
            return
        composer = self._window.workspace.centre.composer
        shown = composer.thread_view
        if shown is None or shown.thread_id != self._thread or not composer.possible.write:
            return
        self._watch.stop()
        composer.clear()
        composer.set_kind("holding" if self._chance.random() < 0.8 else "answer")
        composer.editor.setFocus()
        self._keys.start(KEY_MS)

    def _choose(self, threads: list[int]) -> None:
        self._number += 1
        self._document = f"{self._run}-{self._number}"
        self._text, self._at = text_of(self._document), 0
        self._thread = self._chance.choice(threads)
        workspace = self._window.workspace
        workspace.show_nothing()
        workspace.open_thread(self._thread)
        self._watch.start(20)

    @Slot()
    def _press(self) -> None:
        character = self._text[self._at]
        self._at += 1
        say("key", document=self._document, thread=self._thread, typed=self._at)
        editor = self._window.workspace.centre.composer.editor
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(editor, event)
        if self._at == len(self._text):
            self._keys.stop()
            self._publish()

    def _publish(self) -> None:
        workspace = self._window.workspace
        say("publish", document=self._document, thread=self._thread)
        workspace.publishing.publish()
        dialog = workspace.dialogs.current
        if dialog is None:
            say("error", kind="NoConfirmation")
        else:
            dialog.accept()
        self._thread = None
        self._watch.start(20)


def _open_threads(connection: Connection) -> list[int]:
    """Open messages that no colleague holds and that nothing of ours is on its way for."""
    return list(
        connection.exec_driver_sql(
            "SELECT id FROM thread WHERE status = 'open' AND claim_agent_id IS NULL AND id NOT IN"
            " (SELECT thread_id FROM outbox WHERE state IN"
            " ('queued', 'sending', 'unconfirmed', 'conflict')) ORDER BY id"
        ).scalars()
    )


class Drain(QObject):
    """No typing: ends once nothing waits in the outbox any more."""

    def __init__(self, application: Application) -> None:
        super().__init__()
        self._services = application.services
        session = self._services.session
        session.signed_out.connect(session.sign_in)
        session.sign_in_needed.connect(session.sign_in)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(100)

    @Slot()
    def _look(self) -> None:
        if self._services.sync.view.state is ConnectionState.ONLINE:
            self._services.lanes.query(outbox.views, self._judge)

    def _judge(self, views: list[OutboxView]) -> None:
        if not any(view.state.is_under_way for view in views):
            say("drained")
            QApplication.quit()


def main(portal_url: str, folder: str, run: str) -> int:
    """`run`: a name for this run, or ``drain``."""
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    data = Path(folder)
    qt = QApplication(sys.argv[:1])
    settings = Settings(portal_url, data / "desk", data / "config" / "desk.toml")
    start_logging(settings.log_file, "INFO")
    browser = AgentBrowser(AGENT_LOGIN, AGENT_PASSWORD)
    keyring = FileKeyring(data / "keyring.json")
    application = Application(settings, browser.open, keyring.itself)
    window = MainWindow(application.services, build_theme(qt, settings))
    window.show()
    hands = Drain(application) if run == "drain" else Typist(application, window, run)
    application.start()
    status = qt.exec()
    del hands
    application.close()
    return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

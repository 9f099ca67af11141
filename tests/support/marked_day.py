"""A day at a real desk in a process of its own, whose every secret is known to the test.

``python -m tests.support.marked_day <portal> <data> <keyring> <end>``: signs in, reads, unmasks,
drafts, publishes, meets an error, and says on standard output, in JSON lines, what it did and which
tokens it held. `end`: ``close`` leaves as an agent does; ``stay`` waits to be killed.
"""

import json
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desk.app import build_theme
from desk.crash import CrashHook
from desk.demo.agent_browser import AgentBrowser
from desk.logs import start_logging, stop_logging
from desk.services.application import Application
from desk.settings import Settings
from desk.ui.main_window import MainWindow
from tests.support.bad_keyrings import AbsentKeyring
from tests.support.file_keyring import FileKeyring
from tests.support.portal_process import AGENT_LOGIN, AGENT_PASSWORD
from tests.support.waiting import comes_true

DRAFTED = "Madame, le brouillon marqué « chèvrefeuille » n’est lisible que par son auteur."
SENT = "Madame, la réponse marquée « campanule » est partie vers le portail, et là seulement."
RAISED = "erreur marquée « digitale » avec un morceau de message dedans"
OPEN_THREADS = "SELECT id FROM thread WHERE status = 'open' AND claim_agent_id IS NULL ORDER BY id"
PATIENCE_S = 60.0


def say(what: str, **more: object) -> None:
    os.write(sys.stdout.fileno(), (json.dumps({"what": what, **more}) + "\n").encode())


class Day:
    """What happens, in order."""

    def __init__(self, application: Application, window: MainWindow, hook: CrashHook) -> None:
        self.services = application.services
        self.window = window
        self.hook = hook

    def until(self, true: Callable[[], object], what: str) -> None:
        if not comes_true(true, PATIENCE_S):
            say("error", stage=what)
            raise SystemExit(1)

    def run(self) -> None:
        services = self.services
        services.session.sign_in()
        self.until(lambda: services.session.me, "sign-in")
        self.until(lambda: services.sync.view.last_sync_ms, "sync")
        threads: list[int] = []
        services.lanes.query(
            lambda conn: conn.exec_driver_sql(OPEN_THREADS).scalars().all(), threads.extend
        )
        self.until(lambda: threads, "threads")
        self.window.workspace.open_thread(threads[0])
        self.until(lambda: self.window.workspace.thread_view, "conversation")
        shown: list[object] = []
        services.conversations.unmask(threads[0], shown.append, shown.append)
        self.until(lambda: shown, "unmasked")
        ended: list[object] = []
        services.publisher.published.connect(ended.append)
        services.drafts.edited(threads[1], SENT, len(SENT), 1)
        services.publisher.publish(threads[1], SENT, "answer")
        saved: list[int] = []
        services.drafts.saved.connect(lambda thread_id, _saved_ms: saved.append(thread_id))
        services.drafts.edited(threads[2], DRAFTED, len(DRAFTED), 1)
        self.until(lambda: ended, "published")
        self.fail_everywhere()
        # Committed, not only on its way: a kill follows at once.
        self.until(lambda: threads[2] in saved, "saved")
        tokens = services.session.tokens
        say("done", tokens=[tokens._access, tokens._refresh])

    def fail_everywhere(self) -> None:
        """An error in a slot, in a thread and on a lane, each with a secret in its words."""

        def fail() -> None:
            raise RuntimeError(RAISED)

        told: list[str] = []
        self.hook.crashed.connect(told.append)
        QTimer.singleShot(0, fail)
        threading.Thread(target=fail).start()
        self.services.lanes.http(fail)
        self.services.lanes.query(
            lambda conn: conn.exec_driver_sql(f"SELECT '{RAISED}' FROM nowhere"), told.append
        )
        self.until(lambda: len(told) >= 4, "told")


def main(portal_url: str, data: str, keyring: str, end: str) -> int:
    """`keyring`: a file, or ``none``."""
    qt = QApplication(sys.argv[:1])
    settings = Settings(portal_url, Path(data), Path(data) / "desk.toml", log_level="DEBUG")
    handler = start_logging(settings.log_file, settings.log_level)
    hook = CrashHook()
    hook.install()
    ring = AbsentKeyring() if keyring == "none" else FileKeyring(Path(keyring))
    browser = AgentBrowser(AGENT_LOGIN, AGENT_PASSWORD)
    application = Application(settings, browser.open, lambda: ring)
    application.services.lanes.unexpected.connect(hook.take)
    window = MainWindow(application.services, build_theme(qt, settings))
    window.show()
    application.start()
    Day(application, window, hook).run()
    if end == "stay":
        return qt.exec()
    window.close()
    ended = application.close()
    hook.uninstall()
    stop_logging(handler)
    say("closed")
    return 0 if ended else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

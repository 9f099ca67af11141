"""desk's journal under a tireless typist, in a process of its own: run under `disk_double`.

``python -m tests.support.journal_typist <store> <task>``. Tasks: ``type`` types into several
drafts, beside a synchronisation, until it is killed; ``type-unsynced`` the same with a store that
does not flush its commits; ``full`` fills the disk (`DISK_FULL`) and makes room again. Says on
standard output, in JSON lines, what it did and when (the monotonic clock).
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from desk.clock import PortalClock
from desk.models import drafts as stored
from desk.models import store as store_module
from desk.models.store import Store
from desk.models.threads import apply_changes
from desk.services.drafts import Drafts
from desk.services.lanes import Lanes
from tests.support.desk_data import Desk
from tests.support.waiting import comes_true

KEY = bytes(range(32))
KEY_MS = 10
TEXT = "Bonjour Madame, je regarde votre dossier et je reviens vers vous demain matin. "
DOCUMENTS = 5
DEADLINE_S = 30.0


def say(what: str, **more: object) -> None:
    line = json.dumps({"what": what, "at": time.monotonic(), **more}) + "\n"
    os.write(sys.stdout.fileno(), line.encode())


def text_of(typed: int) -> str:
    """The first `typed` characters of a document that never ends."""
    return (TEXT * (typed // len(TEXT) + 1))[:typed]


class Typist(QObject):
    """One key after the other, a document after the other."""

    def __init__(self, drafts: Drafts, lanes: Lanes) -> None:
        super().__init__()
        self._drafts = drafts
        self._lanes = lanes
        self._world = Desk(seed=7)
        self._typed = [0] * DOCUMENTS
        self._turn = 0
        self._keys = QTimer(self)
        self._keys.timeout.connect(self._press)
        self._keys.start(KEY_MS)
        self._pages = QTimer(self)
        self._pages.timeout.connect(self._sync)
        self._pages.start(150)

    @Slot()
    def _press(self) -> None:
        self._turn += 1
        document = self._turn // 40 % DOCUMENTS
        self._typed[document] += 1
        typed = self._typed[document]
        self._drafts.edited(document + 1, text_of(typed), typed, 1)
        say("key", document=document + 1, typed=typed)

    @Slot()
    def _sync(self) -> None:
        page = self._world.page_of(self._world.new_threads(60), [])
        self._lanes.write(lambda conn: (None, apply_changes(conn, page)))


def until(true: Callable[[], object], what: str) -> None:
    if not comes_true(true, DEADLINE_S):
        say("in vain", stage=what)
        raise SystemExit(1)


def fill(lanes: Lanes, drafts: Drafts, path: Path) -> None:
    """A disk that fills up while the agent types, stays full at the next start, and is cleared."""
    flag = Path(os.environ["DISK_FULL"])
    saved: list[int] = []
    refused: list[str] = []
    troubles: list[str] = []
    drafts.saved.connect(lambda thread_id, _: saved.append(thread_id))
    drafts.save_failed.connect(lambda _, code: refused.append(code))
    lanes.store_trouble.connect(troubles.append)
    drafts.edited(1, "avant", 5, 1)
    until(lambda: saved, "first save")
    flag.touch()
    long = TEXT * 400
    drafts.edited(1, long, 5, 1)
    until(lambda: len(refused) >= 2, "told, and tried again")
    lanes.write(lambda conn: (stored.save_draft(conn, 9, long, 0, 1, 0), None))
    until(lambda: troubles, "anybody else's write is told too")
    found: list[str | None] = []

    def text(conn: object) -> str | None:
        draft = stored.draft_of(conn, 1)  # type: ignore[arg-type]
        return None if draft is None else draft.text

    lanes.query(text, found.append)
    until(lambda: found, "reading goes on")
    failures: list[str] = []
    lanes.store_failed.connect(lambda error: failures.append(error.code))
    lanes.open_store(lambda: Store.open(path.parent.parent / "other" / "store.sqlite3", KEY))
    until(lambda: failures, "a new store is refused")
    lanes.open_store(lambda: Store.open(path, KEY))
    until(lambda: len(failures) == 2, "so is the old one, which nothing was taken from")
    flag.unlink()
    saved.clear()
    lanes.open_store(lambda: Store.open(path, KEY))
    until(lambda: saved, "saved when there is room")
    lanes.query(text, found.append)
    until(lambda: len(found) == 2, "read")
    say(
        "filled",
        refused=sorted(set(refused)),
        troubles=sorted(set(troubles)),
        failures=failures,
        texts=[each == want for each, want in zip(found, ("avant", long), strict=True)],
        unsaved=drafts.unsaved,
    )


def main(path: str, task: str) -> int:
    qt = QCoreApplication(sys.argv[:1])
    if task == "type-unsynced":
        store_module.PRAGMAS = tuple(
            each.replace("synchronous=FULL", "synchronous=NORMAL") for each in store_module.PRAGMAS
        )
    lanes = Lanes()
    drafts = Drafts(lanes, PortalClock())
    lanes.unexpected.connect(lambda error: say("error", kind=type(error).__name__))
    lanes.open_store(lambda: Store.open(Path(path), KEY))
    if task == "full":
        fill(lanes, drafts, Path(path))
        lanes.close()
        return 0
    opened: list[object] = []
    lanes.store_opened.connect(opened.append)
    until(lambda: opened, "open")
    say("ready")
    typist = Typist(drafts, lanes)
    status = qt.exec()
    del typist
    return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

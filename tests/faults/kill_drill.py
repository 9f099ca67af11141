"""`kill -9` of a real desk at random moments while it types and publishes against a real portal.

``python -m tests.faults.kill_drill --runs 50 --seed 1`` prints the counts. After each death the
store is opened as the next start would, and compared with what had been typed:

- every key pressed more than 1 s before is in the draft, or its whole text is in the outbox;
- every « Publier » more than 1 s before is in the outbox.

At the end a last desk empties the outbox, and the portal's own database is asked: each reply is
there once, under a key that desk knows, and desk knows that it is.
"""

import argparse
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desk.models import drafts, outbox
from desk.models.snapshots import ReplyState
from desk.models.store import Store
from desk.services.secrets import SERVICE
from tests.faults.typed_texts import text_of
from tests.support.file_keyring import FileKeyring
from tests.support.portal_process import RunningPortal, running_portal

ROOT = Path(__file__).resolve().parents[2]
SAFE_AFTER_S = 1.0
START_S = 90.0
DRAIN_S = 120.0
LONGEST_LIFE_S = 4.0
AFTER_PUBLISH_S = 0.08
"""Half of the deaths come within this after a « Publier »: that is where a reply may be doubled."""


@dataclass
class Counts:
    """What happened in all runs; the last five must be zero."""

    runs: int = 0
    keys: int = 0
    publications: int = 0
    replies_at_portal: int = 0
    deaths_while_sending: int = 0
    sessions_lost: int = 0
    worst_unsaved_s: float = 0.0
    texts_lost: int = 0
    publications_lost: int = 0
    published_twice: int = 0
    lost_after_acceptance: int = 0
    refused: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def fine(self) -> bool:
        return not (
            self.texts_lost
            or self.publications_lost
            or self.published_twice
            or self.lost_after_acceptance
            or self.refused
            or self.problems
        )

    def lines(self) -> list[str]:
        """For people."""
        return [
            f"runs ended by kill -9          {self.runs}",
            f"keys pressed                   {self.keys}",
            f"publications asked for         {self.publications}",
            f"replies at the portal          {self.replies_at_portal}",
            f"deaths with an entry 'sending' {self.deaths_while_sending}",
            f"sessions lost to a death       {self.sessions_lost}",
            f"longest unsaved typing         {self.worst_unsaved_s * 1000:.0f} ms",
            f"texts older than 1 s lost      {self.texts_lost}",
            f"publications lost              {self.publications_lost}",
            f"replies published twice        {self.published_twice}",
            f"replies lost after acceptance  {self.lost_after_acceptance}",
            f"replies refused                {self.refused}",
            *(f"problem: {each}" for each in self.problems),
        ]


class Child:
    """One desk process and what it says."""

    def __init__(self, portal: RunningPortal, folder: Path, run: str) -> None:
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("DESK_")},
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
        }
        with (folder / "errors.log").open("ab") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.faults.typist", portal.url, str(folder), run],
                cwd=ROOT,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=errors,
            )
        self.said: list[dict[str, Any]] = []
        self._news = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.endswith(b"\n"):
                with self._news:
                    self.said.append(json.loads(line))
                    self._news.notify_all()

    def wait_for(self, what: str, seconds: float) -> bool:
        """Until it has said this; False when it did not in time."""
        with self._news:
            return self._news.wait_for(
                lambda: any(each["what"] == what for each in self.said), seconds
            )

    def wait_for_next(self, what: str, seconds: float) -> bool:
        """Until it says this once more."""
        with self._news:
            before = len(self.said)
            return self._news.wait_for(
                lambda: any(each["what"] == what for each in self.said[before:]), seconds
            )

    def kill(self) -> float:
        """`kill -9`; the instant of death, with everything it said before it read."""
        died = time.monotonic()
        self.process.send_signal(signal.SIGKILL)
        self.end()
        return died

    def end(self) -> None:
        self.process.wait(30)
        self._reader.join(30)
        assert self.process.stdout is not None
        self.process.stdout.close()


def drill(runs: int, seed: int, folder: Path) -> Counts:
    """Kill desk `runs` times. `folder` keeps portal, store and logs."""
    chance = random.Random(seed)
    counts = Counts()
    with running_portal(folder / "portal") as portal:
        for number in range(runs):
            _one_life(portal, folder, f"s{seed}r{number}", chance, counts)
        _drain(portal, folder, counts)
        _judge_portal(portal, folder, counts)
    return counts


def _one_life(
    portal: RunningPortal, folder: Path, run: str, chance: random.Random, counts: Counts
) -> None:
    child = Child(portal, folder, run)
    try:
        if not child.wait_for("ready", START_S):
            counts.problems.append(f"{run}: did not start")
            return
        pause = threading.Event()
        if chance.random() < 0.5:
            child.wait_for_next("publish", 30)
            pause.wait(chance.uniform(0, AFTER_PUBLISH_S))
        else:
            pause.wait(chance.uniform(0, LONGEST_LIFE_S))
    finally:
        died = child.kill()
    counts.runs += 1
    _judge_store(folder, run, child.said, died, counts)


def _judge_store(
    folder: Path, run: str, said: list[dict[str, Any]], died: float, counts: Counts
) -> None:
    counts.keys += sum(each["what"] == "key" for each in said)
    counts.publications += sum(each["what"] == "publish" for each in said)
    counts.sessions_lost += sum(each["what"] == "session lost" for each in said)
    counts.refused += sum(each["what"] == "refused" for each in said)
    counts.problems += [f"{run}: {each['kind']}" for each in said if each["what"] == "error"]
    store = _open_store(folder)
    try:
        with store.reading() as connection:
            entries = outbox.views(connection)
            sent = {entry.text for entry in entries}
            counts.deaths_while_sending += any(
                entry.state is ReplyState.SENDING for entry in entries
            )
            for document in dict.fromkeys(e["document"] for e in said if e["what"] == "key"):
                text = text_of(document)
                if text in sent:
                    continue
                keys = [e for e in said if e["what"] == "key" and e["document"] == document]
                draft = drafts.draft_of(connection, keys[0]["thread"])
                kept = 0
                if draft is not None and text.startswith(draft.text):
                    kept = len(draft.text)
                unsaved = [each["at"] for each in keys if each["typed"] > kept]
                if unsaved:
                    age = died - min(unsaved)
                    counts.worst_unsaved_s = max(counts.worst_unsaved_s, age)
                    if age > SAFE_AFTER_S:
                        counts.texts_lost += 1
                asked = [
                    each["at"]
                    for each in said
                    if each["what"] == "publish" and each["document"] == document
                ]
                if asked and died - asked[0] > SAFE_AFTER_S:
                    counts.publications_lost += 1
    finally:
        store.close()


def _drain(portal: RunningPortal, folder: Path, counts: Counts) -> None:
    child = Child(portal, folder, "drain")
    if not child.wait_for("drained", DRAIN_S):
        counts.problems.append("the outbox was not emptied")
        child.kill()
        return
    child.end()


def _judge_portal(portal: RunningPortal, folder: Path, counts: Counts) -> None:
    path = f"{portal.environment['PORTAL_DATA']}/portal.sqlite3"
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=20)) as database:
        replies = database.execute(
            "SELECT id, text, idempotency_key FROM messaging_message"
            " WHERE direction = 'out' AND text LIKE '[s%'"
        ).fetchall()
    store = _open_store(folder)
    try:
        with store.reading() as connection:
            entries = {e.event_id.replace("-", ""): e for e in outbox.views(connection)}
    finally:
        store.close()
    counts.replies_at_portal = len(replies)
    texts = [text for _, text, _ in replies]
    counts.published_twice = len(texts) - len(set(texts))
    for reply_id, _, key in replies:
        entry = entries.get(str(key).replace("-", ""))
        known = entry is not None and entry.state is ReplyState.PUBLISHED
        if not known or entry is None or entry.portal_id != reply_id:
            counts.lost_after_acceptance += 1
    at_portal = {str(key).replace("-", "") for _, _, key in replies}
    for key, entry in entries.items():
        if entry.kind == "reply" and key not in at_portal:
            counts.publications_lost += 1


def _open_store(folder: Path) -> Store:
    (found,) = (folder / "desk" / "stores").glob("*/store.sqlite3")
    secret = FileKeyring(folder / "keyring.json").get_password(
        SERVICE, f"store-{found.parent.name}"
    )
    assert secret is not None
    return Store.open(found, bytes.fromhex(secret))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        counts = drill(chosen.runs, chosen.seed, Path(folder))
    print(f"seed {chosen.seed}")
    print("\n".join(counts.lines()))
    print("nothing was lost, nothing was sent twice" if counts.fine else "FAILED")
    return 0 if counts.fine else 1


if __name__ == "__main__":
    sys.exit(main())

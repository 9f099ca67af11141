"""The store that the inbox is measured on, and the changes that are synced into it."""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import msgspec

from desk.models import meta
from desk.models.catalogue import apply_catalogue
from desk.models.store import Store
from desk.models.threads import apply_snapshot
from desk.models.upgrade import HEAD
from tests.support.desk_data import ME, Desk

KEY = bytes(range(32))
SNAPSHOT_PAGE = 5_000
CHANGES_PAGE = 500
CHANGES = 5_000
ROUNDS = 4
"""Rounds of `CHANGES` that one run syncs: one alone gives too few frames for a 99th percentile."""


@dataclass(frozen=True)
class Place:
    """Where one prepared store and its changes lie."""

    folder: Path
    encrypted: bool

    @property
    def path(self) -> Path:
        return self.folder / ("inbox-encrypted.db" if self.encrypted else "inbox-plain.db")

    @property
    def key(self) -> bytes | None:
        return KEY if self.encrypted else None

    def pages(self) -> list[bytes]:
        """The changes as the portal would send them, JSON, a page each."""
        return [path.read_bytes() for path in sorted(self.folder.glob("changes-*.json"))]


def place_of(arguments: argparse.Namespace) -> Place:
    """From the command line of a part."""
    return Place(Path(arguments.folder), arguments.encrypted)


def prepare(folder: Path, messages: int) -> None:
    """Make both stores of `messages` open messages, and the changes; kept if they are there."""
    done = folder / "prepared.json"
    # A store of an earlier schema would be migrated during the measurement.
    wanted = {"messages": messages, "schema": HEAD}
    if done.exists() and json.loads(done.read_text()) == wanted:
        return
    folder.mkdir(parents=True, exist_ok=True)
    # As many as 60 agents hold, however many messages wait.
    desk = Desk(seed=2026, claimed=min(0.05, 120 / messages))
    desk.new_threads(messages)
    for encrypted in (False, True):
        place = Place(folder, encrypted)
        for old in folder.glob(f"{place.path.name}*"):
            old.unlink()
        store = Store.open(place.path, place.key)
        with store.writing() as connection:
            meta.set_me(connection, ME)
            apply_catalogue(connection, desk.catalogue)
        after = 0
        for page in desk.snapshot_pages(SNAPSHOT_PAGE):
            with store.writing() as connection:
                apply_snapshot(connection, page, after)
            after = page.next_after or 0
        store.close()
    for number in range(ROUNDS * CHANGES // CHANGES_PAGE):
        page_bytes = msgspec.json.encode(desk.changes(CHANGES_PAGE))
        (folder / f"changes-{number:03}.json").write_bytes(page_bytes)
    done.write_text(json.dumps(wanted))

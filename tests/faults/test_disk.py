"""A disk that is full, and a disk whose power is cut: what the agent typed, and what is told."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desk.models import drafts
from desk.models.store import Store
from tests.support.disk_double import Change, Disk, build, changes, compiler
from tests.support.journal_typist import KEY, text_of

ROOT = Path(__file__).resolve().parents[2]
CUTS = 60
TYPING_S = 5.0
SAFE_AFTER_S = 1.0

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or compiler() is None, reason="the disk's double needs Linux and gcc"
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("double"))


def typist(library: Path, folder: Path, task: str) -> "subprocess.Popen[bytes]":
    root = folder / "disk"
    root.mkdir()
    return subprocess.Popen(
        [sys.executable, "-m", "tests.support.journal_typist", f"{root}/a/store.sqlite3", task],
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "LD_PRELOAD": str(library),
            "DISK_ROOT": str(root),
            "DISK_FULL": str(folder / "full"),
            "DISK_JOURNAL": str(folder / "journal"),
        },
        stdout=subprocess.PIPE,
    )


def test_a_full_disk_stops_nothing_silently(library: Path, tmp_path: Path) -> None:
    """Told for each writer, text kept and tried again, reading goes on, saved when there is room;
    a store that cannot be opened is told too."""
    with typist(library, tmp_path, "full") as process:
        assert process.stdout is not None
        said = json.loads(process.stdout.readlines()[-1])
    assert said["what"] == "filled", said
    assert said["refused"] == ["disk_full"]
    assert said["troubles"] == ["disk_full"]
    assert said["failures"] == ["disk_full", "disk_full"]
    assert said["texts"] == [True, True]
    assert said["unsaved"] is False


def type_until_killed(
    library: Path, folder: Path, task: str
) -> tuple[list[dict[str, Any]], list[Change]]:
    """What was typed, and all that was written."""
    said: list[dict[str, Any]] = []
    with typist(library, folder, task) as process:
        assert process.stdout is not None
        for line in process.stdout:
            said.append(json.loads(line))
            if said[-1]["at"] - said[0]["at"] > TYPING_S:
                process.kill()
                break
    assert not [each for each in said if each["what"] not in ("ready", "key")]
    return said, list(changes(folder / "journal"))


def cut_and_judge(
    said: list[dict[str, Any]], written: list[Change], seed: int, folder: Path
) -> list[str]:
    """Cut the power at a random moment; what was typed more than a second before and is lost."""
    chance = random.Random(seed)
    disk, cut_at = Disk(), chance.uniform(said[0]["at"] + SAFE_AFTER_S, said[-1]["at"])
    for change in written:
        if change.at_s > cut_at:
            break
        disk.follow(change)
    folder.mkdir()
    for path, content in disk.after_power_cut(chance).items():
        # The log's index is memory that was never meant to last.
        if not path.endswith("-shm"):
            (folder / Path(path).name).write_bytes(content)
    lost = []
    # Pages are checked in the file itself, beneath the log: one whose copying was cut short is
    # torn there until recovery has copied the log again, which closing does.
    Store.open(folder / "store.sqlite3", KEY).close()
    store = Store.open(folder / "store.sqlite3", KEY)
    with store.reading() as connection:
        if connection.exec_driver_sql("PRAGMA cipher_integrity_check").all():
            lost.append(f"seed {seed}: a page is damaged")
        if connection.exec_driver_sql("PRAGMA integrity_check").scalar() != "ok":
            lost.append(f"seed {seed}: not whole")
        typed: dict[int, int] = {}
        for each in said:
            if each["what"] == "key" and each["at"] < cut_at - SAFE_AFTER_S:
                typed[each["document"]] = each["typed"]
        for document, length in typed.items():
            draft = drafts.draft_of(connection, document)
            kept = "" if draft is None else draft.text
            if len(kept) < length or kept != text_of(len(kept)):
                lost.append(f"seed {seed}: document {document}, {len(kept)} of {length}")
    store.close()
    return lost


def test_a_power_cut_costs_the_last_second_at_most(library: Path, tmp_path: Path) -> None:
    said, written = type_until_killed(library, tmp_path, "type")
    assert len([each for each in written if each.op == b"S"]) > 10
    lost = [
        each
        for seed in range(CUTS)
        for each in cut_and_judge(said, written, seed, tmp_path / f"cut-{seed}")
    ]
    assert lost == []


def test_the_double_loses_what_was_not_flushed(library: Path, tmp_path: Path) -> None:
    """With a store that leaves flushing to chance the same cuts do lose texts: the test can
    fail."""
    said, written = type_until_killed(library, tmp_path, "type-unsynced")
    lost = [
        each
        for seed in range(10)
        for each in cut_and_judge(said, written, seed, tmp_path / f"cut-{seed}")
    ]
    assert lost

"""The window while the real keyring is asked for the store's key: it never waits for it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desk.models.errors import StoreDamaged
from desk.models.store import Store
from tests.support.keyring_window import AGENT

ROOT = Path(__file__).resolve().parents[2]
WITH_KEYRING = ROOT / "tests" / "support" / "with_keyring.sh"
LONGEST_S = 0.25
"""Far below the 5 s a question may take; a machine that runs the other tests too is slow."""
BARE = ["env", "-u", "DISPLAY", "XDG_RUNTIME_DIR=/nonexistent"]

pytestmark = pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")),
    reason="needs dbus-run-session and gnome-keyring-daemon (apt install dbus gnome-keyring)",
)


def window(before: list[str], data: Path, *more: str) -> dict[str, Any]:
    environment = {
        name: value for name, value in os.environ.items() if name != "DBUS_SESSION_BUS_ADDRESS"
    }
    done = subprocess.run(
        [*before, sys.executable, "-m", "tests.support.keyring_window", str(data), *more],
        cwd=ROOT,
        env={**environment, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert said["longest_s"] < LONGEST_S, said
    assert said["dressed"], "the window came without its style sheet"
    return said


def test_an_unlocked_keyring_keeps_the_key(tmp_path: Path) -> None:
    said = window([str(WITH_KEYRING), "unlocked"], tmp_path / "data")
    assert (said["place"], said["reasons"]) == ("keyring", [])
    store = tmp_path / "data" / "stores" / AGENT / "store.sqlite3"
    assert not store.read_bytes().startswith(b"SQLite")
    with pytest.raises(StoreDamaged):
        Store.open(store, bytes(32))


@pytest.mark.parametrize(
    ("before", "more", "reasons"),
    [
        (BARE, (), {"absent"}),
        # Nobody is there to see the dialog that would unlock it.
        ([str(WITH_KEYRING), "locked"], (), {"locked", "hanging"}),
        ([str(WITH_KEYRING), "unlocked"], ("hang",), {"hanging"}),
    ],
    ids=["absent", "locked", "hanging"],
)
def test_the_agent_is_asked_and_the_window_lives(
    tmp_path: Path, before: list[str], more: tuple[str, ...], reasons: set[str]
) -> None:
    said = window(before, tmp_path / "data", *more)
    assert said["place"] is None
    assert len(said["reasons"]) == 1
    assert set(said["reasons"]) <= reasons
    assert said["waited_s"] < 12
    assert not (tmp_path / "data" / "stores").exists()

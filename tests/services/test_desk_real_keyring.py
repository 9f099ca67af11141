"""The real Secret Service of a Linux desktop, in a session of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WITH_KEYRING = ROOT / "tests" / "support" / "with_keyring.sh"
pytestmark = pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")),
    reason="needs dbus-run-session and gnome-keyring-daemon (apt install dbus gnome-keyring)",
)

KEEP_AND_FIND = """
from desk.services.secrets import Secrets, system_keyring
print(type(system_keyring()).__module__)
first = Secrets()
assert first.get("an-account") is None
first.set("an-account", "a-secret")
first.set("an-account", "another-secret")
assert Secrets().get("an-account") == "another-secret"
first.delete("an-account")
assert Secrets().get("an-account") is None
print("kept and forgotten")
"""
REFUSED = """
import time
from desk.services.secrets import Secrets, SecretsUnavailable
began = time.monotonic()
try:
    Secrets().set("an-account", "a-secret")
except SecretsUnavailable as error:
    print(error.code, time.monotonic() - began < 8)
"""


def run(command: list[str], program: str) -> str:
    environment = {
        name: value for name, value in os.environ.items() if name != "DBUS_SESSION_BUS_ADDRESS"
    }
    done = subprocess.run(
        [*command, sys.executable, "-c", program],
        cwd=ROOT,
        env={**environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_secret_is_kept_and_forgotten() -> None:
    said = run([str(WITH_KEYRING), "unlocked"], KEEP_AND_FIND)
    assert said.split("\n")[:2] == ["keyring.backends.SecretService", "kept and forgotten"]


def test_a_locked_keyring_that_nobody_can_unlock() -> None:
    code, in_time = run([str(WITH_KEYRING), "locked"], REFUSED).split()
    assert code in ("locked", "hanging")
    assert in_time == "True"


def test_no_keyring_at_all() -> None:
    bare = [
        "env",
        "-u",
        "DBUS_SESSION_BUS_ADDRESS",
        "-u",
        "DISPLAY",
        "XDG_RUNTIME_DIR=/nonexistent",
    ]
    assert run(bare, REFUSED).split() == ["absent", "True"]

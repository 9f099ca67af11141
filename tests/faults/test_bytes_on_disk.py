"""No text, name, identifier, token or key of a day lies readable in any file desk leaves.

A real desk with its window works against the real portal in a process whose home, configuration,
cache and temporary folders are the test's. Everything below them is searched: store, write-ahead
log and its index, logs at their most talkative, what crashes leave.
"""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desk.models.store import Store
from tests.support.file_keyring import FileKeyring
from tests.support.marked_day import DRAFTED, RAISED, SENT
from tests.support.portal_process import (
    ADHERENT_NIR,
    AGENT_LOGIN,
    AGENT_PASSWORD,
    RunningPortal,
    running_portal,
)
from tests.support.store_bytes import SHORTEST, files_below, found

ROOT = Path(__file__).resolve().parents[2]
DAY_S = 120


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPortal]:
    with running_portal(tmp_path_factory.mktemp("portal") / "data") as running:
        yield running


def rows(portal: RunningPortal, query: str) -> list[tuple[str, ...]]:
    path = f"{portal.environment['PORTAL_DATA']}/portal.sqlite3"
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=20)) as database:
        return database.execute(query).fetchall()


def secrets_of(portal: RunningPortal) -> dict[str, str]:
    """What the portal knows of people, and what this day adds."""
    secrets = {
        "draft": DRAFTED,
        "reply": SENT,
        "error's words": RAISED,
        "identifier": ADHERENT_NIR,
        "login": AGENT_LOGIN,
        "password": AGENT_PASSWORD,
    }
    for number, (text,) in enumerate(
        rows(portal, "SELECT text FROM messaging_message WHERE direction = 'in' LIMIT 40")
    ):
        secrets[f"beginning of message {number}"] = text[:40]
        secrets[f"middle of message {number}"] = text[len(text) // 2 :][:40]
    for number, people in enumerate(
        rows(portal, "SELECT nir, siret, family_name, used_name FROM accounts_adherent")
    ):
        for name, value in zip(("nir", "siret", "family", "used"), people, strict=True):
            secrets[f"{name} {number}"] = value
    for number, (name,) in enumerate(rows(portal, "SELECT last_name FROM accounts_agent")):
        secrets[f"agent {number}"] = name
    return {name: value for name, value in secrets.items() if len(value) >= SHORTEST}


class Machine:
    """One PC: every folder a program may write to lies below `folder`."""

    def __init__(self, portal: RunningPortal, folder: Path, keyring: Path | None) -> None:
        self.folder = folder / "machine"
        self.data = self.folder / "data"
        places = {
            "HOME": "home",
            "XDG_CONFIG_HOME": "config",
            "XDG_CACHE_HOME": "cache",
            "XDG_DATA_HOME": "share",
            "XDG_RUNTIME_DIR": "run",
            "TMPDIR": "tmp",
        }
        for name in places.values():
            (self.folder / name).mkdir(parents=True, mode=0o700)
        self.errors = self.folder / "tmp" / "stderr.log"
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("DESK_")},
            **{variable: str(self.folder / name) for variable, name in places.items()},
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        self.command = [
            sys.executable,
            "-m",
            "tests.support.marked_day",
            portal.url,
            str(self.data),
            "none" if keyring is None else str(keyring),
        ]

    def spend_a_day(self, *, crash: bool) -> list[str]:
        """Returns the tokens it held. `crash`: `kill -9` at the end, with everything open."""
        with (
            self.errors.open("ab") as errors,
            subprocess.Popen(
                [*self.command, "stay" if crash else "close"],
                cwd=ROOT,
                env=self.environment,
                stdout=subprocess.PIPE,
                stderr=errors,
            ) as process,
        ):
            assert process.stdout is not None
            said = json.loads(process.stdout.readline() or "{}")
            assert said.get("what") == "done", self.errors.read_text()
            if crash:
                process.kill()
            else:
                assert json.loads(process.stdout.readline())["what"] == "closed"
            process.wait(DAY_S)
        tokens: list[str] = said["tokens"]
        return tokens


@pytest.mark.parametrize("crash", [False, True], ids=["closed", "killed"])
def test_nothing_readable_is_left(portal: RunningPortal, tmp_path: Path, crash: bool) -> None:
    keyring = tmp_path / "keyring.json"
    machine = Machine(portal, tmp_path, keyring)
    access, refresh = machine.spend_a_day(crash=crash)
    (store_file,) = machine.data.glob("stores/*/store.sqlite3")
    key = FileKeyring(keyring).get_password("msa-desk", f"store-{store_file.parent.name}")
    assert key is not None
    secrets = {**secrets_of(portal), "access": access, "refresh": refresh, "key": key}
    files = files_below(machine.folder)
    assert {each.name for each in files} >= {"store.sqlite3", "desk.log", "last_agent.json"}
    if crash:
        assert store_file.with_name("store.sqlite3-wal").stat().st_size
    assert found(secrets, files) == []
    assert not any(bytes.fromhex(key) in each.read_bytes() for each in files)
    # The search finds what is there, and what is not readable is there.
    assert len(found(secrets, [Path(portal.environment["PORTAL_DATA"]) / "portal.sqlite3"])) > 20
    log = next(each for each in files if each.name == "desk.log").read_text()
    assert log.count("RuntimeError") >= 3
    store = Store.open(store_file, bytes.fromhex(key))
    with store.reading() as connection:
        texts = connection.exec_driver_sql("SELECT text FROM draft").scalars().all()
        sent = connection.exec_driver_sql("SELECT body FROM outbox").scalars().all()
    store.close()
    assert DRAFTED in texts
    assert any(SENT in each for each in sent)


def test_this_session_only_leaves_no_store_and_a_killed_one_nothing_readable(
    portal: RunningPortal, tmp_path: Path
) -> None:
    machine = Machine(portal, tmp_path, None)
    tokens = machine.spend_a_day(crash=True)
    files = files_below(machine.folder)
    left = [each for each in files if each.name.startswith("session-")]
    assert left
    secrets = {**secrets_of(portal), "access": tokens[0], "refresh": tokens[1]}
    assert found(secrets, files) == []
    tokens = machine.spend_a_day(crash=False)
    files = files_below(machine.data)
    # What the next start did not remove: the log, and where the window was.
    assert [each.name for each in files] == ["desk.log", "window.ini"]
    secrets |= {"access 2": tokens[0], "refresh 2": tokens[1]}
    assert found(secrets, files_below(machine.folder)) == []

"""A desk on a screen of its own, at a real portal, read over the accessibility bus."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.portal_process import AGENT_LOGIN, RunningPortal, running_portal
from tests.support.screen import Screen, a_screen
from tests.support.spoken_tree import Bus, Node

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Spoken:
    """A desk as a screen reader has it."""

    screen: Screen
    bus: Bus
    desk: Node
    portal: RunningPortal

    @property
    def window(self) -> Node:
        return self.desk.find("frame", "Desk – messagerie sécurisée")

    def choose(self, words: str) -> None:
        """Choose a menu's entry by its name."""
        self.window.find("menu bar", "Menus").find("menu item", words, hidden=True).do()


@contextmanager
def spoken_desk(folder: Path, login: str = AGENT_LOGIN) -> Iterator[Spoken]:
    """An agent's desk, signed in, with the messages in the list."""
    with running_portal(folder / "portal" / "data") as portal, a_screen() as screen:
        desk = subprocess.Popen(
            [sys.executable, "-m", "tests.support.desk_on_screen", portal.url, str(folder), login],
            env={**os.environ, **screen.environment},
            stdout=subprocess.PIPE,
            cwd=ROOT,
        )
        try:
            assert desk.stdout is not None
            assert desk.stdout.readline() == b"DESK\n", "desk did not start"
            bus = Bus(screen.session_bus, lambda: desk.poll() is None)
            spoken = Spoken(screen, bus, bus.application("desk"), portal)
            spoken.window.find("push button", "Se connecter").do()
            spoken.window.find("table", "Messages").find("cell", "FERRANDIER .*")
            yield spoken
            bus.close()
        finally:
            desk.terminate()
            desk.wait(20)
            desk.stdout.close()  # type: ignore[union-attr]

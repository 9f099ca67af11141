"""Every screen, walked through in the pseudo-locale: nothing nameless, unreachable, cut or untold.

The walk is that of the photographs (`tests/screens`), in a process of its own: its words are
others. Over the real accessibility bus the same is held by `tests/a11y`.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LEAST_SCREENS = 60


@pytest.mark.long
def test_every_screen_is_whole_for_ears_keys_and_longer_words(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.screens", str(tmp_path), "--inspect"]
    done = subprocess.run(
        [*command, "--languages", "pseudo", "--scales", "100", "--looks", "light"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert re.findall(r"^DEFECT (.*)", done.stdout, re.MULTILINE) == []
    assert len(re.findall("^LOOKED", done.stdout, re.MULTILINE)) >= LEAST_SCREENS


def test_the_walk_sees_a_defect(tmp_path: Path) -> None:
    """Its own proof: in French, one word after the other lacks the pseudo-locale's brackets."""
    script = (
        "from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget\n"
        "from PySide6.QtCore import Qt\n"
        "from tests.support import seen_widgets as seen\n"
        "app = QApplication([])\n"
        "window = QWidget()\n"
        "button = QPushButton('Publier la réponse', window)\n"
        "button.setFocusPolicy(Qt.FocusPolicy.NoFocus)\n"
        "icon = QPushButton(window)\n"
        "button.resize(40, 20)\n"
        "window.show()\n"
        "for look in (seen.nameless, seen.unreachable, seen.clipped, seen.untranslated):\n"
        "    print(len(look(window)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": "", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    # The window and the icon have no name; the icon can be reached, has no words to cut or tell.
    assert done.stdout.split() == ["2", "1", "1", "1"], done.stderr

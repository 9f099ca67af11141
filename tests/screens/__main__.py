"""Photographs every screen, from a real portal with invented data.

python -m tests.screens [folder] [--languages fr pseudo] [--scales 100 200]
                        [--looks light dark contrast] [--parts inbox search …] [--at-once 2]

Each screen is taken light, dark and in high contrast, at 100 % and 200 %, in French and in the
pseudo-locale; at 100 % the light one in a narrow window too. A language at a scale is a session; as
many run side by side as there are processors, unless `--at-once` says. `index.html` in the folder
(default: build/screens) shows them all.
"""

import argparse
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("fr", "pseudo")
SCALES = (100, 200)
LOOKS = ("light", "dark", "contrast")


def main(arguments: list[str]) -> int:
    """Take them; the number of sessions that failed."""
    parser = argparse.ArgumentParser(prog="tests.screens", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "build" / "screens")
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES, default=LANGUAGES)
    parser.add_argument("--scales", nargs="+", type=int, choices=SCALES, default=SCALES)
    parser.add_argument("--looks", nargs="+", choices=LOOKS, default=LOOKS)
    parser.add_argument("--parts", nargs="+", help="all of them, unless some are named")
    parser.add_argument("--inspect", action="store_true", help="no picture: say what is wrong")
    parser.add_argument("--at-once", type=int, default=os.cpu_count() or 1, metavar="SESSIONS")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    wanted = parser.parse_args(arguments)
    folder = wanted.folder.resolve()
    if wanted.here:
        return _shoot_here(wanted, folder)
    sessions = [(language, scale) for language in wanted.languages for scale in wanted.scales]
    with ThreadPoolExecutor(wanted.at_once) as side_by_side:
        ended = side_by_side.map(lambda each: _shoot_apart(wanted, folder, *each), sessions)
        failed = sum(status != 0 for status in ended)
    if not wanted.inspect:
        from tests.screens.contact_sheet import write_contact_sheet

        print(write_contact_sheet(folder))
    return failed


def _shoot_apart(wanted: argparse.Namespace, folder: Path, language: str, scale: int) -> int:
    """One session in a process of its own, with its own portal; its exit status."""
    command = [sys.executable, "-m", "tests.screens", str(folder), "--here"]
    command += ["--languages", language, "--scales", str(scale), "--looks", *wanted.looks]
    command += ["--parts", *wanted.parts] if wanted.parts else []
    command += ["--inspect"] if wanted.inspect else []
    scaled = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale / 100)}
    return subprocess.run(command, env=os.environ | scaled, check=False).returncode


def _shoot_here(wanted: argparse.Namespace, folder: Path) -> int:
    # Qt reads the scale as it is imported.
    from desk.ui.theme import ThemeMode
    from tests.screens.camera import Camera, Session
    from tests.screens.inspecting import Inspector
    from tests.screens.pseudo import make_pseudo
    from tests.screens.shooting import PARTS, shoot

    session = Session(
        wanted.languages[0], wanted.scales[0], tuple(ThemeMode(look) for look in wanted.looks)
    )
    words = None
    if session.language == "pseudo":
        lrelease = str(Path(sys.executable).with_name("pyside6-lrelease"))
        # A session beside this one may make them at the same moment: its folder is its own.
        made = ROOT / "build" / "translations" / session.name
        words = make_pseudo(ROOT / "translations" / "desk_en.ts", made, lrelease)
    kind = Inspector if wanted.inspect else Camera
    shoot(session, folder, words, wanted.parts or ["start", *PARTS], kind)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

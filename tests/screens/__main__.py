"""Photographs every screen, from a real portal with invented data.

python -m tests.screens [folder] [--languages fr pseudo] [--scales 100 200]
                        [--looks light dark contrast] [--parts inbox search …]

Each screen is taken light, dark and in high contrast, at 100 % and 200 %, in French and in the
pseudo-locale; at 100 % the light one in a narrow window too. `index.html` in the folder (default:
build/screens) shows them all.
"""

import argparse
import os
import subprocess
import sys
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
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    wanted = parser.parse_args(arguments)
    folder = wanted.folder.resolve()
    if wanted.here:
        return _shoot_here(wanted, folder)
    inspecting = ["--inspect"] if wanted.inspect else []
    failed = 0
    for language in wanted.languages:
        for scale in wanted.scales:
            one = ["--languages", language, "--scales", str(scale), "--looks", *wanted.looks]
            parts = ["--parts", *wanted.parts] if wanted.parts else []
            done = subprocess.run(
                [
                    sys.executable,
                    "-m",
                    "tests.screens",
                    str(folder),
                    "--here",
                    *one,
                    *parts,
                    *inspecting,
                ],
                env={
                    **os.environ,
                    "QT_QPA_PLATFORM": "offscreen",
                    "QT_SCALE_FACTOR": str(scale / 100),
                },
                check=False,
            )
            failed += done.returncode != 0
    if not wanted.inspect:
        from tests.screens.contact_sheet import write_contact_sheet

        print(write_contact_sheet(folder))
    return failed


def _shoot_here(wanted: argparse.Namespace, folder: Path) -> int:
    # Qt reads the scale as it is imported.
    from desk.ui.theme import ThemeMode
    from tests.screens.camera import Camera, Session
    from tests.screens.inspecting import Inspector
    from tests.screens.pseudo import make_pseudo
    from tests.screens.shooting import PARTS, shoot

    language, scale = wanted.languages[0], wanted.scales[0]
    words = None
    if language == "pseudo":
        lrelease = str(Path(sys.executable).with_name("pyside6-lrelease"))
        words = make_pseudo(
            ROOT / "translations" / "desk_en.ts", ROOT / "build" / "translations", lrelease
        )
    session = Session(language, scale, tuple(ThemeMode(look) for look in wanted.looks))
    kind = Inspector if wanted.inspect else Camera
    shoot(session, folder, words, wanted.parts or ["start", *PARTS], kind)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

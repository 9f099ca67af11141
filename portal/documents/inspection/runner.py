"""Starts the process that reads a file, and believes it no more than it must."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from portal.documents.inspection.verdict import CleanFile, Refusal, Refused

SECONDS: Final = 40
"""By the wall's clock; the process bounds its own computing time (`child.CPU_SECONDS`)."""

_HEADS: Final = {
    "application/pdf": b"%PDF-",
    "image/jpeg": b"\xff\xd8\xff",
    "image/png": b"\x89PNG\r\n\x1a\n",
}
_KILLED: Final = frozenset({-9, -24, -6, -11})
"""By the system or by itself: memory (9), computing time (24), a library that gave up (6, 11)."""


class InspectionFailed(Exception):
    """The process could not work: a fault of this portal, never of the file."""


def inspect_apart(content: bytes) -> CleanFile:
    """Judge a file and make it anew, in a process of its own (0.2 s for a letter).

    Raises:
        Refused: it is not taken.
        InspectionFailed: the portal cannot tell; nothing is to be kept.
    """
    command = [sys.executable, "-P", "-s", "-m", "portal.documents.inspection.child"]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command; the file goes to its input
            command,
            input=content,
            capture_output=True,
            timeout=SECONDS,
            env=_bare_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Refused(Refusal.TOO_HEAVY) from None
    except OSError as error:
        raise InspectionFailed(type(error).__name__) from error
    if done.returncode in _KILLED:
        raise Refused(Refusal.TOO_HEAVY)
    if done.returncode != 0:
        raise InspectionFailed(f"the process ended with {done.returncode}")
    return _believe(done.stdout)


def _believe(told: bytes) -> CleanFile:
    head, _, clean = told.partition(b"\n")
    answer = json.loads(head)
    if "refused" in answer:
        raise Refused(Refusal(answer["refused"]))
    media_type, pages = str(answer["media_type"]), int(answer["pages"])
    if not clean.startswith(_HEADS[media_type]):
        raise InspectionFailed("the process answered with another kind of file")
    return CleanFile(media_type, clean, pages)


def _bare_environment() -> dict[str, str]:
    """Nothing of the portal's settings and secrets."""
    packages = Path(__file__).resolve().parents[3]
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "PATH") if name in os.environ}
    return {**kept, "PYTHONPATH": str(packages), "PYTHONIOENCODING": "utf-8"}

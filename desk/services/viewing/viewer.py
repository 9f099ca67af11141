"""Keeps the process of the file on screen, and believes it no more than it must."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal, Slot

from desk.services.viewing.bounds import LONGEST_HEAD, MOST_BYTES, MOST_DRAWN, MOST_PAGES

LIMIT_S: Final = 20.0
"""For one answer, the start of the process included: a letter takes 0.3 s."""
END_MS: Final = 2_000
"""A killed process is gone long before."""

CHILD: Final = (sys.executable, "-P", "-s", "-m", "desk.services.viewing.child")


class Drawn(msgspec.Struct, frozen=True):
    """A page as pixels: 8 bits each of blue, green and red, lines of `stride` bytes."""

    page: int
    """From 0."""
    width: int
    height: int
    stride: int
    content: bytes


class Viewer(QObject):
    """One file at a time, each in a process of its own, which gets the file through a pipe.

    Guarantees: no call waits; whatever the file does to its reader, this process goes on, and
    exactly one signal answers `open`, and each `draw` that no later one replaced. The file itself
    is not kept here.
    """

    opened = Signal(object)
    """Width and height of each page, in pixels at 100 %: ``tuple[tuple[float, float], ...]``."""
    drawn = Signal(object)
    """A `Drawn`."""
    failed = Signal(str)
    """The file is not on screen (any more): ``unreadable``, ``locked``, ``too_large``, ``slow``,
    ``crashed``, ``absent`` (the process does not start)."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        command: Sequence[str] = CHILD,
        limit_s: float = LIMIT_S,
    ) -> None:
        super().__init__(parent)
        self._command = tuple(command)
        self._process: QProcess | None = None
        self._ending: list[QProcess] = []
        self._came = bytearray()
        self._asked: dict[str, int] | None = None  # the drawing that is being made
        self._next: dict[str, int] | None = None  # the one to be made after it
        self._sizes: tuple[tuple[float, float], ...] | None = None
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(int(limit_s * 1000))
        self._limit.timeout.connect(self._on_slow)

    def open(self, content: bytes, media_type: str) -> None:
        """Show another file instead of the present one."""
        self.close()
        if len(content) > MOST_BYTES:
            self.failed.emit("too_large")
            return
        process = self._process = QProcess(self)
        process.setProcessEnvironment(_bare_environment())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._on_output)
        process.errorOccurred.connect(self._on_error)
        process.finished.connect(self._on_finished)
        self._limit.start()
        process.start(self._command[0], list(self._command[1:]))
        head = json.dumps({"media_type": media_type, "size": len(content)})
        process.write(head.encode() + b"\n" + content)

    def draw(self, page: int, width: int, height: int) -> None:
        """Draw a page (from 0) as large as fits into `width` by `height` pixels."""
        if self._process is None or self._sizes is None:
            return
        wanted = {"page": page, "width": width, "height": height}
        if self._asked is not None:
            self._next = wanted
            return
        self._asked, self._next = wanted, None
        self._limit.start()
        self._process.write(json.dumps(wanted).encode() + b"\n")

    def close(self) -> None:
        """Nothing is shown any more; no signal comes for what was."""
        self._limit.stop()
        self._came.clear()
        self._asked = self._next = self._sizes = None
        process, self._process = self._process, None
        if process is None:
            return
        process.readyReadStandardOutput.disconnect(self._on_output)
        process.errorOccurred.disconnect(self._on_error)
        self._ending.append(process)
        if process.state() is QProcess.ProcessState.NotRunning:
            self._forget(process)
        else:
            process.kill()

    def stop(self) -> None:
        """At the end of desk: no process stays behind."""
        self.close()
        for process in tuple(self._ending):
            process.waitForFinished(END_MS)

    @Slot()
    def _on_finished(self) -> None:
        process = self.sender()
        if process is self._process:
            # It ends of itself once it has told why it cannot show the file, never otherwise.
            self._on_output()
            if process is self._process:
                self._fail("crashed")
        elif isinstance(process, QProcess):
            self._forget(process)

    def _forget(self, process: QProcess) -> None:
        if process in self._ending:
            self._ending.remove(process)
            process.deleteLater()

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._fail("absent")

    @Slot()
    def _on_slow(self) -> None:
        self._fail("slow")

    def _fail(self, code: str) -> None:
        self.close()
        self.failed.emit(code)

    # -- what the process says ---------------------------------------------------------------------

    @Slot()
    def _on_output(self) -> None:
        if self._process is None:
            return
        self._came += self._process.readAllStandardOutput().data()
        end = self._came.find(b"\n", 0, LONGEST_HEAD)
        if end < 0:
            if len(self._came) >= LONGEST_HEAD:
                self._fail("crashed")
            return
        try:
            self._believe(json.loads(self._came[:end]), end + 1)
        except (ValueError, KeyError, TypeError):
            # Whatever speaks there, it is not our program any more.
            self._fail("crashed")

    def _believe(self, head: dict[str, Any], begin: int) -> None:
        """Raises ValueError, KeyError, TypeError: it says what it cannot mean."""
        if "problem" in head:
            known = str(head["problem"])
            self._fail(known if known in ("unreadable", "locked", "too_large") else "crashed")
        elif self._sizes is None:
            sizes = tuple((float(width), float(height)) for width, height in head["sizes"])
            if not 1 <= len(sizes) <= MOST_PAGES or min(map(min, sizes)) <= 0:
                raise ValueError("sizes")
            del self._came[:begin]
            self._limit.stop()
            self._sizes = sizes
            self.opened.emit(sizes)
        else:
            self._take_drawing(head, begin)

    def _take_drawing(self, head: dict[str, Any], begin: int) -> None:
        asked = self._asked
        width, height, stride = int(head["width"]), int(head["height"]), int(head["stride"])
        if asked is None or not (
            0 < width <= asked["width"]
            and 0 < height <= asked["height"]
            and width * height <= MOST_DRAWN
            and width * 3 <= stride <= width * 3 + 64
        ):
            raise ValueError("drawing")
        if len(self._came) < begin + stride * height:
            return
        content = bytes(self._came[begin : begin + stride * height])
        del self._came[: begin + stride * height]
        self._limit.stop()
        following, self._asked, self._next = self._next, None, None
        if following is not None:
            self.draw(following["page"], following["width"], following["height"])
        else:
            self.drawn.emit(Drawn(asked["page"], width, height, stride, content))


def _bare_environment() -> QProcessEnvironment:
    """Nothing of desk's settings."""
    packages = Path(__file__).resolve().parents[3]
    bare = QProcessEnvironment()
    for name in ("SYSTEMROOT", "PATH"):
        if name in os.environ:
            bare.insert(name, os.environ[name])
    bare.insert("PYTHONPATH", str(packages))
    return bare

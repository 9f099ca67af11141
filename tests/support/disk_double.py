"""A disk that can be full or lose its power: `disk_double.c`, built with gcc, and its journal.

What a power cut leaves of a file: everything up to its last sync; of what was written since, each
512-byte sector has reached the disk or has not, in any order, as chance (a seed) will have it. A
name (a new, renamed or removed file) is taken to be on the disk at once, as it is on a file system
that journals its names.
"""

import random
import shutil
import struct
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SOURCE = Path(__file__).with_suffix(".c")
SECTOR = 512
HEAD = struct.Struct("=cqI")
BODY = struct.Struct("=qI")


def compiler() -> str | None:
    """gcc, or None: the double cannot be built here."""
    return shutil.which("gcc") or shutil.which("cc")


def build(folder: Path) -> Path:
    """The library to preload."""
    library = folder / "disk_double.so"
    found = compiler()
    assert found is not None
    subprocess.run(
        [found, "-O2", "-Wall", "-Werror", "-shared", "-fPIC", "-o", library, SOURCE, "-ldl"],
        check=True,
    )
    return library


@dataclass(frozen=True)
class Change:
    """One thing the program did to a file."""

    op: bytes
    at_s: float
    """The monotonic clock, which all processes share."""
    path: str
    where: int
    data: bytes = field(repr=False)


def changes(journal: Path) -> Iterator[Change]:
    """All of them, in order; a last one that was cut is left off."""
    content = memoryview(journal.read_bytes())
    at = 0
    while at + HEAD.size <= len(content):
        op, ns, length = HEAD.unpack_from(content, at)
        at += HEAD.size
        path = bytes(content[at : at + length]).decode()
        at += length
        if at + BODY.size > len(content):
            return
        where, length = BODY.unpack_from(content, at)
        at += BODY.size
        if at + length > len(content):
            return
        yield Change(op, ns / 1e9, path, where, bytes(content[at : at + length]))
        at += length


class Disk:
    """What is on the disk: the synced bytes of each file, and what waits in a cache."""

    def __init__(self) -> None:
        self._files: dict[str, bytearray] = {}
        self._waiting: dict[str, list[Change]] = {}

    def follow(self, change: Change) -> None:
        path = change.path
        if change.op == b"R":
            target = change.data.decode()
            if path in self._files:
                self._files[target] = self._files.pop(path)
                self._waiting[target] = self._waiting.pop(path, [])
        elif change.op == b"U":
            self._files.pop(path, None)
            self._waiting.pop(path, None)
        elif change.op == b"S":
            for each in self._waiting.pop(path, []):
                _apply(self._files[path], each)
        else:
            self._files.setdefault(path, bytearray())
            self._waiting.setdefault(path, []).append(change)

    def after_power_cut(self, chance: random.Random) -> dict[str, bytes]:
        """Path → content, as one possible machine would find it."""
        left = {}
        for path, synced in self._files.items():
            content = bytearray(synced)
            # Some caches lose all, some nearly nothing.
            survives = chance.choice((0.0, 0.1, 0.5, 0.9))
            for change in self._waiting.get(path, ()):
                for sector in _sectors(change):
                    if chance.random() < survives:
                        _apply(content, sector)
            left[path] = bytes(content)
        return left


def _sectors(change: Change) -> Iterator[Change]:
    if change.op == b"T":
        yield change
        return
    for start in range(0, len(change.data), SECTOR):
        data = change.data[start : start + SECTOR]
        yield Change(change.op, change.at_s, change.path, change.where + start, data)


def _apply(content: bytearray, change: Change) -> None:
    end = change.where + (len(change.data) if change.op == b"W" else 0)
    if change.op == b"T":
        del content[change.where :]
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    if change.op == b"W":
        content[change.where : end] = change.data

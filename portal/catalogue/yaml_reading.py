"""Reads the YAML files of `resources/` and gathers all that is wrong with them before refusing."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

CODE = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""A stable identifier: lower case, digits, single hyphens."""


class CatalogueError(Exception):
    """A file cannot be imported.

    Attributes:
        problems: one line each, naming the place in the file.
    """

    def __init__(self, file: str, problems: list[str]) -> None:
        lines = "\n".join(f"  - {problem}" for problem in problems)
        super().__init__(f"{file} cannot be imported:\n{lines}")
        self.problems = problems


def load_mapping(path: Path) -> dict[str, Any]:
    """Return the mapping that a YAML file holds.

    Raises:
        CatalogueError: the file is missing, is not YAML, or holds something else.
    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CatalogueError(path.name, [f"cannot be read: {error.strerror}"]) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise CatalogueError(path.name, [f"is not YAML: {error}"]) from error
    if not isinstance(content, dict):
        raise CatalogueError(path.name, ["is not a mapping"])
    return content


class Entry:
    """One mapping of the file, with its place; each question notes what is wrong in `problems`.

    A wrong value is answered with an empty one of the right type, so that reading goes on and
    every problem is told at once.
    """

    def __init__(self, value: object, place: str, problems: list[str]) -> None:
        self._values: dict[str, Any] = value if isinstance(value, dict) else {}
        self.place = place
        self._problems = problems
        if not isinstance(value, dict):
            self.wrong("is not a mapping")

    def wrong(self, what: str) -> None:
        """Note a problem at this place."""
        self._problems.append(f"{self.place}: {what}")

    def allow(self, *names: str) -> None:
        """Note every key that is none of `names`: a misspelt key would be silently lost."""
        for name in self._values:
            if name not in names:
                self.wrong(f"unknown key {name!r}")

    def code(self) -> str:
        """Return `code`, a stable identifier in lower case, digits and hyphens."""
        code = self.text("code")
        if code and not re.fullmatch(CODE, code):
            self.wrong(f"code {code!r}: only lower-case letters, digits and single hyphens")
        return code

    def text(self, name: str, *, limit: int = 200, required: bool = True) -> str:
        """Return a text of at most `limit` characters."""
        value = self._values.get(name)
        if value is None and not required:
            return ""
        if not isinstance(value, str) or not value.strip():
            self.wrong(f"{name} must be a text")
            return ""
        if len(value) > limit:
            self.wrong(f"{name} is longer than {limit} characters")
        return value

    def number(self, name: str) -> int:
        """Return a whole number from 1 on."""
        value = self._values.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            self.wrong(f"{name} must be a whole number from 1 on")
            return 0
        return value

    def flag(self, name: str) -> bool:
        """Return a truth value, false where absent."""
        value = self._values.get(name, False)
        if not isinstance(value, bool):
            self.wrong(f"{name} must be true or false")
            return False
        return value

    def texts(self, name: str, *, required: bool = True) -> tuple[str, ...]:
        """Return a list of texts; empty where absent and not required."""
        value = self._values.get(name)
        if value is None and not required:
            return ()
        if not isinstance(value, list) or not value or not all(isinstance(x, str) for x in value):
            self.wrong(f"{name} must be a list of texts")
            return ()
        if len(set(value)) != len(value):
            self.wrong(f"{name} names something twice")
        return tuple(value)

    def entry(self, name: str) -> "Entry":
        """Return a mapping within this one."""
        return Entry(self._values.get(name), f"{self.place} > {name}", self._problems)

    def entries(self, name: str, what: str) -> Iterator["Entry"]:
        """Yield the mappings of a list, each placed as ``… > what 'code'``."""
        value = self._values.get(name)
        if not isinstance(value, list) or not value:
            self.wrong(f"{name} must be a list that is not empty")
            return
        for number, item in enumerate(value, start=1):
            known = item.get("code") or item.get("libelle") if isinstance(item, dict) else None
            label = f"{what} {known!r}" if known else f"{what} number {number}"
            yield Entry(item, f"{self.place} > {label}", self._problems)

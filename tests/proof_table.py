"""Reads the tables of docs/ that tell of each requirement how it is met, and holds them against the
tests and the code. Each table has its own requirements and its own words for their states.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tests.named_tests import ROOT, TEST, tests_of

QUOTED = re.compile(r"`([^`\s]+)`")
PLACE = re.compile(r"(?:portal|desk|tests|docs|\.ci)/[\w./]+|[A-Z][A-Z]+\.md|Makefile|"
                   r"constraints\.txt|pyproject\.toml")  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One requirement as a table tells it."""

    id: str
    asked: str
    state: str
    proof: str

    @property
    def tests(self) -> list[tuple[str, str]]:
        """File and function."""
        return TEST.findall(self.proof)

    @property
    def places(self) -> list[str]:
        """Modules and pages that are named besides."""
        return [each for each in QUOTED.findall(self.proof) if PLACE.fullmatch(each)]

    @property
    def reason(self) -> str:
        """What is said besides the tests."""
        return TEST.sub("", self.proof).strip("` —;")


@dataclass(frozen=True)
class ProofTable:
    """One page of docs/ with what it must hold."""

    page: str
    ids: str
    """The pattern of an id."""
    wanted: tuple[str, ...]
    """Every id, once."""
    list_name: str
    """What the ids are of."""
    proven: str
    """The state that needs proof."""
    reasoned: tuple[str, ...]
    """The states that need a reason; the last one is that of what is missing."""
    modules_prove: bool
    """A module or page that is named proves as a test does."""

    @property
    def text(self) -> str:
        return (ROOT / self.page).read_text(encoding="utf-8")

    def read(self, text: str) -> list[Line]:
        """The rows of the page's tables, in order."""
        row = re.compile(rf"^\| ({self.ids}) \|(.*)\|\s*$", re.MULTILINE)
        cells = ((found[1], found[2].split("|", 2)) for found in row.finditer(text))
        return [Line(number, *(cell.strip() for cell in rest)) for number, rest in cells]

    def states(self, lines: list[Line]) -> str:
        """How many lines are in each state."""
        counted = Counter(line.state for line in lines)
        return ", ".join(f"{count} {state}" for state, count in counted.items())

    def wrong_lines(self, lines: list[Line]) -> Iterator[str]:
        """What is wrong in the rows themselves, and with the tests and modules that they name."""
        seen = Counter(line.id for line in lines)
        for number in self.wanted:
            if seen[number] != 1:
                yield f"{number} is in {self.page} {seen[number]} times: write it once"
        for number in sorted(set(seen) - set(self.wanted)):
            yield f"{self.page}: {number} is not of {self.list_name}: take it out"
        for line in lines:
            yield from self._wrong_in(line)

    def _wrong_in(self, line: Line) -> Iterator[str]:
        if line.state != self.proven and line.state not in self.reasoned:
            yield f"{line.id}: « {line.state} » is no state: see the head of {self.page}"
        if not line.asked:
            yield f"{line.id} does not say what is asked: say it shortly"
        if line.state == self.proven and not self._is_proved(line):
            proof = "test or module" if self.modules_prove else "test"
            otherwise = f"name one, or say « {self.reasoned[-1]} »"
            yield f"{line.id} is {self.proven}, and names no {proof}: {otherwise}"
        if line.state in self.reasoned and not line.reason:
            yield f"{line.id} gives no reason: write one"
        for file, name in line.tests:
            if name not in tests_of(file):
                yield f"{line.id} names {file}::{name}, which does not exist: name the test it has"
        for place in line.places:
            if not (ROOT / place).exists():
                yield f"{line.id} names {place}, which does not exist"

    def _is_proved(self, line: Line) -> bool:
        return bool(line.tests) or (self.modules_prove and bool(line.places))

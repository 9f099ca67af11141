"""Reads docs/requirements.md and holds it against the tests and the code."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.named_tests import ROOT, TEST, tests_of

TABLE = ROOT / "docs" / "requirements.md"

LINES_OF_THE_DOCUMENTS = {
    "ACT": 11, "AUT": 9, "NAV": 7, "CTC": 7, "SEL": 5, "HOM": 7, "THM": 3, "SUJ": 5, "MOT": 4,
    "POP": 6, "WRI": 10, "REC": 4, "NOT": 8, "ANS": 4, "DOC": 9, "SVC": 12, "AST": 2,
}  # fmt: skip
"""How many lines each family of requirements has: R-ACT-01 to R-ACT-11, and so on."""

NEEDS_TESTS, NEEDS_A_REASON = {"done"}, {"otherwise", "not software", "not yet"}
ROW = re.compile(r"^\| (R-[A-Z]{3}-\d\d) \|(.*)\|\s*$", re.MULTILINE)
CITED = re.compile(r"\bR-[A-Z]{3}-\d\d\b")


@dataclass(frozen=True)
class Line:
    """One requirement as the table tells it."""

    id: str
    state: str
    tests: list[tuple[str, str]]
    """File and function."""
    reason: str


def read_lines(text: str) -> list[Line]:
    """The rows of the table, in order."""
    return [_line(found[1], found[2]) for found in ROW.finditer(text)]


def _line(identifier: str, rest: str) -> Line:
    _asked, state, proof = (cell.strip() for cell in rest.split("|", 2))
    reason = TEST.sub("", proof).strip(" —;")
    return Line(identifier, state, [(found[1], found[2]) for found in TEST.finditer(proof)], reason)


def problems() -> Iterator[str]:
    """What is wrong with the table; prints how many lines are in each state."""
    lines = read_lines(TABLE.read_text(encoding="utf-8"))
    counted = Counter(line.state for line in lines)
    print("     requirements: " + ", ".join(f"{counted[state]} {state}" for state in counted))
    yield from wrong_lines(lines)
    known = {line.id for line in lines}
    for path in _sources():
        for cited in sorted(set(CITED.findall(path.read_text(encoding="utf-8"))) - known):
            yield f"{path.relative_to(ROOT)}: {cited} is not in docs/requirements.md"


def wrong_lines(lines: list[Line]) -> Iterator[str]:
    """What is wrong in the rows themselves, and with the tests that they name."""
    wanted = [
        f"R-{family}-{number:02d}"
        for family, count in LINES_OF_THE_DOCUMENTS.items()
        for number in range(1, count + 1)
    ]
    seen = Counter(line.id for line in lines)
    for identifier in wanted:
        if seen[identifier] != 1:
            yield f"{identifier} is in docs/requirements.md {seen[identifier]} times: write it once"
    for identifier in sorted(set(seen) - set(wanted)):
        yield f"docs/requirements.md: {identifier} is no line of the documents: take it out"
    for line in lines:
        if line.state not in NEEDS_TESTS | NEEDS_A_REASON:
            yield f"{line.id}: « {line.state} » is no state: see the head of docs/requirements.md"
        if line.state in NEEDS_TESTS and not line.tests:
            yield f"{line.id} is done, and names no test: name one, or say « not yet »"
        if line.state in NEEDS_A_REASON and not line.reason:
            yield f"{line.id} gives no reason: write one"
        for file, name in line.tests:
            if name not in tests_of(file):
                yield f"{line.id} names {file}::{name}, which does not exist: name the test it has"


def _sources() -> Iterator[Path]:
    for folder in ("desk", "portal", "tests"):
        yield from sorted((ROOT / folder).rglob("*.py"))

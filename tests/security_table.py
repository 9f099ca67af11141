"""Reads docs/security.md and holds it against the list of numbers, the tests and the code."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tests.named_tests import ROOT, TEST, tests_of

TABLE = ROOT / "docs" / "security.md"
NUMBERS = ROOT / "tests" / "data" / "asvs_4_0_3_level_2.txt"

NEEDS_PROOF, NEEDS_A_REASON = {"met"}, {"otherwise", "n/a", "not met"}
ROW = re.compile(r"^\| (V\d+\.\d+\.\d+) \|(.*)\|\s*$", re.MULTILINE)
QUOTED = re.compile(r"`([^`\s]+)`")
PLACE = re.compile(r"(?:portal|desk|tests|docs|\.ci)/[\w./]+|[A-Z][A-Z]+\.md|Makefile|"
                   r"constraints\.txt|pyproject\.toml")  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One requirement as the table tells it."""

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


def wanted_numbers(text: str) -> list[str]:
    """Every number of the list: ``V1.4: 1 4-5`` is V1.4.1, V1.4.4 and V1.4.5."""
    numbers = []
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        section, _, ranges = line.partition(":")
        for each in ranges.split():
            first, _, last = each.partition("-")
            span = range(int(first), int(last or first) + 1)
            numbers += [f"{section}.{number}" for number in span]
    return numbers


def read_lines(text: str) -> list[Line]:
    """The rows of the tables, in order."""
    rows = ((found[1], found[2].split("|", 2)) for found in ROW.finditer(text))
    return [Line(number, *(cell.strip() for cell in cells)) for number, cells in rows]


def problems() -> Iterator[str]:
    """What is wrong with the tables; prints how many lines are in each state."""
    lines = read_lines(TABLE.read_text(encoding="utf-8"))
    counted = Counter(line.state for line in lines)
    print("     security: " + ", ".join(f"{counted[state]} {state}" for state in counted))
    yield from wrong_lines(lines, wanted_numbers(NUMBERS.read_text(encoding="utf-8")))


def wrong_lines(lines: list[Line], wanted: list[str]) -> Iterator[str]:
    """What is wrong in the rows themselves, and with the tests and modules that they name."""
    seen = Counter(line.id for line in lines)
    for number in wanted:
        if seen[number] != 1:
            yield f"{number} is in docs/security.md {seen[number]} times: write it once"
    for number in sorted(set(seen) - set(wanted)):
        yield f"docs/security.md: {number} is not of level 2: take it out"
    for line in lines:
        if line.state not in NEEDS_PROOF | NEEDS_A_REASON:
            yield f"{line.id}: « {line.state} » is no state: see the head of docs/security.md"
        if not line.asked:
            yield f"{line.id} does not say what is asked: say it shortly"
        if (
            line.state in NEEDS_PROOF
            and not line.tests
            and not line.places
            and "git" not in line.proof
        ):
            yield f"{line.id} is met, and names no test or module: name one, or say « not met »"
        if line.state in NEEDS_A_REASON and not re.sub(r"[`\W]", "", TEST.sub("", line.proof)):
            yield f"{line.id} gives no reason: write one"
        for file, name in line.tests:
            if name not in tests_of(file):
                yield f"{line.id} names {file}::{name}, which does not exist: name the test it has"
        for place in line.places:
            if not (ROOT / place).exists():
                yield f"{line.id} names {place}, which does not exist"

"""docs/requirements.md: every line of the documents, and every id that code and tests cite."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.named_tests import ROOT
from tests.proof_table import ProofTable

LINES_OF_THE_DOCUMENTS = {
    "ACT": 11, "AUT": 9, "NAV": 7, "CTC": 7, "SEL": 5, "HOM": 7, "THM": 3, "SUJ": 5, "MOT": 4,
    "POP": 6, "WRI": 10, "REC": 4, "NOT": 8, "ANS": 4, "DOC": 9, "SVC": 12, "AST": 2,
}  # fmt: skip
"""How many lines each family of requirements has: R-ACT-01 to R-ACT-11, and so on."""

TABLE = ProofTable(
    page="docs/requirements.md",
    ids=r"R-[A-Z]{3}-\d\d",
    wanted=tuple(
        f"R-{family}-{number:02d}"
        for family, count in LINES_OF_THE_DOCUMENTS.items()
        for number in range(1, count + 1)
    ),
    list_name="the documents",
    proven="done",
    reasoned=("otherwise", "not software", "not yet"),
    modules_prove=False,
)


def problems() -> Iterator[str]:
    """What is wrong with the table; prints how many lines are in each state."""
    lines = TABLE.read(TABLE.text)
    print(f"     requirements: {TABLE.states(lines)}")
    yield from TABLE.wrong_lines(lines)
    known = {line.id for line in lines}
    cited_id = re.compile(rf"\b{TABLE.ids}\b")
    for path in _sources():
        for cited in sorted(set(cited_id.findall(path.read_text(encoding="utf-8"))) - known):
            yield f"{path.relative_to(ROOT)}: {cited} is not in {TABLE.page}"


def _sources() -> Iterator[Path]:
    for folder in ("desk", "portal", "tests"):
        yield from sorted((ROOT / folder).rglob("*.py"))

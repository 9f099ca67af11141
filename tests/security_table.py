"""docs/security.md: every number of OWASP's list for level 2."""

from collections.abc import Iterator

from tests.named_tests import ROOT
from tests.proof_table import ProofTable

NUMBERS = ROOT / "tests" / "data" / "asvs_4_0_3_level_2.txt"


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


TABLE = ProofTable(
    page="docs/security.md",
    ids=r"V\d+\.\d+\.\d+",
    wanted=tuple(wanted_numbers(NUMBERS.read_text(encoding="utf-8"))),
    list_name="level 2",
    proven="met",
    reasoned=("otherwise", "n/a", "not met"),
    modules_prove=True,
)


def problems() -> Iterator[str]:
    """What is wrong with the tables; prints how many lines are in each state."""
    lines = TABLE.read(TABLE.text)
    print(f"     security: {TABLE.states(lines)}")
    yield from TABLE.wrong_lines(lines)

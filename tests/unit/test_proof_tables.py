"""The check of docs/requirements.md and docs/security.md sees each kind of fault."""

from dataclasses import replace

import pytest

from tests import requirements_table, security_table
from tests.proof_table import ProofTable
from tests.security_table import wanted_numbers

TABLES = [requirements_table.TABLE, security_table.TABLE]


def altered(table: ProofTable, **fields: str) -> list[str]:
    """What is told of the table when its first line is another."""
    first, *others = table.read(table.text)
    return list(table.wrong_lines([replace(first, **fields), *others]))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.page)
def test_the_table_is_whole(table: ProofTable) -> None:
    assert list(table.wrong_lines(table.read(table.text))) == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.page)
def test_what_is_wrong_is_told(table: ProofTable) -> None:
    lines = table.read(table.text)
    number = lines[0].id
    assert any(f"{number} is in" in told for told in table.wrong_lines(lines[1:]))
    assert any(f"{number} is in" in told for told in table.wrong_lines([*lines, lines[0]]))
    assert any("is not of" in told for told in altered(table, id="R-" + "ACT-99"))
    assert any("is no state" in told for told in altered(table, state="nearly"))
    assert any("what is asked" in told for told in altered(table, asked=""))
    for proof in ("surely", *([] if table.modules_prove else ["`Makefile`"])):
        told = altered(table, state=table.proven, proof=proof)
        assert any("names no test" in each for each in told), proof
    for empty in ("", "`tests/unit/test_proof_tables.py::test_the_table_is_whole`"):
        told = altered(table, state=table.reasoned[-1], proof=empty)
        assert any("gives no reason" in each for each in told), empty
    for gone in ("tests/unit/test_proof_tables.py::test_of_nothing", "tests/gone.py::test_x"):
        assert any("does not exist" in told for told in altered(table, proof=f"`{gone}`"))
    assert any("does not exist" in told for told in altered(table, proof="`portal/gone.py`"))


def test_only_a_security_requirement_is_proved_by_a_module() -> None:
    assert altered(security_table.TABLE, state="met", proof="`Makefile`") == []


def test_numbers_are_read_by_ranges() -> None:
    assert wanted_numbers("# head\nV1.4: 1 4-5\n") == ["V1.4.1", "V1.4.4", "V1.4.5"]
    wanted = security_table.TABLE.wanted
    assert len(wanted) == len(set(wanted)) == 260

"""The check of docs/security.md sees each kind of fault."""

from dataclasses import replace

from tests.security_table import NUMBERS, TABLE, read_lines, wanted_numbers, wrong_lines

GOOD = read_lines(TABLE.read_text(encoding="utf-8"))
WANTED = wanted_numbers(NUMBERS.read_text(encoding="utf-8"))


def altered(**fields: str) -> list[str]:
    """What is told of the table when its first line is another."""
    return list(wrong_lines([replace(GOOD[0], **fields), *GOOD[1:]], WANTED))


def test_the_table_is_whole() -> None:
    assert list(wrong_lines(GOOD, WANTED)) == []
    assert len(WANTED) == len(set(WANTED)) == 260


def test_what_is_wrong_is_told() -> None:
    number = GOOD[0].id
    assert any(f"{number} is in" in told for told in wrong_lines(GOOD[1:], WANTED))
    assert any(f"{number} is in" in told for told in wrong_lines([*GOOD, GOOD[0]], WANTED))
    assert any("is not of level 2" in told for told in altered(id="V1.4.2"))
    assert any("is no state" in told for told in altered(state="nearly"))
    assert any("what is asked" in told for told in altered(asked=""))
    assert any("names no test" in told for told in altered(state="met", proof="surely"))
    assert any("gives no reason" in told for told in altered(state="not met", proof=""))
    gone = "`tests/unit/test_security_table.py::test_of_nothing`"
    assert any("does not exist" in told for told in altered(proof=gone))
    assert any("does not exist" in told for told in altered(proof="`portal/gone.py`"))


def test_numbers_are_read_by_ranges() -> None:
    assert wanted_numbers("# head\nV1.4: 1 4-5\n") == ["V1.4.1", "V1.4.4", "V1.4.5"]

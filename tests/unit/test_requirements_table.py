"""The check of docs/requirements.md sees each kind of fault."""

from tests.requirements_table import TABLE, Line, read_lines, wrong_lines

GOOD = read_lines(TABLE.read_text(encoding="utf-8"))


def altered(**fields: object) -> list[str]:
    """What is told of the table when its first line is another."""
    first = Line(**{**vars(GOOD[0]), **fields})  # type: ignore[arg-type]
    return list(wrong_lines([first, *GOOD[1:]]))


def test_the_table_is_whole() -> None:
    assert list(wrong_lines(GOOD)) == []


def test_what_is_wrong_is_told() -> None:
    identifier = GOOD[0].id
    assert any(f"{identifier} is in" in told for told in wrong_lines(GOOD[1:]))
    assert any(f"{identifier} is in" in told for told in wrong_lines([*GOOD, GOOD[0]]))
    assert any("is no line of the documents" in told for told in altered(id="R-" + "ACT-99"))
    assert any("is no state" in told for told in altered(state="nearly"))
    assert any("names no test" in told for told in altered(state="done", tests=[]))
    assert any("gives no reason" in told for told in altered(state="not yet", reason=""))
    missing = altered(tests=[("tests/unit/test_requirements_table.py", "test_of_nothing")])
    assert any("does not exist" in told for told in missing)
    assert any("does not exist" in told for told in altered(tests=[("tests/gone.py", "test_x")]))

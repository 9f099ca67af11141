"""The ``desk`` command as its user starts it, in a process of its own."""

from pathlib import Path

from benchmarks.startup import measured


def test_it_opens_its_windows_one_after_the_other_and_ends_when_closed(tmp_path: Path) -> None:
    opening = measured("program", tmp_path)
    main = opening["main"]
    assert 0 < opening["started_s"] < main["started_s"]
    assert (tmp_path / "program").is_dir()
    # Whatever desk writes down about its start, it is no trouble.
    logged = "".join(each.read_text() for each in (tmp_path / "program").rglob("*.log"))
    assert "Traceback" not in logged
    assert "ERROR" not in logged

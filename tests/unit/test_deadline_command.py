"""`portal explain-deadline`: the documented examples, refusals, and what it does without."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from portal import cli

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = (ROOT / "docs" / "deadlines.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```\n(\$ .*?)^```$", DOCUMENT, re.DOTALL | re.MULTILINE)
EXAMPLES = [
    (command, shown.strip())
    for block in BLOCKS
    for command, shown in re.findall(r"^\$ portal (.*)\n((?:[^$].*\n)*)", block, re.MULTILINE)
]
BASE = ("explain-deadline", "--policy", "ouvrees", "--start", "2026-11-20T16:00", "--budget")


def explain(capsys, *arguments: str) -> str:
    assert cli.main(arguments) == 0
    return capsys.readouterr().out


def test_the_document_shows_examples():
    assert len(EXAMPLES) == len(re.findall(r"^\$ ", DOCUMENT, re.MULTILINE)) >= 7


@pytest.mark.parametrize(("command", "shown"), EXAMPLES)
def test_examples_of_the_document(capsys, command, shown):
    printed = explain(capsys, *shlex.split(command))
    if shown.startswith("…"):
        for fragment in filter(None, (part.strip() for part in shown.split("…"))):
            assert fragment in printed
    else:
        assert json.loads(printed) == json.loads(shown)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["48"], "no duration"),
        (["-1h"], "expected one argument"),
        (["48h", "--policy", "lunaire"], "invalid choice"),
        (["48h", "--policy", "heures"], "needs --hours"),
        (["48h", "--policy", "heures", "--hours", "mon 08:00-07:00"], "does not end after"),
        (["48h", "--timezone", "Mars/Olympus"], "no time zone"),
        (["48h", "--holidays", "DE"], "invalid choice"),
        (["48h", "--holiday", "2026-02-30"], "--holiday"),
        (["48h", "--start", "hier"], "no instant"),
        (["48h", "--pause", "2026-11-20T17:00"], "START/END"),
        (["48h", "--pause", "2026-11-20T17:00/2026-11-20T16:00"], "end before"),
        (["999999999999999h"], "budget"),
        (["48h", "--opening", "2026-11-21"], "--opening"),
    ],
)
def test_bad_input_is_told_with_status_2(capsys, more, told):
    with pytest.raises(SystemExit) as ended:
        cli.main([*BASE, *more])
    assert ended.value.code == 2
    shown = capsys.readouterr()
    assert told in shown.err
    assert "Traceback" not in shown.err
    assert not shown.out


def test_neither_a_framework_nor_a_database_is_started():
    program = (
        "import sys; from portal.cli import main; status = main(sys.argv[1:]);"
        "print(sorted({'django', 'ninja', 'sqlite3', 'psycopg'} & set(sys.modules)),"
        " file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *BASE, "48h", "--holidays", "FR"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert done.stderr.strip() == "[]"
    assert json.loads(done.stdout)["due"] == "2026-11-24T16:00:00+01:00"


def test_the_installed_command():
    command = Path(sys.executable).parent / "portal"
    done = subprocess.run([command, *BASE, "0s"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert set(json.loads(done.stdout)) == {"due", "thresholds", "ledger"}


@pytest.mark.parametrize(
    ("budget", "due"),
    [
        ("1h30m", "2026-11-20T17:30:00+01:00"),
        ("0.5s", "2026-11-20T16:00:00.500000+01:00"),
        ("1d", "2026-11-23T16:00:00+01:00"),
        ("0h", "2026-11-20T16:00:00+01:00"),
    ],
)
def test_budgets(capsys, budget, due):
    assert json.loads(explain(capsys, *BASE, budget))["due"] == due

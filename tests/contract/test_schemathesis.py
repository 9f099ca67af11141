"""Schemathesis against a running portal: whatever is sent, no 5xx and nothing undocumented."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.api_server import serving
from tests.support.api_world import bearer, build_world

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]

HERE = Path(__file__).parent
DOCUMENT = HERE.parent.parent / "docs" / "openapi.json"
EXCHANGES = 30


@pytest.mark.parametrize(
    "phases",
    [
        "examples,stateful",
        # Every bound of every parameter, and random bodies: six minutes.
        pytest.param("coverage,fuzzing", marks=pytest.mark.long),
    ],
)
def test_no_answer_surprises(database, tmp_path, phases):
    world = build_world()
    for _ in range(EXCHANGES):
        world.send()
    token = bearer(world.sylvie.user, seconds=3600)  # a supervisor may call every route
    with serving(database, tmp_path, PORTAL_API_CALLS_PER_MINUTE="1000000") as portal:
        done = subprocess.run(
            [
                str(Path(sys.executable).with_name("schemathesis")),
                "--config-file",
                str(HERE / "schemathesis.toml"),
                "run",
                str(DOCUMENT),
                "--url",
                portal.url,
                "--header",
                f"Authorization: Bearer {token}",
                "--phases",
                phases,
                "--checks",
                "all",
                "--workers",
                "1",
                "--no-color",
            ],
            env={
                **os.environ,
                "SCHEMATHESIS_HOOKS": "tests.contract.wild_hooks",
                "WILD_EXCHANGES": str(EXCHANGES),
                "PYTHONPATH": str(HERE.parent.parent),
            },
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
    print(done.stdout[-20_000:])
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-5_000:]
    if "coverage" in phases:  # the others leave out what has no example, or no link
        operations = sum(len(path) for path in json.loads(DOCUMENT.read_text())["paths"].values())
        assert f"Tested: {operations}" in done.stdout

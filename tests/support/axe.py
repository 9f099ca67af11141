"""axe-core, the accessibility rules that run inside a page, fetched once into build/."""

import fcntl
import json
import subprocess
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

VERSION = "4.14.1"
FOLDER = Path(__file__).parents[2] / "build" / "axe"
SCRIPT = FOLDER / "node_modules" / "axe-core" / "axe.min.js"
MANIFEST = FOLDER / "node_modules" / "axe-core" / "package.json"


def axe_source() -> str:
    """The script, installed by npm at need. Workers that ask at once wait for the first."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _installed():
            subprocess.run(
                ["npm", "install", "--prefix", str(FOLDER), "--no-save", f"axe-core@{VERSION}"],
                check=True,
                capture_output=True,
                timeout=120,
            )
    return SCRIPT.read_text(encoding="utf-8")


def violations(page: Page, source: str) -> list[str]:
    """What axe finds on the page as it is now, one line per place."""
    page.evaluate(source)
    result: dict[str, Any] = page.evaluate(
        "axe.run(document, {rules: {'target-size': {enabled: true}}})"
    )
    return [
        f"{found['id']} ({found['help']}): {node['target']} {node['failureSummary']}"
        for found in result["violations"]
        for node in found["nodes"]
    ]


def _installed() -> bool:
    if not MANIFEST.exists() or not SCRIPT.exists():
        return False
    version: str = json.loads(MANIFEST.read_text(encoding="utf-8"))["version"]
    return version == VERSION

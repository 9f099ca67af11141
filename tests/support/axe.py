"""axe-core, the accessibility rules that run inside a page."""

from importlib.resources import files
from typing import Any

from playwright.sync_api import Page


def axe_source() -> str:
    """The script, as the Python package that carries it installs it."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


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

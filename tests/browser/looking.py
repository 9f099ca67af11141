"""Looks at a page as a careful reader does: axe-core, its width, a photograph on demand."""

import os
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.support.axe import violations

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
SCREENS = os.environ.get("PORTAL_SCREENS", "")
"""The folder of photographs; empty: none is taken."""

Look = Callable[[Page, str], None]


def faults_of(page: Page, axe: str, name: str, *, script: bool) -> list[str]:
    """What is wrong with the page as it is now; photographed as ``name``.

    Args:
        axe: the script of axe-core.
        script: whether the page may run scripts: axe-core is one.
    """
    found = [f"{name}: {each}" for each in violations(page, axe)] if script else []
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        found.append(f"{name}: wider than the screen")
    if SCREENS:
        photograph(page, name if script else f"{name}-without-script")
    return found


def photograph(page: Page, name: str) -> None:
    """Keep the whole page, as ``name-<width of the screen>.png``; a page already kept stays."""
    width = page.viewport_size["width"] if page.viewport_size else 0
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    file = Path(SCREENS) / f"{re.sub('[^a-z0-9]+', '-', plain).strip('-')}-{width}.png"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=file, full_page=True)

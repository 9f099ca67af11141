"""Looks at a page as a careful reader does: axe-core, its width, a photograph on demand."""

import os
import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

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
        script: whether the page may run scripts: axe-core is one, and looks at a copy of a page
            that may not.
    """
    if script:
        found = [f"{name}: {each}" for each in violations(page, axe)]
    else:
        with copy_of(page) as copy:
            found = [f"{name}, no script: {each}" for each in violations(copy, axe)]
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        found.append(f"{name}: wider than the screen")
    if SCREENS:
        photograph(page, name if script else f"{name}-without-script")
    return found


@contextmanager
def copy_of(page: Page) -> Iterator[Page]:
    """What a page without scripts shows, where axe-core may run: its elements at its own address,
    the page's scripts taken out.
    """
    shown = re.sub(r"<script\b.*?</script>", "", page.content(), flags=re.DOTALL)
    dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    browser = page.context.browser
    assert isinstance(browser, Browser)
    context = browser.new_context(
        locale="fr-FR",
        viewport=page.viewport_size,
        color_scheme="dark" if dark else "light",
    )
    try:
        copy = context.new_page()
        copy.route(page.url, lambda route: route.fulfill(body=shown, content_type="text/html"))
        copy.goto(page.url)
        yield copy
    finally:
        context.close()


def photograph(page: Page, name: str) -> None:
    """Keep the whole page, as ``name-<width of the screen>.png``; a page already kept stays."""
    width = page.viewport_size["width"] if page.viewport_size else 0
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    file = Path(SCREENS) / f"{re.sub('[^a-z0-9]+', '-', plain).strip('-')}-{width}.png"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=file, full_page=True)

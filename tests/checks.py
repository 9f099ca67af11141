"""The checks of `make check` that no linter does. Each says what to do instead.

python -m tests.checks            all of them
python -m tests.checks words …    some of them
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from babel.messages.pofile import read_po

from tests import requirements_table, security_table

ROOT = Path(__file__).resolve().parent.parent
DESK_WORDS = ("translations/desk_fr.ts", "translations/desk_en.ts")
PORTAL_WORDS = "translations/portal/fr/LC_MESSAGES/django.po"
BREAKABLE = re.compile("«(?!\u00a0)|(?<!\u00a0)»")
"""A guillemet that a line's end may part from its words: U+00A0 belongs there."""


def _run(*command: str, cwd: Path = ROOT, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def _tool(name: str) -> str:
    return str(Path(sys.executable).parent / name)


def desk_words() -> Iterator[str]:
    """desk's translation files hold every word of the code, all of them translated."""
    with tempfile.TemporaryDirectory() as folder:
        copies = []
        for name in DESK_WORDS:
            copy = Path(folder) / Path(name).name
            shutil.copy(ROOT / name, copy)
            copies.append(str(copy))
        done = _run(
            _tool("pyside6-lupdate"), "-silent", "-no-obsolete", "-locations", "none",
            "-extensions", "py", "desk", "-ts", *copies,
        )  # fmt: skip
        if done.returncode:
            yield f"pyside6-lupdate failed: {done.stderr or done.stdout}"
        for name, copy in zip(DESK_WORDS, copies, strict=True):
            if _ts_sources(ROOT / name) != _ts_sources(Path(copy)):
                missing = _ts_sources(Path(copy)) ^ _ts_sources(ROOT / name)
                yield (
                    f"{name} is stale ({len(missing)} entries, {sorted(missing)[:3]}…):"
                    " run `make translations` and translate"
                )
            for context, source in _ts_unfinished(ROOT / name):
                yield f"{name}: not translated: {context}: {source!r}"
            yield from _parted(name, [text for *_, text in _ts_translations(ROOT / name)])


def _ts_sources(path: Path) -> set[tuple[str, str, str]]:
    return {
        (
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("comment", ""),
        )
        for context in ET.parse(path).getroot().iter("context")  # noqa: S314 - our own file
        for message in context.iter("message")
    }


def _ts_translations(path: Path) -> Iterator[tuple[str, str, bool, str]]:
    """Context, source, whether it is marked unfinished, and a translation: one for each plural."""
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [] if translation is None else translation.findall("numerusform")
            unfinished = translation is not None and translation.get("type") == "unfinished"
            texts = [form.text for form in forms] or [
                None if translation is None else translation.text
            ]
            for text in texts:
                names = context.findtext("name", ""), message.findtext("source", "")
                yield *names, unfinished, text or ""


def _ts_unfinished(path: Path) -> Iterator[tuple[str, str]]:
    for context, source, unfinished, text in _ts_translations(path):
        if unfinished or not text.strip():
            yield context, source


def _parted(name: str, texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        if BREAKABLE.search(text):
            yield f"{name}: write no-break spaces (U+00A0) inside « and »: {text!r}"


def portal_words() -> Iterator[str]:
    """The portal's French catalogue holds every word of templates and code, all translated."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copytree(
            ROOT / "portal", copy / "portal", ignore=shutil.ignore_patterns("__pycache__")
        )
        shutil.copytree(ROOT / "translations" / "portal", copy / "translations" / "portal")
        done = _run(
            sys.executable, "-m", "django", "makemessages", "-l", "fr", "--no-location",
            "--no-obsolete", "-v", "0",
            cwd=copy / "portal", PYTHONPATH=str(copy), DJANGO_SETTINGS_MODULE="portal.settings",
        )  # fmt: skip
        if done.returncode:
            yield f"makemessages failed: {done.stderr or done.stdout}"
            return
        fresh = {message.id for message in _messages(copy / PORTAL_WORDS)}
    kept = _messages(ROOT / PORTAL_WORDS)
    if fresh != {message.id for message in kept}:
        differing = sorted(str(item) for item in fresh ^ {message.id for message in kept})
        yield f"{PORTAL_WORDS} is stale ({differing[:3]}…): run `make translations` and translate"
    for message in kept:
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.fuzzy or not all(texts):
            yield f"{PORTAL_WORDS}: not translated: {message.id!r}"
        yield from _parted(PORTAL_WORDS, texts)


def _messages(path: Path) -> list:  # type: ignore[type-arg]
    with path.open("rb") as file:
        return [message for message in read_po(file) if message.id]


def portal_migrations() -> Iterator[str]:
    """The portal's models have no change without a migration."""
    done = _run(
        sys.executable, "-m", "django", "makemigrations", "--check", "--dry-run",
        DJANGO_SETTINGS_MODULE="portal.settings", PORTAL_DATABASE_URL="sqlite:///:memory:",
    )  # fmt: skip
    if done.returncode:
        told = done.stdout + done.stderr
        yield f"models changed without a migration: run `django-admin makemigrations`\n{told}"


def desk_migrations() -> Iterator[str]:
    """desk's store, migrated from nothing, has exactly the tables that the code names."""
    done = _run(
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-n0",
        "-p",
        "no:cacheprovider",
        "tests/store",
        "-k",
        "head",
    )
    if done.returncode:
        yield f"desk's tables and its migrations differ:\n{done.stdout[-2000:]}"


def contract() -> Iterator[str]:
    """docs/openapi.json is what the code serves."""
    done = _run(_tool("portal"), "openapi", "--check")
    if done.returncode:
        told = done.stdout + done.stderr
        yield f"docs/openapi.json is stale: run `.venv/bin/portal openapi`\n{told}"


def tracked_files() -> Iterator[str]:
    """No tracked file holds a path of somebody's machine, or names a package registry's host."""
    listed = _run("git", "ls-files", "-z").stdout.split("\0")
    home = re.compile(r"(?<![\w.])/(?:home|Users|root)/(?!\.\.\.)[\w.-]+/")
    registry = re.compile(
        r"https?://(?:[\w.-]*\.)?(?:pypi\.org|pythonhosted\.org|npmjs\.org|deb\.debian\.org)"
    )
    for name in filter(None, listed):
        path = ROOT / name
        if not path.is_file() or path.suffix in {".woff2", ".woff", ".png", ".ico"}:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        for kind, pattern in (("a path of a machine", home), ("a registry's host", registry)):
            if name != "tests/checks.py" and (found := pattern.search(text)):
                yield f"{name}: holds {kind}: {found.group()!r}; write it relative, or leave it out"


def requirements() -> Iterator[str]:
    """Every line of the documents has a state, and every « done » a test that exists."""
    return requirements_table.problems()


def security() -> Iterator[str]:
    """Every number of ASVS level 2 has a state, and every « met » a test or module that exists."""
    return security_table.problems()


def shortcuts() -> Iterator[str]:
    """docs/shortcuts.md says what the table of actions says."""
    done = _run(sys.executable, "-m", "desk.ui.shortcuts_document")
    if done.returncode:
        yield f"the table cannot be written (run `make words` first): {done.stderr}"
    elif done.stdout != (ROOT / "docs" / "shortcuts.md").read_text(encoding="utf-8"):
        yield (
            "docs/shortcuts.md is stale: run"
            " `make words` and `python -m desk.ui.shortcuts_document docs/shortcuts.md`"
        )


CHECKS: dict[str, Callable[[], Iterator[str]]] = {
    "words": desk_words,
    "portal-words": portal_words,
    "portal-migrations": portal_migrations,
    "desk-migrations": desk_migrations,
    "contract": contract,
    "files": tracked_files,
    "requirements": requirements,
    "security": security,
    "shortcuts": shortcuts,
}


def main(names: list[str]) -> int:
    """Run the named checks (all when none is named); print what is wrong; 0 when nothing is."""
    wrong = 0
    for name in names or CHECKS:
        problems = list(CHECKS[name]())
        print(f"{'ok  ' if not problems else 'FAIL'} {name}: {CHECKS[name].__doc__}")
        for problem in problems:
            print(f"     {problem}")
        wrong += len(problems)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The pseudo-locale: every source word lengthened, accented, in brackets.

What it is for: a word on screen without brackets was never given to the translators, and a bracket
that is not on screen was cut. It is made from ``translations/desk_en.ts``, which lists every word.
"""

import re
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

LONGER = 1.35
"""French takes a third more room than English; short words take more still."""

_ACCENTS = str.maketrans("aceinouyACEINOUY", "âçéîñôûýÂÇÉÎÑÔÛÝ")
_KEPT = re.compile(r"\{[^{}]*\}|%L?\d|%n|&.|<[a-z/][^<>]*>|\n")
"""Placeholders, counts, mnemonics, tags and line ends: what is not read letter by letter."""
_DATE = re.compile(r"(?:'[^']*'|[dMyHhmst :/.,–-])+")
"""A pattern of Qt's for dates; a text in quotes within it is read."""


def pseudo(source: str) -> str:
    """The text as the pseudo-locale has it.

    >>> pseudo("&Publish…")
    '[&Pûûblîîsh…]'
    """
    if _DATE.fullmatch(source) and re.search("dd|d |yy|HH|mm", source):
        return source
    letters = sum(len(part) for part in _KEPT.split(source))
    more = max(2, round(letters * (LONGER - 1)))
    parts = []
    at = 0
    for kept in _KEPT.finditer(source):
        parts += [(source[at : kept.start()], False), (kept.group(), True)]
        at = kept.end()
    parts.append((source[at:], False))
    vowels = sum(sum(letter in "aeiouy" for letter in text) for text, kept in parts if not kept)
    made, left, seen = [], more, 0
    for text, kept in parts:
        if kept:
            made.append(text)
            continue
        for letter in text:
            shown = letter.translate(_ACCENTS)
            made.append(shown)
            if letter in "aeiouy":
                # Spread over the whole text, so that it breaks into lines as it would anyway.
                due = round(more * (seen + 1) / vowels) - (more - left)
                made.append(shown * due)
                left -= due
                seen += 1
    made.append("~" * left)
    return f"[{''.join(made)}]"


def make_pseudo(english: Path, folder: Path, lrelease: str) -> Path:
    """Write ``desk_pseudo.ts`` and compile it into ``desk_pseudo.qm``; its path.

    Raises:
        subprocess.CalledProcessError: `lrelease` refused the file.
    """
    tree = ET.parse(english)  # noqa: S314 - our own file
    for message in tree.iter("message"):
        words = pseudo(message.findtext("source", ""))
        translation = message.find("translation")
        if translation is None:
            translation = ET.SubElement(message, "translation")
        translation.attrib.pop("type", None)
        forms = translation.findall("numerusform")
        for form in forms:
            form.text = words
        if not forms:
            translation.text = words
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / "desk_pseudo.ts"
    tree.write(made, encoding="utf-8", xml_declaration=True)
    compiled = made.with_suffix(".qm")
    subprocess.run([lrelease, "-silent", str(made), "-qm", str(compiled)], check=True)
    return compiled

"""Whether something that was written lies readable in a file, however it was encoded."""

import base64
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus

SHORTEST = 6
"""Characters: a shorter word would be found by chance in a megabyte of ciphertext."""


def forms(text: str) -> Iterator[bytes]:
    """The text as programs write it: three encodings, JSON and percent escapes, base64 at each of
    the three offsets at which it may begin."""
    assert len(text) >= SHORTEST
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1"):
        try:
            raw = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        yield raw
        for before in range(3):
            whole = base64.b64encode(bytes(before) + raw)
            # What depends on the neighbours is left off at both ends.
            inner = whole[4 if before else 0 : len(whole) // 4 * 4 - 4]
            yield inner
            yield inner.translate(bytes.maketrans(b"+/", b"-_"))
    yield text.encode("ascii", "backslashreplace")
    yield quote(text).encode()
    yield quote_plus(text).encode()


def files_below(*folders: Path) -> list[Path]:
    """Every file, hidden ones too."""
    return sorted(each for folder in folders for each in folder.rglob("*") if each.is_file())


def found(secrets: dict[str, str], files: Iterable[Path]) -> list[str]:
    """« what in file » for each secret that lies readable in one; empty is good."""
    needles = [(name, each) for name, text in secrets.items() for each in set(forms(text))]
    hits = []
    for file in files:
        content = file.read_bytes()
        hits += [f"{name} in {file.name}" for name, needle in needles if needle in content]
    return sorted(set(hits))

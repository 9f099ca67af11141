"""The process that reads one file: standard input → a line of JSON and the new file.

``python -m portal.documents.inspection.child``; `portal.documents.inspection.runner` starts it.
"""

import json
import sys
from typing import Final

from portal.documents.inspection.verdict import CleanFile, Refusal, Refused

MEMORY: Final = 1_000_000_000
"""Bytes of address space. The picture of 50 million pixels and its copy take 400 millions."""
CPU_SECONDS: Final = 20
"""The heaviest file that passes takes some three."""


def bound_oneself() -> None:
    """Bound memory, computing time and files written. Nothing where the system cannot (Windows):
    there the parent's time limit is the only one.
    """
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def inspect(content: bytes) -> CleanFile:
    """Judge a file by its first bytes and make it anew.

    Raises:
        Refused: it is not taken.
    """
    # At the very beginning: a file that is also something else hides its other head before.
    if content.startswith(b"%PDF-"):
        from portal.documents.inspection.pdfs import clean_pdf

        return clean_pdf(content)
    from portal.documents.inspection.images import clean_image

    if content.startswith(b"\xff\xd8\xff"):
        return clean_image(content, "JPEG")
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return clean_image(content, "PNG")
    raise Refused(Refusal.WRONG_FORMAT)


def main() -> None:
    """Read a file, write the verdict."""
    bound_oneself()
    answer: dict[str, str | int]
    clean = b""
    try:
        made = inspect(sys.stdin.buffer.read())
        answer, clean = {"media_type": made.media_type, "pages": made.pages}, made.content
    except Refused as refused:
        answer = {"refused": refused.refusal.value}
    except (MemoryError, RecursionError):
        answer = {"refused": Refusal.TOO_HEAVY.value}
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + clean)


if __name__ == "__main__":
    main()

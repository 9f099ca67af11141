"""The process that reads one file and draws its pages: ``python -m desk.services.viewing.child``.

On standard input a line of JSON (``media_type``, ``size``) and the file, then a line for each
drawing (``page`` from 0, ``width``, ``height``, in pixels). On standard output a line for each:
``sizes``, then ``width``, ``height``, ``stride`` and the pixels behind it; or ``problem``. It ends
when its input does. It writes nothing to a disk, and where the system can forbid it, it is
forbidden.
"""

import json
import sys
from typing import Any, Final

from desk.services.viewing.bounds import LONGEST_HEAD, MOST_BYTES, MOST_DRAWN
from desk.services.viewing.sheets import Pixels, Sheets, Unshowable, open_sheets

MEMORY: Final = 2_000_000_000
"""Bytes of address space. Qt and pdfium take some 500 millions, the largest picture 480."""
CPU_SECONDS: Final = 300
"""For a file that is read for hours; one drawing takes some tenths of a second."""


def bound_oneself() -> None:
    """Bound memory and computing time, forbid files. Where the system cannot (Windows), the
    parent's time limit is the only one.
    """
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Read the file, then draw until nobody asks any more."""
    bound_oneself()
    given = sys.stdin.buffer
    asked = json.loads(given.readline(LONGEST_HEAD))
    size = int(asked["size"])
    try:
        if size > MOST_BYTES:
            raise Unshowable("too_large")
        sheets = open_sheets(str(asked["media_type"]), given.read(size))
    except Unshowable as why:
        _say({"problem": str(why)})
        return
    except (MemoryError, RecursionError):
        _say({"problem": "too_large"})
        return
    _say({"sizes": sheets.sizes})
    while line := given.readline(LONGEST_HEAD):
        wanted = json.loads(line)
        try:
            drawn = _drawn(sheets, wanted)
        except Unshowable as why:
            _say({"problem": str(why)})
        except MemoryError:
            _say({"problem": "too_large"})
        else:
            head = {"width": drawn.width, "height": drawn.height, "stride": drawn.stride}
            _say(head, drawn.content[: drawn.stride * drawn.height])


def _drawn(sheets: Sheets, wanted: dict[str, int]) -> Pixels:
    width, height = int(wanted["width"]), int(wanted["height"])
    if not (width > 0 and height > 0 and width * height <= MOST_DRAWN):
        raise Unshowable("too_large")
    return sheets.draw(int(wanted["page"]), width, height)


def _say(head: dict[str, Any], content: bytes = b"") -> None:
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + content)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()

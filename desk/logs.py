"""The log: a rotating file for this account alone, with neutral lines.

Nothing filters what is logged: whoever logs must not log a text, a name, an identifier or a token
in the first place (house rule 32).
"""

import io
import logging
import logging.handlers
import os
from pathlib import Path

SIZE, KEPT = 1_000_000, 4
"""Bytes of a file and how many older ones: some weeks of work."""

LINE = "%(asctime)s %(levelname)s %(name)s [%(threadName)s] %(message)s"


class _PrivateRotatingFile(logging.handlers.RotatingFileHandler):
    def _open(self) -> io.TextIOWrapper:
        def private(path: str, flags: int) -> int:
            return os.open(path, flags, 0o600)

        file = io.FileIO(self.baseFilename, self.mode, opener=private)
        return io.TextIOWrapper(io.BufferedWriter(file), encoding=self.encoding)


def start_logging(file: Path, level: str) -> logging.Handler | None:
    """Log into `file`. Returns the handler, None when the disk refuses: desk works without."""
    root = logging.getLogger()
    root.setLevel(level)
    # Its DEBUG lines hold whole addresses.
    logging.getLogger("urllib3").setLevel(logging.WARNING)
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = _PrivateRotatingFile(
            file, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8", delay=False
        )
    except OSError:
        logging.lastResort = None  # nothing on a terminal that may not be there
        return None
    handler.setFormatter(logging.Formatter(LINE))
    root.addHandler(handler)
    return handler


def stop_logging(handler: logging.Handler | None) -> None:
    """Take the handler away again and close its file."""
    if handler is not None:
        logging.getLogger().removeHandler(handler)
        handler.close()

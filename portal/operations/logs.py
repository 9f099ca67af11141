"""How the portal writes its log: without what people wrote, who they are, or what opens doors.

An exception's message may quote a row (a database names the value that was there twice), so of an
exception only its kind and the places it came through are written.
"""

import json
import logging
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import TypeAlias

_Told: TypeAlias = (
    "tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]"
)


class _WithoutValues(logging.Formatter):
    """Tells exceptions by kind and place."""

    def formatException(self, ei: _Told) -> str:  # noqa: N802 - logging's name
        """Return the kinds of an exception and its causes, with file, line and function of each
        frame.
        """
        kinds = []
        error: BaseException | None = ei[1]
        while error is not None:
            frames = traceback.extract_tb(error.__traceback__)
            kinds.append(
                "\n".join(
                    [f"{type(error).__module__}.{type(error).__qualname__}"]
                    + [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
                )
            )
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\nfrom ".join(kinds)


class LineFormatter(_WithoutValues):
    """One line for people: instant, level, name, message."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")


class JsonFormatter(_WithoutValues):
    """One JSON object a line, for programs: ``at``, ``level``, ``logger``, ``message``, ``error``.

    Only these: what a library attaches to a record (a request, an address) stays out.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "process": record.process,
        }
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)

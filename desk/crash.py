"""What happens to an exception that nobody handled: written down, told, and desk goes on."""

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

log = logging.getLogger("desk.crash")
qt_log = logging.getLogger("desk.qt")

QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashHook(QObject):
    """Takes every unhandled exception, of any thread, and Qt's own messages, into the log.

    An exception in a slot does not end a Qt program: the window stays, and with it what the agent
    was writing.
    """

    crashed = Signal(str)
    """The exception's class and place: ``KeyError in desk/ui/inbox/panel.py:120``."""

    def install(self) -> None:
        """Become the process's hook, for its main thread, its threads and Qt."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_on_qt_message)

    def uninstall(self) -> None:
        """Put Python's and Qt's own back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def take(self, error: BaseException) -> None:
        """An exception that somebody caught and cannot handle (`Lanes.unexpected`)."""
        place = _place(error.__traceback__)
        # Class and frames, never the words: they may quote a message or a name.
        frames = "".join(
            f"\n  {frame.filename}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(error.__traceback__, limit=-40)
        )
        log.error("%s%s", type(error).__name__, frames)
        self.crashed.emit(f"{type(error).__name__} {place}".strip())

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.take(error)

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None and not issubclass(arguments.exc_type, SystemExit):
            self.take(arguments.exc_value)


def _place(trace: TracebackType | None) -> str:
    frames = traceback.extract_tb(trace, limit=-1)
    if not frames:
        return ""
    last = frames[-1]
    *_, folder, name = ("", *last.filename.replace("\\", "/").split("/"))
    return f"{folder}/{name}:{last.lineno}"


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    qt_log.log(QT_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category, message)

"""The composition root: builds everything, connects it, runs it, ends it."""

import gc
import logging
import sys
from typing import TYPE_CHECKING

from desk.plain_imports import restore_plain_imports
from desk.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator
    from PySide6.QtWidgets import QApplication

    from desk.crash import CrashHook
    from desk.single_instance import SingleInstance
    from desk.ui.theme import Theme

log = logging.getLogger(__name__)

SWITCH_INTERVAL_S = 0.001
"""How long a worker may hold the interpreter while the window waits for it. Python's 5 ms make a
frame late whenever a page is being written; with 1 ms the p99 of the event loop halves."""


def run(settings: Settings, message: int | None = None) -> int:
    """Open the window and stay until it is closed; the process's exit status. `message`: the
    thread to show, in the desk that is running already when there is one.
    """
    from PySide6.QtWidgets import QApplication

    tune_interpreter()
    restore_plain_imports()
    from desk.crash import CrashHook
    from desk.logs import start_logging, stop_logging
    from desk.single_instance import SingleInstance

    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("desk")
    qt.setApplicationDisplayName("desk")
    qt.setDesktopFileName("msa-desk")
    handler = start_logging(settings.log_file, settings.log_level)
    translators = install_translations(qt, settings.language)
    hook = CrashHook()
    hook.install()
    try:
        instance = SingleInstance(settings)
        try:
            free = instance.take()
        except OSError:
            from desk.telling import tell_unusable_folder

            tell_unusable_folder(settings.data)
            return 2
        if not free:
            log.info("desk is already running: its window is called")
            return 0 if instance.call_the_other(message) else 1
        try:
            return _run_window(qt, settings, hook, instance, message)
        finally:
            instance.leave()
    finally:
        hook.uninstall()
        for translator in translators:
            qt.removeTranslator(translator)
        stop_logging(handler)


def tune_interpreter() -> None:
    """Python's settings for a process with a window, from its beginning."""
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    # While modules are read nothing that could be collected is made, yet the collector walks them
    # again and again: a tenth of the start. The window's own collector takes over from here.
    gc.disable()


def _run_window(
    qt: "QApplication",
    settings: Settings,
    hook: "CrashHook",
    instance: "SingleInstance",
    message: int | None,
) -> int:
    theme = build_theme(qt, settings)
    from desk.ui.opening_window import OpeningWindow

    # What follows takes half a second, most of it the reading of modules.
    opening = OpeningWindow(theme, settings.config.parent)
    opening.paint_now(qt)
    from desk.browser import Browser
    from desk.collector import Collector
    from desk.services.application import Application

    browser = Browser()
    application = Application(settings, browser.open, asks_for_key=True)
    application.services.lanes.unexpected.connect(hook.take)

    from desk.telling import CrashTeller
    from desk.ui.main_window import MainWindow

    window = MainWindow(application.services, theme)
    hook.crashed.connect(CrashTeller(window, settings.log_file).tell)

    window.guide.come_at_first_sign_in(application.services.session)
    instance.called.connect(window.come_forward)
    instance.message_wanted.connect(window.addressed.open)
    window.show()
    opening.hide()
    # The first frame, before anything asks the disk, the keyring or the portal.
    qt.processEvents()
    opening.deleteLater()
    application.start()
    if message is not None:
        window.addressed.open(message)
    collector = Collector()
    collector.start()
    try:
        return qt.exec()
    finally:
        collector.stop()
        window.close()
        application.close()


def build_theme(qt: "QApplication", settings: Settings) -> "Theme":
    """The theme of `settings`; the application wears it from then on, and its style sheet from the
    main window on.
    """
    from desk.resources import resource_path
    from desk.ui.theme import Theme, ThemeMode

    return Theme(qt, resource_path(), ThemeMode(settings.theme), sheet_later=True)


def install_translations(qt: "QApplication", language: str) -> "list[QTranslator]":
    """desk's words and Qt's own in `language`; what was not built stays English, and is logged."""
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    from desk.resources import ResourceMissing, translation_path

    QLocale.setDefault(QLocale(language))
    installed = []
    qt_words = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if qt_words.load(f"qtbase_{language}", folder):
        qt.installTranslator(qt_words)
        installed.append(qt_words)
    words = QTranslator()
    try:
        loaded = words.load(str(translation_path(language)))
    except ResourceMissing:
        loaded = False
    if loaded:
        qt.installTranslator(words)
        installed.append(words)
    else:
        log.warning("the translation to %s is missing", language)
    return installed

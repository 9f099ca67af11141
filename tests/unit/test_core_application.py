"""Around the windows: the log, the crash hook, one desk at a time, the command, the doctor."""

import configparser
import logging
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring.errors import NoKeyringError
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from desk import cli, doctor
from desk.address import address_of, message_of
from desk.browser import Browser
from desk.crash import CrashHook
from desk.logs import start_logging, stop_logging
from desk.models import upgrade
from desk.models.store import Store
from desk.resources import ResourceMissing, resource_path, translation_path
from desk.services.last_agent import LastAgent
from desk.services.secrets import Secrets
from desk.services.store_key import StoreKeys
from desk.settings import Settings
from desk.single_instance import SingleInstance
from tests.support.memory_keyring import MemoryKeyring


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings("http://127.0.0.1:9", tmp_path / "data", tmp_path / "desk.toml")


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    """A started log."""
    level = logging.getLogger().level
    file = tmp_path / "logs" / "desk.log"
    handler = start_logging(file, "INFO")
    yield file
    stop_logging(handler)
    logging.getLogger().setLevel(level)


def test_log_is_this_accounts_alone(log_file: Path) -> None:
    logging.getLogger("desk.test").info("a neutral line")
    assert "desk.test" in log_file.read_text(encoding="utf-8")
    assert stat.S_IMODE(log_file.stat().st_mode) == 0o600


def test_no_log_where_the_disk_refuses(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    level, last = logging.getLogger().level, logging.lastResort
    try:
        assert start_logging(tmp_path / "file" / "desk.log", "INFO") is None
        stop_logging(None)
    finally:
        logging.getLogger().setLevel(level)
        logging.lastResort = last


def test_a_crash_is_logged_without_its_words_and_told(log_file: Path) -> None:
    hook = CrashHook()
    told: list[str] = []
    hook.crashed.connect(told.append)
    try:
        raise KeyError("Odile Ferrandier")
    except KeyError as error:
        hook.take(error)
    content = log_file.read_text(encoding="utf-8")
    assert "KeyError" in content
    assert "test_core_application.py" in content
    assert "Ferrandier" not in content
    (what,) = told
    assert what.startswith("KeyError unit/test_core_application.py:")


def test_the_hook_takes_slots_and_threads(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, log_file: Path
) -> None:
    # pytest watches the same hooks.
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)

    class Sender(QObject):
        sent = Signal()

    hook, sender = CrashHook(), Sender()
    told: list[str] = []
    hook.crashed.connect(told.append)
    hook.install()

    def fail() -> None:
        raise ValueError("on purpose")

    try:
        sender.sent.connect(fail)
        sender.sent.emit()  # returns normally: the window lives on
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join(5)
        qtbot.waitUntil(lambda: len(told) == 2)
    finally:
        hook.uninstall()
    assert [each.split()[0] for each in told] == ["ValueError", "ValueError"]


def test_a_second_start_calls_the_first(qtbot: QtBot, settings: Settings) -> None:
    first = SingleInstance(settings)
    assert first.take()
    second = SingleInstance(settings)
    assert not second.take()
    with qtbot.waitSignal(first.called):
        assert second.call_the_other()
    first.leave()
    assert second.take()
    second.leave()
    assert not first.call_the_other()


def test_a_second_start_hands_its_message_over_and_nothing_else(
    qtbot: QtBot, settings: Settings
) -> None:
    first, second = SingleInstance(settings), SingleInstance(settings)
    assert first.take()
    asked: list[int] = []
    calls: list[None] = []
    first.message_wanted.connect(asked.append)
    first.called.connect(lambda: calls.append(None))
    name = first._server.fullServerName()
    for words in (
        b"desk://message/12\n",
        b"desk://message/12; rm -rf\n",
        b"desk://message/" + b"9" * 400 + b"\n",
        b"\xff\xfe\n",
        b"",
    ):
        with qtbot.waitSignal(first.called):
            stranger = QLocalSocket()
            stranger.connectToServer(name)
            assert stranger.waitForConnected(5_000)
            stranger.write(words)
            stranger.flush()
        qtbot.waitUntil(lambda words=words: asked == [12] or not words)  # type: ignore[misc]
        stranger.abort()
    with qtbot.waitSignal(first.message_wanted) as told:
        assert second.call_the_other(2**40)
    assert told.args == [2**40]
    assert asked == [12, 2**40]
    assert len(calls) == 6
    first.leave()


@pytest.mark.parametrize(
    "address",
    [
        "desk://message/", "desk://message/-1", "desk://message/1e3", "desk://message/12?x=1",
        "desk://message/١٢", "desk://thread/12", "https://message/12", "desk://message/12/3",
        "desk://message/1234567890123456789", "desk://message/12\n", "desk:message/12",
    ],
)  # fmt: skip
def test_an_address_is_an_integer_or_nothing(
    address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert message_of(address) is None
    with pytest.raises(SystemExit) as left:
        cli.main([address])
    assert left.value.code == 2
    assert "l’adresse d’un message" in capsys.readouterr().err


def test_the_desktop_entry_opens_addresses_with_desk() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(resource_path("desktop", "msa-desk.desktop"), encoding="utf-8")
    program = entry["Desktop Entry"]
    assert program["Exec"] == "desk %u"
    assert program["MimeType"] == "x-scheme-handler/desk;"
    assert message_of(address_of(7)) == 7


def test_another_portal_is_another_place(settings: Settings, tmp_path: Path) -> None:
    first = SingleInstance(settings)
    other = SingleInstance(Settings("https://autre.test", settings.data, settings.config))
    assert first.take()
    assert other.take()
    other.leave()
    first.leave()


def test_a_killed_desk_leaves_the_place_free(settings: Settings, tmp_path: Path) -> None:
    program = "\n".join(
        (
            "import os, sys",
            "from pathlib import Path",
            "from PySide6.QtCore import QCoreApplication",
            "from desk.settings import Settings",
            "from desk.single_instance import SingleInstance",
            "app = QCoreApplication([])",
            f"data = Path({str(settings.data)!r})",
            f"settings = Settings({settings.portal_url!r}, data, data / 'desk.toml')",
            "held = SingleInstance(settings)",
            "assert held.take()",
            "os.kill(os.getpid(), 9)",
        )
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, timeout=60)
    assert done.returncode == -9
    instance = SingleInstance(settings)
    assert instance.take()
    instance.leave()


def test_browser_is_asked_on_its_own_thread(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, bool]] = []

    def open_url(url: object) -> bool:
        on_main = threading.current_thread() is threading.main_thread()
        asked.append((url.toString(), on_main))  # type: ignore[attr-defined]
        return True

    monkeypatch.setattr("desk.browser.QDesktopServices.openUrl", open_url)
    browser = Browser()
    outcome: list[bool] = []
    worker = threading.Thread(target=lambda: outcome.append(browser.open("https://x.test/?a=b")))
    worker.start()
    qtbot.waitUntil(lambda: bool(outcome))
    worker.join(5)
    assert (asked, outcome) == ([("https://x.test/?a=b", True)], [True])


def test_resources() -> None:
    assert resource_path("icons", "desk.svg").is_file()
    with pytest.raises(ResourceMissing, match="nothing/here"):
        resource_path("nothing", "here")
    with pytest.raises(ResourceMissing, match="desk_xx"):
        translation_path("xx")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("desk 0.")


def test_unusable_setting_is_told_in_french(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESK_PORTAL_URL", "http://portail.exemple-msa.test")
    assert cli.main(["doctor"]) == 2
    assert "doit être en https" in capsys.readouterr().err


def test_doctor_tells_what_is_missing(settings: Settings, qtbot: QtBot) -> None:
    lines: list[str] = []
    assert doctor.run(settings, lines.append) == 1
    report = "\n".join(lines)
    assert "[ !! ] Portail : http://127.0.0.1:9 ne répond pas (unreachable)" in report
    assert "Base locale : personne ne s’est encore connecté" in report


def test_doctor_reads_the_last_agents_store(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    secrets = Secrets(MemoryKeyring().itself)
    monkeypatch.setattr(doctor, "Secrets", lambda: secrets)
    agent = settings.agent_digest("claire.exemple")
    LastAgent(settings).write(agent)
    assert "pas encore créée" in doctor._store(settings)[1]
    found = StoreKeys(settings, secrets).find(agent)
    Store.open(found.path, found.key).close()
    assert doctor._store(settings) == (
        True,
        f"Base locale : schéma {upgrade.HEAD}, 0 messages, 0 brouillons, 0 envois en attente",
    )
    store = Store.open(found.path, found.key)
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    ok, words = doctor._store(settings)
    assert (ok, "version plus récente" in words) == (False, True)


def test_doctor_says_why_the_store_stays_shut(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_keyring() -> MemoryKeyring:
        raise NoKeyringError("none here")

    agent = settings.agent_digest("claire.exemple")
    LastAgent(settings).write(agent)
    Store.open(settings.store_file(agent), bytes(32)).close()
    monkeypatch.setattr(doctor, "Secrets", lambda: Secrets(no_keyring))
    assert doctor._store(settings) == (
        False,
        "Base locale : chiffrée, et aucun trousseau de clés sur ce poste",
    )


def test_crash_box_is_shown_once_at_a_time(qtbot: QtBot, tmp_path: Path) -> None:
    from PySide6.QtWidgets import QMessageBox, QWidget

    from desk.telling import CrashTeller

    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    teller = CrashTeller(window, tmp_path / "desk.log")
    for _ in range(5):
        teller.tell("ValueError a/b.py:1")
    (box,) = window.findChildren(QMessageBox)
    assert "a/b.py:1" in box.informativeText()
    assert window.isVisible()
    QTimer.singleShot(0, box.accept)
    qtbot.waitUntil(lambda: window.findChildren(QMessageBox) == [])
    teller.tell("ValueError a/b.py:2")
    (again,) = window.findChildren(QMessageBox)
    again.accept()
    qtbot.waitUntil(lambda: window.findChildren(QMessageBox) == [])

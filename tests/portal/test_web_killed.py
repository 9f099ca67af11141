"""Two web processes that share a portal, killed in the middle: nothing is lost, or half there."""

import socket
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import psutil
import pytest
import requests
from django.utils import timezone
from post_office.models import Email
from pytest_django import DjangoDbBlocker

from portal.documents.models import DepositedFile, SealedContent
from portal.messaging.models import Thread
from portal.serving.housekeeping import keep_house
from tests.support.databases import SqliteDatabases, using
from tests.support.deposits import png
from tests.support.reader import typed
from tests.support.threads import all_at_once
from tests.support.web_processes import HttpReader, WebProcess
from tests.support.web_world import (
    FIRMIN,
    ODILE,
    QUESTION,
    SUJET,
    THEME,
    WITHOUT_SERVICE,
    build_web_world,
)

FILES = "/documents/envoyer/fichiers/"
READER = "portal.documents.inspection.child"
Found = TypeVar("Found")


@dataclass(frozen=True)
class Two:
    """Both serve when a test begins."""

    first: WebProcess
    second: WebProcess
    database_url: str
    folder: Path

    def counted(self, count: Callable[[], Found]) -> Found:
        """Ask the database itself."""
        with using(self.database_url):
            return count()


@pytest.fixture(scope="module")
def two(
    tmp_path_factory: pytest.TempPathFactory,
    sqlite_databases: SqliteDatabases,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[Two]:
    folder = tmp_path_factory.mktemp("killed")
    with django_db_blocker.unblock():
        url = sqlite_databases.new()
        with using(url):
            build_web_world()
        environment = {"PORTAL_DATA": str(folder / "data"), "PORTAL_DATABASE_URL": url}
        first, second = (WebProcess(environment, folder / f"{n}.log") for n in "ab")
        try:
            first.start()
            second.start()
            yield Two(first, second, url, folder / "data")
        finally:
            first.kill()
            second.kill()


def sent_and_left(process: WebProcess, content: bytes) -> socket.socket:
    """Send some bytes of a request, and wait for no answer."""
    line = socket.create_connection(("127.0.0.1", process.port), timeout=30)
    line.sendall(content)
    return line


def await_child(process: WebProcess) -> psutil.Process:
    paused, deadline = threading.Event(), time.monotonic() + 60
    while time.monotonic() < deadline:
        child = process.child(READER)
        if child is not None:
            return child
        paused.wait(0.005)
    raise TimeoutError("no file is being read")


def test_a_message_outlives_the_processes_it_is_written_with(two: Two) -> None:
    odile = HttpReader(two.first, ODILE)
    odile.open("/messages/nouveau/").choose(THEME).choose(SUJET).choose(WITHOUT_SERVICE)
    two.first.kill()
    # The page is still on her screen: what it posts, the other process takes.
    assert odile.at(two.second).press("Valider", text=QUESTION).path.endswith("/recapitulatif/")
    two.first.start()
    odile.at(two.first).open("/messages/nouveau/message/")
    assert typed(odile.one("textarea")) == QUESTION
    address, data = odile.open("/messages/nouveau/recapitulatif/").form("Envoyer")

    # Killed with « Envoyer » on its way: the lock keeps it from being done before.
    path = two.database_url.removeprefix("sqlite://")
    with closing(sqlite3.connect(path, timeout=20)) as lock:
        lock.execute("BEGIN IMMEDIATE")
        line = sent_and_left(two.first, odile.http.on_the_wire(address, data))
        two.first.kill()
        line.close()
        lock.rollback()
    assert two.counted(Thread.objects.count) == 0

    two.first.start()
    pressed = all_at_once(
        [
            lambda base=each.url: _pressed(odile, base, address, data)
            for each in (two.first, two.second)
        ]
    )
    assert [each for each in pressed if isinstance(each, Exception)] == []
    assert len(set(pressed)) == 1, "both were told of the same message"
    assert two.counted(Thread.objects.count) == 1
    assert two.counted(lambda: Thread.objects.get().messages.get().text) == QUESTION


def _pressed(reader: HttpReader, base: str, address: str, data: dict[str, str]) -> str:
    answer = requests.post(
        base + address, data=data, cookies=reader.http.cookies(), timeout=60, allow_redirects=False
    )
    return answer.headers["Location"]


@pytest.mark.long
def test_an_upload_is_there_whole_or_not_at_all(two: Two) -> None:
    firmin = HttpReader(two.second, FIRMIN)
    firmin.open("/documents/envoyer/").choose("D'autres documents").choose("1")
    address, data = firmin.form("Valider")
    firmin.post(address, {**data, "document-1-nature": "address", "reason": "Pièces demandées"})
    assert firmin.path == FILES
    before = {file.name for file in two.folder.iterdir()}
    address, data = firmin.form("Ajouter ces fichiers")
    part = {"files-1": ("bail.png", png())}

    whole = firmin.at(two.first).http.on_the_wire(address, data, part)
    for cut_short in (True, False):
        line = sent_and_left(two.first, whole[: len(whole) // 2] if cut_short else whole)
        if cut_short:
            two.first.kill()
        else:
            reader = await_child(two.first)
            reader.suspend()  # in the middle of the file, however fast it is
            two.first.kill()
            reader.resume()
            _, alive = psutil.wait_procs([reader], timeout=30)
            assert not alive, "nobody waits for it: it ends by itself"
        line.close()
        assert two.counted(DepositedFile.objects.count) == 0
        assert two.counted(SealedContent.objects.count) == 0
        firmin.at(two.second).open(FILES)
        assert "Reçu" not in firmin.text(), "nothing half-stored shows"
        two.first.start()

    firmin.at(two.first).open(FILES).add(png(), "bail.png")
    assert "bail.png" in firmin.text()
    address, data = firmin.form("Envoyer")
    data |= {"conform": "on", "not_medical": "on"}
    firmin.post(address, data)
    assert firmin.path.startswith("/documents/envoye")
    sent = firmin.path
    two.first.kill()  # no answer would have come a moment earlier
    firmin.at(two.second).post(address, data)
    assert firmin.path == sent, "pressed again, it is the same sending"
    assert two.counted(lambda: Email.objects.filter(to="firmin@exemple-msa.test").count()) == 1

    # Another one is begun and left: the housekeeping forgets it, and keeps what was accepted.
    firmin.open("/documents/envoyer/").choose("D'autres documents").choose("1")
    address, data = firmin.form("Valider")
    firmin.post(address, {**data, "document-1-nature": "address", "reason": "Autre pièce"})
    firmin.add(png(), "autre.png")
    assert two.counted(SealedContent.objects.count) == 2
    two.counted(lambda: keep_house(timezone.now() + timedelta(days=8)))
    kept = two.counted(lambda: [str(file.shown_name) for file in DepositedFile.objects.all()])
    assert kept == ["bail.png"]
    assert two.counted(SealedContent.objects.count) == 1
    assert {file.name for file in two.folder.iterdir()} == before, "no file is left on the disk"

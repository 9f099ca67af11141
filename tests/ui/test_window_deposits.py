"""« Documents déposés », as an agent reads them beside a real portal, and what stays of them."""

import os
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desk.demo.adherent import Adherent
from tests.support.deposits import blank, jpeg, written
from tests.support.desk_running import RunningDesk
from tests.support.fault_proxy import FaultProxy, What
from tests.support.portal_process import (
    ADHERENT_NIR,
    ADHERENT_PASSWORD,
    RunningPortal,
)
from tests.ui.conftest import StartDesk

ODILES = (
    "SELECT id FROM thread WHERE adherent_name LIKE 'FERRANDIER%' AND status = 'open'"
    " ORDER BY id LIMIT 1"
)
ANOTHERS = (
    "SELECT id FROM thread WHERE adherent_name NOT LIKE 'FERRANDIER%' AND status = 'open'"
    " ORDER BY id LIMIT 1"
)


def a_letter() -> bytes:
    """Two pages, the first blue from edge to edge."""
    with blank(2) as made:
        made.pages[0].Contents = made.make_stream(b"0 0 1 rg 0 0 595 842 re f")
        return written(made)


@pytest.fixture(scope="module")
def references(portal: RunningPortal) -> list[str]:
    """Two deposits of Odile's, made on the portal's own pages; the older one first."""
    odile = Adherent(portal.url)
    odile.sign_in(ADHERENT_NIR, ADHERENT_PASSWORD)
    return [
        odile.deposit(
            "Justificatif de domicile", "Odile Ferrandier", "Mon adresse", "a.pdf", a_letter()
        ),
        odile.deposit("Facture ou devis", "Paul\u2028Exemple", "Isolation", "b.jpg", jpeg()),
    ]


def found(desk: RunningDesk, query: str) -> int:
    ids: list[int] = []
    desk.services.lanes.query(
        lambda conn: [int(row[0]) for row in conn.exec_driver_sql(query)], ids.extend
    )
    desk.until(lambda: bool(ids), "an exchange")
    return ids[0]


def list_deposits(desk: RunningDesk) -> None:
    desk.open(found(desk, ODILES))
    desk.window.actions_by_id["deposits"].trigger()
    panel = desk.window.workspace.deposits.panel
    desk.until(lambda: panel.list.count() == 2, "both files")


def test_documents_are_listed_then_read_by_keys_and_nothing_of_them_stays(
    qtbot: QtBot,
    start_desk: StartDesk,
    references: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    with start_desk() as desk:
        desk.sign_in()
        came: list[bytes] = []
        opening = desk.window.workspace.deposits.viewer.open
        monkeypatch.setattr(
            desk.window.workspace.deposits.viewer,
            "open",
            lambda content, kind: (came.append(content), opening(content, kind)),
        )
        list_deposits(desk)
        panel = desk.window.workspace.deposits.panel
        newest, oldest = (panel.list.item(row).text() for row in range(2))
        assert "Facture ou devis · Paul Exemple · JPEG picture\n" in newest
        assert "Justificatif de domicile · Odile Ferrandier · PDF, 2 pages" in oldest
        assert f"{references[0]} · Mon adresse" in oldest
        assert panel.list.hasFocus()
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)
        assert not came, "moving in the list reads nothing"

        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
        view = panel.view
        desk.until(lambda: not view.picture.isNull(), "drawn")
        middle = view.picture.toImage().pixelColor(view.shown.width() // 2, 40)
        assert middle == QColor(0, 0, 255)
        wide = view.shown.width()
        qtbot.keyClick(view, Qt.Key.Key_P)
        desk.until(lambda: view.shown.width() < wide, "the whole page")
        assert view.shown.height() <= view.viewport().height()
        qtbot.keyClick(view, Qt.Key.Key_Plus)
        qtbot.keyClick(view, Qt.Key.Key_Plus)
        small = view.shown.width()
        desk.until(lambda: view.shown.width() > small, "larger")
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
        desk.until(lambda: view.picture.toImage().pixelColor(50, 40) == QColor("white"), "page 2")
        assert "Page 2 of 2" in view.accessibleDescription()
        qtbot.keyClick(view, Qt.Key.Key_Escape)
        assert panel.list.hasFocus()
        qtbot.keyClick(panel.list, Qt.Key.Key_Up)
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
        desk.until(lambda: len(came) == 2 and view.pages == 1 and not view.picture.isNull(), "JPEG")

        assert [each[:4] for each in came] == [b"%PDF", b"\xff\xd8\xff\xe0"]
        qtbot.keyClick(view, Qt.Key.Key_Escape)
        qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
        assert desk.window.workspace.inbox.isVisible()
        assert view.picture.isNull(), "what left the screen is gone"
        written = [path for path in tmp_path.rglob("*") if path.is_file()]
        assert any(path.suffix == ".sqlite3" or "store" in path.name for path in written)
        for path in written:
            content = path.read_bytes()
            for file in came:
                assert file[len(file) // 2 : len(file) // 2 + 48] not in content, path.name
        assert os.listdir(temporary) == []


@pytest.mark.usefixtures("references")
def test_another_adherents_documents_wait_to_be_asked_for(
    qtbot: QtBot, desk: RunningDesk, portal: RunningPortal
) -> None:
    list_deposits(desk)
    panel = desk.window.workspace.deposits.panel
    desk.open(found(desk, ANOTHERS))
    assert panel.list.count() == 0, "nothing of the one before"
    assert panel.again_button.isVisible()
    panel.again_button.click()
    desk.until(lambda: "has deposited no document" in panel.status.text(), "none")


@pytest.mark.usefixtures("references")
def test_offline_and_refused_are_told(start_desk: StartDesk, portal: RunningPortal) -> None:
    with FaultProxy(portal.url) as proxy, start_desk(portal_url=proxy.url) as desk:
        desk.sign_in()
        work = desk.window.workspace
        proxy.fail(What.DROP_BEFORE, r"GET /api/v1/threads/\d+/documents", times=1)
        desk.open(found(desk, ODILES))
        desk.window.actions_by_id["deposits"].trigger()
        panel = work.deposits.panel
        desk.until(lambda: "are not kept on this PC" in panel.status.text(), "offline")
        panel.again_button.click()
        desk.until(lambda: panel.list.count() == 2, "both files")
        row = panel.chosen
        assert row is not None
        gone = type(row.file)(id=2**40, media_type="application/pdf", size=9, pages=1)
        panel.read_requested.emit(type(row)(row.deposit, row.document, gone))
        desk.until(lambda: "no longer has this" in panel.status.text(), "gone")
        heavy = type(row.file)(id=row.file.id, media_type="application/pdf", size=10**9, pages=1)
        panel.read_requested.emit(type(row)(row.deposit, row.document, heavy))
        assert "too large" in panel.status.text()

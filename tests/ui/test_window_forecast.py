"""The forecast and the proof as a supervisor reads them; refused, offline and saved as files."""

from datetime import UTC, datetime
from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.ui.supervision.periods import Period, bounds
from tests.support.fault_proxy import FaultProxy, What
from tests.support.portal_process import RunningPortal
from tests.support.stall_watch import StallWatch
from tests.ui.conftest import StartDesk
from tests.ui.test_window_accessibility import nameless
from tests.ui.test_window_reply import click
from tests.ui.test_window_supervision import CHIEF, board_of


def test_what_will_break_and_what_if(
    qtbot: QtBot, start_desk: StartDesk, portal: RunningPortal, stalls: StallWatch
) -> None:
    with (
        FaultProxy(portal.url) as proxy,
        start_desk("chief", portal_url=proxy.url, login=CHIEF) as chief,
    ):
        chief.sign_in()
        board = board_of(chief, stalls)
        place = chief.window.workspace.supervision
        with stalls.excused("the page is being built, once"):
            board.forecast_button.click()
        page = place.forecast
        assert page.state.text() == "The portal is being asked…"
        chief.until(lambda: page.table.rowCount() == 10, "ten days")
        assert nameless(chief.window) == []
        assert len(page.chart.bars) == 10
        # The picture is told in words, and every word of it is in the table too.
        for row, bar in enumerate(page.chart.bars):
            assert f"{bar.said}: {bar.written}" in page.chart.accessibleDescription()
            assert page.table.item(row, 0).text() == bar.said
            assert page.table.item(row, 1).text() == bar.written
        assert "eight simulations of ten" in page.headline.text()
        assert "Public holidays" not in page.assumptions.text()
        assert page.assumptions.text().count("\n\n") >= 5
        what_if = page.what_if
        assert not what_if.ask_button.isEnabled(), "nothing is asked yet"
        what_if.saturday.setChecked(True)
        what_if.agents.setValue(what_if.agents.maximum())
        assert what_if.openings[0].frames == "09:00-12:00"
        assert len(what_if.moves) == 1
        click(qtbot, what_if.ask_button)
        chief.until(lambda: "Without the change" in page.headline.text(), "both ways")
        assert all(bar.before is not None for bar in page.chart.bars)
        assert page.table.columnCount() == 7
        proxy.fail(What.DROP_BEFORE, r"GET /api/v1/supervision/forecast", times=None)
        click(qtbot, what_if.clear_button)
        chief.until(lambda: "Old figures" in page.state.text(), "told that they are old")
        assert page.table.columnCount() == 7, "what was known stays"
        proxy.heal()
        click(qtbot, page.refresh_button)
        chief.until(lambda: page.table.columnCount() == 6, "as things are")
        qtbot.keyClick(page, Qt.Key.Key_Escape)
        assert place.pages.currentWidget() is board


def test_the_proof_is_read_and_saved(
    qtbot: QtBot, start_desk: StartDesk, stalls: StallWatch, tmp_path: Path
) -> None:
    with start_desk("chief", login=CHIEF) as chief:
        chief.sign_in()
        board = board_of(chief, stalls)
        with stalls.excused("the page is being built, once"):
            board.proof_button.click()
        page = chief.window.workspace.supervision.proof
        page.by.setCurrentIndex(page.by.findData("day"))
        page.period.setCurrentIndex(page.period.findData(Period.TWELVE_MONTHS))
        chief.until(lambda: "Figures of" in page.state.text(), "figures")
        page.period.setCurrentIndex(page.period.findData(Period.THIS_MONTH))
        chief.until(lambda: "Promise kept" in page.headline.text(), "some was judged this month")
        chief.until(lambda: page.table.rowCount() > 0, "days")
        assert nameless(chief.window) == []
        assert len(page.chart.points) == page.table.rowCount()
        first = page.table.item(0, 0).text()
        assert f"{first}: {page.table.item(0, 1).text()}" in page.chart.accessibleDescription()
        page.by.setCurrentIndex(page.by.findData("team"))
        chief.until(lambda: page.chart.isHidden(), "teams are no trend")
        judged = sum(int(page.table.item(row, 3).text()) for row in range(page.table.rowCount()))
        file = tmp_path / "delais.xlsx"
        page.save(str(file))
        chief.until(lambda: "Written: delais.xlsx" in page.state.text(), "written")
        assert openpyxl.load_workbook(file)["messages"].max_row == judged + 1
        page.save(str(tmp_path / "missing" / "delais.ods"))
        chief.until(lambda: "could not be written" in page.state.text(), "the disk refused")
        qtbot.keyClick(page, Qt.Key.Key_Escape)
        assert chief.window.workspace.supervision.pages.currentWidget() is board


def test_periods_are_whole_local_months() -> None:
    now = datetime(2026, 1, 15, 12, tzinfo=UTC)
    assert bounds(Period.LAST_MONTH, now, "Europe/Paris") == (
        datetime(2025, 11, 30, 23, tzinfo=UTC),
        datetime(2025, 12, 31, 23, tzinfo=UTC),
    )
    # The change of the clocks lies within.
    assert bounds(Period.THREE_MONTHS, now, "Europe/Paris")[0] == datetime(
        2025, 9, 30, 22, tzinfo=UTC
    )
    assert bounds(Period.TWELVE_MONTHS, now, "Europe/Paris")[0].year == 2024
    assert bounds(Period.THIS_MONTH, now, "Europe/Paris")[1] == datetime(
        2026, 1, 31, 23, tzinfo=UTC
    )

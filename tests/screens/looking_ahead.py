"""The forecast, waiting, as things are and what if; the proof over time and by thème."""

from tests.screens.camera import Camera
from tests.support.desk_running import RunningDesk


def looking_ahead(chief: RunningDesk, camera: Camera) -> None:
    """As a supervisor who stands before the board."""
    place = chief.window.workspace.supervision
    place.show_forecast()
    page = place.forecast
    camera.take("forecast-waiting")
    chief.until(lambda: page.table.rowCount() > 1, "days")
    camera.take("forecast")
    page.what_if.saturday.setChecked(True)
    page.what_if.agents.setValue(1)
    page.what_if.ask_button.click()
    chief.until(lambda: page.chart.bars[0].before is not None, "both ways")
    camera.take("forecast-what-if")
    place.show_proof()
    proof = place.proof
    proof.by.setCurrentIndex(proof.by.findData("day"))
    chief.until(lambda: len(proof.chart.points) > 1, "days")
    camera.take("promise-over-time")
    proof.by.setCurrentIndex(proof.by.findData("theme"))
    chief.until(proof.chart.isHidden, "thèmes are no trend")
    camera.take("promise-by-theme")

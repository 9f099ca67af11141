"""« Rendez-vous »: a request with its answer's form in each of its three shapes."""

from desk.demo.adherent import Adherent
from tests.screens.camera import Camera
from tests.screens.moves import do
from tests.support.desk_running import RunningDesk
from tests.support.portal_process import ADHERENT_NIR, ADHERENT_PASSWORD, RunningPortal


def answering_requests(desk: RunningDesk, camera: Camera, portal: RunningPortal) -> None:
    """None at first; then a request by telephone."""
    do(desk, "appointments")
    window = desk.window.workspace.appointments.current
    assert window is not None
    desk.until(lambda: window.empty.isVisible(), "asked")
    camera.take("appointments-none", window)
    odile = Adherent(portal.url)
    odile.sign_in(ADHERENT_NIR, ADHERENT_PASSWORD)
    odile.ask_appointment("Je travaille le matin.", "03 22 00 00 00")
    window.refresh_button.click()
    desk.until(lambda: window.form.half_days[0].count() > 5, "half-days are offered")
    for number, shape in enumerate(("confirm", "propose", "refuse")):
        window.form.kinds.button(number).setChecked(True)
        camera.take(f"appointments-{shape}", window)
    window.form.kinds.button(0).setChecked(True)
    window.close()

"""The pages of the monthly report, as a supervisor receives it."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

from tests.screens.camera import Camera
from tests.support.portal_process import RunningPortal, portal_command

CAISSE = "picardie"
ENLARGED = 1.6
"""Of 72 points to the inch: two pages beside one another fill a screen."""


def reporting(camera: Camera, portal: RunningPortal) -> None:
    """It is in French, on paper, and has one look."""
    if camera.session.language != "fr" or camera.session.scale != 100:
        return
    with TemporaryDirectory() as place:
        file = Path(place) / "report.pdf"
        made = portal_command(
            "monthly-report",
            "--caisse",
            CAISSE,
            "--output",
            str(file),
            environment=portal.environment,
        )
        assert made.returncode == 0, made.stderr
        with pypdfium2.PdfDocument(file) as document:
            for number, page in enumerate(document, start=1):
                path = camera.folder / camera.session.name / f"report-{number}.png"
                path.parent.mkdir(parents=True, exist_ok=True)
                page.render(scale=ENLARGED).to_pil().save(path)
                print(f"{camera.session.name} report-{number}", flush=True)

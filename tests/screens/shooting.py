"""One process's share of the photographs: one language, one scale.

Qt takes its scale factor once, when the application begins: each scale has a process of its own.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from desk.app import install_translations
from desk.demo.offscreen import without_platform_noise
from desk.resources import resource_path
from desk.ui.theme import Theme
from tests.screens.acts import acting, explaining
from tests.screens.answers import answering, proving
from tests.screens.apart import ending, leaving, losing_the_portal
from tests.screens.appointments import answering_requests
from tests.screens.beside import opening_windows, reading_deposits
from tests.screens.camera import Camera, Session
from tests.screens.colleagues import meeting_a_colleague
from tests.screens.drafts import drafting, writing_elsewhere
from tests.screens.hands import beginning, guiding, taking_several
from tests.screens.helping import helping
from tests.screens.inbox import reading, remembering
from tests.screens.looking_ahead import looking_ahead
from tests.screens.planning import planning
from tests.screens.report import reporting
from tests.screens.reviews import reviewing
from tests.screens.searching import searching
from tests.screens.starting import choosing_a_key, failing, opening, signing_in
from tests.screens.supervising import supervising
from tests.screens.writing import writing
from tests.support.desk_running import RunningDesk, running_desk
from tests.support.portal_process import RunningPortal, running_portal


@dataclass(frozen=True)
class Scene:
    """Where everything happens."""

    portal: RunningPortal
    place: Path
    """A folder for the desks."""
    claire: RunningDesk
    karim: RunningDesk
    camera: Camera
    stop_portal: Callable[[], None]


def _supervision(scene: Scene) -> None:
    with running_desk(
        scene.portal.url, scene.place / "sylvie", scene.camera.theme, login="sylvie.exemple"
    ) as chief:
        supervising(chief, scene.camera.of(chief))
        looking_ahead(chief, scene.camera.of(chief))


def _no_portal(scene: Scene) -> None:
    scene.karim.services.sync.stop()
    scene.stop_portal()
    losing_the_portal(scene.claire, scene.camera)


def _review(scene: Scene) -> None:
    with ExitStack() as running:
        noe, chief = (
            running.enter_context(
                running_desk(
                    scene.portal.url,
                    scene.place / f"{name}-review",
                    scene.camera.theme,
                    login=f"{name}.exemple",
                )
            )
            for name in ("noe", "sylvie")
        )
        for each in (noe, chief):
            each.sign_in()
        reviewing(noe, chief, scene.camera)


PARTS: dict[str, Callable[[Scene], None]] = {
    "inbox": lambda on: reading(on.claire, on.camera),
    "guide": lambda on: guiding(on.claire, on.camera),
    "begin": lambda on: beginning(on.claire, on.camera),
    "several": lambda on: taking_several(on.claire, on.camera),
    "help": lambda on: helping(on.claire, on.camera),
    "search": lambda on: searching(on.claire, on.camera),
    "adherent": lambda on: remembering(on.claire, on.camera),
    "deposits": lambda on: reading_deposits(on.claire, on.camera, on.portal),
    "appointments": lambda on: answering_requests(on.claire, on.camera, on.portal),
    "windows": lambda on: opening_windows(on.claire, on.camera),
    "writing": lambda on: writing(on.claire, on.camera),
    "colleague": lambda on: meeting_a_colleague(on.claire, on.karim, on.camera),
    "answer": lambda on: answering(on.claire, on.camera, on.portal),
    "proof": lambda on: proving(on.claire, on.camera),
    "acts": lambda on: acting(on.claire, on.camera),
    "deadline": lambda on: explaining(on.claire, on.camera),
    "drafts": lambda on: drafting(on.claire, on.camera),
    "elsewhere": lambda on: writing_elsewhere(
        on.claire, on.camera, on.portal.url, on.place / "claire-2"
    ),
    "planning": lambda on: planning(on.claire, on.camera, on.portal),
    "review": _review,
    "supervision": _supervision,
    "report": lambda on: reporting(on.camera, on.portal),
    "crash": lambda on: failing(on.claire, on.camera),
    "session": lambda on: ending(on.claire, on.camera),
    "offline": _no_portal,
    "leaving": lambda on: leaving(on.claire, on.camera),
}
"""In this order. « proof » shows the reply of « answer »; nothing follows « leaving »."""


def shoot(
    session: Session,
    folder: Path,
    words: Path | None,
    parts: list[str],
    kind: type[Camera] = Camera,
) -> None:
    """Take the pictures of some parts. `words`: the pseudo-locale's; None: French."""
    with (
        without_platform_noise(),
        _studio(session, words) as (theme, place),
        ExitStack() as portals,
    ):
        portal = portals.enter_context(
            running_portal(
                place / "portal",
                PORTAL_SMTP_URL="smtp://127.0.0.1:9",
                PORTAL_UNDO_SECONDS=str(kind.undo_seconds),
            )
        )
        with (
            running_desk(portal.url, place / "claire", theme) as claire,
            running_desk(portal.url, place / "karim", theme, login="karim.exemple") as karim,
        ):
            camera = kind(claire, theme, folder, session)
            if "start" in parts:
                opening(camera, place / "opening")
                signing_in(claire, camera)
                choosing_a_key(portal.url, place / "no-keyring", camera)
            claire.sign_in()
            karim.sign_in()
            scene = Scene(portal, place, claire, karim, camera, portals.close)
            for name, part in PARTS.items():
                if name in parts:
                    part(scene)


@contextmanager
def _studio(session: Session, words: Path | None) -> Iterator[tuple[Theme, Path]]:
    """The application in the session's language, and a place for the portal and the desks."""
    qt = QApplication.instance() or QApplication([])
    assert isinstance(qt, QApplication)
    translators = install_translations(qt, "fr")
    assert len(translators) == 2, "build the translations first: make words"
    if words is not None:
        # Qt asks the newest first: French dates stay French dates.
        pseudo = QTranslator()
        assert pseudo.load(str(words)), words
        qt.installTranslator(pseudo)
        translators.append(pseudo)
    theme = Theme(qt, resource_path(), session.looks[0])
    with tempfile.TemporaryDirectory() as place:
        yield theme, Path(place)

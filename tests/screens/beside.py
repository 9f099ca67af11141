"""What stands beside the exchange being answered: deposited documents, other messages' windows."""

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage, QPainter

from desk.demo.adherent import Adherent
from tests.screens.camera import Camera
from tests.screens.moves import do, go_to, thread_of
from tests.support.desk_running import RunningDesk
from tests.support.portal_process import ADHERENT_NIR, ADHERENT_PASSWORD, RunningPortal


def reading_deposits(desk: RunningDesk, camera: Camera, portal: RunningPortal) -> None:
    """None at first; then one that is opened."""
    odile = Adherent(portal.url)
    odile.sign_in(ADHERENT_NIR, ADHERENT_PASSWORD)
    odile.deposit(
        "Justificatif de domicile",
        "Odile Ferrandier",
        "Changement d’adresse après notre déménagement",
        "facture.jpg",
        an_invoice(),
    )
    work = desk.window.workspace
    go_to(desk, thread_of(desk, "TAILLEFER"))
    do(desk, "deposits")
    panel = work.deposits.panel
    desk.until(lambda: work.deposits.is_listed, "listed")
    camera.take("deposits-none")
    go_to(desk, thread_of(desk, "FERRANDIER"))
    camera.take("deposits-of-another")
    panel.again_button.click()
    desk.until(lambda: panel.list.count() > 0, "listed")
    panel.open_button.click()
    desk.until(lambda: not panel.view.picture.isNull(), "drawn")
    camera.take("deposits")
    work.search.focus_list()


def opening_windows(desk: RunningDesk, camera: Camera) -> None:
    """A message in its own window, and what the main one says meanwhile."""
    thread_id = thread_of(desk, "PIETRACASALE")
    go_to(desk, thread_id)
    do(desk, "open_window")
    window = desk.window.message_windows.windows[thread_id]
    desk.until(lambda: window.bench.thread_view is not None, "shown")
    camera.take("message-window", window)
    window.actions_by_id["adherent"].trigger()
    desk.until(lambda: window.beside.adherent.panel.list.count() > 0, "listed")
    window.resize(1340, 820)  # the offscreen platform's screen has no room for it to grow
    camera.take("message-window-history", window)
    window.actions_by_id["deposits"].trigger()
    desk.until(lambda: window.beside.deposits.is_listed, "listed")
    camera.take("message-window-deposits", window)
    camera.take("message-elsewhere")
    window.close()
    desk.until(lambda: desk.shown == thread_id, "back")


def an_invoice() -> bytes:
    """A picture of a page with lines on it, as JPEG."""
    page = QImage(900, 1270, QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    painter = QPainter(page)
    painter.setPen(QColor("black"))
    for line in range(28):
        text = f"Facture d’eau · ligne {line + 1} · 12 rue des Lilas, Beauvais"
        painter.drawText(90, 120 + 38 * line, text)
    painter.end()
    encoded = QBuffer()
    encoded.open(QBuffer.OpenModeFlag.WriteOnly)
    if not page.save(encoded, "JPEG"):  # type: ignore[call-overload]
        raise OSError("no JPEG here")
    return bytes(encoded.data().data())

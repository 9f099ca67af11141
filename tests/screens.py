"""Takes a screenshot of every main state of the window, from a real portal with invented data.

python -m tests.screens [folder]      (default: build/screens)

Each state is taken light and dark, wide (1440 × 900) and narrow (1180 × 720).
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk import wire
from desk.app import install_translations
from desk.demo.offscreen import without_platform_noise
from desk.instants import from_ms
from desk.resources import resource_path
from desk.ui.acts.motif_dialog import MotifDialog
from desk.ui.acts.text_dialog import TextDialog
from desk.ui.acts.transfer_dialog import TransferDialog
from desk.ui.common.banner import Banner
from desk.ui.composer.template_dialog import TemplateDialog
from desk.ui.drafts.elsewhere_dialog import ElsewhereDialog
from desk.ui.drafts.versions_dialog import VersionsDialog
from desk.ui.scheduling.absence_dialog import AbsenceDialog
from desk.ui.scheduling.schedule_dialog import ScheduleDialog
from desk.ui.sign_out_dialog import SignOutDialog
from desk.ui.supervision.share_dialog import ShareDialog
from desk.ui.supervision.team_window import TeamWindow
from desk.ui.theme import Theme, ThemeMode
from tests.support.desk_running import RunningDesk, running_desk, settle
from tests.support.portal_process import RunningPortal, running_portal, running_worker

ROOT = Path(__file__).resolve().parents[1]
SIZES = ((1440, 900), (1180, 720))
LOOKS = (ThemeMode.LIGHT, ThemeMode.DARK)

ANSWER = (
    "Bonjour Monsieur,\n\nVos trois consultations ont été réglées hier. Le versement apparaîtra"
    " sous deux jours dans la rubrique « Mes paiements ».\n\nCordialement,\nClaire Exemple"
)
OTHER_ANSWER = (
    "Bonjour Monsieur,\n\nNous n’avons pas reçu la feuille de soins du dentiste. Pouvez-vous nous"
    " l’envoyer par « Envoyer un document » ?\n\nCordialement,\nKarim Exemple"
)


class Camera:
    """Photographs a state in every look and size."""

    def __init__(self, desk: RunningDesk, theme: Theme, folder: Path) -> None:
        self._desk = desk
        self.theme = theme
        self._folder = folder

    def take(self, name: str, dialog: QWidget | None = None) -> None:
        """`dialog`: photographed instead of the window, in each look."""
        for look in LOOKS:
            self.theme.set_mode(look)
            for size in SIZES if dialog is None else SIZES[:1]:
                self._desk.window.resize(*size)
                subject = dialog or self._desk.window
                settle(subject)
                if dialog is not None:
                    dialog.grab()  # the first drawing after a change of look lays out
                    settle(subject)
                width = f"{size[0]}" if dialog is None else "dialog"
                path = self._folder / f"{name}-{look.value}-{width}.png"
                if not subject.grab().save(str(path)):
                    raise OSError(f"{path} cannot be written")
        self.theme.set_mode(ThemeMode.LIGHT)
        self._desk.window.resize(*SIZES[0])
        settle(self._desk.window)
        print(name)


def thread_of(desk: RunningDesk, name: str) -> int:
    """The newest open exchange of an invented adherent."""
    found: list[int] = []
    desk.services.lanes.query(
        lambda conn: [
            int(row[0])
            for row in conn.exec_driver_sql(
                "SELECT id FROM thread WHERE adherent_name LIKE ? AND status = 'open'"
                " ORDER BY id DESC",
                (f"{name}%",),
            )
        ],
        found.extend,
    )
    desk.until(lambda: bool(found), name)
    return found[0]


def go_to(desk: RunningDesk, thread_id: int) -> None:
    """Open an exchange and select it in the list."""
    desk.window.workspace.go_to(thread_id)
    desk.until(lambda: desk.shown == thread_id, f"exchange {thread_id}")


def publish(desk: RunningDesk, thread_id: int, text: str) -> None:
    """Answer an exchange as its agent would."""
    go_to(desk, thread_id)
    work = desk.window.workspace
    work.centre.composer.editor.insert(text)
    work.publishing.publish()
    assert work.dialogs.current is not None
    work.dialogs.current.accept()


def signing_in(desk: RunningDesk, camera: Camera) -> None:
    page = desk.window.sign_in_page
    desk.until(page.isVisible, "sign-in page")
    camera.take("sign-in")
    page.show_waiting()
    camera.take("sign-in-waiting")
    page.show_failure("offline")
    camera.take("sign-in-failed")
    page.show_ready()


def reading(desk: RunningDesk, camera: Camera) -> None:
    inbox = desk.window.workspace.inbox
    camera.take("nothing-open")
    go_to(desk, thread_of(desk, "FERRANDIER"))
    camera.take("inbox-grouped")
    inbox.filters.orders.button(1).click()
    desk.until(lambda: desk.services.inbox.outline.choice.by_due, "flat")  # type: ignore[union-attr]
    settle(desk.window)
    camera.take("inbox-flat")
    inbox.filters.orders.button(0).click()
    desk.until(lambda: not desk.services.inbox.outline.choice.by_due, "grouped")  # type: ignore[union-attr]


def searching(desk: RunningDesk, camera: Camera) -> None:
    place = desk.window.workspace.search
    desk.until(lambda: desk.services.search_keeper.whole, "the index is made")
    place.open()
    panel = place.panel
    camera.take("search-start")
    search_for(desk, "attestation")
    camera.take("search-found")
    panel.focus_results()
    panel.view.setCurrentIndex(panel.model.index(0))
    panel.view.activated.emit(panel.model.index(0))
    desk.until(lambda: desk.shown == panel.model.hits[0].thread_id, "opened at its text")
    camera.take("search-opened")
    search_for(desk, "carte avant:bientot objet:vol ")
    desk.until(panel.problems.isVisible, "told")
    camera.take("search-problems")
    search_for(desk, "ornithorynque")
    camera.take("search-nothing")
    panel.focus_box()
    panel.box.clear()
    QTest.keyClicks(panel.box, "stat")
    camera.take("search-suggestions")
    panel.box.clear()
    place.focus_list()


def remembering(desk: RunningDesk, camera: Camera) -> None:
    """The adherent's other exchanges beside the conversation."""
    work = desk.window.workspace
    go_to(desk, thread_of(desk, "FERRANDIER"))
    work.show_adherent()
    panel = work.adherent.panel
    desk.until(lambda: bool(panel.text.toPlainText()), "texts")
    camera.take("adherent")
    work.search.focus_list()


def search_for(desk: RunningDesk, text: str) -> None:
    panel = desk.window.workspace.search.panel
    panel.search_for(text)
    desk.until(lambda: bool(panel.answer and panel.answer.asking.text == text), text)


def writing(desk: RunningDesk, camera: Camera) -> None:
    work = desk.window.workspace
    composer = work.centre.composer
    go_to(desk, thread_of(desk, "TAILLEFER"))
    work.claim()
    desk.until(lambda: bool(work.thread_view and work.thread_view.claimed_by_me), "claimed")
    work.choose_template()
    dialog = work.dialogs.current
    assert isinstance(dialog, TemplateDialog)
    dialog.choose("pieces-manquantes")
    camera.take("template", dialog)
    dialog.accept()
    settle(desk.window)
    desk.until(lambda: "ce PC" in composer.state_line.text, "saved")
    camera.take("missing-value")
    composer.clear()
    composer.editor.insert(ANSWER)
    desk.until(lambda: "ce PC" in composer.state_line.text, "saved")
    camera.take("conversation")
    work.publishing.publish()
    assert work.dialogs.current is not None
    camera.take("confirm", work.dialogs.current)
    work.dialogs.current.reject()


def meeting_a_colleague(desk: RunningDesk, karim: RunningDesk, camera: Camera) -> None:
    work = desk.window.workspace
    held = thread_of(desk, "KERGOAT")
    go_to(karim, held)
    karim.window.workspace.claim()
    go_to(desk, held)
    desk.until(lambda: bool(work.thread_view and work.thread_view.claim_name), "held")
    work.centre.composer.editor.insert("Bonjour Madame,\n")
    desk.until(lambda: "ce PC" in work.centre.composer.state_line.text, "saved")
    camera.take("held-by-a-colleague")

    # The text of `writing` is still the draft of Monsieur Taillefer's exchange.
    thread_id = thread_of(desk, "TAILLEFER")
    go_to(desk, thread_id)
    work.release()
    karim.until(lambda: is_free(karim, thread_id), "given back")
    desk.services.sync.stop()
    publish(karim, thread_id, OTHER_ANSWER)
    karim.until(lambda: karim.window.workspace.thread_view.status == "answered", "answered")  # type: ignore[union-attr]
    work.publishing.publish()
    assert work.dialogs.current is not None
    work.dialogs.current.accept()
    desk.until(lambda: work.centre.conflicting is not None, "conflict")
    desk.services.sync.start()
    desk.until(lambda: "À jour" in desk.window.status.connection.text(), "online again")
    camera.take("conflict")


def is_free(desk: RunningDesk, thread_id: int) -> bool:
    if desk.shown != thread_id:
        desk.window.workspace.open_thread(thread_id)
        return False
    view = desk.window.workspace.thread_view
    return view is not None and view.claim_name is None


def answering(desk: RunningDesk, camera: Camera, portal: RunningPortal) -> None:
    work = desk.window.workspace
    thread_id = thread_of(desk, "FERRANDIER")
    publish(desk, thread_id, ANSWER.replace("Monsieur", "Madame"))
    with running_worker(portal):
        desk.until(
            lambda: any(
                told.kind == "reply_available" and told.state != "to_send"
                for told in (work.thread_view.notifications if work.thread_view else ())
            ),
            "the notification was tried",
        )
    camera.take("answered")


def drafting(desk: RunningDesk, camera: Camera) -> None:
    """Versions of a draft, and another PC's text."""
    work = desk.window.workspace
    composer = work.centre.composer
    thread_id = thread_of(desk, "VAYSSADE")
    go_to(desk, thread_id)
    for text in ("Bonjour Madame,\n\nVotre dossier est complet.", ANSWER):
        composer.restore(text, len(text))
        work.save()
        desk.until(lambda: "ce PC" in composer.state_line.text, "saved")
    work.drafts.show_versions()
    desk.until(lambda: isinstance(work.dialogs.current, VersionsDialog), "versions")
    versions = work.dialogs.current
    assert isinstance(versions, VersionsDialog)
    desk.until(lambda: versions.chosen is not None, "read")
    camera.take("draft-versions", versions)
    versions.reject()
    view = work.thread_view
    assert view is not None
    assert view.draft is not None
    remote = wire.Draft(
        thread_id, OTHER_ANSWER, 3, from_ms(view.draft.saved_ms - 5_400_000), "ACCUEIL-BEAUVAIS-2"
    )
    both = ElsewhereDialog(
        camera.theme,
        work.times,
        f"{view.adherent_name} · {view.motif_label} · {view.reference}",
        view.draft,
        remote,
        desk.services.clock.now_ms(),
        desk.window,
    )
    both.open()
    camera.take("draft-elsewhere", both)
    both.reject()
    both.deleteLater()


def planning(desk: RunningDesk, camera: Camera, portal: RunningPortal) -> None:
    """A reply that leaves later, one that is held, and who is away."""
    work = desk.window.workspace
    work.scheduling.schedule()
    later = work.dialogs.current
    assert isinstance(later, ScheduleDialog)
    camera.take("schedule", later)
    later.fields.quick[-1].click()
    camera.take("schedule-late", later)
    later.accept()
    desk.until(lambda: bool(work.thread_view and work.thread_view.scheduled), "scheduled")
    desk.until(lambda: not work.centre.composer.text, "gone from the composer")
    camera.take("scheduled")
    work.scheduling.cancel()
    desk.until(lambda: bool(work.centre.composer.text), "taken back")
    work.scheduling.note_absence()
    absence = work.dialogs.current
    assert isinstance(absence, AbsenceDialog)
    camera.take("absence", absence)
    absence.accept()
    desk.until(desk.window.banners.absence.isVisible, "noted")
    desk.services.publisher.schedule(
        thread_of(desk, "VAYSSADE"), ANSWER, "answer", desk.services.clock.now_ms() + 500
    )
    with running_worker(portal):
        desk.until(
            lambda: bool(
                work.thread_view
                and work.thread_view.scheduled
                and work.thread_view.scheduled.held_because
            ),
            "held",
        )
    camera.take("held-because-absent")
    desk.services.absence.set(None)
    desk.until(lambda: not desk.window.banners.absence.isVisible(), "back")


def leaving(desk: RunningDesk, camera: Camera) -> None:
    """The question before signing out; what is said to who may no longer work here."""
    go_to(desk, thread_of(desk, "QUINCAMPOIX"))
    work = desk.window.workspace
    work.centre.composer.restore("Bonjour,\n", 0)
    desk.window.signing_out.ask()
    dialog = work.dialogs.current
    assert isinstance(dialog, SignOutDialog)
    desk.until(lambda: "brouillon" in dialog.unsent.text(), "counted")
    camera.take("sign-out", dialog)
    dialog.wipe_box.setChecked(True)
    camera.take("sign-out-wiping", dialog)
    dialog.accept()
    page = desk.window.sign_in_page
    desk.until(page.isVisible, "signed out")
    page.say_revoked()
    camera.take("access-taken-away")


def acting(desk: RunningDesk, camera: Camera) -> None:
    """The dialogs of the acts, and an exchange with a note and a corrected motif."""
    work = desk.window.workspace
    go_to(desk, thread_of(desk, "MONTALIVET"))
    for action, name in (("note", "note"), ("close_thread", "close")):
        desk.window.actions_by_id[action].trigger()
        dialog = work.dialogs.current
        assert isinstance(dialog, TextDialog)
        dialog.edit.setPlainText("Rappelée ce matin : elle enverra l’acte de naissance.")
        camera.take(name, dialog)
        if name == "note":
            dialog.accept()
        else:
            dialog.reject()
    desk.window.actions_by_id["reclassify"].trigger()
    motif = work.dialogs.current
    assert isinstance(motif, MotifDialog)
    motif.search.setText("carte")
    camera.take("motif", motif)
    motif.accept()
    desk.window.actions_by_id["transfer"].trigger()
    transfer = work.dialogs.current
    assert isinstance(transfer, TransferDialog)
    camera.take("transfer-team", transfer)
    transfer.search.setText("alsace")
    transfer.edit.setPlainText("Elle a déménagé à Colmar au printemps.")
    camera.take("transfer-caisse", transfer)
    transfer.reject()
    desk.until(lambda: bool(work.thread_view and work.thread_view.original_motif), "corrected")
    desk.until(lambda: bool(work.thread_view and work.thread_view.notes), "noted")
    camera.take("note-and-event")


def proving(desk: RunningDesk, camera: Camera) -> None:
    """The chain of proof of the reply of `answering`."""
    desk.window.proof.open()
    window = desk.window.proof.current
    assert window is not None
    camera.take("proof", window)
    desk.window.proof.close()


def losing_the_portal(desk: RunningDesk, camera: Camera) -> None:
    work = desk.window.workspace
    desk.until(lambda: "Hors ligne" in desk.window.status.connection.text(), "offline")
    publish(desk, thread_of(desk, "CASTANIER"), ANSWER.replace("Monsieur", "Madame"))
    desk.until(lambda: work.centre.composer.cancel_button.isVisible(), "queued")
    camera.take("offline")
    moved = thread_of(desk, "GABORIEAU")
    go_to(desk, moved)
    desk.window.actions_by_id["reclassify"].trigger()
    motif = work.dialogs.current
    assert isinstance(motif, MotifDialog)
    motif.accept()
    desk.until(lambda: bool(work.thread_view and work.thread_view.pending.motif), "waits")
    camera.take("motif-waits")
    desk.window.show_outbox()
    desk.until(lambda: desk.window.outbox_window.model.rowCount() > 0, "outbox")
    camera.take("outbox", desk.window.outbox_window)
    desk.window.outbox_window.hide()
    desk.window.banners.say_ended()
    desk.window.banners.say_not_kept("absent")
    camera.take("session-ended")
    for banner in desk.window.banners.findChildren(Banner):
        banner.hide()


@contextmanager
def studio(folder: Path) -> Iterator[tuple[Theme, Path]]:
    """The application in French, and a place for the portal."""
    qt = QApplication.instance() or QApplication([])
    assert isinstance(qt, QApplication)
    translators = install_translations(qt, "fr")
    assert len(translators) == 2, "build the translations first: make words"
    folder.mkdir(parents=True, exist_ok=True)
    theme = Theme(qt, resource_path(), ThemeMode.LIGHT)
    with tempfile.TemporaryDirectory() as place:
        yield theme, Path(place)


def supervising(chief: RunningDesk, camera: Camera) -> None:
    """The board, the messages behind a figure, sharing out, the agents, and a paused deadline."""
    chief.sign_in()
    work = chief.window.workspace
    go_to(chief, thread_of(chief, "GABORIEAU"))
    chief.window.actions_by_id["deadline"].trigger()
    account = chief.window.deadline.current
    assert account is not None
    chief.until(lambda: account.table.rowCount() > 0, "the account")
    camera.take("deadline", account)
    account.reject()
    view = work.thread_view
    assert view is not None
    chief.services.publisher.pause(view.thread_id, "Attestation de scolarité attendue")
    chief.until(
        lambda: work.thread_view is not None and work.thread_view.pause is not None, "paused"
    )
    camera.take("paused")
    chief.services.publisher.resume(view.thread_id)
    work.supervision.switch()
    board = work.supervision.board
    chief.until(lambda: board.groups.model.rowCount() > 0, "figures")
    camera.take("supervision")
    board.cards.cards["open"].click()
    page = work.supervision.list
    chief.until(lambda: page.model.rowCount() > 2, "messages")
    for row in range(3):
        page.table.selectionModel().select(
            page.model.index(row, 0),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )
    page.acts["share"].click()
    chief.until(lambda: isinstance(work.dialogs.current, ShareDialog), "the plan")
    assert work.dialogs.current is not None
    camera.take("supervision-share", work.dialogs.current)
    work.dialogs.current.accept()
    chief.until(lambda: page.results.list.count() > 0, "results")
    camera.take("supervision-list")
    work.supervision.show_team()
    team = work.dialogs.current
    assert isinstance(team, TeamWindow)
    chief.until(lambda: team.table.rowCount() > 0, "agents")
    camera.take("supervision-agents", team)
    team.reject()


def main(folder: Path) -> None:
    """Take them all."""
    with without_platform_noise(), studio(folder) as (theme, place), ExitStack() as portals:
        portal = portals.enter_context(
            running_portal(place / "portal", PORTAL_SMTP_URL="smtp://127.0.0.1:9")
        )
        with (
            running_desk(portal.url, place / "claire", theme) as claire,
            running_desk(portal.url, place / "karim", theme, login="karim.exemple") as karim,
        ):
            camera = Camera(claire, theme, folder)
            signing_in(claire, camera)
            claire.sign_in()
            karim.sign_in()
            reading(claire, camera)
            searching(claire, camera)
            remembering(claire, camera)
            writing(claire, camera)
            meeting_a_colleague(claire, karim, camera)
            answering(claire, camera, portal)
            proving(claire, camera)
            acting(claire, camera)
            drafting(claire, camera)
            planning(claire, camera, portal)
            with running_desk(portal.url, place / "sylvie", theme, login="sylvie.exemple") as chief:
                supervising(chief, Camera(chief, theme, folder))
            karim.services.sync.stop()
            portals.close()
            losing_the_portal(claire, camera)
            leaving(claire, camera)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "screens")

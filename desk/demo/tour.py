"""The tour: one real message, from the adherent's browser to the agent's reply and back.

Each step does what a person would do (pages over HTTP, clicks and keys in the window), prints what
it saw and asserts it.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from email.message import EmailMessage
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desk.countdown import countdown
from desk.demo.adherent import Adherent, Sent
from desk.demo.waiting import wait_until
from desk.demo.webforms import PageError
from desk.demo.world import ADHERENT_NIR, ADHERENT_PASSWORD, AGENT_LOGIN, World
from desk.models.snapshots import ConnectionState, MotifCount, ReplyState, ThreadView
from desk.services.bundle import Services
from desk.ui.composer.confirm import ConfirmDialog
from desk.ui.composer.template_dialog import TemplateDialog
from desk.ui.inbox.countdown_text import countdown_words
from desk.ui.main_window import MainWindow
from desk.ui.theme import Theme, ThemeMode

PATIENCE_S = 30.0
T = TypeVar("T")
D = TypeVar("D", bound=QDialog)

THEME = "Famille, logement"
SUJET = "Allocations familiales"
MOTIF = "Changement de situation - Famille"
QUESTION = (
    "Bonjour,\nJ'ai emménagé avec mon compagnon le 12 de ce mois, nous avons maintenant quatre "
    "enfants à charge. Que dois-je vous envoyer pour mon dossier ?\nMerci."
)
ANSWER = (
    "Bonjour Madame Ferrandier,\n\nVotre emménagement est bien noté. Merci de compléter le service "
    "« Déclarer un changement de situation » de votre espace privé : vos droits seront recalculés "
    "à partir du 12.\n\nCordialement,"
)


class TourFailed(Exception):
    """A step did not show what it must."""


def _must(true: bool, otherwise: str) -> None:
    if not true:
        raise TourFailed(otherwise)


class Tour:
    """Plays the steps in order; `steps` names them."""

    def __init__(
        self,
        world: World,
        services: Services,
        window: MainWindow,
        theme: Theme,
        say: Callable[[str], None],
    ) -> None:
        self._world = world
        self._services = services
        self._window = window
        self._theme = theme
        self._say = say
        self._adherent = Adherent(world.portal_url)
        self._sent = Sent("", "")
        self._thread_id = 0

    def run(self) -> None:
        """Raises: TourFailed, naming the step."""
        steps: list[tuple[str, Callable[[], None]]] = [
            ("The agent signs in (browser, OAuth with PKCE)", self._agent_signs_in),
            ("The adherent signs in on the web pages", self._adherent_signs_in),
            ("The adherent writes through the forms", self._adherent_writes),
            ("The accusé de réception arrives by e-mail", self._acknowledgement),
            ("desk shows the message with its countdown", self._message_in_desk),
            ("The agent takes it in charge", self._agent_claims),
            ("The agent drafts; the draft is saved on this PC", self._agent_drafts),
            ("Templates are at hand", self._templates),
            ("The agent publishes", self._agent_publishes),
            ("« Réponse disponible » arrives by e-mail, without the answer", self._reply_available),
            ("The proof is in the conversation", self._proof),
            ("The adherent reads the answer", self._adherent_reads),
            ("The window in the dark theme, and by deadline", self._other_looks),
        ]
        for number, (name, step) in enumerate(steps, 1):
            self._say(f"{number:2}. {name}")
            try:
                step()
            except (TourFailed, PageError) as error:
                self._shot("failed")
                raise TourFailed(f"step {number} « {name} »: {error}") from error

    # -- steps ------------------------------------------------------------------------------------

    def _agent_signs_in(self) -> None:
        page = self._window.sign_in_page
        self._until(page.sign_in_button.isVisible, "the sign-in page")
        self._shot("sign-in")
        page.sign_in_button.click()
        key_page = self._window.key_page
        self._until(
            lambda: self._services.session.me is not None or key_page.isVisible(),
            "a signed-in agent",
        )
        if key_page.isVisible():
            self._shot("key-choice")
            self._saw("no keyring here: the store is kept for this session only")
            key_page.session_button.click()
            self._until(lambda: self._services.session.me is not None, "a signed-in agent")
        me = self._services.session.me
        if me is None or me.login != AGENT_LOGIN:
            raise TourFailed("somebody else is signed in")
        self._saw(f"{me.display_name}, {me.job_title}, {me.caisse.name}")
        self._until(
            lambda: self._services.sync.view.state is ConnectionState.ONLINE, "a connected desk"
        )
        self._until(lambda: self._count() > 0, "messages in the inbox")
        self._saw(f"{self._count()} messages to answer in the inbox")

    def _adherent_signs_in(self) -> None:
        heading = self._elsewhere(lambda: self._adherent.sign_in(ADHERENT_NIR, ADHERENT_PASSWORD))
        _must(heading == "Contact & échanges", f"the adherent is on « {heading} »")
        self._saw(f"page « {heading} »")

    def _adherent_writes(self) -> None:
        self._sent = self._elsewhere(lambda: self._adherent.write(THEME, SUJET, MOTIF, QUESTION))
        self._saw(f"{self._sent.reference}, answer expected before {self._sent.expected_before}")

    def _acknowledgement(self) -> None:
        mail = self._mail(f"bien reçu – réf. {self._sent.reference}")
        body = _plain(mail)
        _must("sous 48" in body, "the accusé does not promise 48 h")
        _must("compagnon" not in body, "the accusé repeats the message")
        self._saw_mail(mail)

    def _message_in_desk(self) -> None:
        inbox = self._window.workspace.inbox
        inbox.focus_filter()
        QTest.keyClicks(inbox.filters.box, self._sent.reference)
        self._until(lambda: self._find_row() is not None, "the message in the inbox")
        group = self._group()
        _must(group.count == 1, f"the filter finds {group.count} messages")
        inbox.select_thread(self._thread_id)
        inbox.focus_list()
        QTest.keyClick(inbox.view, Qt.Key.Key_Return)
        self._until(lambda: self._shown() is not None, "the conversation on screen")
        inbox.filters.clear()
        self._until(lambda: self._group().count > 1 or self._count() > 1, "the whole inbox again")
        group = self._group()
        thread = self._thread()
        filed = (thread.theme_label, thread.sujet_label, thread.motif_label)
        _must(filed == (THEME, SUJET, MOTIF), "the message is filed elsewhere")
        _must(thread.due_ms - thread.sent_ms == 48 * 3600 * 1000, "the deadline is not 48 h")
        left = countdown(thread.due_ms, thread.sent_ms, None, self._services.clock.now_ms())
        _must(47 * 3600 * 1000 < left.left_ms <= 48 * 3600 * 1000, "the countdown is wrong")
        self._saw(f"{thread.theme_label} › {thread.sujet_label} › {thread.motif_label}")
        self._saw(f"group of {group.count}, {group.late} late")
        due = self._window.workspace.times.day_and_time(thread.due_ms)
        self._saw(f"due {due}; time left: {countdown_words(left)}")
        self._shot("inbox")

    def _agent_claims(self) -> None:
        self._press("claim")
        self._until(lambda: self._thread().claimed_by_me, "the claim")
        self._saw(f"held by {self._thread().claim_name}, version {self._thread().version}")

    def _agent_drafts(self) -> None:
        self._press("write")
        editor = self._window.workspace.centre.composer.editor
        # A person types what a keyboard has; the rest comes as from the clipboard.
        editor.setFocus()
        for line, part in enumerate(ANSWER.split("\n")):
            if line:
                QTest.keyClick(editor, Qt.Key.Key_Return)
            editor.insertPlainText(part)
        self._until(
            lambda: (draft := self._thread().draft) is not None and draft.text == ANSWER,
            "the draft in the store",
        )
        self._saw(f"draft of {len(ANSWER)} characters saved")
        self._shot("draft")

    def _templates(self) -> None:
        self._press("template")
        dialog = self._dialog(TemplateDialog)
        self._shot("templates", dialog)
        dialog.reject()
        self._until(lambda: QApplication.activeModalWidget() is None, "a closed dialog")
        self._saw(f"{len(self._services.templates.all)} templates, the motif's first")

    def _agent_publishes(self) -> None:
        self._press("publish")
        dialog = self._dialog(ConfirmDialog)
        self._shot("confirm", dialog)
        QTest.keyClick(dialog.publish_button, Qt.Key.Key_Return)
        self._until(self._is_published, "the published reply")
        thread = self._thread()
        entry = thread.outbox[-1]
        _must(thread.status == "answered", "the clock still runs")
        _must(thread.draft is None, "the draft is still there")
        self._saw(f"reply n° {entry.portal_id}, key {entry.event_id}")

    def _reply_available(self) -> None:
        mail = self._mail(f"réf. {self._sent.reference}", besides="bien reçu")
        body = _plain(mail)
        _must("Mes messages et mes réponses" in body, "the link is missing")
        _must("emménagement" not in body, "the e-mail carries the answer")
        self._saw_mail(mail)

    def _proof(self) -> None:
        def handed_over() -> bool:
            told = [n for n in self._thread().notifications if n.kind == "reply_available"]
            return len(told) == 1 and told[0].state == "handed_over"

        self._until(handed_over, "« remise au serveur de courrier » in desk")
        entry = self._thread().outbox[-1]
        times = self._window.workspace.times
        moment = times.day_and_time(entry.published_ms or 0)
        self._saw(f"saved here, received by the portal {moment} as n° {entry.portal_id}")
        self._saw("e-mail handed to the mail server")
        self._shot("answered")

    def _adherent_reads(self) -> None:
        words = self._elsewhere(lambda: self._adherent.conversation(self._sent.reference))
        _must("Réponse du" in words, "no answer on the adherent's page")
        _must(" ".join(ANSWER.split()) in words, "the answer is not the one that was written")
        self._saw(f"« Réponse du … » under {self._sent.reference}, word for word")

    def _other_looks(self) -> None:
        inbox = self._window.workspace.inbox
        self._theme.set_mode(ThemeMode.DARK)
        self._shot("dark")
        inbox.filters.set_by_due(True)
        inbox.filters.changed.emit()
        self._until(lambda: self._services.inbox.choice.by_due, "the list by deadline")
        self._until(self._is_by_due, "the list by deadline on screen")
        self._shot("by-deadline-dark")
        self._theme.set_mode(ThemeMode.LIGHT)
        self._shot("by-deadline")

    # -- seeing and doing -------------------------------------------------------------------------

    def _saw(self, words: str) -> None:
        self._say(f"      {words}")

    def _saw_mail(self, mail: EmailMessage) -> None:
        self._saw(f"e-mail « {str(mail['Subject']).strip()} » to {mail['To']}")

    def _until(self, true: Callable[[], bool], what: str) -> None:
        _must(wait_until(true, PATIENCE_S), f"waited {PATIENCE_S:.0f} s in vain for {what}")

    def _elsewhere(self, visit: Callable[[], T]) -> T:
        """Let somebody else act on a thread, while the window goes on."""
        with ThreadPoolExecutor(1) as somebody:
            visiting = somebody.submit(visit)
            self._until(visiting.done, "the adherent's browser")
            return visiting.result()

    def _mail(self, words: str, besides: str = "\0") -> EmailMessage:
        """The e-mail whose subject has `words` and not `besides`."""

        def wanted(mail: EmailMessage) -> bool:
            subject = str(mail["Subject"])
            return words in subject and besides not in subject

        found = self._elsewhere(lambda: self._world.mailbox.wait_for(wanted, PATIENCE_S - 2))
        if found is None:
            raise TourFailed(f"no e-mail about « {words} »")
        return found

    def _count(self) -> int:
        outline = self._services.inbox.outline
        return 0 if outline is None else outline.total

    def _group(self) -> MotifCount:
        outline = self._services.inbox.outline
        found = (
            []
            if outline is None
            else [each for each in outline.motifs if each.motif_label == MOTIF]
        )
        _must(bool(found), f"no group « {MOTIF} »")
        return found[0]

    def _find_row(self) -> int | None:
        model = self._window.workspace.inbox.model
        for row in range(model.rowCount()):
            thread_id = model.thread_at(row)
            known = None if thread_id is None else self._services.inbox.row(thread_id)
            if known is not None and known.reference == self._sent.reference:
                self._thread_id = known.thread_id
                return row
        return None

    def _is_by_due(self) -> bool:
        outline = self._services.inbox.outline
        return outline is not None and outline.choice.by_due

    def _shown(self) -> ThreadView | None:
        view = self._window.workspace.thread_view
        return view if view is not None and view.thread_id == self._thread_id else None

    def _thread(self) -> ThreadView:
        view = self._shown()
        if view is None:
            raise TourFailed("another conversation is on screen")
        return view

    def _is_published(self) -> bool:
        view = self._shown()
        return (
            view is not None
            and bool(view.outbox)
            and view.outbox[-1].kind == "reply"
            and view.outbox[-1].state is ReplyState.PUBLISHED
            and view.status == "answered"
        )

    def _press(self, action_id: str) -> None:
        """Use an action as its key would."""
        action = self._window.actions_by_id[action_id]
        self._until(action.isEnabled, f"the action « {action.text()} »")
        action.trigger()

    def _dialog(self, kind: type[D]) -> D:
        def found() -> D | None:
            shown = QApplication.activeModalWidget()
            return shown if isinstance(shown, kind) else None

        self._until(lambda: found() is not None, kind.__name__)
        dialog = found()
        if dialog is None:
            raise TourFailed(f"the {kind.__name__} closed by itself")
        return dialog

    def _shot(self, name: str, over: QWidget | None = None) -> None:
        """Keep a picture of the window (and of a dialog over it) under the folder."""
        QApplication.sendPostedEvents()
        picture = self._window.grab()
        if over is not None:
            picture = _with_dialog(picture, self._window, over)
        picture.save(str(self._world.folder / f"{name}.png"))


def _with_dialog(picture: QPixmap, window: QWidget, dialog: QWidget) -> QPixmap:
    painter = QPainter(picture)
    painter.fillRect(window.rect(), QColor(0, 0, 0, 90))
    x = (window.width() - dialog.width()) // 2
    y = (window.height() - dialog.height()) // 3
    painter.drawPixmap(x, y, dialog.grab())
    painter.end()
    return picture


def _plain(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    return "" if part is None else str(part.get_content())

"""One reply's proof as a page: read it, print it, keep it as PDF."""

from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desk import wire
from desk.models.snapshots import ThreadView
from desk.resources import resource_path
from desk.services.proof.chain import Proof, proofs
from desk.services.proof.page import fingerprint, proof_page, without_nirs
from desk.ui.common.styling import button, label, name_choices
from desk.ui.common.theme_icons import wear_icon
from desk.ui.common.times import Times
from desk.ui.proof.printing import NotSaved, print_page, save_pdf
from desk.ui.proof.words import step_details, step_named
from desk.ui.theme import Theme, Token


class ProofWindow(QDialog):
    """Shows what the store knows at the moment it is opened; nothing is asked of the portal."""

    def __init__(
        self,
        theme: Theme,
        thread: ThreadView,
        me: wire.Me,
        times: Times,
        now_ms: int,
        message_id: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`message_id`: the reply to begin with; the newest when None.

        The exchange must have a reply (`proofs` is not empty).
        """
        super().__init__(parent)
        self._theme = theme
        self._thread, self._me, self._times, self._now_ms = thread, me, times, now_ms
        self._proofs = proofs(thread, me.display_name)
        title = self.tr("Proof of the reply")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(760, 720)
        self.choice = QComboBox()
        name_choices(self.choice, self.tr("Reply"))
        for proof in self._proofs:
            self.choice.addItem(self._short(proof))
        ids = [proof.message_id for proof in self._proofs]
        self.choice.setCurrentIndex(ids.index(message_id) if message_id in ids else len(ids) - 1)
        self.choice.setVisible(len(ids) > 1)
        self.page = QTextBrowser()
        self.page.setAccessibleName(self.tr("The page"))
        self.page.setOpenLinks(False)
        self.page.setTabChangesFocus(True)
        self.page.document().setDocumentMargin(20)
        self.problem = label("", "error", wrap=True)
        self.problem.hide()
        self.save_button = button(self.tr("Save as PDF…"))
        self.print_button = button(self.tr("Print…"), "primary")
        self.close_button = button(self.tr("Close"))
        wear_icon(self.print_button, theme, "printer", Token.ON_ACCENT)
        wear_icon(self.save_button, theme, "save", Token.TEXT)
        self._lay_out(title)
        self.choice.currentIndexChanged.connect(self._show)
        theme.changed.connect(self._show)
        self.save_button.clicked.connect(self._ask_where)
        self.print_button.clicked.connect(self._print)
        self.close_button.clicked.connect(self.reject)
        self._show()
        self.print_button.setFocus()

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(label(title, "title"))
        column.addWidget(
            label(
                self.tr(
                    "What this PC knows of the reply's way. The identifier stays masked, and so "
                    "do numbers that look like one in the text."
                ),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(self.choice)
        column.addWidget(self.page, 1)
        column.addWidget(self.problem)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.save_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.print_button)
        column.addLayout(foot)

    @property
    def shown(self) -> Proof:
        """The proof on screen."""
        return self._proofs[self.choice.currentIndex()]

    @property
    def document_title(self) -> str:
        """Also the name of the file: the exchange's reference and the reply's number, no name."""
        return f"preuve-{self._thread.reference}-{self.shown.message_id}"

    def save(self, path: str) -> bool:
        """Write the PDF; False, and told in the window, when the disk refuses."""
        try:
            save_pdf(self._html(), self.document_title, path)
        except NotSaved as error:
            self.problem.setText(
                self.tr("The file could not be written: {reason}").format(reason=error)
            )
            self.problem.show()
            return False
        self.problem.hide()
        return True

    def _show(self) -> None:
        muted = self._theme.color(Token.TEXT_MUTED).name()
        self.page.document().setDefaultStyleSheet(f".muted {{ color: {muted}; }}")
        self.page.setHtml(self._html())

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self.tr("Save as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF documents (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.setDirectory(QDir.home())
        dialog.selectFile(str(Path(self.document_title).with_suffix(".pdf")))
        dialog.fileSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _print(self) -> None:
        if print_page(self._html(), self.document_title, self):
            self.accept()

    def _short(self, proof: Proof) -> str:
        at_ms = next((step.at_ms for step in proof.steps if step.number is not None), None)
        words = self.tr("No. {number}, {who}, {when}").format(
            number=proof.message_id,
            who=proof.author_name,
            when="" if at_ms is None else self._times.exact(at_ms),
        )
        if proof.was_taken_back:
            return self.tr("{reply} (taken back)").format(reply=words)
        return words

    def _html(self) -> str:
        proof, thread, times = self.shown, self._thread, self._times
        kind = self.tr("Holding reply") if proof.kind == "holding" else self.tr("Answer")
        facts = [
            (self.tr("Exchange"), thread.reference),
            (self.tr("Adherent"), " ".join(filter(None, (thread.civility, thread.adherent_name)))),
            (self.tr("Identifier"), thread.identifier_masked),
            (self.tr("Motif"), f"{thread.theme_label} › {thread.motif_label}"),
            (self.tr("Received"), times.exact(thread.sent_ms)),
            (self.tr("Due"), times.exact(thread.due_ms)),
            (self.tr("Reply"), f"{kind} · {proof.author_name}"),
        ]
        steps = [
            {
                "when": times.exact(step.at_ms) if step.at_ms is not None else "–",
                "what": step_named(step),
                "details": step_details(step, times),
            }
            for step in proof.steps
        ]
        return proof_page(
            resource_path("proof", "reply.html"),
            {
                "words": {
                    "title": self.tr("Proof of the reply no. {number}").format(
                        number=proof.message_id
                    ),
                    "caisse": self._me.caisse.name,
                    "steps": self.tr("Its way"),
                    "when": self.tr("When"),
                    "what": self.tr("What"),
                    "text": self.tr("Its text"),
                    "fingerprint": self.tr("SHA-256 fingerprint of the exact text:"),
                    "printed": self.tr(
                        "Page made by {who} on {when}, from this PC's store. Times are those of "
                        "the portal's clock, in the caisse's time zone."
                    ).format(who=self._me.display_name, when=times.exact(self._now_ms)),
                },
                "facts": facts,
                "steps": steps,
                "text": without_nirs(proof.text),
                "fingerprint": fingerprint(proof.text),
            },
        )

"""Every window and dialog that can be opened without a portal, with something in it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desk import wire
from desk.clock import PortalClock
from desk.instants import from_ms
from desk.models.snapshots import (
    DraftVersion,
    DraftView,
    KeptText,
    MessageView,
    ReplyState,
    ScheduledView,
)
from desk.services.act_choices import CaisseChoice, MotifChoice, TeamChoice
from desk.services.guard.finding import Finding, FindingKind
from desk.services.moment_choices import quick_moments
from desk.services.notice_rules import NoticeRules
from desk.services.template_fields import FieldType, TemplateField
from desk.services.templates import ReplyTemplates
from desk.ui.acts.motif_dialog import MotifDialog
from desk.ui.acts.text_dialog import TextDialog
from desk.ui.acts.transfer_dialog import TransferDialog
from desk.ui.batch.bar import BatchBar
from desk.ui.common.times import Times
from desk.ui.composer.confirm import ConfirmDialog
from desk.ui.composer.guard_panel import GuardPanel
from desk.ui.composer.question_dialog import QuestionDialog
from desk.ui.composer.template_dialog import TemplateDialog
from desk.ui.conversation.centre import Centre
from desk.ui.drafts.elsewhere_dialog import ElsewhereDialog
from desk.ui.drafts.mine_dialog import MineDialog
from desk.ui.drafts.versions_dialog import VersionsDialog
from desk.ui.guide.window import GuideWindow
from desk.ui.key_choice_page import KeyChoicePage
from desk.ui.notices.dialog import NoticesDialog
from desk.ui.outbox.window import OutboxWindow
from desk.ui.palette.window import PaletteEntry, PaletteWindow
from desk.ui.proof.window import ProofWindow
from desk.ui.scheduling.absence_dialog import AbsenceDialog
from desk.ui.scheduling.card import ScheduledCard
from desk.ui.scheduling.schedule_dialog import ScheduleDialog
from desk.ui.sign_in_page import SignInPage
from desk.ui.sign_out_dialog import SignOutDialog
from desk.ui.status_line import StatusLine
from desk.ui.theme import Theme
from tests.support.me import ME
from tests.support.reviewing_views import review_windows
from tests.support.views import a_thread_view, an_entry

RESOURCES = Path(__file__).parents[2] / "resources"

NOW_MS = 1_493_800_000_000
MESSAGES = (
    MessageView(1, "in", "question", None, "Bonjour, ma carte est perdue.", NOW_MS - 7_200_000),
    MessageView(2, "out", "holding", "Claire Exemple", "Nous cherchons.", NOW_MS - 3_600_000),
)
REPLY = MessageView(52, "out", "answer", "Claire Exemple", "Oui.", NOW_MS - 1_800_000)


def act_dialogs(theme: Theme) -> dict[str, QWidget]:
    """The dialogs of the acts, and the proof of a reply."""
    thread = a_thread_view(messages=(*MESSAGES, REPLY))
    teams = (TeamChoice("sante", "Santé"), TeamChoice("retraite", "Retraite"))
    motifs = (MotifChoice("carte", "Carte européenne", "Santé › Cartes"),)
    return {
        "note": TextDialog(theme, "Note", "Words", "Text", "Add", least=1, most=2000),
        "motif": MotifDialog(theme, motifs, thread),
        "transfer": TransferDialog(
            theme, teams, (CaisseChoice("alsace", "MSA Alsace"),), thread, 3, 300
        ),
        "proof": ProofWindow(theme, thread, ME, Times(), NOW_MS),
    }


GUIDED = (
    "next_message", "focus_list", "search", "suggested_template", "template", "next_hole",
    "publish_and_next", "my_drafts", "outbox", "take_back", "palette",
)  # fmt: skip


def every_window(theme: Theme) -> dict[str, QWidget]:
    """By name, made anew, not shown."""
    templates = ReplyTemplates(RESOURCES / "templates" / "replies.yaml")
    thread = a_thread_view(
        messages=MESSAGES,
        sent_ms=NOW_MS - 7_200_000,
        due_ms=NOW_MS + 3_600_000,
        claim_name="Claire Exemple",
        claimed_by_me=True,
        claim_expires_ms=NOW_MS + 60_000,
    )
    centre = Centre(theme)
    centre.show_thread(thread, None, Times(), NOW_MS)
    conflict = Centre(theme)
    conflict.show_thread(
        a_thread_view(
            messages=MESSAGES, outbox=(an_entry(state=ReplyState.CONFLICT),), status="answered"
        ),
        None,
        Times(),
        NOW_MS,
    )
    foot = StatusLine(theme, PortalClock())
    foot.show_agent(ME, Times())
    foot.show_appointments("3 appointments to answer")
    outbox = OutboxWindow(theme)
    outbox.show_entries((an_entry(), an_entry(kind="claim")), Times(), NOW_MS)
    dialog = TemplateDialog(theme, templates, thread, ME, {}, NOW_MS)
    key_choice = KeyChoicePage(theme)
    key_choice.show_reason("locked")
    kept = [KeptText(7, "Bonjour", NOW_MS, "MSG-7", "FERRANDIER Odile")]
    versions = VersionsDialog(theme, Times(), kept, 7, NOW_MS)
    versions.show_versions(7, [DraftVersion(7, NOW_MS - 60_000, "Bonjour Madame")])
    draft = DraftView(7, "Bonjour", 0, 1, NOW_MS)
    remote = wire.Draft(7, "Bonsoir", 2, from_ms(NOW_MS - 60_000), "ACCUEIL-2")
    moments = quick_moments(NOW_MS, "Europe/Paris")
    scheduled = ScheduledView(
        3, "Claire Exemple", True, "holding", "Bonjour", NOW_MS, "adherent_wrote"
    )
    warnings = GuardPanel(theme, editable=True)
    findings = (Finding(FindingKind.NIR, 0, 3, "•••"), Finding(FindingKind.HEALTH, 4, 10, None))
    warnings.show_findings(findings, "263 cancer")
    made: dict[str, QWidget] = {
        "key choice": key_choice,
        "exchange": centre,
        "conflict": conflict,
        "nothing open": Centre(theme),
        "outbox": outbox,
        "template": dialog,
        "confirm": ConfirmDialog(theme, Times(), thread, "Bonjour", "holding", False),
        "versions": versions,
        "elsewhere": ElsewhereDialog(theme, Times(), "FERRANDIER Odile", draft, remote, NOW_MS),
        "schedule": ScheduleDialog(
            theme, Times(), moments, thread, "Bonjour", "answer", lambda: NOW_MS
        ),
        "scheduled": ScheduledCard(Times(), thread, scheduled, supervisor=True),
        "absence": AbsenceDialog(theme, Times(), moments, NOW_MS + 60_000, lambda: NOW_MS),
        "sign-out": SignOutDialog(theme, is_kept=True),
        "guide": GuideWindow(theme, dict.fromkeys(GUIDED, "F1")),
        "my drafts": MineDialog(theme, Times(), kept, {7: "ACCUEIL-2"}, NOW_MS),
        "no draft": MineDialog(theme, Times(), [], {}, NOW_MS),
        "notifications": NoticesDialog(NoticeRules()),
        "question": QuestionDialog("Modèle", [a_question()]),
        "batch": BatchBar(theme),
        "foot": foot,
        "sign-in": SignInPage(theme, "https://messages.exemple-msa.test"),
        "warnings": warnings,
        "palette": PaletteWindow(
            theme,
            [
                PaletteEntry("claim", "Take charge", "Message", "hand", "F2", ""),
                PaletteEntry("publish", "Publish…", "Reply", "send", "", "Nothing written"),
            ],
            [],
        ),
    }
    return made | act_dialogs(theme) | review_windows(theme)


def a_question() -> TemplateField:
    """Of a template, to be answered by yes or no."""
    return next(
        field
        for template in ReplyTemplates(RESOURCES / "templates" / "replies.yaml").all
        for field in template.fields
        if field.type is FieldType.BOOLEAN
    )

"""A reply: its template, what is missing, the warnings, the question before publishing."""

from desk.ui.composer.confirm import ConfirmDialog
from desk.ui.composer.template_dialog import TemplateDialog
from tests.screens.camera import Camera
from tests.screens.moves import ANSWER, dialog_of, do, go_to, saved, thread_of, write
from tests.support.desk_running import RunningDesk, settle

WITH_WARNINGS = (
    "Bonjour Madame Taillefer,\n\nLe numéro 2 63 07 60 999 000 61 est le bon ; Mme LABROUSSE"
    " aussi. Vous trouverez ci-joint le relevé.\n\nCordialement,\nClaire Exemple"
)


def writing(desk: RunningDesk, camera: Camera) -> None:
    """On Monsieur Taillefer's exchange; its draft stays."""
    work = desk.window.workspace
    go_to(desk, thread_of(desk, "TAILLEFER"))
    work.claim()
    desk.until(lambda: bool(work.thread_view and work.thread_view.claimed_by_me), "claimed")
    do(desk, "template")
    dialog = dialog_of(desk, TemplateDialog)
    dialog.choose("rendez-vous")
    camera.take("template-form", dialog)
    dialog.choose("pieces-manquantes")
    camera.take("template", dialog)
    dialog.search.setText("ornithorynque")
    camera.take("template-nothing", dialog)
    dialog.search.clear()
    dialog.choose("pieces-manquantes")
    dialog.accept()
    settle(desk.window)
    saved(desk)
    camera.take("missing-value")
    write(desk, WITH_WARNINGS)
    work.publishing.publish()
    question = dialog_of(desk, ConfirmDialog)
    desk.until(lambda: question.guard.looked, "judged")
    camera.take("warnings", question)
    question.reject()
    write(desk, ANSWER)
    camera.take("conversation")
    work.publishing.publish()
    question = dialog_of(desk, ConfirmDialog)
    desk.until(lambda: question.guard.looked, "judged")
    camera.take("confirm", question)
    question.reject()

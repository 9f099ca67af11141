"""First steps, drafts, notifications, a template's question, several messages at once."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.services.reply_template import ReplyTemplate
from desk.services.template_fields import FieldType, TemplateField
from desk.ui.composer.question_dialog import QuestionDialog
from desk.ui.drafts.mine_dialog import MineDialog
from desk.ui.notices.dialog import NoticesDialog
from desk.ui.supervision.choice_dialog import ChoiceDialog
from tests.screens.camera import Camera
from tests.screens.moves import TO_MADAM, dialog_of, do, go_to, thread_of, write
from tests.support.desk_running import RunningDesk

WRITTEN_TO = "BENAZIZA"


def guiding(desk: RunningDesk, camera: Camera) -> None:
    """The three first screens, and when the desktop tells."""
    for number in (1, 2, 3):
        do(desk, "guide")
        guide = desk.window.guide.current
        assert guide is not None
        for _ in range(number - 1):
            guide.next_button.click()
        camera.take(f"first-steps-{number}", guide)
        guide.reject()
    do(desk, "notices")
    notices = dialog_of(desk, NoticesDialog)
    camera.take("notifications", notices)
    notices.reject()


def beginning(desk: RunningDesk, camera: Camera) -> None:
    """« Mes brouillons », empty and not; a question before the suggested template."""
    do(desk, "my_drafts")
    drafts = dialog_of(desk, MineDialog)
    camera.take("my-drafts-none", drafts)
    drafts.reject()
    go_to(desk, thread_of(desk, WRITTEN_TO))
    asking = next(each for each in desk.services.templates.all if questions_of(each))
    question = QuestionDialog(asking.title, questions_of(asking), desk.window)
    desk.window.workspace.dialogs.ask(question, lambda: None)
    camera.take("template-question", question)
    question.reject()
    write(desk, TO_MADAM)
    do(desk, "my_drafts")
    drafts = dialog_of(desk, MineDialog)
    camera.take("my-drafts", drafts)
    drafts.reject()
    do(desk, "delete_draft")


def questions_of(template: ReplyTemplate) -> list[TemplateField]:
    """What must be answered before it can be written."""
    return [each for each in template.fields if each.type is FieldType.BOOLEAN and each.required]


def taking_several(desk: RunningDesk, camera: Camera) -> None:
    """Two messages selected, the question for both, and each one's result."""
    work = desk.window.workspace
    view = work.inbox.view
    row = work.inbox.model.row_of_thread(desk.listed(2)[0])
    assert row is not None
    view.setFocus()
    view.select_row(row)
    while view.marked_count < 2:
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    desk.until(lambda: work.batch.possible, "two")
    camera.take("several-selected")
    do(desk, "transfer")
    where = dialog_of(desk, ChoiceDialog)
    camera.take("several-transfer", where)
    where.reject()
    for act in ("claim", "release"):
        before = work.batch.results
        do(desk, act)
        desk.until(lambda before=before: work.batch.results not in (None, before), act)  # type: ignore[misc]
        results = work.batch.results
        assert results is not None
        items = results.batch
        desk.until(lambda items=items: all(e.state.settled for e in items.items), act)  # type: ignore[misc]
        if act == "claim":
            camera.take("several-results", results)
    results.reject()
    view.leave_marked()

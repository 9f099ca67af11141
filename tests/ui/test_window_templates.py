"""Templates learned from use, and the agent's own."""

from pytestqt.qtbot import QtBot

from desk.ui.composer.template_dialog import TemplateDialog
from tests.support.desk_running import RunningDesk
from tests.ui.test_window_reply import click, thread_of


def opened(desk: RunningDesk) -> TemplateDialog:
    desk.window.actions_by_id["template"].trigger()
    dialog = desk.window.workspace.dialogs.current
    assert isinstance(dialog, TemplateDialog)
    return dialog


def codes(dialog: TemplateDialog) -> list[str]:
    return [each.code for each in dialog._listed]


def test_own_templates_and_what_was_used(qtbot: QtBot, desk: RunningDesk) -> None:
    composer = desk.window.workspace.centre.composer
    desk.open(thread_of(desk, "BEAUREPAIRE"))
    composer.editor.insert("Madame Beaurepaire, revenez le 12 mars avec {{ le bail }}.")
    dialog = opened(desk)
    click(qtbot, dialog.keep_button)
    mine = "own:Madame [À compléter : nom], revenez le [À compléter : date]…"
    desk.until(lambda: mine in codes(dialog), "kept")
    dialog.choose(mine)
    assert dialog.rendered is not None
    # Braces are text: never a template; and they are a hole, so that nothing leaves with them.
    assert [hole.label for hole in dialog.rendered.holes] == ["nom", "date", "le bail"]
    dialog.search.setText("ornithorynque")
    assert codes(dialog) == []
    assert dialog.template is None
    dialog.search.setText("rendez")
    dialog.choose("rendez-vous")
    click(qtbot, dialog.insert_button)

    # It stands first for this motif from now on.
    for _ in range(3):
        again = opened(desk)
        desk.until(lambda dialog=again: mine in codes(dialog), "recalled")
        again.choose("rendez-vous")
        click(qtbot, again.insert_button)
    last = opened(desk)
    desk.until(lambda: codes(last)[0] == "rendez-vous", "learned")
    last.choose(mine)
    click(qtbot, last.drop_button)
    assert mine not in codes(last)
    last.reject()
    after = opened(desk)
    desk.until(lambda: codes(after)[0] == "rendez-vous", "recalled")
    assert mine not in codes(after)

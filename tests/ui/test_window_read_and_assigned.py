"""What agents learn of others: that a reply was read, and to whom a message was assigned."""

from desk import wire
from desk.demo.adherent import Adherent
from desk.models.snapshots import InboxFilter, ThreadView
from desk.services.proof.chain import Stage, proofs
from desk.ui.conversation.bubble import SaidLine
from tests.support.desk_running import RunningDesk
from tests.support.portal_process import ADHERENT_PASSWORD, RunningPortal
from tests.support.stall_watch import StallWatch
from tests.ui.conftest import StartDesk
from tests.ui.test_window_accessibility import nameless
from tests.ui.test_window_reply import thread_of

TEXT = "Bonjour Monsieur, votre carte européenne est en route. Cordialement, Claire Exemple"


def said(desk: RunningDesk) -> list[str]:
    """The lines of the conversation on screen."""
    history = desk.window.workspace.centre.history
    return [line.accessibleName() for line in history.findChildren(SaidLine)]


def on_screen(desk: RunningDesk) -> ThreadView:
    view = desk.window.workspace.thread_view
    assert view is not None
    return view


def test_a_reply_is_read_and_says_so_while_another_is_being_written(
    desk: RunningDesk, portal: RunningPortal
) -> None:
    jordan = Adherent(portal.url)
    jordan.sign_in("1940450999000", ADHERENT_PASSWORD)
    thread_id = thread_of(desk, "LECARPENTIER")
    desk.open(thread_id)
    work = desk.window.workspace
    reference = on_screen(desk).reference
    desk.services.publisher.publish(thread_id, TEXT, "holding")
    desk.until(lambda: any(m.text == TEXT for m in on_screen(desk).messages), "published")
    reply = next(m for m in on_screen(desk).messages if m.text == TEXT)
    assert reply.read_ms is None
    work.centre.composer.editor.insert("Bonjour Monsieur, voici la suite.")
    version = on_screen(desk).version

    assert TEXT in jordan.conversation(reference)
    desk.until(lambda: any("Read by the adherent" in line for line in said(desk)), "told")
    view = on_screen(desk)
    read = next(m for m in view.messages if m.message_id == reply.message_id)
    assert read.read_ms is not None
    assert abs(read.read_ms - desk.services.clock.now_ms()) < 60_000
    assert (view.version, work.centre.conflicting) == (version, None)
    assert work.centre.composer.text == "Bonjour Monsieur, voici la suite."
    desk.until(lambda: desk.services.drafts is not None and on_screen(desk).draft is not None, "")
    draft = on_screen(desk).draft
    assert draft is not None
    assert draft.seen_version == version, "the draft is not stale"
    last = next(p for p in proofs(view) if p.message_id == reply.message_id).steps[-1]
    assert (last.stage, last.at_ms, last.who) == (Stage.READ, read.read_ms, "")
    work.throwing_away.delete()


def test_a_message_assigned_to_me_is_found_and_told(
    start_desk: StartDesk, desk: RunningDesk, stalls: StallWatch
) -> None:
    me = desk.services.session.me
    assert me is not None
    filters = desk.window.workspace.inbox.filters
    button = filters.kinds.button(list(InboxFilter).index(InboxFilter.ASSIGNED))
    assert not button.isVisible(), "nobody assigns anything yet"
    thread_id = thread_of(desk, "PIETRACASALE")
    desk.open(thread_id)
    with start_desk("chief", login="sylvie.exemple") as chief:
        chief.sign_in()

        def assign(agent_id: int | None) -> None:
            done: list[wire.BatchResult] = []
            request = wire.AssignRequest([wire.Assignment(thread_id, agent_id)])
            supervision = chief.services.supervision
            supervision.act(supervision.batch("assign", request), done.append, print)
            chief.until(lambda: bool(done), "assigned")

        assign(me.agent_id)
        desk.until(lambda: on_screen(desk).assigned_to_me, "told")
        header = desk.window.workspace.centre.header
        assert "Assigned to you" in header.holder.text()
        assert any(f"assigned it to {me.display_name}" in line for line in said(desk))
        desk.until(button.isVisible, "its filter")
        filters.set_kind(InboxFilter.ASSIGNED)
        desk.until(lambda: listed(desk) == [thread_id], "alone")
        assert nameless(desk.window) == []

        assign(None)
        desk.until(lambda: not on_screen(desk).assigned_to_me, "told")
        assert any("took its assignment back" in line for line in said(desk))
        empty = desk.window.workspace.inbox.empty
        desk.until(lambda: "assigned to you" in empty.title, "none left")


def listed(desk: RunningDesk) -> list[int]:
    """The ids of the list, as far as they are known."""
    outline = desk.services.inbox.outline
    if outline is None or outline.choice.kind is not InboxFilter.ASSIGNED:
        return []
    return [thread_id for run in outline.runs.values() for thread_id in run.ids]

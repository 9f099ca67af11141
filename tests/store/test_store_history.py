"""Notes, events and scheduled replies out of the store, and what waits laid over them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from desk import wire
from desk.instants import to_ms
from desk.models import catalogue as catalogue_rows
from desk.models import conversation, meta, outbox, threads, upgrade
from desk.models import seen as seen_rows
from desk.models.actions import Action, ActionBody
from desk.models.adherent_history import exchanges_of
from desk.models.outbox import ReplyUnderWay
from desk.models.snapshots import Proxy, Reach, ReplyState, ThreadView
from desk.models.store import Store
from desk.services.changes_since import Kind, changes_since
from tests.support.desk_data import ME, NOW, Desk, catalogue

AT = datetime(2026, 3, 10, 8, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def a_thread(**more: object) -> wire.Thread:
    return msgspec.structs.replace(Desk(1).new_threads(1)[0], **more)


def seen(store: Store, thread_id: int) -> ThreadView:
    with store.reading() as connection:
        view = conversation.thread_view(connection, thread_id, to_ms(NOW), ME.agent_id)
    assert view is not None
    return view


def entered(store: Store, thread: wire.Thread) -> ThreadView:
    with store.writing() as connection:
        catalogue_rows.apply_catalogue(connection, catalogue())
        meta.set_me(connection, ME)
        threads.apply_thread(connection, thread)
    return seen(store, thread.id)


def test_what_the_portal_says_of_a_thread_is_shown(store: Store) -> None:
    codes = [each.code for t in catalogue().themes for s in t.sujets for each in s.motifs]
    labels = {e.code: e.label for t in catalogue().themes for s in t.sujets for e in s.motifs}
    thread = a_thread(
        motif=codes[1],
        original_motif=codes[0],
        notes=[
            wire.Note(1, ME.agent_id, "Claire Aubertin", "Rappeler demain", AT),
            wire.Note(2, 102, "Damien Le Guellec", "Vu", AT),
        ],
        events=[
            wire.ThreadEvent(
                5, "reclassified", AT, "Claire", "", f"motif:{codes[0]} motif:{codes[1]}"
            ),
            wire.ThreadEvent(6, "claim_broken", AT, "Claire", "Absence", "agent:102"),
        ],
        scheduled=wire.ScheduledReply(
            3, ME.agent_id, "Claire Aubertin", "answer", "Oui.", AT, "held", "adherent_wrote"
        ),
    )
    view = entered(store, thread)
    assert view.original_motif_label == labels[codes[0]]
    assert [(each.text, each.by_me, each.state) for each in view.notes] == [
        ("Rappeler demain", True, None),
        ("Vu", False, None),
    ]
    assert [(each.kind, each.before, each.after, each.reason) for each in view.events] == [
        ("reclassified", labels[codes[0]], labels[codes[1]], ""),
        ("claim_broken", "", "", "Absence"),
    ]
    assert view.scheduled is not None
    assert (view.scheduled.held_because, view.scheduled.by_me) == ("adherent_wrote", True)
    # The next word of the portal replaces it whole.
    later = msgspec.structs.replace(
        thread, version=thread.version + 1, notes=[], events=[], scheduled=None
    )
    view = entered(store, later)
    assert (view.notes, view.events, view.scheduled) == ((), (), None)


def test_a_name_of_its_day_is_told_where_it_has_changed_since(store: Store) -> None:
    """Contradictions 1 and 2; a corrected motif is another one, and not the same renamed."""
    listed = catalogue()
    theme, other = listed.themes[0], listed.themes[1]
    sujet, moved = theme.sujets[0], other.sujets[0].motifs[0]
    chosen = sujet.motifs[0]
    same = wire.FiledUnder(theme.label, sujet.label, chosen.label)
    old = "Santé, Carte Vitale, remboursements, CMU, invalidité"
    codes = {"theme": theme.code, "sujet": sujet.code, "motif": chosen.code}
    thread = a_thread(**codes, filed_under=same)
    assert entered(store, thread).former_names == ()
    thread = msgspec.structs.replace(
        thread, version=thread.version + 1, filed_under=replace(same, theme=old, motif="Autre")
    )
    assert entered(store, thread).former_names == (old, "Autre")
    corrected = msgspec.structs.replace(
        thread, version=thread.version + 1, motif=moved.code, original_motif=chosen.code
    )
    assert entered(store, corrected).former_names == (old, "Autre")
    silent = msgspec.structs.replace(thread, version=thread.version + 2, filed_under=None)
    assert entered(store, silent).former_names == ()


def test_a_motif_that_hangs_elsewhere_takes_its_threads_along(store: Store) -> None:
    listed = catalogue()
    theme, other = listed.themes[0], listed.themes[1]
    sujet, target = theme.sujets[0], other.sujets[0]
    moved = sujet.motifs[0]
    here = {"theme": theme.code, "sujet": sujet.code, "motif": moved.code}
    words = wire.FiledUnder(theme.label, sujet.label, moved.label)
    thread = a_thread(**here, filed_under=words)
    assert entered(store, thread).former_names == ()
    rest = replace(theme, sujets=[replace(sujet, motifs=sujet.motifs[1:]), *theme.sujets[1:]])
    fuller = replace(target, motifs=[*target.motifs, moved])
    then = replace(other, sujets=[fuller, *other.sujets[1:]])
    with store.writing() as connection:
        catalogue_rows.apply_catalogue(
            connection, replace(listed, themes=[rest, then, *listed.themes[2:]])
        )
    view = seen(store, thread.id)
    assert (view.theme, view.sujet_label) == (other.code, target.label)
    assert view.former_names == (theme.label, sujet.label)


def test_who_writes_for_whom_is_kept_and_answered(store: Store) -> None:
    """R-ACT-02: the proxy's name goes with their text; a reply greets who wrote last."""
    thread = a_thread()
    (question,) = thread.messages
    by_proxy = msgspec.structs.replace(
        question,
        written_by="Firmin Exemple",
        on_behalf="Odile Exemple",
        writer_civility="Monsieur",
        writer_addressed_name="Exemple",
    )
    told = wire.Notification(
        7, question.id, "acknowledgement", "email", "to_send", 0, "", None, None, "", "Firmin"
    )
    view = entered(
        store, msgspec.structs.replace(thread, messages=[by_proxy], notifications=[told])
    )
    assert view.proxy == view.messages[0].proxy == Proxy("Firmin Exemple", "Monsieur", "Exemple")
    assert view.addressee == ("Monsieur", "Exemple")
    assert view.notifications[0].told_proxy == "Firmin"
    detail = msgspec.structs.replace(question, id=question.id + 1, at=question.at + HOUR)
    view = entered(
        store,
        msgspec.structs.replace(thread, version=thread.version + 1, messages=[by_proxy, detail]),
    )
    assert view.messages[0].proxy is not None
    assert view.proxy is None, "the adherent wrote last"
    assert view.addressee == (view.civility, view.addressed_name)


def test_how_the_adherent_is_reached_is_known_before_writing(store: Store) -> None:
    """Wishes come with the thread; a refusal by their address is remembered from any exchange."""
    thread = a_thread(
        notifications=[
            wire.Notification(
                7, 1, "acknowledgement", "email", "failed", 3, "recipient_refused", None, None
            ),
            # The proxy's own address, and a server that is down, say nothing of theirs.
            wire.Notification(
                8, 1, "acknowledgement", "email", "handed_over", 1, "", None, AT, "", "Firmin"
            ),
            wire.Notification(
                9, 1, "reply_available", "email", "failed", 1, "server_unreachable", AT, None
            ),
            wire.Notification(
                6, 1, "acknowledgement", "sms", "failed", 1, "number_refused", None, None
            ),
        ]
    )
    adherent = msgspec.structs.replace(
        thread.adherent,
        notify_by_email=False,
        notify_by_sms=True,
        notify_by_post=True,
        sms_state="verified",
    )
    assert entered(store, thread).reach == Reach(refused=True, sms_refused=True)
    other = msgspec.structs.replace(
        thread, id=thread.id + 1, adherent=adherent, messages=[], notifications=[]
    )
    assert entered(store, other).reach == Reach(
        False, True, True, "verified", sms_refused=True, refused=True
    )
    arrived = wire.Notification(10, 1, "reply_available", "email", "handed_over", 1, "", None, AT)
    later = msgspec.structs.replace(
        other, version=other.version + 1, adherent=thread.adherent, notifications=[arrived]
    )
    assert entered(store, later).reach == Reach(sms_refused=True)
    failing = msgspec.structs.replace(thread.adherent, email_failing_since=AT)
    returned = msgspec.structs.replace(
        arrived, state="failed", cause="mailbox_unknown", returned_at=AT
    )
    come_back = entered(
        store,
        msgspec.structs.replace(
            later, version=later.version + 1, adherent=failing, notifications=[returned]
        ),
    )
    assert come_back.reach.failing_ms == to_ms(AT)
    assert come_back.notifications[0].returned_ms == to_ms(AT)
    sms = wire.Notification(11, 1, "reply_available", "sms", "handed_over", 1, "", None, AT)
    for version, told, lost in (
        (3, replace(sms, delivered_at=AT), False),
        (4, replace(sms, state="failed", cause="telephone_unreachable", returned_at=AT), True),
    ):
        said = replace(later, version=other.version + version, notifications=[told])
        view = entered(store, said)
        assert (view.reach.sms_refused, view.notifications[0].delivered_ms is None) == (lost, lost)


def test_an_adherents_exchanges_are_found_whatever_the_accents(store: Store) -> None:
    """Open ones first, then the newest; nothing older than asked, nobody else's."""
    first, closed, old, other = Desk(1).new_threads(4)
    texts = "Ma carte européenne", "Rien", "Carte europeenne", "Carte européenne"
    for number, (thread, text) in enumerate(zip((first, closed, old, other), texts, strict=True)):
        (question,) = thread.messages
        entered(
            store,
            msgspec.structs.replace(
                thread,
                adherent=thread.adherent if thread is other else first.adherent,
                messages=[msgspec.structs.replace(question, text=text)],
                sent_at=AT - 9 * HOUR if thread is old else AT + number * HOUR,
                status="closed" if thread is closed else "open",
            ),
        )

    def found(text: str, since: datetime = AT) -> list[int]:
        with store.reading() as connection:
            return [
                each.thread_id
                for each in exchanges_of(connection, first.adherent.id, to_ms(since), text)
            ]

    assert found("") == [first.id, closed.id], "open before newer"
    assert found("EUROPEENNE ma") == [first.id]
    assert found("européenne", AT - 9 * HOUR) == [first.id, old.id]
    assert found(closed.reference) == [closed.id]


def test_what_waits_is_shown_as_waiting(store: Store) -> None:
    thread = a_thread()
    entered(store, thread)
    motif = catalogue().themes[0].sujets[0].motifs[0]
    competence = catalogue().competences[0]
    with store.writing() as connection:
        for kind, body in (
            (Action.NOTE, ActionBody(text="Pièce demandée")),
            (Action.RECLASSIFY, ActionBody(motif=motif.code)),
            (Action.TRANSFER, ActionBody(competence=competence.code, reason="Pas chez nous")),
            (Action.CLOSE, ActionBody(reason="Doublon")),
            (Action.WITHDRAW, ActionBody(message_id=77)),
            (
                Action.SCHEDULE,
                ActionBody(text="Demain", kind="answer", publish_ms=to_ms(NOW) + 1_000),
            ),
        ):
            outbox.enqueue(connection, kind, thread.id, thread.version, to_ms(NOW), body=body)
    view = seen(store, thread.id)
    assert [(each.text, each.state) for each in view.notes] == [
        ("Pièce demandée", ReplyState.QUEUED)
    ]
    assert view.motif == thread.motif, "what the portal said stays what it said"
    assert view.pending.motif_label == motif.label
    assert view.pending.transfer_to == competence.label
    assert view.pending.closing
    assert view.pending.withdrawing == {77}
    assert not view.pending.claiming
    assert view.scheduled is not None
    assert (view.scheduled.text, view.scheduled.scheduled_id) == ("Demain", None)

    with store.writing() as connection:
        for each in view.outbox:
            outbox.cancel(connection, each.event_id)
    view = seen(store, thread.id)
    assert (view.notes, view.scheduled, view.pending.motif, view.pending.closing) == (
        (),
        None,
        None,
        False,
    )


@pytest.mark.parametrize(("author", "why"), [(None, "adherent-wrote"), ("Claire Aubertin", "")])
def test_a_reply_that_the_portal_took_back_is_no_longer_published(
    store: Store, author: str | None, why: str
) -> None:
    thread = a_thread()
    entered(store, thread)
    with store.writing() as connection:
        event_id = outbox.enqueue(
            connection, "reply", thread.id, thread.version, to_ms(NOW), text="Oui."
        )
        outbox.mark_sending(connection, event_id)
        outbox.mark_published(connection, event_id, 4711, to_ms(NOW))
    other = wire.ThreadEvent(8, "reply_withdrawn", AT, author, "", "message:4712")
    page = wire.ChangesPage(
        cursor=9,
        more=False,
        changes=[],
        threads=[msgspec.structs.replace(thread, events=[other])],
        deleted_thread_ids=[],
    )
    with store.writing() as connection:
        assert not threads.apply_changes(connection, page).outbox
    assert seen(store, thread.id).outbox[0].state is ReplyState.PUBLISHED

    mine = wire.ThreadEvent(9, "reply_withdrawn", AT, author, "", "message:4711")
    page = msgspec.structs.replace(
        page, threads=[msgspec.structs.replace(thread, events=[other, mine])]
    )
    with store.writing() as connection:
        assert threads.apply_changes(connection, page).outbox
        assert not threads.apply_changes(connection, page).outbox, "once"
    (entry,) = seen(store, thread.id).outbox
    assert (entry.state, entry.problem, entry.text) == (ReplyState.CANCELLED, why, "Oui.")


def test_a_transfer_to_a_caisse_is_told_by_its_name(store: Store) -> None:
    moved = wire.ThreadEvent(
        3, "transferred", AT, "Claire", "Elle a déménagé", "caisse:picardie caisse:alsace"
    )
    thread = a_thread(events=[moved])
    entered(store, thread)
    body = ActionBody(caisse="alsace", reason="Elle a déménagé")
    with store.writing() as connection:
        catalogue_rows.apply_catalogue(
            connection,
            msgspec.structs.replace(catalogue(), caisses=[wire.CaisseRef("alsace", "MSA Alsace")]),
        )
        outbox.enqueue(connection, "transfer", thread.id, thread.version, to_ms(NOW), body=body)
    view = seen(store, thread.id)
    assert view.pending.transfer_to == "MSA Alsace"
    # A caisse that the catalogue does not name is shown by its code rather than not at all.
    assert [(each.before, each.after) for each in view.events] == [("picardie", "MSA Alsace")]
    with store.writing() as connection:
        # An older portal sends none.
        catalogue_rows.apply_catalogue(connection, catalogue())
    assert seen(store, thread.id).pending.transfer_to == "alsace"


def test_what_the_author_saw_is_kept_without_texts_or_names(store: Store) -> None:
    view = entered(
        store,
        a_thread(
            notes=[wire.Note(1, 102, "Damien Le Guellec", "Note secrète", AT)],
            events=[wire.ThreadEvent(6, "claim_broken", AT, "Claire", "Absence", "agent:102")],
        ),
    )
    with store.writing() as connection:
        seen_rows.keep(connection, view)
    with store.reading() as connection:
        kept = seen_rows.seen_by_author(connection, view.thread_id)
        body = connection.exec_driver_sql("SELECT body FROM seen").scalar_one()
        assert seen_rows.seen_by_author(connection, view.thread_id + 1) is None
    assert kept is not None
    assert changes_since(kept, view) == []
    for text in (view.adherent_name, view.messages[0].text, "Note secrète", "Absence"):
        assert text not in body
    later = msgspec.structs.replace(
        a_thread(),
        version=view.version + 1,
        messages=[
            *a_thread().messages,
            wire.Message(900, "in", "question", None, None, "Encore moi.", NOW),
        ],
    )
    changed = entered(store, later)
    assert Kind.ADHERENT_WROTE in {each.kind for each in changes_since(kept, changed)}

    # Nobody writes to it: it goes when another is kept.
    with store.writing() as connection:
        seen_rows.keep(connection, replace(view, thread_id=view.thread_id + 1))
    with store.reading() as connection:
        assert seen_rows.seen_by_author(connection, view.thread_id) is None


def test_a_scheduled_reply_and_a_reply_exclude_each_other(store: Store) -> None:
    with store.writing() as connection:
        outbox.enqueue(
            connection, "schedule", 1, 1, 0, body=ActionBody(text="a", kind="answer", publish_ms=9)
        )
    with pytest.raises(ReplyUnderWay), store.writing() as connection:
        outbox.enqueue(connection, "reply", 1, 1, 0, text="b")


def test_the_first_shape_becomes_this_one(path: Path) -> None:
    """Rows stay, and every thread will be read once more: 1.0 ignored what 1.1 says."""
    store = Store.open(path)
    with store.writing() as connection:
        upgrade.to_revision(connection, "0001")
        connection.exec_driver_sql(
            "INSERT INTO outbox (id, kind, thread_id, seen_version, body, state, created_ms)"
            " VALUES ('k', 'reply', 4, 2, '{\"kind\": \"answer\", \"text\": \"Oui\"}', 'queued', 1)"
        )
        connection.exec_driver_sql(
            "INSERT INTO draft (thread_id, text, caret, seen_version, saved_ms)"
            " VALUES (4, 'Oui', 3, 2, 1)"
        )
        meta.set_cursor(connection, 12)
    store.close()
    store = Store.open(path)
    with store.reading() as connection:
        (view,) = outbox.views(connection)
        assert (view.text, view.body.kind, view.state) == ("Oui", "answer", ReplyState.QUEUED)
        assert connection.exec_driver_sql("SELECT text, scroll FROM draft").one() == ("Oui", 0)
        assert meta.cursor(connection) is None
    store.close()

"""What changed since the author looked: each change is told, and one's own are not."""

from msgspec.structs import replace

from desk.models.snapshots import EventView, MessageView, NoteView, ScheduledView
from desk.services.changes_since import Difference, Kind, changes_since
from tests.support.views import a_thread_view

QUESTION = MessageView(1, "in", "question", None, "Bonjour", 100)
SEEN = a_thread_view(messages=(QUESTION,))


def test_nothing_changed() -> None:
    assert changes_since(SEEN, replace(SEEN, version=9)) == []


def test_texts_are_told_in_order_and_ones_own_are_not() -> None:
    now = replace(
        SEEN,
        status="answered",
        messages=(
            QUESTION,
            MessageView(4, "out", "answer", "Karim Exemple", "Oui.", 400),
            MessageView(2, "in", "question", None, "Une précision", 200),
            MessageView(3, "out", "holding", "Karim Exemple", "Nous cherchons.", 300),
            MessageView(5, "out", "answer", "Moi", "À moi", 500, by_me=True),
        ),
    )
    assert changes_since(SEEN, now) == [
        Difference(Kind.ADHERENT_WROTE, "", 200, "Une précision"),
        Difference(Kind.HOLDING_REPLY, "Karim Exemple", 300, "Nous cherchons."),
        Difference(Kind.COLLEAGUE_ANSWERED, "Karim Exemple", 400, "Oui."),
    ]


def test_events_are_told_with_their_reasons_and_once() -> None:
    now = replace(
        SEEN,
        motif="autre",
        motif_label="Autre",
        status="closed",
        events=(
            EventView(1, "reclassified", 200, "Karim", "", "Changement", "Autre"),
            EventView(2, "closed", 300, "Karim", "Doublon", "", ""),
            EventView(3, "completed", 250, None, "", "", ""),
        ),
    )
    assert changes_since(SEEN, now) == [
        Difference(Kind.RECLASSIFIED, "Karim", 200, "", "Changement", "Autre"),
        Difference(Kind.CLOSED, "Karim", 300, "Doublon"),
    ]


def test_states_alone_are_told_when_there_is_no_event() -> None:
    now = replace(SEEN, motif="autre", motif_label="Autre", claim_name="Karim")
    assert changes_since(SEEN, now) == [
        Difference(Kind.RECLASSIFIED, before=SEEN.motif_label, after="Autre"),
        Difference(Kind.CLAIMED, "Karim"),
    ]
    moved = replace(SEEN, competence="x", competence_label="Équipe X")
    assert [each.kind for each in changes_since(SEEN, moved)] == [Kind.TRANSFERRED]
    assert [each.kind for each in changes_since(SEEN, replace(SEEN, status="closed"))] == [
        Kind.CLOSED
    ]
    assert [each.kind for each in changes_since(replace(SEEN, status="answered"), SEEN)] == [
        Kind.REOPENED
    ]


def test_a_lost_claim() -> None:
    mine = replace(SEEN, claimed_by_me=True, claim_name="Moi")
    assert [each.kind for each in changes_since(mine, SEEN)] == [Kind.CLAIM_LOST]
    broken = replace(SEEN, events=(EventView(7, "claim_broken", 150, "Chef", "Absence", "", ""),))
    assert [each.kind for each in changes_since(mine, broken)] == [
        Kind.CLAIM_BROKEN,
        Kind.CLAIM_LOST,
    ]


def test_notes_scheduled_replies_and_what_is_gone() -> None:
    theirs = NoteView("Karim", "Rappeler", 150, False, 3)
    now = replace(
        SEEN,
        notes=(theirs, NoteView("Moi", "Vu", 160, True, 4)),
        scheduled=ScheduledView(1, "Karim", False, "answer", "Demain", 900, ""),
    )
    assert changes_since(SEEN, now) == [
        Difference(Kind.NOTED, "Karim", 150, "Rappeler"),
        Difference(Kind.SCHEDULED, "Karim", 900, "Demain"),
    ]
    assert changes_since(SEEN, None) == [Difference(Kind.GONE)]

"""Notes, motif, transfer, closing, broken claims: what each does, and once per key."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from portal.audit.models import AuditEvent
from portal.messaging.errors import (
    AlreadyAnswered,
    ClaimedByAnother,
    KeyReused,
    MessagingError,
    MotifNotOffered,
    NotClaimed,
    StaleVersion,
    TextTooLong,
    TextTooShort,
    ThreadNotFound,
    UnknownDestination,
)
from portal.messaging.feed import read_changes
from portal.messaging.models import Change, EventKind, Thread, ThreadEvent
from portal.notifications.models import Notification
from tests.support.acting import REASON, Acting
from tests.support.api_world import World, build_world

OTHER = "sante-attestations-autre"


@pytest.fixture
def world(db) -> World:
    return build_world()


@pytest.fixture
def claire(world) -> Acting:
    return Acting(world.claire, world.send())


@pytest.fixture
def karim(world, claire) -> Acting:
    return Acting(world.karim, claire.thread)


def stored(acting: Acting) -> Thread:
    return Thread.objects.get(pk=acting.thread.pk)


def the_event() -> ThreadEvent:
    return ThreadEvent.objects.get()


ACTS = {
    "note": lambda acting, key: acting.note(key=key),
    "reclassify": lambda acting, key: acting.reclassify(OTHER, key=key),
    "to a team": lambda acting, key: acting.transfer("retraite", key=key),
    "to a caisse": lambda acting, key: acting.transfer(caisse="lorraine", key=key),
    "close": lambda acting, key: acting.close(key=key),
    "schedule": lambda acting, key: acting.schedule(
        timezone.now().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=9),
        key=key,
    ),
}
LEAVES_THE_CAISSE = {"to a caisse"}


@pytest.mark.parametrize("name", ACTS)
def test_the_same_key_does_it_once_and_gets_the_same_answer(claire, name):
    key = uuid4()
    version = claire.version
    first = ACTS[name](claire, key)
    before = Change.objects.count(), AuditEvent.objects.count(), claire.version
    again = ACTS[name](claire, key)
    assert (first.replayed, again.replayed) == (False, True)
    assert again.thread == first.thread
    assert (first.thread is None) == (name in LEAVES_THE_CAISSE)
    assert ThreadEvent.objects.count() == 1
    assert (Change.objects.count(), AuditEvent.objects.count(), claire.version) == before
    assert claire.version == version + (0 if name == "note" else 1)


@pytest.mark.parametrize("name", ACTS)
def test_a_lost_answer_is_given_whatever_happened_since(world, claire, name):
    key = uuid4()
    ACTS[name](claire, key)
    Thread.objects.update(caisse=world.jean.caisse, version=99)
    again = ACTS[name](claire, key)
    assert again.replayed
    assert again.thread is None, "another caisse's exchange is not shown"


@pytest.mark.parametrize("name", ACTS)
def test_a_key_serves_one_act_only(world, claire, name):
    key = uuid4()
    ACTS[name](claire, key)
    elsewhere = Acting(world.claire, world.send())
    for refused in (
        lambda: elsewhere.note(key=key),
        lambda: ACTS[name](elsewhere, key),
        lambda: elsewhere.publish(key=key),
    ):
        with pytest.raises(KeyReused):
            refused()
    assert ThreadEvent.objects.count() == 1


@pytest.mark.parametrize("name", ACTS)
def test_a_replys_key_serves_no_act(world, claire, name):
    key = uuid4()
    Acting(world.claire, world.send()).publish(key=key)
    with pytest.raises(KeyReused):
        ACTS[name](claire, key)


def test_two_agents_may_chance_upon_the_same_key(claire, karim):
    key = uuid4()
    assert not claire.note(key=key).replayed
    assert not karim.note(key=key).replayed


@pytest.mark.parametrize("name", ACTS)
def test_an_act_is_whole_or_not_at_all(claire, name, monkeypatch):
    before = Change.objects.count()

    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError("the database went away")

    monkeypatch.setattr("portal.messaging.acts.record_change", breaks)
    with pytest.raises(RuntimeError):
        ACTS[name](claire, uuid4())
    thread = stored(claire)
    assert (thread.version, thread.status, thread.caisse_id) == (1, "open", "picardie")
    assert thread.original_motif_id is None
    assert not ThreadEvent.objects.exists()
    assert Change.objects.count() == before


@pytest.mark.parametrize("name", [name for name in ACTS if name != "note"])
def test_refused_upon_another_state_than_the_one_seen(claire, karim, name):
    karim.claim()
    before = stored(claire).version, ThreadEvent.objects.count()
    with pytest.raises(ClaimedByAnother):
        ACTS[name](claire, uuid4())
    karim.note()
    Thread.objects.update(claim_expires_at=timezone.now() - timedelta(seconds=1))
    karim.publish()
    with pytest.raises(AlreadyAnswered):
        ACTS[name](claire, uuid4())
    assert before == (2, 0)
    assert ThreadEvent.objects.exclude(kind=EventKind.NOTED).count() == 0


@pytest.mark.parametrize(
    "act",
    [
        lambda acting: acting.reclassify(OTHER, seen_version=7),
        lambda acting: acting.transfer("retraite", seen_version=7),
        lambda acting: acting.close(seen_version=7),
    ],
)
def test_a_stale_version_is_refused_with_the_exchange_as_it_is(claire, act):
    with pytest.raises(StaleVersion) as refused:
        act(claire)
    assert refused.value.thread.version == 1
    assert not ThreadEvent.objects.exists()


@pytest.mark.parametrize("name", ACTS)
def test_nothing_can_be_done_to_another_caisses_exchange(world, name):
    theirs = Acting(world.claire, world.send(world.stranger))
    with pytest.raises(ThreadNotFound):
        ACTS[name](theirs, uuid4())


def test_a_note_makes_no_reply_stale_and_may_be_written_during_a_colleagues_claim(claire, karim):
    karim.claim()
    done = claire.note("  Vu avec\r\nle service.  ")
    event = the_event()
    assert (event.text, event.agent) == ("Vu avec\nle service.", claire.agent)
    assert done.thread.version == 2
    karim.publish()
    assert Change.objects.order_by("-pk").values_list("event", flat=True)[1] == "noted"


@pytest.mark.parametrize(("text", "error"), [(" \n", TextTooShort), ("é" * 2001, TextTooLong)])
def test_a_note_has_bounds(claire, text, error):
    with pytest.raises(error):
        claire.note(text)


@pytest.mark.parametrize(("reason", "error"), [("ab ", TextTooShort), ("é" * 301, TextTooLong)])
@pytest.mark.parametrize(
    "act",
    [
        lambda acting, reason: acting.close(reason),
        lambda acting, reason: acting.transfer("retraite", reason=reason),
        lambda acting, reason: acting.break_claim(reason),
    ],
)
def test_a_reason_has_bounds(claire, act, reason, error):
    claire.claim()
    with pytest.raises(error):
        act(claire, reason)


def test_the_first_motif_is_kept_with_the_labels_the_adherent_saw(world, claire):
    claire.reclassify(OTHER)
    thread = stored(claire)
    assert (thread.motif_id, thread.original_motif_id) == (OTHER, world.motif.pk)
    assert thread.competence_id == "retraite"
    assert thread.motif_label == "Attestation de droits"
    assert the_event().detail == f"motif:{world.motif.pk} motif:{OTHER}"
    claire.reclassify(world.motif.pk)
    assert stored(claire).original_motif_id == world.motif.pk
    assert stored(claire).competence_id == "sante"


def test_a_motif_must_be_in_force_and_another_one(world, claire):
    refused = ["inconnu", world.motif.pk, OTHER]
    world.other_motif.active = False
    world.other_motif.save()
    for code in refused:
        with pytest.raises(MotifNotOffered):
            claire.reclassify(code)
    assert stored(claire).version == 1


def test_a_deadline_is_not_moved_by_any_act(world, claire):
    due = claire.thread.due_at
    claire.reclassify(OTHER)
    claire.transfer("sante")
    claire.transfer(caisse="lorraine")
    assert stored(claire).due_at == due


def test_a_transfer_to_a_team_gives_the_claim_up(claire):
    claire.claim()
    done = claire.transfer("retraite")
    assert done.thread is not None
    assert done.thread.competence_id == "retraite"
    assert done.thread.claimed_by is None
    event = the_event()
    assert (event.text, event.detail) == (REASON, "competence:sante competence:retraite")


def test_a_transfer_to_another_caisse_shows_in_both_feeds(world, claire):
    cursors = {code: read_changes(code, 0, 100).cursor for code in ("picardie", "lorraine")}
    done = claire.transfer("retraite", "lorraine")
    assert done.thread is None
    left = read_changes("picardie", cursors["picardie"], 100)
    assert left.deleted_thread_ids == [claire.thread.pk]
    assert left.threads == []
    arrived = read_changes("lorraine", cursors["lorraine"], 100)
    assert [thread.pk for thread in arrived.threads] == [claire.thread.pk]
    assert [change.event for change in arrived.changes] == ["transferred"]
    moves = "competence:sante competence:retraite caisse:picardie caisse:lorraine"
    assert the_event().detail == moves
    jean = Acting(world.jean, claire.thread)
    jean.publish()
    with pytest.raises(ThreadNotFound):
        claire.note()


def test_a_way_back_ends_the_tombstone(world, claire):
    claire.transfer(caisse="lorraine")
    Acting(world.jean, claire.thread).transfer(caisse="picardie")
    page = read_changes("picardie", 0, 100)
    assert page.deleted_thread_ids == []
    assert [thread.pk for thread in page.threads] == [claire.thread.pk]


@pytest.mark.parametrize(
    "where",
    [
        {},
        {"competence": "sante"},
        {"caisse": "picardie"},
        {"competence": "sante", "caisse": "picardie"},
        {"competence": "inconnue"},
        {"caisse": "inconnue", "competence": "retraite"},
    ],
)
def test_a_transfer_goes_somewhere(claire, where):
    with pytest.raises(UnknownDestination):
        claire.transfer(**where)
    assert stored(claire).version == 1


def test_closing_ends_the_claim_and_tells_the_adherent_nothing(claire):
    claire.claim()
    told = Notification.objects.count()
    done = claire.close("Doublon du message précédent.")
    thread = done.thread
    assert (thread.status, thread.answered_at, thread.claimed_by) == ("closed", None, None)
    assert Notification.objects.count() == told
    with pytest.raises(AlreadyAnswered):
        claire.publish()


def test_a_supervisor_breaks_a_running_lease(world, claire, karim):
    sylvie = Acting(world.sylvie, claire.thread)
    with pytest.raises(NotClaimed):
        sylvie.break_claim()
    karim.claim()
    done = sylvie.break_claim()
    assert done.thread.claimed_by is None
    assert the_event().detail == f"agent:{world.karim.pk}"
    claire.claim()
    Thread.objects.update(claim_expires_at=timezone.now() - timedelta(seconds=1))
    with pytest.raises(NotClaimed):
        sylvie.break_claim()


def test_no_refusal_repeats_a_text(claire):
    for act in (lambda: claire.note("é" * 2001), lambda: claire.close("ab")):
        with pytest.raises(MessagingError) as refused:
            act()
        assert "é" not in str(refused.value)
        assert "ab" not in str(refused.value)


def test_the_trail_holds_no_text(claire):
    claire.note("Texte secret.")
    claire.close("Raison secrète.")
    kept = " ".join(str(event.detail) for event in AuditEvent.objects.all())
    assert "secr" not in kept.lower()

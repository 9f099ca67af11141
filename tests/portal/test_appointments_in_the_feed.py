"""Requests for appointments come to desk by the feed, and so does how far their e-mails are."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core.cache import caches
from django.core.mail.backends.smtp import EmailBackend
from django.test import Client
from django.utils import timezone

from portal.appointments.answering import Decision, answer_appointment
from portal.appointments.asking import withdraw
from portal.appointments.forgetting import forget_appointments
from portal.appointments.models import Appointment, AppointmentAnswer
from portal.messaging.feed import last_seq, read_changes
from portal.notifications.relay import Relay
from portal.supervision.open_set import follow, read_open_set
from tests.support.api_world import World, build_world, signed_in
from tests.support.appointments import an_appointment
from tests.support.mail_server import MailServer, Manner

REFUSED = Decision(AppointmentAnswer.Kind.REFUSE, [], None, "Aucun agent n’est là.")


@pytest.fixture
def world(db) -> World:
    caches["calls"].clear()
    return build_world()


def told(world: World, path: str):
    return Client().get(f"/api/v1/{path}", **signed_in(world.claire)).json()


def answered(world: World, request: Appointment) -> Appointment:
    request.refresh_from_db()
    return answer_appointment(
        request.pk, world.claire, uuid4(), request.version, REFUSED
    ).appointment


def test_each_change_has_its_number_and_its_caisse(world: World) -> None:
    request, theirs = an_appointment(world.adherent), an_appointment(world.stranger)
    thread = world.send()
    assert last_seq(theirs.caisse_id) == 1
    page = told(world, "changes?since=0")
    assert [(each["thread_id"], each["appointment_id"]) for each in page["changes"]] == [
        (None, request.pk),
        (thread.pk, None),
    ]
    assert [each["id"] for each in page["appointments"]] == [request.pk]
    assert [each["id"] for each in page["threads"]] == [thread.pk]
    known = read_open_set(request.caisse_id)
    withdraw(world.adherent, None, request.reference)
    assert len(follow(request.caisse_id, known).rows) == 1, "the board counts exchanges"
    page = told(world, f"changes?since={page['cursor']}")
    assert [each["event"] for each in page["changes"]] == ["appointment_withdrawn"]
    assert [(each["id"], each["state"]) for each in page["appointments"]] == [
        (request.pk, "withdrawn")
    ]
    assert page["threads"] == []
    with time_machine.travel(timezone.now() + timedelta(days=4000), tick=False):
        forget_appointments(timezone.now())
    page = told(world, f"changes?since={page['cursor']}")
    assert (page["appointments"], page["deleted_appointment_ids"]) == ([], [request.pk])


def test_a_snapshot_begins_with_what_is_open(world: World) -> None:
    kept, gone = an_appointment(world.adherent), an_appointment(world.adherent)
    withdraw(world.adherent, None, gone.reference)
    for _ in range(2):
        world.send()
    first = told(world, "snapshot?limit=1")
    assert [each["id"] for each in first["appointments"]] == [kept.pk]
    second = told(world, f"snapshot?limit=1&after={first['next_after']}")
    assert second["appointments"] == []


def test_agents_see_how_far_the_e_mail_about_an_answer_is(
    world: World, mail_server: MailServer
) -> None:
    relay = Relay(connect=lambda: EmailBackend(host="127.0.0.1", port=mail_server.port, timeout=5))
    request = an_appointment(world.adherent)
    relay.run_once()
    answered(world, request)
    (asked,) = told(world, "changes?since=0")["appointments"]
    (notice,) = asked["answer"]["notices"]
    assert (notice["state"], notice["handed_over_at"]) == ("to_send", None)
    seen, version = last_seq(request.caisse_id), asked["version"]
    relay.run_once()
    assert [each.event for each in read_changes(request.caisse_id, seen, 9).changes] == [
        "notification"
    ]
    (asked,) = told(world, f"changes?since={seen}")["appointments"]
    (notice,) = asked["answer"]["notices"]
    assert (notice["state"], notice["cause"], notice["attempts"]) == ("handed_over", "", 1)
    assert notice["handed_over_at"] is not None
    assert asked["version"] == version, "no agent's answer becomes stale by it"


def test_a_mail_server_that_refuses_is_told(world: World, mail_server: MailServer) -> None:
    relay = Relay(connect=lambda: EmailBackend(host="127.0.0.1", port=mail_server.port, timeout=5))
    request = an_appointment(world.adherent)
    relay.run_once()
    mail_server.manner = Manner.REFUSE_RECIPIENT
    answered(world, request)
    seen = last_seq(request.caisse_id)
    relay.run_once()
    (asked,) = told(world, f"changes?since={seen}")["appointments"]
    (notice,) = asked["answer"]["notices"]
    assert (notice["state"], notice["next_try_at"]) == ("failed", None)
    assert notice["cause"] == "recipient_refused"


def test_who_wants_no_e_mail_has_no_notice(world: World) -> None:
    world.adherent.notify_by_email = False
    world.adherent.save()
    request = answered(world, an_appointment(world.adherent))
    (asked,) = told(world, "changes?since=0")["appointments"]
    assert asked["id"] == request.pk
    assert asked["answer"]["notices"] == []

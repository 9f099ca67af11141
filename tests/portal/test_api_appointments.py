"""Agents list and answer requests for appointments: once, whoever is first."""

from datetime import timedelta
from functools import partial
from uuid import UUID, uuid4

import pytest
from django.core.cache import caches
from django.test import Client
from post_office.models import Email

from portal.appointments.answering import Decision, answer_appointment
from portal.appointments.asking import choose, withdraw
from portal.appointments.errors import StaleAppointment
from portal.appointments.half_days import Slot
from portal.appointments.models import Appointment, AppointmentAnswer, Half
from portal.audit.models import AuditEvent
from tests.support.api_world import World, build_world, signed_in
from tests.support.appointments import WORDS, an_appointment
from tests.support.threads import all_at_once

ANSWER = "Demandez l’accueil."


@pytest.fixture
def world(db) -> World:
    caches["calls"].clear()
    return build_world()


def answering(
    world: World, request: Appointment, key: UUID | None = None, version: int = 1, **said
):
    body = {"kind": "refuse", "words": "Aucun agent n’est là.", **said}
    headers = {"Idempotency-Key": str(key or uuid4()), "If-Match": f'"{version}"'}
    return Client().post(
        f"/api/v1/appointments/{request.pk}/answers",
        body,
        content_type="application/json",
        **signed_in(world.claire, **headers),
    )


def wishes(request: Appointment) -> list[dict[str, str]]:
    return [
        {"day": each.day.isoformat(), "half": each.half}
        for each in request.half_days.filter(by="adherent")
    ]


def problem(response) -> str:
    return response.json()["type"].rsplit(":", 1)[-1]


def test_what_is_open_is_listed_and_answered(world: World) -> None:
    request, _theirs = an_appointment(world.adherent), an_appointment(world.stranger)
    client, claire = Client(), signed_in(world.claire)
    (listed,) = client.get("/api/v1/appointments", **claire).json()["appointments"]
    assert (listed["id"], listed["state"], listed["words"]) == (request.pk, "asked", WORDS)
    assert listed["wished"] == wishes(request)
    assert AuditEvent.objects.get(action="appointments.listed").detail == {"found": 1}
    offered = client.get(f"/api/v1/appointments/{request.pk}/half-days", **claire).json()
    assert wishes(request)[0] in offered["half_days"]
    Email.objects.all().delete()
    hour = "09:30" if wishes(request)[1]["half"] == "morning" else "14:30"
    said = {"kind": "confirm", "half_days": wishes(request)[1:], "hour": hour, "words": ANSWER}
    key = uuid4()
    first = answering(world, request, key, **said)
    assert first.status_code == 200
    assert first["ETag"] == '"2"'
    assert first.json()["agreed"] == {**wishes(request)[1], "hour": hour}
    assert first.json()["answer"]["agent_name"] == world.claire.display_name
    again = answering(world, request, key, **said)
    assert again["Idempotent-Replayed"] == "true"
    assert again.json() == first.json()
    assert problem(answering(world, request, key)) == "key-reused"
    assert Email.objects.count() == 1, "told once"
    mail = Email.objects.get()
    assert ANSWER not in mail.message + mail.html_message + mail.subject


def test_what_cannot_be_is_refused_and_changes_nothing(world: World) -> None:
    request = an_appointment(world.adherent)
    wished = wishes(request)
    sunday = request.half_days.first().day
    sunday += timedelta(days=6 - sunday.weekday())
    closed = [{"day": sunday.isoformat(), "half": "morning"}]
    odd = "15:00" if wished[0]["half"] == "morning" else "09:00"
    for said, expected in (
        ({"kind": "refuse", "words": " "}, "text-too-short"),
        ({"kind": "refuse", "words": "x" * 501}, "text-too-long"),
        ({"kind": "confirm", "half_days": closed}, "half-day-not-open"),
        ({"kind": "confirm", "half_days": [{"day": "2020-01-06", "half": "morning"}]},
         "half-day-not-open"),
        ({"kind": "confirm", "half_days": wished[:1], "hour": odd}, "half-day-not-open"),
        ({"kind": "confirm", "half_days": []}, "invalid-parameters"),
        ({"kind": "confirm", "half_days": wished}, "invalid-parameters"),
        ({"kind": "propose", "half_days": wished[:1] * 2}, "invalid-parameters"),
        ({"kind": "refuse", "half_days": wished[:1]}, "invalid-parameters"),
        ({"kind": "refuse", "version": 2}, "stale-appointment"),
    ):  # fmt: skip
        response = answering(world, request, **said)
        assert response.status_code in (412, 422), said
        assert problem(response) == expected, said
    request.refresh_from_db()
    assert (request.state, request.version) == ("asked", 1)
    assert not AppointmentAnswer.objects.exists()


def test_who_withdraws_or_chooses_meanwhile_is_not_overwritten(world: World) -> None:
    request = an_appointment(world.adherent)
    propose = {"kind": "propose", "half_days": wishes(request)}
    assert answering(world, request, **propose).json()["state"] == "proposed"
    first = wishes(request)[0]
    slot = Slot(request.half_days.first().day, Half(first["half"]))
    choose(world.adherent, None, request.reference, slot)
    stale = answering(world, request, version=2, kind="refuse")
    assert problem(stale) == "stale-appointment"
    assert stale.json()["current_appointment"]["agreed"] == {**first, "hour": None}
    withdraw(world.adherent, None, request.reference)
    settled = answering(world, request, version=4, kind="refuse")
    assert (settled.status_code, problem(settled)) == (409, "appointment-settled")
    listed = Client().get("/api/v1/appointments", **signed_in(world.claire)).json()
    (given_up,) = listed["appointments"]
    assert (given_up["state"], given_up["agreed"]["day"]) == ("withdrawn", first["day"]), "told"
    never_agreed = an_appointment(world.adherent)
    withdraw(world.adherent, None, never_agreed.reference)
    listed = Client().get("/api/v1/appointments", **signed_in(world.claire)).json()
    assert len(listed["appointments"]) == 1, "nobody waits for it"


@pytest.mark.usefixtures("database")
def test_of_two_agents_at_once_one_answers() -> None:
    world = build_world()
    request = an_appointment(world.adherent)
    Email.objects.all().delete()
    refuse = Decision(AppointmentAnswer.Kind.REFUSE, [], None, "Aucun agent n’est là.")
    several = [world.claire, world.karim, world.sylvie]
    outcomes = all_at_once(
        [partial(answer_appointment, request.pk, agent, uuid4(), 1, refuse) for agent in several]
    )
    refused = [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    assert len(refused) == 2
    assert {type(each).__name__ for each in refused} <= {
        StaleAppointment.__name__, "AppointmentSettled",
    }  # fmt: skip
    assert AppointmentAnswer.objects.count() == Email.objects.count() == 1


@pytest.mark.usefixtures("database")
def test_one_key_at_once_on_two_requests_serves_one() -> None:
    world = build_world()
    here, there = an_appointment(world.adherent), an_appointment(world.adherent)
    refuse = Decision(AppointmentAnswer.Kind.REFUSE, [], None, "Aucun agent n’est là.")
    key = uuid4()
    calls = [partial(answer_appointment, r.pk, world.claire, key, 1, refuse) for r in (here, there)]
    outcomes = all_at_once(calls)
    assert sorted(type(each).__name__ for each in outcomes) == ["Answered", "KeyReused"], outcomes
    assert AppointmentAnswer.objects.count() == 1

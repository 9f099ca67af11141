"""What the forecast is read from is the caisse's own, on both databases; asking changes nothing."""

import json
from datetime import UTC, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from portal.api.schemas import Forecast
from portal.forecast.making import make
from portal.forecast.reading import known_of
from portal.messaging.models import Message, Thread
from portal.messaging.pausing import pause
from tests.support.api_world import World, build_world, signed_in

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
PARIS = ZoneInfo("Europe/Paris")


def past(world: World) -> None:
    """Four weeks of one message each Monday to Friday at nine, two on Tuesdays, answered by Claire
    next day in turn, ten minutes each; the last of each day waits for the evening.
    """
    first = datetime(2026, 10, 23, 9, 5, tzinfo=PARIS)
    for n in range(28):
        sent = first + timedelta(days=n)
        if sent.weekday() >= 5:
            continue
        for place in range(2 if sent.weekday() == 1 else 1):
            thread = world.send()
            answered = (sent + timedelta(days=1)).replace(hour=10, minute=10 * place)
            Thread.objects.filter(pk=thread.pk).update(
                sent_at=sent,
                due_at=sent + timedelta(hours=48),
                status="answered",
                answered_at=answered,
            )
            Message.objects.create(
                thread=thread,
                direction="out",
                kind="answer",
                author=world.claire,
                text="Votre attestation est disponible.",
                at=answered,
                idempotency_key=uuid4(),
            )


def open_one(world: World, hours: float, **given) -> Thread:
    thread = world.send(**given)
    due = NOW + timedelta(hours=hours)
    Thread.objects.filter(pk=thread.pk).update(sent_at=due - timedelta(hours=48), due_at=due)
    return thread


def test_a_caisse_is_read_as_it_is(database):
    world = build_world()
    past(world)
    late, soon, paused = (open_one(world, hours) for hours in (-1, 30, 30))
    pause(thread_id=paused.pk, agent=world.claire, seen_version=1, reason="Pièce", key=uuid4())
    open_one(world, 5, adherent=world.stranger)
    world.karim.absent_until = NOW + timedelta(days=2)
    world.karim.save()
    known = known_of(world.sylvie.caisse, NOW, 10, 20, 1)
    question = known.question
    assert [each.thread_id for each in question.messages] == [late.pk, soon.pk]
    assert (known.open, known.paused, known.absent, known.hours_supposed) == (3, 1, 1, True)
    # Supervisors are no help, nor is the other caisse.
    assert [(set(pool.teams), pool.agents, pool.back_at) for pool in question.pools] == [
        ({"sante"}, 1, None),
        ({"sante"}, 1, world.karim.absent_until),
    ]
    rate = question.demand.rate
    assert 2 * rate("sante", 0, 9) == pytest.approx(rate("sante", 1, 9))
    assert rate("sante", 0, 8) == rate("sante", 6, 9) == rate("retraite", 0, 9) == 0
    assert question.motif_shares == {"sante": {world.motif.pk: 1.0}}
    assert question.staff.days > 5
    made = make(world.sylvie.caisse, NOW, days=10, runs=20)
    assert made.answer.late_now == 1
    assert made.agents == {"sante": 1}
    assert made.answer == make(world.sylvie.caisse, NOW, days=10, runs=20).answer
    terms = [term for term, _ in made.assumptions]
    assert terms == ["arrivals", "hours", "agents", "handling", "order", "paused", "simulation"]


@pytest.mark.django_db
def test_the_routes_answer_for_the_supervisors_caisse_and_refuse_what_cannot_be():
    world = build_world()
    for hours in (20, 30):
        open_one(world, hours)
        open_one(world, hours, adherent=world.stranger)
    address = "/api/v1/supervision/forecast"
    client, who = Client(), signed_in(world.sylvie)
    plain = client.get(address, {"days": 5}, **who).json()
    Forecast.model_validate(plain)
    assert (plain["open"], len(plain["days"]), plain["unchanged"]) == (2, 5, [])
    before = Thread.objects.count()

    def ask(**body):
        body = json.dumps({"days": 10, **body})
        return client.post(address, body, "application/json", **who)

    move = {"agents": 2, "from_team": "sante", "to_team": "retraite"}
    day = (datetime.now(PARIS) + timedelta(days=1)).date().isoformat()
    opening = {"day": day, "frames": "09:00-12:00", "agents": 1}
    answered = ask(moves=[move], openings=[opening])
    assert answered.status_code == 200
    told = answered.json()
    Forecast.model_validate(told)
    assert len(told["unchanged"]) == len(told["days"]) == 10
    assert {each["term"] for each in told["assumptions"]} >= {"move", "opening"}
    for wrong in (
        {"moves": [{**move, "agents": 3}]},
        {"openings": [{**opening, "day": "2026-02-30"}]},
        {"openings": [{**opening, "frames": "12:00-09:00"}]},
        {"days": 15},
    ):
        assert ask(**wrong).status_code == 422
    assert Thread.objects.count() == before

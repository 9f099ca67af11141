"""Who is answered together from the waiting room, with what: the same as Django answers each."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import msgspec
import pytest
from django.core.cache import caches
from django.db import OperationalError, transaction
from django.utils import timezone
from oauth2_provider.models import get_access_token_model

from portal.accounts.models import Agent, User
from portal.api.routing import ORDINARY_RATE
from portal.api.waiting import look as looking
from portal.api.waiting.envelope import Envelope
from portal.api.waiting.look import MOST_BEHIND, Answer, Asked, Outcome, Stay, Verdict, look
from portal.api.waiting.request import WaitingRequest
from portal.messaging.feed import last_seq, read_changes, record_change, record_changes
from portal.messaging.feed_pages import PageAsked, read_pages
from portal.messaging.models import Thread
from portal.supervision.models import Presence
from tests.support.api_world import bearer, build_world
from tests.support.appointments import an_appointment
from tests.support.threads import all_at_once

HOST = "127.0.0.1:8000"


@pytest.fixture
def world(db):
    return build_world()


def asked(agent: Agent | User, since: int, *, caisse: str = "", **more) -> Asked:
    user = agent.user if isinstance(agent, Agent) else agent
    due = more.pop("due", False)
    request = WaitingRequest(
        bearer(user, seconds=more.pop("seconds", 600), scope=more.pop("scope", "desk")),
        f"http://{HOST}/api/v1/changes",
        since,
        20,
        **more,
    )
    return Asked(request, caisse, due)


def page(outcome: Outcome) -> dict:
    assert isinstance(outcome, Answer)
    return msgspec.json.decode(outcome.body)


def test_it_answers_what_django_answers_header_for_header(world, client):
    for _ in range(3):
        world.send()
    world.send(world.stranger)
    for agent, since, limit in (
        (world.claire, 0, 500),
        (world.claire, 1, 1),
        (world.sylvie, 2, 500),
        (world.jean, 0, 500),
    ):
        each = asked(agent, since, limit=limit)
        django = client.get(
            f"/api/v1/changes?since={since}&limit={limit}&wait=20",
            headers={"Authorization": f"Bearer {each.request.token}", "Host": HOST},
        )
        (outcome,) = look([each])
        assert outcome == Answer(django.content)
        ours = Envelope(HOST, secure=False).headers(django.content)
        theirs = {name.encode(): value.encode() for name, value in django.items()}
        assert dict(ours).keys() == theirs.keys()
        assert {**dict(ours), b"Portal-Time": b""} == {**theirs, b"Portal-Time": b""}


def test_over_tls_the_browser_is_told_to_stay_there(settings):
    settings.SECURE_HSTS_SECONDS = 31_536_000
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    told = b"Strict-Transport-Security"
    assert told in dict(Envelope(HOST, secure=True).headers(b""))
    assert told not in dict(Envelope(HOST, secure=False).headers(b""))


def test_everybody_gets_their_own_caisses_page_and_nobody_anothers(world):
    ours, theirs = world.send(), world.send(world.stranger)
    agents = (world.claire, world.jean, world.karim)
    pages = [page(each) for each in look([asked(agent, 0) for agent in agents])]
    assert [[thread["id"] for thread in each["threads"]] for each in pages] == [
        [ours.pk],
        [theirs.pk],
        [ours.pk],
    ]
    # Who waits for a caisse they have left since is sent to Django, which knows nothing of before.
    Agent.objects.filter(pk=world.karim.pk).update(caisse="lorraine")
    moved, stayed = look(
        [asked(world.karim, 0, caisse="picardie"), asked(world.claire, 0, caisse="picardie")]
    )
    assert moved is Verdict.ASK_DJANGO
    assert page(stayed) == {**pages[0], "me_mark": page(stayed)["me_mark"]}


def test_an_exchange_that_left_the_caisse_is_told_as_gone(world):
    thread = world.send()
    Thread.objects.filter(pk=thread.pk).update(caisse="lorraine")
    told = page(look([asked(world.claire, 0)])[0])
    assert (told["threads"], told["deleted_thread_ids"]) == ([], [thread.pk])


def test_a_hundred_cost_as_many_queries_as_one(world, django_assert_num_queries):
    world.send()
    world.send(world.stranger)
    few = [asked(world.claire, 0)]
    many = [asked(each, 0) for each in (world.claire, world.karim, world.sylvie, world.jean)] * 25
    look(many)
    with django_assert_num_queries(16):
        look(few)
    with django_assert_num_queries(16):
        assert {type(each) for each in look(many)} == {Answer}


def test_who_waits_without_news_costs_one_query(world, django_assert_num_queries):
    waiting = [asked(world.claire, last_seq("picardie"), caisse="picardie")] * 50
    with django_assert_num_queries(1):
        assert look(waiting) == [Stay("picardie")] * 50


def test_only_agents_in_force_are_let_in_or_answered(world):
    world.send()
    disabled, expired = world.karim, asked(world.claire, 0, seconds=-1)
    User.objects.filter(pk=disabled.user_id).update(is_active=False)
    newcomer = User.objects.create(username="sans.fiche")
    narrow = asked(world.claire, 0, scope="autre")
    elsewhere = asked(world.claire, 0)
    refused = [
        asked(disabled, 0),
        asked(disabled, 1, caisse="picardie", due=True),
        asked(world.adherent.user, 0),
        asked(newcomer, 0),
        expired,
        narrow,
        Asked(WaitingRequest("inconnu", elsewhere.request.uri, 0, 20)),
    ]
    assert look(refused) == [Verdict.ASK_DJANGO] * len(refused)
    assert page(look([elsewhere])[0])["cursor"] == 1


def test_a_token_revoked_while_its_agent_waits_opens_nothing(world):
    waiting = asked(world.claire, 0)
    assert look([waiting]) == [Stay("picardie")]
    seated = Asked(waiting.request, "picardie")
    get_access_token_model().objects.all().delete()
    world.send()
    assert look([seated]) == [Verdict.ASK_DJANGO]


def test_a_token_for_another_audience_opens_nothing(world):
    world.send()
    each = asked(world.claire, 0)
    get_access_token_model().objects.update(resource=["https://ailleurs.exemple-msa.test/"])
    assert look([each]) == [Verdict.ASK_DJANGO]


def test_a_cursor_of_another_database_is_djangos(world):
    world.send()
    now = last_seq("picardie")
    others = [asked(world.claire, now + 1), asked(world.claire, now, feed="autre")]
    assert look(others) == [Verdict.ASK_DJANGO] * 2


def test_who_comes_back_after_an_absence_is_djangos(world):
    thread = world.send()
    with transaction.atomic():
        record_changes("picardie", [thread.pk] * (MOST_BEHIND + 1), "noted")
    far, near = look([asked(world.claire, 0), asked(world.claire, 2)])
    assert far is Verdict.ASK_DJANGO
    assert len(page(near)["changes"]) == MOST_BEHIND


def test_the_end_of_the_wait_is_an_empty_page(world):
    told = page(look([asked(world.claire, 0, caisse="picardie", due=True)])[0])
    assert (told["changes"], told["cursor"], told["more"]) == ([], 0, False)
    assert len(told["me_mark"]) == 16


def test_the_mark_changes_with_the_agent_and_whom_they_may_ask(world):
    def mark() -> str:
        each = asked(world.claire, 0, caisse="picardie", due=True)
        return page(look([each])[0])["me_mark"]

    first = mark()
    assert mark() == first
    Agent.objects.filter(pk=world.karim.pk).update(in_training=True)
    without_karim = mark()
    Agent.objects.filter(pk=world.claire.pk).update(absent_until=timezone.now() + timedelta(days=1))
    assert len({first, without_karim, mark()}) == 3


def test_calls_are_counted_and_presence_is_noted(world, monkeypatch):
    caches["calls"].clear()
    world.send()
    assert isinstance(look([asked(world.claire, 0)])[0], Answer)
    assert set(Presence.objects.values_list("agent_id", flat=True)) == {world.claire.pk}
    monkeypatch.setattr(ORDINARY_RATE, "limit", 1)
    assert look([asked(world.claire, 0)]) == [Verdict.ASK_DJANGO]


def test_a_database_that_is_away_lets_nobody_in_and_sends_nobody_away(world, monkeypatch):
    def away(*_: object) -> None:
        raise OperationalError

    monkeypatch.setattr(looking, "identity", away)
    monkeypatch.setattr(looking.connection, "close", lambda: None)
    seated, new, due = (
        asked(world.claire, 9, caisse="picardie"),
        asked(world.karim, 0),
        asked(world.sylvie, 0, caisse="picardie", due=True),
    )
    assert look([seated, new, due]) == [
        Stay("picardie"),
        Verdict.ASK_DJANGO,
        Verdict.ASK_DJANGO,
    ]


def test_pages_read_together_are_those_read_alone(world):
    threads = [world.send() for _ in range(3)]
    world.send(world.stranger)
    with transaction.atomic():
        record_change(threads[0], "noted")
    wanted = [
        PageAsked(caisse, since, limit)
        for caisse in ("picardie", "lorraine")
        for since in (0, 1, 2, 4, 9)
        for limit in (1, 2, 100)
        if since <= last_seq(caisse)
    ]
    beyond = PageAsked("lorraine", 2, 10)
    pages = read_pages([*wanted, beyond])
    assert pages == {each: read_changes(each.caisse, each.since, each.limit) for each in wanted}


def test_no_change_is_skipped_while_many_write(database):
    """Numbers are seen in the order they were taken, however late a writer commits: whoever follows
    from look to look sees each once.
    """
    world = build_world()
    threads = [world.send() for _ in range(4)]
    begun = last_seq("picardie")
    follower = asked(world.claire, begun)

    def write(thread: Thread) -> None:
        for _ in range(8):
            with transaction.atomic():
                record_change(thread, "noted")

    def follow() -> list[int]:
        seen: list[int] = []
        while len(seen) < 32:
            request = replace(follower.request, since=begun + len(seen))
            (outcome,) = look([Asked(request, "picardie")])
            if isinstance(outcome, Answer):
                seen.extend(change["seq"] for change in page(outcome)["changes"])
        return seen

    seen, *_ = all_at_once([follow, *(partial(write, thread) for thread in threads)])
    assert seen == list(range(begun + 1, begun + 33))


def test_requests_for_appointments_come_too_and_stay_in_their_caisse(world, client):
    asked_for = [an_appointment(adherent) for adherent in (world.adherent, world.stranger)]
    for agent, own in zip((world.claire, world.jean), asked_for, strict=True):
        each = asked(agent, 0)
        told = page(look([each])[0])
        assert [one["id"] for one in told["appointments"]] == [own.pk]
        django = client.get(
            "/api/v1/changes?since=0",
            headers={"Authorization": f"Bearer {each.request.token}", "Host": HOST},
        )
        assert told == django.json()

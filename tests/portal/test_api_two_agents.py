"""Two agents answer the same message at once, a hundred times: one reply each time."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import pytest
import requests

from portal.accounts.models import Agent
from portal.messaging.models import Change, Message, Thread
from portal.notifications.models import Notification
from tests.support.api_server import serving
from tests.support.api_world import bearer, build_world

pytestmark = pytest.mark.slow

TIMES = {"postgresql": 100, "sqlite": 30}
"""SQLite has one writer at a time, so its threads meet in fewer ways."""
TIMEOUT_S = 60


class AtDesk:
    """An agent's desk: claims what it sees, then answers with what it last saw."""

    def __init__(self, url: str, agent: Agent, gate: threading.Barrier) -> None:
        self.agent = agent
        self._url = url
        self._gate = gate
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {bearer(agent.user)}"

    def close(self) -> None:
        self._session.close()

    def post(self, path: str, version: int, **body) -> requests.Response:
        headers = {"If-Match": f'"{version}"'}
        if "key" in body:
            headers["Idempotency-Key"] = str(body.pop("key"))
        return self._session.post(
            f"{self._url}/api/v1/threads/{path}",
            json=body or None,
            headers=headers,
            timeout=TIMEOUT_S,
        )

    def publish(self, thread_id: int, version: int, key: UUID) -> requests.Response:
        return self.post(
            f"{thread_id}/replies",
            version,
            key=key,
            kind="answer",
            text=f"Bonjour, réponse de {self.agent.first_name}.",
        )

    def claim_then_answer(self, sent: Thread) -> list[requests.Response]:
        self._gate.wait(TIMEOUT_S)
        claimed = self.post(f"{sent.pk}/claim", sent.version)
        version = claimed.json()["version"] if claimed.status_code == 200 else sent.version
        self._gate.wait(TIMEOUT_S)
        return [claimed, self.publish(sent.pk, version, uuid4())]

    def answer_twice_with_one_key(self, sent: Thread) -> list[requests.Response]:
        key = uuid4()
        self._gate.wait(TIMEOUT_S)
        first = self.publish(sent.pk, sent.version, key)
        return [first, self.publish(sent.pk, sent.version, key)]


@pytest.fixture
def desks(database, tmp_path):
    world = build_world()
    gate = threading.Barrier(2)
    with serving(database, tmp_path) as portal:
        both = [AtDesk(portal.url, agent, gate) for agent in (world.claire, world.karim)]
        yield world, both, TIMES[urlsplit(database).scheme]
        for desk in both:
            desk.close()


def refusal(response: requests.Response) -> str:
    assert response.status_code in {409, 412}, response.text
    assert response.headers["Content-Type"] == "application/problem+json"
    problem = response.json()
    assert problem["current"]["id"]
    return problem["type"].removeprefix("urn:msa-desk:problem:")


def test_claiming_and_answering_at_once(desks):
    world, both, times = desks
    refusals: Counter[str] = Counter()
    with ThreadPoolExecutor(2) as pool:
        for _ in range(times):
            sent = world.send()
            results = list(pool.map(AtDesk.claim_then_answer, both, [sent, sent]))
            claims, replies = zip(*results, strict=True)
            assert sorted(claim.status_code for claim in claims)[0] == 200
            winners = [reply for reply in replies if reply.status_code == 201]
            losers = [reply for reply in replies if reply.status_code != 201]
            assert len(winners) == len(losers) == 1
            refusals.update([refusal(losers[0])])
            refusals.update(refusal(claim) for claim in claims if claim.status_code != 200)
            # The one who lost is shown the exchange as it is: what the other did to it.
            current = losers[0].json()["current"]
            assert current["version"] > sent.version
    print(dict(refusals))
    assert_one_answer_each(times)


@pytest.mark.long
def test_answering_at_once_without_a_claim_and_again_with_the_same_key(desks):
    world, both, times = desks
    with ThreadPoolExecutor(2) as pool:
        for _ in range(times):
            sent = world.send()
            results = list(pool.map(AtDesk.answer_twice_with_one_key, both, [sent, sent]))
            firsts = sorted(first.status_code for first, _ in results)
            assert firsts in ([201, 409], [201, 412])
            for first, again in results:
                if first.status_code == 201:
                    assert again.status_code == 200
                    assert again.headers["Idempotent-Replayed"] == "true"
                    assert again.json()["reply"] == first.json()["reply"]
                else:
                    refusal(again)
                    assert again.json()["current"]["status"] == "answered"
    assert_one_answer_each(times)


def assert_one_answer_each(times: int) -> None:
    answers = Message.objects.filter(direction=Message.Direction.OUT)
    assert Counter(answers.values_list("thread_id", flat=True)) == Counter(
        Thread.objects.values_list("pk", flat=True)
    )
    assert answers.count() == times
    told = Notification.objects.filter(kind=Notification.Kind.REPLY_AVAILABLE)
    assert told.count() == times
    assert Change.objects.filter(event="replied").count() == times

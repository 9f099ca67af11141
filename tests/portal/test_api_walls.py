"""Role × route × caisse, over every route of the API: a new route must be added here to pass."""

import itertools
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone
from oauth2_provider.models import get_access_token_model

from portal.accounts.models import Agent, Role, User
from portal.api.bearer import AgentBearer
from portal.api.v1 import build_api
from portal.appointments.models import Appointment
from portal.audit.models import AuditEvent
from portal.documents.models import DepositedFile
from portal.messaging.claims import claim
from portal.messaging.models import Message, ScheduledReply, Thread
from portal.messaging.pausing import pause
from portal.messaging.publishing import publish_reply
from portal.messaging.scheduling import schedule
from portal.reviews.asking import ask_review
from portal.reviews.models import Review
from tests.support.api_world import World, bearer, build_world
from tests.support.appointments import an_appointment
from tests.support.deposits import a_deposited_file

pytestmark = pytest.mark.django_db

AGENTS = frozenset({Role.AGENT, Role.SUPERVISOR})
SUPERVISORS = frozenset({Role.SUPERVISOR})
OPEN_TO_ALL = None

# Who may call each route, and whether it names an exchange.
ROUTES: dict[tuple[str, str], tuple[frozenset[Role] | None, bool]] = {
    ("GET", "/health"): (OPEN_TO_ALL, False),
    ("GET", "/me"): (AGENTS, False),
    ("GET", "/catalogue"): (AGENTS, False),
    ("GET", "/templates"): (AGENTS, False),
    ("GET", "/changes"): (AGENTS, False),
    ("GET", "/snapshot"): (AGENTS, False),
    ("GET", "/threads/{thread_id}"): (AGENTS, True),
    ("GET", "/adherents/{adherent_id}/exchanges"): (AGENTS, True),
    ("POST", "/threads/{thread_id}/claim"): (AGENTS, True),
    ("POST", "/threads/{thread_id}/release"): (AGENTS, True),
    ("POST", "/threads/{thread_id}/replies"): (AGENTS, True),
    ("POST", "/threads/{thread_id}/unmask-identifier"): (AGENTS, True),
    ("POST", "/threads/{thread_id}/notes"): (AGENTS, True),
    ("POST", "/threads/{thread_id}/reclassify"): (AGENTS, True),
    ("POST", "/threads/{thread_id}/transfer"): (AGENTS, True),
    ("POST", "/threads/{thread_id}/close"): (AGENTS, True),
    ("POST", "/threads/{thread_id}/break-claim"): (SUPERVISORS, True),
    ("GET", "/threads/{thread_id}/deadline"): (AGENTS, True),
    ("GET", "/threads/{thread_id}/documents"): (AGENTS, True),
    ("GET", "/threads/{thread_id}/documents/{file_id}/content"): (AGENTS, True),
    ("GET", "/appointments"): (AGENTS, False),
    ("GET", "/appointments/{appointment_id}/half-days"): (AGENTS, True),
    ("POST", "/appointments/{appointment_id}/answers"): (AGENTS, True),
    ("POST", "/threads/{thread_id}/pause"): (AGENTS, True),
    ("POST", "/threads/{thread_id}/resume"): (AGENTS, True),
    ("POST", "/threads/{thread_id}/replies/{message_id}/withdraw"): (AGENTS, True),
    ("POST", "/threads/{thread_id}/scheduled-replies"): (AGENTS, True),
    ("DELETE", "/threads/{thread_id}/scheduled-replies/{scheduled_id}"): (AGENTS, True),
    ("POST", "/threads/{thread_id}/reviews"): (AGENTS, True),
    ("POST", "/threads/{thread_id}/reviews/{review_id}/withdraw"): (AGENTS, True),
    ("POST", "/threads/{thread_id}/reviews/{review_id}/send-back"): (AGENTS, True),
    ("POST", "/threads/{thread_id}/reviews/{review_id}/approve"): (AGENTS, True),
    ("PUT", "/threads/{thread_id}/draft"): (AGENTS, True),
    ("DELETE", "/threads/{thread_id}/draft"): (AGENTS, True),
    ("GET", "/drafts"): (AGENTS, False),
    ("PUT", "/me/absence"): (AGENTS, False),
    ("GET", "/supervision/board"): (SUPERVISORS, False),
    ("GET", "/supervision/threads"): (SUPERVISORS, False),
    ("GET", "/supervision/agents"): (SUPERVISORS, False),
    ("PUT", "/supervision/agents/{agent_id}/absence"): (SUPERVISORS, False),
    ("POST", "/supervision/share-out"): (SUPERVISORS, False),
    ("POST", "/supervision/assign"): (SUPERVISORS, False),
    ("POST", "/supervision/transfer"): (SUPERVISORS, False),
    ("POST", "/supervision/break-claims"): (SUPERVISORS, False),
    ("POST", "/supervision/holding-replies"): (SUPERVISORS, False),
    ("GET", "/supervision/proof"): (SUPERVISORS, False),
    ("GET", "/supervision/proof/export"): (SUPERVISORS, False),
    ("GET", "/supervision/forecast"): (SUPERVISORS, False),
    ("POST", "/supervision/forecast"): (SUPERVISORS, False),
}
TEXT = "Votre demande est en cours d’examen."
BODIES = {
    "/threads/{thread_id}/replies": {"kind": "holding", "text": TEXT},
    "/threads/{thread_id}/notes": {"text": TEXT},
    "/threads/{thread_id}/reclassify": {"motif": "sante-attestations-autre"},
    "/threads/{thread_id}/transfer": {"competence": "retraite", "reason": TEXT},
    "/threads/{thread_id}/close": {"reason": TEXT},
    "/threads/{thread_id}/break-claim": {"reason": TEXT},
    "/threads/{thread_id}/pause": {"reason": TEXT},
    "/threads/{thread_id}/scheduled-replies": {
        "kind": "answer",
        "text": TEXT,
        "publish_at": "2027-01-04T08:00:00Z",
    },
    "/threads/{thread_id}/reviews": {"kind": "answer", "text": TEXT, "asked_of": None},
    "/threads/{thread_id}/reviews/{review_id}/send-back": {
        "words": TEXT,
        "comments": [{"start": 0, "end": 5, "text": TEXT}],
    },
    "/threads/{thread_id}/reviews/{review_id}/approve": {"text": None},
    "/appointments/{appointment_id}/answers": {"kind": "refuse", "words": TEXT},
    "/threads/{thread_id}/draft": {"text": TEXT, "device": "Poste 1"},
    "/me/absence": {"until": None},
    "/supervision/agents/{agent_id}/absence": {"until": None},
    "/supervision/share-out": {"thread_ids": [1]},
    "/supervision/assign": {"assignments": [{"thread_id": 1, "agent_id": None}]},
    "/supervision/transfer": {
        "threads": [{"thread_id": 1, "version": 1}],
        "competence": "retraite",
        "reason": TEXT,
    },
    "/supervision/break-claims": {"threads": [{"thread_id": 1, "version": 1}], "reason": TEXT},
    "/supervision/holding-replies": {"threads": [{"thread_id": 1, "version": 1}], "text": TEXT},
    "/supervision/forecast": {"days": 3},
}
SUCCESS = {200, 201, 204}
GUARDED = [route for route, (roles, _) in ROUTES.items() if roles is not OPEN_TO_ALL]
OF_A_THREAD = [route for route, (_, names_a_thread) in ROUTES.items() if names_a_thread]


def named(value) -> str:
    return " ".join(value) if isinstance(value, tuple) else value.__name__


@pytest.fixture
def world(settings) -> World:
    caches["calls"].clear()
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, undo_seconds=3600)
    return build_world()


def ready(route: tuple[str, str], thread: Thread, agent: Agent) -> Thread:
    """Bring `thread` to where `agent` may call `route`."""
    now: dict[str, Any] = {"thread_id": thread.pk, "agent": agent, "seen_version": thread.version}
    if "{message_id}" in route[1]:
        publish_reply(**now, text=TEXT, kind=Message.Kind.ANSWER, key=uuid4())
    elif "{scheduled_id}" in route[1]:
        later = timezone.now() + timedelta(days=1)
        schedule(**now, text=TEXT, kind=Message.Kind.ANSWER, publish_at=later, key=uuid4())
    elif "{review_id}" in route[1]:
        withdrawing = route[1].endswith("/withdraw")
        author = agent if withdrawing else _colleague(agent)
        asked = {"asked_of": None if withdrawing else agent.pk, "kind": Message.Kind.ANSWER}
        ask_review(**now | {"agent": author}, **asked, text=TEXT, key=uuid4())
    elif route[1].endswith("/break-claim"):
        claim(**now)
    elif "{file_id}" in route[1]:
        a_deposited_file(thread.adherent)
    elif "{appointment_id}" in route[1]:
        an_appointment(thread.adherent)
    elif route[1].endswith("/resume"):
        pause(**now, reason=TEXT, key=uuid4())
    thread.refresh_from_db()
    return thread


def _colleague(agent: Agent) -> Agent:
    """Another agent of the same caisse, made when there is none."""
    found = Agent.objects.filter(caisse=agent.caisse).exclude(pk=agent.pk).first()
    if found is not None:
        return found
    user = User.objects.create(username="collegue.exemple")
    return Agent.objects.create(user=user, caisse=agent.caisse, first_name="Lou", last_name="Ex")


def discovered() -> dict[tuple[str, str], frozenset[Role] | None]:
    """Each route the API really has, with the roles it really lets in."""
    return {
        route: OPEN_TO_ALL if guard is None else guard.roles for route, guard in guards().items()
    }


def guards() -> dict[tuple[str, str], AgentBearer | None]:
    """The guard of each route. Every copy of the API shares them."""
    found: dict[tuple[str, str], AgentBearer | None] = {}
    for router in build_api()._get_bound_routers():
        for path, view in router.path_operations.items():
            for operation in view.operations:
                callbacks = operation.auth_callbacks
                assert all(isinstance(guard, AgentBearer) for guard in callbacks)
                assert len(callbacks) <= 1, "one of several guards would be enough to pass"
                for method in operation.methods:
                    found[method, path] = callbacks[0] if callbacks else None
    return found


def guard_of(route: tuple[str, str]) -> AgentBearer:
    guard = guards()[route]
    assert guard is not None
    return guard


def call(route: tuple[str, str], thread: Thread, token: str | None):
    method, path = route
    url = "/api/v1" + path.format(
        thread_id=thread.pk,
        adherent_id=thread.adherent_id,
        message_id=Message.objects.order_by("-pk").values_list("pk", flat=True).first(),
        appointment_id=Appointment.objects.values_list("pk", flat=True).first() or 1,
        agent_id=Agent.objects.order_by("pk").values_list("pk", flat=True).first() or 1,
        file_id=DepositedFile.objects.values_list("pk", flat=True).first() or 1,
        review_id=Review.objects.values_list("pk", flat=True).first() or 1,
        scheduled_id=ScheduledReply.objects.values_list("pk", flat=True).first() or 1,
    )
    if path == "/changes":
        url += "?since=0"
    elif path.startswith("/supervision/proof"):
        url += "?from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z"
    body = json.dumps(BODIES[path]) if path in BODIES and method != "DELETE" else ""
    headers = {"Idempotency-Key": str(uuid4())}
    if path.endswith("/draft"):
        headers |= {"If-None-Match": "*"} if method == "PUT" else {}
    else:
        headers["If-Match"] = f'"{thread.version}"'
    if token is not None:
        headers["Authorization"] = f"Bearer {token}"
    client = Client(raise_request_exception=False)
    if method == "GET":
        return client.get(url, headers=headers)
    return client.generic(method, url, body, "application/json", headers=headers)


def problem(response) -> str:
    return response.json()["type"].removeprefix("urn:msa-desk:problem:")


def test_every_route_is_known_here_with_its_roles():
    assert discovered() == {route: roles for route, (roles, _) in ROUTES.items()}


@pytest.mark.parametrize(("route", "role"), list(itertools.product(GUARDED, Role)), ids=str)
def test_roles(world, route, role):
    callers: dict[Role, Agent] = {Role.AGENT: world.claire, Role.SUPERVISOR: world.sylvie}
    thread = ready(route, world.send(), callers[role])
    response = call(route, thread, bearer(callers[role].user))
    if role in (ROUTES[route][0] or ()):
        assert response.status_code in SUCCESS
    else:
        assert response.status_code == 403
        assert problem(response) == "role-not-allowed"


def no_token(world: World) -> None:
    return None


def unknown(world: World) -> str:
    return "inconnu"


def expired(world: World) -> str:
    return bearer(world.claire.user, seconds=-1)


def revoked(world: World) -> str:
    token = bearer(world.claire.user)
    get_access_token_model().objects.all().delete()
    return token


def of_another_scope(world: World) -> str:
    return bearer(world.claire.user, scope="autre")


def for_another_audience(world: World) -> str:
    token = bearer(world.claire.user)
    get_access_token_model().objects.update(resource=["https://ailleurs.test/"])
    return token


NOT_SIGNED_IN = [no_token, unknown, expired, revoked, of_another_scope, for_another_audience]


@pytest.mark.parametrize(
    ("route", "token_of"), list(itertools.product(GUARDED, NOT_SIGNED_IN)), ids=named
)
def test_nobody_passes_without_a_token_in_force(
    world, route, token_of: Callable[[World], str | None]
):
    response = call(route, world.send(), token_of(world))
    assert response.status_code == 401
    assert problem(response) == "not-signed-in"
    assert response["WWW-Authenticate"].startswith("Bearer")
    assert not Message.objects.filter(direction="out").exists()


def of_a_disabled_account(world: World) -> str:
    token = bearer(world.claire.user)
    world.claire.user.is_active = False
    world.claire.user.save()
    return token


def of_an_agent_removed(world: World) -> str:
    token = bearer(world.claire.user)
    world.claire.delete()
    return token


@pytest.mark.parametrize(
    ("route", "token_of"),
    list(itertools.product(GUARDED, [of_a_disabled_account, of_an_agent_removed])),
    ids=named,
)
def test_a_revoked_agent_is_told_so_and_shown_nothing(world, route, token_of):
    thread = world.send()
    response = call(route, thread, token_of(world))
    assert response.status_code == 401
    assert problem(response) == "agent-revoked"
    assert response["WWW-Authenticate"].startswith("Bearer")
    assert not Message.objects.filter(direction="out").exists()


@pytest.mark.parametrize("token_of", [of_a_disabled_account], ids=named)
def test_an_expired_token_does_not_say_that_its_agent_was_revoked(world, token_of):
    token = token_of(world)
    get_access_token_model().objects.update(expires=timezone.now() - timedelta(seconds=1))
    response = call(("GET", "/me"), world.send(), token)
    assert problem(response) == "not-signed-in"


@pytest.mark.parametrize("route", GUARDED, ids=named)
def test_an_adherents_token_would_open_nothing(world, route):
    """The authorization server gives adherents none; should one exist, it is worth nothing."""
    response = call(route, world.send(), bearer(world.adherent.user))
    assert response.status_code == 403
    assert problem(response) == "not-an-agent"


@pytest.mark.parametrize("route", GUARDED, ids=named)
def test_a_role_that_is_not_declared_is_refused(world, route, monkeypatch):
    monkeypatch.setattr(guard_of(route), "roles", frozenset({Role.SUPERVISOR}))
    thread = ready(route, world.send(), world.sylvie)
    refused = call(route, thread, bearer(world.claire.user))
    assert refused.status_code == 403
    assert problem(refused) == "role-not-allowed"
    assert call(route, thread, bearer(world.sylvie.user)).status_code in SUCCESS


@pytest.mark.parametrize("route", OF_A_THREAD, ids=named)
def test_a_thread_of_another_caisse_does_not_exist(world, route):
    theirs = ready(route, world.send(world.stranger), world.jean)
    version = theirs.version
    before = AuditEvent.objects.count()
    caller = world.sylvie  # who may call every route
    refused = call(route, theirs, bearer(caller.user))
    theirs.pk += 1000
    missing = call(route, theirs, bearer(caller.user))
    assert refused.status_code == missing.status_code == 404
    assert refused.json() == missing.json(), "the two must not be told apart"
    assert AuditEvent.objects.count() == before
    assert Thread.objects.get().version == version


@pytest.mark.parametrize("route", OF_A_THREAD, ids=named)
def test_the_other_caisse_sees_its_own(world, route):
    world.jean.role = Role.SUPERVISOR
    world.jean.save()
    theirs = ready(route, world.send(world.stranger), world.jean)
    assert call(route, theirs, bearer(world.jean.user)).status_code in SUCCESS


def test_pages_hold_ones_own_caisse_only(world):
    ours, theirs = world.send(), world.send(world.stranger)
    for agent, expected in ((world.claire, ours), (world.jean, theirs)):
        for path in ("/changes", "/snapshot"):
            page = call(("GET", path), expected, bearer(agent.user)).json()
            assert [thread["id"] for thread in page["threads"]] == [expected.pk]


def test_a_token_ends_at_its_instant(world):
    token = bearer(world.claire.user)
    assert call(("GET", "/me"), world.send(), token).status_code == 200
    get_access_token_model().objects.update(expires=timezone.now() - timedelta(milliseconds=1))
    assert call(("GET", "/me"), world.send(), token).status_code == 401

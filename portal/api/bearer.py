"""Who is calling: the agent behind a bearer token (RFC 6750)."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone
from oauth2_provider.models import get_access_token_model

from portal.accounts.models import Agent, Role
from portal.api.oauth.accounts import is_revoked
from portal.api.oauth.tokens import SCOPE, checksum
from portal.api.problems import ApiProblem, Problem
from portal.supervision.presence import note_presence

EVERY_ROLE = frozenset({Role.AGENT, Role.SUPERVISOR})


@dataclass(frozen=True)
class Session:
    """A token that is in force, and whose it is (None: the account is not an agent's).

    `revoked`: it was an agent's, who may not work here any more.
    """

    agent: Agent | None
    revoked: bool = False


def token_in(authorization: str) -> str | None:
    """The token of an ``Authorization`` header, None when it holds none."""
    scheme, _, token = authorization.partition(" ")
    token = token.strip()
    return token if scheme.lower() == "bearer" and token else None


def session_for(token: str, uri: str) -> Session | None:
    """Look a token up: one query. None when it is unknown, expired, revoked, of too narrow a scope,
    or meant for another audience than `uri` (RFC 8707).
    """
    found = (
        get_access_token_model()
        .objects.select_related("user__agent__caisse", "user__agent__user")
        .filter(
            token_checksum=checksum(token),
            expires__gt=timezone.now(),
        )
        .first()
    )
    if found is None or not found.allow_scopes([SCOPE]) or not found.allows_audience(uri):
        return None
    if is_revoked(found.user):
        return Session(agent=None, revoked=True)
    return Session(agent=getattr(found.user, "agent", None))


@dataclass(frozen=True)
class Follower:
    """An agent in force, as far as the feed of their caisse needs to know them."""

    agent_id: int
    caisse: str


def followers_for(asked: Mapping[str, str]) -> dict[str, Follower]:
    """Look many tokens up at once, each with the address it was shown for: one query.

    Whoever is left out has no token in force, or is no agent who may work here: `AgentBearer` says
    which.
    """
    digests = {checksum(token): token for token in asked}
    tokens = get_access_token_model()
    rows = tokens.objects.filter(
        token_checksum__in=digests,
        expires__gt=timezone.now(),
        user__is_active=True,
        user__agent__role__in=EVERY_ROLE,
        user__adherent=None,
    ).values_list(
        "token_checksum", "scope", "resource", "user__agent__pk", "user__agent__caisse_id"
    )
    found = {}
    for digest, scope, resource, agent_id, caisse in rows:
        token, shown = digests[digest], tokens(scope=scope, resource=resource)
        if shown.allow_scopes([SCOPE]) and shown.allows_audience(asked[token]):
            found[token] = Follower(agent_id, caisse)
    return found


class AgentBearer:
    """Lets a route be called by agents of given roles only.

    The agent, with their caisse, is then ``request.auth``.

    Raises:
        ApiProblem: 401 without a token in force, or when its agent was revoked; 403 when its
            holder is no agent or has another role.
    """

    def __init__(self, roles: frozenset[Role]) -> None:
        self.roles = roles

    def __call__(self, request: HttpRequest) -> Agent:
        token = token_in(request.headers.get("Authorization", ""))
        if token is None:
            raise ApiProblem(Problem.NOT_SIGNED_IN)
        session = session_for(token, request.build_absolute_uri(request.path))
        if session is None:
            raise ApiProblem(
                Problem.NOT_SIGNED_IN,
                headers={"WWW-Authenticate": 'Bearer realm="msa-desk", error="invalid_token"'},
            )
        if session.revoked:
            # desk wipes this agent's store: nothing else may be told in these words.
            raise ApiProblem(Problem.AGENT_REVOKED)
        if session.agent is None:
            raise ApiProblem(Problem.NOT_AN_AGENT)
        if Role(session.agent.role) not in self.roles:
            raise ApiProblem(Problem.ROLE_NOT_ALLOWED)
        note_presence(session.agent)
        return session.agent


def agent_calling(request: HttpRequest) -> Agent:
    """The agent whom `AgentBearer` let in."""
    agent = getattr(request, "auth", None)
    if not isinstance(agent, Agent):
        raise ApiProblem(Problem.NOT_SIGNED_IN)
    return agent

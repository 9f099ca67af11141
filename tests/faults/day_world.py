"""A caisse of its own for each day, in one portal that serves them all: two agents, some messages.

Django must be set up, and `tests.support.databases.using` in force.
"""

import contextlib
from dataclasses import dataclass
from uuid import uuid4

from django.contrib.auth.hashers import make_password

from desk import wire
from portal.accounts.creation import create_adherent
from portal.accounts.models import Adherent, Agent, Role, User
from portal.catalogue.models import Caisse, Competence, Motif, Profile
from portal.messaging.completing import complete_message
from portal.messaging.errors import AlreadyAnswered
from portal.messaging.models import Feed, Message, Thread, ThreadEvent
from portal.messaging.sending import send_message
from tests.support.api_world import bearer

MESSAGES = 4
"""Few, so that the two agents meet."""


@dataclass(frozen=True)
class Colleague:
    """One agent of the day: who they are, and a token as their sign-in would have brought."""

    agent: Agent
    token: str

    @property
    def me(self) -> wire.Me:
        """As ``GET /me`` tells it."""
        agent = self.agent
        return wire.Me(
            agent_id=agent.pk,
            login=agent.user.username,
            first_name=agent.first_name,
            last_name=agent.last_name,
            display_name=agent.display_name,
            job_title="",
            role="agent",
            competences=[],
            caisse=wire.CaisseInfo(agent.caisse_id, "", "", "", "", "", "", "Europe/Paris"),
            private_space_url="",
        )


@dataclass(frozen=True)
class World:
    """What there is when the day begins."""

    caisse: Caisse
    colleagues: tuple[Colleague, Colleague]
    threads: list[int]
    motifs: list[str]
    """Codes that a message may be given instead of its own."""
    competences: list[str]


def build_world(name: str) -> World:
    """`name` is new to the portal."""
    caisse = Caisse.objects.create(code=name, name=f"MSA {name}", phone="03 00 00 00 00")
    Feed.objects.get_or_create(caisse=caisse)
    motifs = [
        each
        for each in Motif.objects.filter(active=True).select_related("sujet__theme")
        if all(
            Profile.PARTICULIER in level.profiles for level in (each, each.sujet, each.sujet.theme)
        )
    ][:6]
    unusable = make_password(None)
    adherent = create_adherent(
        username=f"adherent-{name}",
        password_hash=unusable,
        email="",
        adherent=Adherent(
            caisse=caisse,
            profile=Profile.PARTICULIER,
            nir="",
            civility=Adherent.Civility.MADAME,
            first_name="Odile",
            family_name="Exemple",
        ),
    )
    threads = [
        send_message(
            adherent=adherent,
            motif=motifs[0],
            text=f"Bonjour, voici ma question numéro {number}.",
            submission_key=uuid4(),
        ).pk
        for number in range(MESSAGES)
    ]
    return World(
        caisse=caisse,
        colleagues=(_agent(name, "a", caisse, unusable), _agent(name, "b", caisse, unusable)),
        threads=threads,
        motifs=[each.code for each in motifs],
        competences=list(Competence.objects.values_list("code", flat=True)[:3]),
    )


def _agent(name: str, letter: str, caisse: Caisse, unusable: str) -> Colleague:
    user = User.objects.create(username=f"{name}-{letter}", password=unusable)
    agent = Agent.objects.create(
        user=user, caisse=caisse, role=Role.AGENT, first_name=letter.upper(), last_name="Exemple"
    )
    return Colleague(agent, bearer(user, seconds=86_400))


def adherent_writes(thread_id: int, text: str) -> None:
    """The adherent adds to an exchange; nothing where its answer is already there."""
    thread = Thread.objects.select_related("adherent").get(pk=thread_id)
    with contextlib.suppress(AlreadyAnswered):
        complete_message(
            adherent=thread.adherent, reference=thread.reference, text=text, key=uuid4()
        )


@dataclass(frozen=True)
class Act:
    """What the portal holds under a key: a reply, or any other act."""

    key: str
    thread_id: int
    at: float
    reply_id: int | None
    text: str
    withdrawn: bool


def acts_of(world: World) -> list[Act]:
    """Everything the two agents have done, in the order in which it happened."""
    agents = [each.agent.pk for each in world.colleagues]
    replies = [
        Act(
            str(each.idempotency_key),
            each.thread_id,
            each.at.timestamp(),
            each.pk,
            each.text,
            each.withdrawn_at is not None,
        )
        for each in Message.objects.filter(author_id__in=agents)
    ]
    events = [
        Act(str(each.key), each.thread_id, each.at.timestamp(), None, each.text, False)
        for each in ThreadEvent.objects.filter(agent_id__in=agents)
    ]
    return sorted([*replies, *events], key=lambda each: each.at)


def threads_of(world: World) -> dict[int, tuple[int, str, str, tuple[int, ...]]]:
    """Each thread of the caisse: version, state, motif, ids of the texts agents see."""
    return {
        each.pk: (
            each.version,
            each.status,
            each.motif_id if isinstance(each.motif_id, str) else each.motif.code,
            tuple(
                each.messages.filter(withdrawn_at__isnull=True)
                .order_by("at", "id")
                .values_list("pk", flat=True)
            ),
        )
        for each in Thread.objects.filter(caisse=world.caisse).select_related("motif")
    }


def feed_number(world: World) -> int:
    """The newest change of the caisse."""
    return Feed.objects.get(caisse=world.caisse).last_seq

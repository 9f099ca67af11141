"""Puts the demonstration into a database. Loading it again adds only what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import cycle
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from portal.accounts.creation import create_adherent, create_agent
from portal.accounts.models import Adherent, Agent
from portal.catalogue.models import Caisse, Motif
from portal.demo.document import DemoDocument, DemoMessage, DemoReply, DemoSender, read_demo
from portal.messaging.feed import record_change
from portal.messaging.models import Message, Thread
from portal.messaging.publishing import request_digest, store_reply
from portal.messaging.sending import store_message
from portal.messaging.text import check_message, clean_text
from portal.notifications.models import Notification

AGENT_PASSWORD = "demo-agent-2026"  # noqa: S105 - of invented people, written in the README
ADHERENT_PASSWORD = "demo-adherent-2026"  # noqa: S105


class DemoError(Exception):
    """The demonstration cannot be loaded into this database."""


@dataclass(frozen=True)
class DemoOutcome:
    """What was added; all zero when everything was there."""

    agents: int
    adherents: int
    threads: int

    def summary(self) -> str:
        """Return one line for the operator."""
        return f"added {self.agents} agents, {self.adherents} adherents, {self.threads} exchanges"


def load_demo(caisses: Sequence[str] = ()) -> DemoOutcome:
    """Add the invented agents, adherents and exchanges, ages counted back from now.

    No e-mail is sent for what lies in the past: those accusés count as handed over at the time.

    Args:
        caisses: codes to which the messages of all other caisses are brought, in turn; none
            leaves each with its own.

    Raises:
        DemoError: there is no catalogue, or no such caisse.
    """
    if not Motif.objects.exists():
        raise DemoError("there is no catalogue: run `portal import-catalogue` first")
    for code in caisses:
        if not Caisse.objects.filter(code=code).exists():
            raise DemoError(f"there is no caisse {code!r}")
    document = read_demo(settings.RESOURCES / "demo" / "messages.yaml")
    with transaction.atomic():
        return _load(document, _placed(document, caisses))


def _placed(document: DemoDocument, caisses: Sequence[str]) -> dict[str, str]:
    """Return the caisse of each sender, by identifier: all of a sender's messages go together."""
    placed: dict[str, str] = {}
    turns = cycle(caisses) if caisses else None
    for message in document.messages:
        if message.sender.identifier not in placed:
            keeps = turns is None or message.caisse in caisses
            placed[message.sender.identifier] = (
                message.caisse if keeps or turns is None else next(turns)
            )
    return placed


def _load(document: DemoDocument, placed: dict[str, str]) -> DemoOutcome:
    agents = 0
    for entry in document.agents:
        if Agent.objects.filter(user__username=entry.login).exists():
            continue
        create_agent(
            login=entry.login,
            password=AGENT_PASSWORD,
            caisse_code=entry.caisse,
            first_name=entry.first_name,
            last_name=entry.last_name,
            job_title=entry.job_title,
            role=entry.role,
            competence_codes=entry.competences,
            in_training=entry.in_training,
        )
        agents += 1
    # Hashed once: it is slow on purpose, and this password is no secret.
    password_hash = make_password(ADHERENT_PASSWORD)
    adherents = threads = 0
    now = timezone.now()
    for message in document.messages:
        sender = message.sender
        adherent = Adherent.objects.filter(user__username=sender.identifier).first()
        if adherent is None:
            adherent = _adherent(sender, message.profile, placed[sender.identifier], password_hash)
            adherents += 1
        threads += _exchange(adherent, message, now)
    return DemoOutcome(agents=agents, adherents=adherents, threads=threads)


def _adherent(sender: DemoSender, profile: str, caisse: str, password_hash: str) -> Adherent:
    return create_adherent(
        username=sender.identifier,
        password_hash=password_hash,
        email=sender.email,
        adherent=Adherent(
            caisse_id=caisse,
            profile=profile,
            nir=sender.nir,
            siret=sender.siret,
            civility=sender.civility,
            first_name=sender.first_name,
            family_name=sender.family_name,
            company_name=sender.company_name,
            birth_date=_born(sender.nir),
        ),
    )


def _born(nir: str) -> date | None:
    """The invented birthday of an invented person: the 15th of the month of their number."""
    if not nir:
        return None
    return date(1900 + int(nir[1:3]), int(nir[3:5]), 15)


def _key(name: str) -> UUID:
    """The same for the same name on every run: that is what makes loading twice harmless."""
    return uuid5(NAMESPACE_URL, f"urn:msa-portal:demo:{name}")


def _agent_of(thread: Thread, login: str) -> Agent | None:
    """The named agent if of the thread's caisse, else any of that caisse."""
    colleagues = Agent.objects.filter(caisse=thread.caisse_id).order_by("pk")
    return colleagues.filter(user__username=login).first() or colleagues.first()


def _exchange(adherent: Adherent, entry: DemoMessage, now: datetime) -> bool:
    """Store one exchange; return whether it was missing."""
    key = _key(entry.id)
    if Thread.objects.filter(adherent=adherent, submission_key=key).exists():
        return False
    if entry.answer and not Agent.objects.filter(caisse=adherent.caisse_id).exists():
        return False  # nobody there could have answered
    text = clean_text(entry.text)
    check_message(text)
    sent_at = now - entry.age
    thread, question = store_message(
        adherent=adherent,
        motif=Motif.objects.get(code=entry.motif),
        text=text,
        kind=entry.kind,
        origin=entry.origin,
        submission_key=key,
        at=sent_at,
    )
    _told(thread, question, Notification.Kind.ACKNOWLEDGEMENT, sent_at)
    record_change(thread, "sent")
    _replied(thread, entry, entry.holding, Message.Kind.HOLDING)
    _replied(thread, entry, entry.answer, Message.Kind.ANSWER)
    holder = Agent.objects.filter(user__username=entry.claimed_by, caisse=thread.caisse_id).first()
    if holder is not None:
        thread.claimed_by = holder
        thread.claimed_at = now
        thread.claim_expires_at = now + timedelta(seconds=settings.ENVIRONMENT.lease_seconds)
        thread.version += 1
        thread.save()
        record_change(thread, "claimed")
    return True


def _replied(
    thread: Thread, entry: DemoMessage, reply: DemoReply | None, kind: Message.Kind
) -> None:
    agent = _agent_of(thread, reply.login) if reply else None
    if reply is None or agent is None:
        return
    text = clean_text(reply.text)
    at = thread.sent_at + reply.after
    message = store_reply(
        thread,
        agent=agent,
        text=text,
        kind=kind,
        key=_key(f"{entry.id}:{kind.value}"),
        digest=request_digest(thread.pk, kind, text),
        at=at,
    )
    _told(thread, message, Notification.Kind.REPLY_AVAILABLE, at)
    record_change(thread, "replied")


def _told(thread: Thread, message: Message, kind: Notification.Kind, at: datetime) -> None:
    reachable = bool(thread.adherent.user.email)
    Notification.objects.create(
        thread=thread,
        message=message,
        kind=kind,
        channel=Notification.Channel.EMAIL,
        state=Notification.State.HANDED_OVER if reachable else Notification.State.FAILED,
        attempts=1 if reachable else 0,
        cause="" if reachable else "no_address",
        created_at=at,
        handed_over_at=at if reachable else None,
        mail_id=f"<{uuid4().hex}@{settings.ENVIRONMENT.mail_domain}>",
    )

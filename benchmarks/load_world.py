"""The people of the load: agents with a token each, adherents with a session and a message at the
recap. Written to the database of ``PORTAL_DATABASE_URL``; Django is set up by then.
"""

import secrets
from collections.abc import Sequence
from datetime import timedelta
from itertools import cycle
from uuid import uuid4

from allauth.account.models import EmailAddress
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.hashers import make_password
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone
from oauth2_provider.models import get_access_token_model, get_application_model, set_token_value

from benchmarks.load_clients import AdherentClient, AgentClient
from portal.accounts.models import Adherent, Agent, Role, User
from portal.api.oauth.client import CLIENT_ID
from portal.catalogue.models import Caisse, Motif, Profile
from portal.catalogue.offer import is_offered
from portal.web.models import Draft

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
TEXT = "Bonjour, pouvez-vous me dire quand mon attestation sera disponible ? Merci d’avance."


@transaction.atomic
def agents(count: int, caisses: Sequence[Caisse], port: int) -> list[AgentClient]:
    """Make agents, shared out over the caisses, each signed in."""
    made = []
    for number, caisse in zip(range(count), cycle(caisses), strict=False):
        user = User.objects.create(username=f"agent{number}.exemple", password="!")
        Agent.objects.create(
            user=user, caisse=caisse, role=Role.AGENT, first_name="Agent", last_name=f"N{number}"
        )
        made.append(AgentClient(port, caisse.pk, _token(user)))
    return made


def _token(user: User) -> str:
    raw = secrets.token_urlsafe(24)
    token = get_access_token_model()(
        user=user,
        application=get_application_model().objects.get(client_id=CLIENT_ID),
        scope="desk",
        expires=timezone.now() + timedelta(hours=6),
    )
    set_token_value(token, raw)
    token.save()
    return raw


@transaction.atomic
def adherents(count: int, caisses: Sequence[Caisse], port: int) -> list[AdherentClient]:
    """Make adherents, each with a message that only « Envoyer » is missing to."""
    hashed = make_password(secrets.token_urlsafe(12))
    users = User.objects.bulk_create(
        User(username=_nir(number), email=f"adherent{number}@exemple-msa.test", password=hashed)
        for number in range(count)
    )
    EmailAddress.objects.bulk_create(
        EmailAddress(user=user, email=user.email, verified=True, primary=True) for user in users
    )
    people = Adherent.objects.bulk_create(
        Adherent(
            user=user,
            caisse=caisse,
            profile=Profile.PARTICULIER,
            nir=user.username,
            civility=Adherent.Civility.MADAME,
            first_name="Odile",
            family_name="Exemple",
        )
        for user, caisse in zip(users, cycle(caisses), strict=False)
    )
    offered = [
        motif
        for motif in Motif.objects.select_related("sujet__theme")
        if is_offered(motif, Profile.PARTICULIER)
    ]
    drafts = Draft.objects.bulk_create(
        Draft(
            adherent=person,
            submission_key=uuid4(),
            theme=motif.sujet.theme,
            sujet=motif.sujet,
            motif=motif,
            text=TEXT,
            revision=3,
            updated_at=timezone.now(),
        )
        for person, motif in zip(people, cycle(offered), strict=False)
    )
    sessions = Session.objects.bulk_create(_session(user) for user in users)
    return [
        AdherentClient(port, session.session_key, str(draft.submission_key))
        for session, draft in zip(sessions, drafts, strict=True)
    ]


def _nir(number: int) -> str:
    """An invented one: the order number 000 is never issued."""
    years, commune = divmod(number, 900)
    return f"2{years % 100:02d}0160{commune + 1:03d}000"


def _session(user: User) -> Session:
    content = {
        SESSION_KEY: str(user.pk),
        BACKEND_SESSION_KEY: BACKEND,
        HASH_SESSION_KEY: user.get_session_auth_hash(),
    }
    return Session(
        session_key=secrets.token_hex(16),
        session_data=SessionStore().encode(content),
        expire_date=timezone.now() + timedelta(hours=6),
    )

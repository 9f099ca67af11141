"""A small portal for the tests of the API: two caisses, their agents, invented adherents.

Django must be set up, and its database be one to write to, before this is imported.
"""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.contrib.auth.hashers import make_password
from django.utils import timezone
from oauth2_provider.models import get_access_token_model, get_application_model, set_token_value

from portal.accounts.creation import create_adherent
from portal.accounts.models import Adherent, Agent, Role, User
from portal.api.oauth.client import CLIENT_ID, register_desk
from portal.catalogue.models import (
    Caisse,
    CatalogueVersion,
    Competence,
    Motif,
    OnlineService,
    Profile,
    Sujet,
    Theme,
)
from portal.messaging.models import Feed, Thread
from portal.messaging.sending import send_message

PASSWORD = "mot-de-passe-invente-2026"
QUESTION = "Bonjour, quand mon attestation sera-t-elle disponible ?"


@dataclass(frozen=True)
class World:
    """Who is there. `token` makes a bearer token for a user."""

    motif: Motif
    other_motif: Motif
    """Of the same sujet, and of another team (``retraite``)."""
    claire: Agent
    karim: Agent
    sylvie: Agent
    """Supervisor of Claire's caisse."""
    jean: Agent
    """Agent of another caisse."""
    adherent: Adherent
    stranger: Adherent
    """Of Jean's caisse."""

    def send(self, adherent: Adherent | None = None, text: str = QUESTION) -> Thread:
        return send_message(
            adherent=adherent or self.adherent,
            motif=self.motif,
            text=text,
            submission_key=uuid4(),
        )


def build_world(password: str | None = None) -> World:
    """Write the small portal to the database. Without a password nobody can type one: hashing
    takes time, and most tests hand out tokens.
    """
    register_desk(get_application_model())
    CatalogueVersion.objects.get_or_create(
        number=1, defaults={"digest": "0" * 64, "imported_at": timezone.now()}
    )
    motif = _catalogue()
    other_motif = _other_motif(motif)
    picardie, lorraine = (_caisse(code) for code in ("picardie", "lorraine"))
    hashed = make_password(password)
    return World(
        motif=motif,
        other_motif=other_motif,
        claire=_agent("claire.exemple", "Claire", picardie, Role.AGENT, hashed),
        karim=_agent("karim.exemple", "Karim", picardie, Role.AGENT, hashed),
        sylvie=_agent("sylvie.exemple", "Sylvie", picardie, Role.SUPERVISOR, hashed),
        jean=_agent("jean.exemple", "Jean", lorraine, Role.AGENT, hashed),
        adherent=_adherent("2630760999000", "Jeanne", picardie, hashed),
        stranger=_adherent("1560799131000", "Paul", lorraine, hashed),
    )


def bearer(user: User, *, seconds: int = 600, scope: str = "desk") -> str:
    """A token as the authorization server would have given it, stored hashed."""
    raw = secrets.token_urlsafe(24)
    token = get_access_token_model()(
        user=user,
        application=get_application_model().objects.get(client_id=CLIENT_ID),
        scope=scope,
        expires=timezone.now() + timedelta(seconds=seconds),
    )
    set_token_value(token, raw)
    token.save()
    return raw


def signed_in(agent: Agent, **more: Any) -> dict[str, Any]:
    """Arguments for Django's test client that sign `agent` in; `more` are further headers."""
    return {"headers": {"Authorization": f"Bearer {bearer(agent.user)}", **more}}


def _catalogue() -> Motif:
    competence, _ = Competence.objects.get_or_create(code="sante", defaults={"label": "Santé"})
    everyone = Profile.values
    service, _ = OnlineService.objects.get_or_create(
        code="attestation-droits",
        defaults={
            "label": "Mon attestation de droits",
            "rubric": "Santé",
            "profiles": everyone,
            "url": "https://exemple-msa.test/attestation",
        },
    )
    theme, _ = Theme.objects.get_or_create(
        code="sante",
        defaults={
            "label": "Santé",
            "position": 1,
            "profiles": everyone,
            "competence": competence,
        },
    )
    sujet, _ = Sujet.objects.get_or_create(
        code="sante-attestations",
        defaults={"theme": theme, "label": "Attestations", "position": 1, "profiles": everyone},
    )
    motif, _ = Motif.objects.get_or_create(
        code="sante-attestations-droits",
        defaults={
            "sujet": sujet,
            "label": "Attestation de droits",
            "position": 1,
            "profiles": everyone,
            "competence": competence,
            "online_service": service,
        },
    )
    return motif


def _other_motif(motif: Motif) -> Motif:
    competence, _ = Competence.objects.get_or_create(
        code="retraite", defaults={"label": "Retraite"}
    )
    other, _ = Motif.objects.get_or_create(
        code="sante-attestations-autre",
        defaults={
            "sujet": motif.sujet,
            "label": "Autre attestation",
            "position": 2,
            "profiles": Profile.values,
            "competence": competence,
        },
    )
    return other


def _caisse(code: str) -> Caisse:
    caisse, _ = Caisse.objects.get_or_create(
        code=code, defaults={"name": f"MSA {code.title()}", "phone": "03 00 00 00 00"}
    )
    Feed.objects.get_or_create(caisse=caisse)
    return caisse


def _agent(login: str, first_name: str, caisse: Caisse, role: Role, hashed: str) -> Agent:
    user = User.objects.create(username=login, password=hashed)
    agent = Agent.objects.create(
        user=user, caisse=caisse, role=role, first_name=first_name, last_name="Exemple"
    )
    agent.competences.set(Competence.objects.filter(code="sante"))
    return agent


def _adherent(nir: str, first_name: str, caisse: Caisse, hashed: str) -> Adherent:
    return create_adherent(
        username=nir,
        password_hash=hashed,
        email=f"{first_name.lower()}@exemple-msa.test",
        adherent=Adherent(
            caisse=caisse,
            profile=Profile.PARTICULIER,
            nir=nir,
            civility=Adherent.Civility.MADAME,
            first_name=first_name,
            family_name="Exemple",
        ),
    )

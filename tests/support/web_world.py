"""A portal with its real catalogue, two caisses, an agent and invented adherents, for the tests of
the web pages. Django must be set up, and its database be one to write to.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from unittest import mock
from uuid import uuid4

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from portal.accounts.creation import create_adherent, create_agent
from portal.accounts.models import Adherent, Agent, User
from portal.catalogue.document import CatalogueDocument, read_catalogue
from portal.catalogue.importing import import_catalogue
from portal.catalogue.models import Caisse, Motif, Profile
from portal.messaging.models import Message, Thread
from portal.messaging.publishing import publish_reply
from portal.messaging.sending import send_message
from tests.support.reader import Reader

PASSWORD = "mot-de-passe-invente-2026"
ODILE = "2630760999000"
FIRMIN = "1710587999000"
COMPANY = "00000000200006"
QUESTION = "Bonjour, mon fils a quitté la maison. Que dois-je vous envoyer ?"
THEME, SUJET = "Famille, logement", "Allocations familiales"
WITH_SERVICE = "Changement de situation - Famille"
WITHOUT_SERVICE = "Autre question Allocations familiales"


@dataclass(frozen=True)
class WebWorld:
    """Who is there."""

    odile: Adherent
    """Private person, MSA Picardie."""
    firmin: Adherent
    """Farmer, MSA Lorraine."""
    company: Adherent
    """Employer, signs in by SIRET."""
    claire: Agent

    def reader(self, adherent: Adherent | None = None, **defaults: object) -> Reader:
        """A browser in which an adherent (Odile, unless told otherwise) is signed in."""
        reader = Reader(**defaults)
        reader.client.force_login((adherent or self.odile).user)
        return reader

    def writing(self, motif: str = WITHOUT_SERVICE) -> Reader:
        """Odile before the empty message, having chosen a motif."""
        reader = self.reader().open("/messages/nouveau/")
        reader.choose(THEME).choose(SUJET).choose(motif)
        if motif == WITH_SERVICE:
            reader.follow("J’écris mon message")
        return reader

    def recap(self, text: str = QUESTION) -> Reader:
        """Odile before the summary of her message."""
        return self.writing().press("Valider", text=text)

    def exchange(
        self,
        sent_at: datetime | None = None,
        *,
        text: str = QUESTION,
        adherent: Adherent | None = None,
    ) -> Thread:
        """A message of an adherent, sent now or at a given time."""
        with at(sent_at or timezone.now()):
            return send_message(
                adherent=adherent or self.odile,
                motif=Motif.objects.get(label=WITH_SERVICE),
                text=text,
                submission_key=uuid4(),
            )

    def reply(
        self,
        thread: Thread,
        after: timedelta = timedelta(hours=1),
        *,
        text: str = "Bonjour, votre dossier est à jour.",
        kind: Message.Kind = Message.Kind.ANSWER,
    ) -> None:
        """Claire's reply, some time after the message."""
        thread.refresh_from_db()
        with at(thread.sent_at + after):
            publish_reply(
                thread_id=thread.pk,
                agent=self.claire,
                text=text,
                kind=kind,
                key=uuid4(),
                seen_version=thread.version,
            )


def at(instant: datetime) -> mock._patch:  # type: ignore[type-arg]
    """Make the portal's clock show an instant."""
    return mock.patch("django.utils.timezone.now", return_value=instant)


@cache
def _read_once(file: Path) -> CatalogueDocument:
    """Reading the catalogue takes longer than storing it: once for all tests."""
    return read_catalogue(file)


@cache
def _hashed() -> str:
    """Hashing is slow on purpose: once for all tests."""
    return make_password(PASSWORD)


def build_web_world() -> WebWorld:
    """Write the small portal to the database."""
    with mock.patch("portal.catalogue.importing.read_catalogue", _read_once):
        import_catalogue()
    picardie, lorraine = Caisse.objects.get(code="picardie"), Caisse.objects.get(code="lorraine")
    hashed = _hashed()
    odile = Adherent(
        caisse=picardie,
        profile=Profile.PARTICULIER,
        nir=ODILE,
        first_name="Odile",
        family_name="Exemple",
        civility=Adherent.Civility.MADAME,
        birth_date=date(1963, 7, 15),
    )
    firmin = Adherent(
        caisse=lorraine,
        profile=Profile.EXPLOITANT,
        nir=FIRMIN,
        first_name="Firmin",
        family_name="Exemple",
        civility=Adherent.Civility.MONSIEUR,
        birth_date=date(1971, 5, 9),
    )
    company = Adherent(
        caisse=picardie,
        profile=Profile.ENTREPRISE,
        siret=COMPANY,
        company_name="Vergers d'exemple",
    )
    for adherent in (odile, firmin, company):
        login = adherent.nir or adherent.siret
        email = f"{adherent.first_name.lower() or 'vergers'}@exemple-msa.test"
        create_adherent(username=login, password_hash=hashed, email=email, adherent=adherent)
    claire = create_agent(
        login="claire.exemple",
        password=PASSWORD,
        caisse_code="picardie",
        first_name="Claire",
        last_name="Exemple",
        job_title="téléconseillère",
    )
    User.objects.filter(pk=claire.user_id).update(password=hashed)
    return WebWorld(odile=odile, firmin=firmin, company=company, claire=claire)

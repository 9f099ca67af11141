"""Invented threads, as the portal would send them, made from a seed: the same seed, the same data.

People, texts and numbers are invented; classification codes are the catalogue's own. Motifs are
drawn with a long tail, as in life: a few of them hold most of the messages.
"""

import itertools
import random
from bisect import bisect
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import yaml

from desk import wire

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "resources" / "catalogue" / "catalogue.yaml"

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
"""The instant around which invented threads lie, unless told otherwise."""
BUDGET = timedelta(hours=48)
LEASE = timedelta(minutes=15)

AGENTS = (
    (101, "Claire Aubertin"),
    (102, "Damien Le Guellec"),
    (103, "Naïma Besson"),
    (104, "Côme Vasseur"),
)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ME = wire.Me(
    agent_id=101,
    login="claire",
    first_name="Claire",
    last_name="Aubertin",
    display_name="Claire Aubertin",
    job_title="",
    role="agent",
    competences=[],
    caisse=wire.CaisseInfo("picardie", "MSA Picardie", "", "", "", "", "", "Europe/Paris"),
    private_space_url="",
)
"""Whose store it is, when a test needs somebody."""

_FAMILY_NAMES = _words(
    "Ferrandier Taillefer Kergoat-Miniac Labrousse Montségur Deschênes Pélissou Vauquelin "
    "Castagnède Œuvrard Maçonnais Béraldy Rouvière Tanguy Lespinasse Gardebois Champeaux "
    "Haulotte Quémeneur Saint-Romain Delaherche Boisgontier Chassagnol Fauvergue"
)
_FIRST_NAMES = _words(
    "Odile Maxence Solenn Firmin Élodie Gaël Hélène Baptiste Inès Jérôme Léonie Noé Zoé "
    "Théophile Anaïs Barnabé Cécile Marius Mireille Augustin"
)
_WORDS = _words(
    "bonjour je vous écris au sujet de mon dossier depuis la naissance notre fille attestation "
    "paiement carte européenne séjour remboursement dentiste pharmacie cotisation appel facture "
    "parcelle bail vigne tracteur retraite carrière trimestre réversion logement loyer quotient "
    "familial rentrée école déclaration revenus trimestrielle prime activité handicap dossier "
    "envoyé reçu courrier toujours pas réponse merci beaucoup avance cordialement pourriez "
    "préciser quelle pièce manque situation changement adresse département mariage séparation"
)


@dataclass(frozen=True)
class Place:
    """One motif with its parents and the queue that answers it."""

    theme: str
    sujet: str
    motif: str
    competence: str


def catalogue(path: Path = CATALOGUE) -> wire.Catalogue:
    """The real catalogue (`resources/catalogue/catalogue.yaml`) in the shape the portal sends."""
    raw = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    themes = []
    for theme in raw["themes"]:
        sujets = []
        for sujet in theme["sujets"]:
            queue = sujet.get("competence", theme["competence"])
            medical = bool(sujet.get("sensible_medical", False))
            sujets.append(
                wire.Sujet(
                    code=sujet["code"],
                    label=sujet["libelle"],
                    position=sujet["ordre"],
                    active=True,
                    motifs=[
                        wire.Motif(
                            code=motif["code"],
                            label=motif["libelle"],
                            position=motif["ordre"],
                            competence=motif.get("competence", queue),
                            online_service=motif.get("service_en_ligne"),
                            medical=medical,
                            active=True,
                        )
                        for motif in sujet["motifs"]
                    ],
                )
            )
        themes.append(
            wire.Theme(
                code=theme["code"],
                label=theme["libelle"],
                position=theme["ordre"],
                profiles=list(theme["profils"]),
                active=True,
                sujets=sujets,
            )
        )
    return wire.Catalogue(
        version=1,
        themes=themes,
        online_services=[
            wire.OnlineService(item["code"], item["libelle"], item["lien"], active=True)
            for item in raw["services_en_ligne"]
        ],
        competences=[wire.Competence(item["code"], item["libelle"]) for item in raw["competences"]],
    )


def places(of: wire.Catalogue) -> list[Place]:
    """Every motif of a catalogue, in its order."""
    return [
        Place(theme.code, sujet.code, motif.code, motif.competence)
        for theme in of.themes
        for sujet in theme.sujets
        for motif in sujet.motifs
    ]


class Desk:
    """A made-up caisse: it invents threads, then lets things happen to them.

    >>> desk = Desk(seed=1)
    >>> first = desk.new_threads(100)
    >>> page = desk.changes(20)          # some arrive, are claimed, answered …
    """

    def __init__(
        self,
        seed: int,
        of: wire.Catalogue | None = None,
        now: datetime = NOW,
        caisse: str = "picardie",
        claimed: float = 0.05,
    ) -> None:
        """`claimed`: the share of new threads that somebody holds, or held till lately."""
        self.catalogue = of or catalogue()
        self.now = now
        self.caisse = caisse
        self.claimed = claimed
        self.threads: dict[int, wire.Thread] = {}
        self.cursor = 0
        self._random = random.Random(seed)
        self._next_id = 1
        self._next_message_id = 1
        self._places = places(self.catalogue)
        self._random.shuffle(self._places)
        self._weights = list(
            itertools.accumulate(1 / rank for rank in range(1, len(self._places) + 1))
        )

    def new_threads(self, count: int, **fixed: Any) -> list[wire.Thread]:
        """Invent `count` open threads; `fixed` replaces fields of each (``sent_at=…``)."""
        made = [self._new_thread(fixed) for _ in range(count)]
        self.threads.update((thread.id, thread) for thread in made)
        return made

    def snapshot_pages(self, limit: int = 2000) -> Iterator[wire.SnapshotPage]:
        """Everything, as ``GET /snapshot`` would page it."""
        ids = sorted(self.threads)
        for start in range(0, max(1, len(ids)), limit):
            page = ids[start : start + limit]
            last = start + limit >= len(ids)
            yield wire.SnapshotPage(
                cursor=self.cursor,
                next_after=None if last else page[-1],
                threads=[self.threads[thread_id] for thread_id in page],
            )

    def changes(self, count: int, spared: Collection[int] = ()) -> wire.ChangesPage:
        """Let `count` things happen and tell them as one page of ``GET /changes``.

        A quarter of them are new messages; the others claim, release, answer or remove threads
        that are there, `spared` ones excepted.
        """
        touched: dict[int, None] = {}
        told = []
        for _ in range(count):
            thread_id, event = self._happen(spared)
            touched[thread_id] = None
            self.cursor += 1
            told.append(wire.Change(self.cursor, thread_id, event, self.now))
        return wire.ChangesPage(
            cursor=self.cursor,
            more=False,
            changes=told,
            threads=[self.threads[thread_id] for thread_id in touched if thread_id in self.threads],
            deleted_thread_ids=sorted(set(touched) - set(self.threads)),
        )

    def page_of(
        self, threads: Iterable[wire.Thread], deleted: Sequence[int] = ()
    ) -> wire.ChangesPage:
        """A page of changes that tells exactly these threads and deletions."""
        threads = list(threads)
        self.threads.update((thread.id, thread) for thread in threads)
        told = []
        for thread_id, event in [(t.id, "changed") for t in threads] + [
            (i, "deleted") for i in deleted
        ]:
            self.cursor += 1
            told.append(wire.Change(self.cursor, thread_id, event, self.now))
        for thread_id in deleted:
            self.threads.pop(thread_id, None)
        return wire.ChangesPage(self.cursor, False, told, threads, list(deleted))

    def changed(self, thread_id: int, **fields: Any) -> wire.Thread:
        """The thread with these fields replaced and its version grown; kept as the present one."""
        old = self.threads[thread_id]
        new = msgspec.structs.replace(old, version=old.version + 1, **fields)
        self.threads[thread_id] = new
        return new

    def claim(self, agent_id: int, at: datetime | None = None) -> wire.Claim:
        """A lease beginning at `at` (default: this desk's now)."""
        since = at or self.now
        return wire.Claim(agent_id, dict(AGENTS)[agent_id], since, since + LEASE)

    def answered(self, thread_id: int, at: datetime | None = None) -> wire.Thread:
        """The thread, answered."""
        old = self.threads[thread_id]
        moment = at or self.now
        agent_id, name = self._random.choice(AGENTS)
        reply = self._message(
            "out", "answer", agent_id, name, "Bonjour,\nVoici notre réponse.", moment
        )
        return self.changed(
            thread_id,
            status="answered",
            answered_at=moment,
            claim=None,
            messages=[*old.messages, reply],
        )

    def _happen(self, spared: Collection[int]) -> tuple[int, str]:
        dice = self._random.random()
        open_id = self._some_open_id(spared)
        if dice < 0.25 or open_id is None:
            return self.new_threads(1)[0].id, "message_received"
        if dice < 0.55:
            self.changed(open_id, claim=self.claim(self._random.choice(AGENTS)[0]))
            return open_id, "claimed"
        if dice < 0.70:
            self.changed(open_id, claim=None)
            return open_id, "released"
        if dice < 0.97:
            self.answered(open_id)
            return open_id, "reply_published"
        del self.threads[open_id]
        return open_id, "deleted"

    def _some_open_id(self, spared: Collection[int]) -> int | None:
        for _ in range(50):
            thread_id = self._random.randint(1, self._next_id)
            thread = self.threads.get(thread_id)
            if thread is not None and thread.status == "open" and thread_id not in spared:
                return thread_id
        return None

    def _new_thread(self, fixed: dict[str, Any]) -> wire.Thread:
        pick = self._random
        place = self._places[bisect(self._weights, pick.random() * self._weights[-1])]
        thread_id = self._next_id
        self._next_id += 1
        sent_at: datetime = fixed.get("sent_at") or self.now - timedelta(
            milliseconds=pick.randrange(0, 55 * 3_600_000)
        )
        claimed = pick.random() < self.claimed
        agent_id = pick.choice(AGENTS)[0]
        lease_from = self.now - timedelta(minutes=pick.randrange(0, 30))
        fields: dict[str, Any] = {
            "id": thread_id,
            "reference": f"PIC-2026-{thread_id:06d}",
            "version": 1,
            "caisse": self.caisse,
            "adherent": self._adherent(),
            "theme": place.theme,
            "sujet": place.sujet,
            "motif": place.motif,
            "competence": place.competence,
            "kind": "request",
            "status": "open",
            "sent_at": sent_at,
            "due_at": sent_at + BUDGET,
            "answered_at": None,
            "policy": "calendaire",
            "budget_seconds": int(BUDGET.total_seconds()),
            "claim": self.claim(agent_id, lease_from) if claimed else None,
            "messages": [
                self._message("in", "question", None, None, self._text(), sent_at),
            ],
            "notifications": [],
        }
        if fields["id"] % 11 == 3:
            agent_id, name = AGENTS[fields["id"] % len(AGENTS)]
            fields["assigned_to"] = wire.Assignee(agent_id, name)
        fields.update(fixed)
        return wire.Thread(**fields)

    def _adherent(self) -> wire.Adherent:
        pick = self._random
        civility = pick.choice(("Madame", "Monsieur"))
        family = pick.choice(_FAMILY_NAMES)
        sex_digit = "2" if civility == "Madame" else "1"
        return wire.Adherent(
            id=pick.randrange(1, 60_000),
            civility=civility,
            first_name=pick.choice(_FIRST_NAMES),
            family_name=family,
            used_name="",
            addressed_name=family,
            profile=pick.choice(("particulier", "exploitant")),
            identifier_masked=f"{sex_digit} {pick.randrange(40, 100)} •• •• ••• •••",
            email_state="verified",
        )

    def _message(
        self,
        direction: Any,
        kind: Any,
        author_id: int | None,
        author_name: str | None,
        text: str,
        at: datetime,
    ) -> wire.Message:
        message_id = self._next_message_id
        self._next_message_id += 1
        return wire.Message(message_id, direction, kind, author_id, author_name, text, at)

    def _text(self) -> str:
        words = self._random.choices(_WORDS, k=self._random.randrange(12, 80))
        return (" ".join(words).capitalize() + ".")[:750]

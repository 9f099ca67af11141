"""Correcting the motif that the adherent chose; the original is kept."""

from datetime import datetime
from uuid import UUID

from portal.accounts.models import Agent
from portal.catalogue.models import Motif
from portal.messaging.acts import Done, Request, Told, carry_out
from portal.messaging.current import require_workable
from portal.messaging.errors import MotifNotOffered
from portal.messaging.models import EventKind, Thread


def reclassify(
    *, thread_id: int, agent: Agent, motif_code: str, key: UUID, seen_version: int
) -> Done:
    """Give the exchange another motif, and with it that motif's team.

    The labels stay those which the adherent saw when sending, and so does the deadline.

    Raises:
        ThreadNotFound: none such in the agent's caisse.
        MotifNotOffered: no motif in force, or already the exchange's.
        KeyReused: the key served for something else.
        StaleVersion, ClaimedByAnother, AlreadyAnswered: see `require_workable`.
    """

    def perform(thread: Thread, now: datetime) -> Told:
        require_workable(thread, agent, seen_version, now)
        motif = _in_force(motif_code)
        before = thread.motif_id
        if motif.pk == before:
            raise MotifNotOffered(motif_code)
        if thread.original_motif_id is None:
            thread.original_motif_id = before
        thread.motif = motif
        thread.competence = motif.competence
        thread.version += 1
        thread.save(update_fields=["motif", "original_motif", "competence", "version"])
        return Told(detail=f"motif:{before} motif:{motif.pk}")

    return carry_out(Request(agent, thread_id, key, EventKind.RECLASSIFIED, (motif_code,)), perform)


def _in_force(code: str) -> Motif:
    motif = (
        Motif.objects.select_related("competence")
        .filter(pk=code, active=True, sujet__active=True, sujet__theme__active=True)
        .first()
    )
    if motif is None:
        raise MotifNotOffered(code)
    return motif

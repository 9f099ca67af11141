"""What an exchange lends to the words that tell of it."""

from portal.messaging.models import Thread
from portal.wording.names import Facts


def shows_classification(thread: Thread) -> bool:
    """E-mail travels in clear: a medical classification is itself a datum of health. The labels
    are those of the motif first chosen.
    """
    return not (
        thread.motif.medical
        or (thread.original_motif is not None and thread.original_motif.medical)
    )


def facts_of(thread: Thread) -> Facts:
    """Return them: neither a text of the exchange, nor who it is with."""
    lines = (
        f"Thème : {thread.theme_label}",
        f"Sujet : {thread.sujet_label}",
        f"Motif : {thread.motif_label}",
    )
    return Facts(
        caisse=thread.caisse,
        reference=thread.reference,
        sent_at=thread.sent_at,
        team=thread.competence.label,
        classification="\n".join(lines) if shows_classification(thread) else "",
    )

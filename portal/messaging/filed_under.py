"""What an exchange is called: today's names of what its adherent chose, and those of its day."""

from django.db.models import QuerySet

from portal.catalogue.naming import Names, Naming
from portal.messaging.models import Thread


def with_choice(threads: QuerySet[Thread]) -> QuerySet[Thread]:
    """Add to a query what `filed_under` reads."""
    return threads.select_related("motif__sujet__theme", "original_motif__sujet__theme")


def filed_under(thread: Thread, naming: Naming) -> Names:
    """The names of an exchange, by the adherent's own choice and not by an agent's correction."""
    return naming.names(
        thread.original_motif or thread.motif,
        theme=thread.theme_label,
        sujet=thread.sujet_label,
        label=thread.motif_label,
    )

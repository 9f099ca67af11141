"""Beginning a message from an online service, already classified (R-SEL-02)."""

from portal.accounts.models import Adherent
from portal.catalogue.models import Motif, OnlineService
from portal.catalogue.offer import is_offered
from portal.web import drafts
from portal.web.models import Draft


def begin_from_service(
    adherent: Adherent, proxy: Adherent | None, service_code: str
) -> Draft | None:
    """Begin a message under the service's first motif in the catalogue.

    None when there is no such service, or no motif of it is offered to the adherent.
    """
    service = OnlineService.objects.filter(code=service_code, active=True).first()
    if service is None:
        return None
    motifs = Motif.objects.filter(online_service=service).select_related("sujet__theme")
    ordered = motifs.order_by("sujet__theme__position", "sujet__position", "position")
    motif = next((motif for motif in ordered if is_offered(motif, adherent.profile)), None)
    if motif is None:
        return None
    draft = drafts.begin(adherent, proxy, origin=f"sel:{service.code}")
    drafts.choose_motif(draft, motif)
    return draft

"""What a proxy does, recorded in the transaction that does it; without a mandate, nothing."""

from django.utils import timezone

from portal.accounts.models import Adherent
from portal.mandates.models import Mandate, MandateAct, Scope

NEEDS = {
    MandateAct.Kind.MESSAGE_SENT: Scope.MESSAGES,
    MandateAct.Kind.MESSAGE_COMPLETED: Scope.MESSAGES,
    MandateAct.Kind.DOCUMENT_SENT: Scope.DOCUMENTS,
    MandateAct.Kind.APPOINTMENT_ASKED: Scope.APPOINTMENTS,
    MandateAct.Kind.APPOINTMENT_CHOSEN: Scope.APPOINTMENTS,
    MandateAct.Kind.APPOINTMENT_WITHDRAWN: Scope.APPOINTMENTS,
}


class NoMandate(Exception):
    """The proxy may not, or may no longer, do this in the principal's name."""


def mandate_between(
    principal: Adherent, proxy: Adherent, scope: Scope | None = None
) -> Mandate | None:
    """Return the mandate in force by which `proxy` may act for `principal`, the newest of them."""
    today = timezone.localdate()
    held = Mandate.objects.filter(
        principal=principal, proxy=proxy, accepted_at__isnull=False, ended_at__isnull=True
    ).order_by("-pk")
    return next((mandate for mandate in held if mandate.allows(scope, today)), None)


def note_act(
    principal: Adherent, proxy: Adherent | None, kind: MandateAct.Kind, reference: str
) -> None:
    """Record an act of `proxy`; of None, who is the principal, nothing.

    Called in the transaction of the act, which it makes impossible once the mandate has ended.

    Raises:
        NoMandate: there is no mandate in force for it.
    """
    if proxy is None:
        return
    mandate = mandate_between(principal, proxy, NEEDS[kind])
    if mandate is None:
        raise NoMandate
    # Locked against being ended in the same instant.
    locked = Mandate.objects.select_for_update().get(pk=mandate.pk)
    if not locked.allows(NEEDS[kind], timezone.localdate()):
        raise NoMandate
    MandateAct.objects.create(mandate=locked, kind=kind, reference=reference, at=timezone.now())

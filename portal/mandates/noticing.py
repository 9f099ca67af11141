"""Who is told by e-mail of an exchange: what the principal chose when giving the procuration."""

from portal.accounts.models import Adherent
from portal.mandates.acts import mandate_between
from portal.mandates.models import Mandate


def told_of(principal: Adherent, written_by: Adherent | None) -> list[Adherent]:
    """Return those who are told of a text that `written_by` wrote, or of the reply to it.

    The principal alone where they wrote themselves, and once the mandate has ended: a proxy who
    is one no more learns of nothing.
    """
    mandate = None if written_by is None else mandate_between(principal, written_by)
    if mandate is None or written_by is None or mandate.notices == Mandate.Notices.PRINCIPAL:
        return [principal]
    if mandate.notices == Mandate.Notices.PROXY:
        return [written_by]
    return [principal, written_by]

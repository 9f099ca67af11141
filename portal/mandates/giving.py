"""A procuration is given, accepted or declined, and ended by either of the two."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from portal.accounts.contact import email_of
from portal.accounts.identity import letters
from portal.accounts.models import Adherent
from portal.accounts.nir import masked_nir
from portal.accounts.siret import LENGTH as SIRET_LENGTH
from portal.accounts.siret import masked_siret
from portal.audit import trail
from portal.mandates.models import Mandate, Scope
from portal.notifications.letters import post_letter, render_letter


class MandateNotFound(Exception):
    """None such of this adherent, or not one with which this can be done any more."""


@dataclass(frozen=True)
class Offer:
    """What a principal states.

    Attributes:
        identifier: the proxy's NIR without key, or SIRET.
        name: the proxy's family name, or company name.
    """

    identifier: str
    name: str
    scopes: frozenset[Scope]
    notices: Mandate.Notices
    starts_on: date
    ends_on: date


@transaction.atomic
def give(principal: Adherent, offer: Offer) -> Mandate:
    """Offer a procuration. The person named, if there is one, is told and may accept.

    Whether there is one is not told to the principal: a wrong number must not reveal who has an
    account, and a procuration is worth nothing before it is accepted.
    """
    proxy = _identified(principal, offer)
    mandate = Mandate.objects.create(
        principal=principal,
        proxy=proxy,
        proxy_name=offer.name,
        proxy_identifier_masked=_masked(offer.identifier),
        notices=offer.notices,
        starts_on=offer.starts_on,
        ends_on=offer.ends_on,
        given_at=timezone.now(),
        **{f"for_{scope.value}": scope in offer.scopes for scope in Scope},
    )
    letter = render_letter("mandate_offered", caisse=principal.caisse, name=principal.display_name)
    if proxy is not None:
        post_letter(email_of(proxy), letter)
    _record("mandate.given", mandate, principal)
    return mandate


@transaction.atomic
def accept(mandate_id: int, proxy: Adherent) -> Mandate:
    """Accept what was offered to oneself; the principal is told.

    Raises:
        MandateNotFound: nothing is offered to `proxy` under this number.
    """
    mandate = Mandate.objects.select_for_update().filter(pk=mandate_id, proxy=proxy).first()
    if mandate is None or mandate.state_on(timezone.localdate()) != Mandate.State.OFFERED:
        raise MandateNotFound
    mandate.accepted_at = timezone.now()
    mandate.save(update_fields=["accepted_at"])
    _tell(mandate.principal, "mandate_accepted", proxy)
    _record("mandate.accepted", mandate, proxy)
    return mandate


@transaction.atomic
def end(mandate_id: int, by: Adherent) -> Mandate:
    """Decline, withdraw or end a mandate at once; the other one is told.

    Raises:
        MandateNotFound: none of `by` under this number, or it has ended already.
    """
    mandate = Mandate.objects.select_for_update().filter(pk=mandate_id).first()
    if mandate is None or by.pk not in (mandate.principal_id, mandate.proxy_id):
        raise MandateNotFound
    if mandate.state_on(timezone.localdate()) not in (
        Mandate.State.OFFERED,
        Mandate.State.COMING,
        Mandate.State.ACTIVE,
    ):
        raise MandateNotFound
    by_principal = by.pk == mandate.principal_id
    mandate.ended_at = timezone.now()
    mandate.ended_by = Mandate.Party.PRINCIPAL if by_principal else Mandate.Party.PROXY
    mandate.save(update_fields=["ended_at", "ended_by"])
    _tell(mandate.proxy if by_principal else mandate.principal, "mandate_ended", by)
    _record("mandate.ended", mandate, by)
    return mandate


def _identified(principal: Adherent, offer: Offer) -> Adherent | None:
    found = (
        Adherent.objects.select_related("user")
        .filter(user__username=offer.identifier, user__is_active=True)
        .exclude(pk=principal.pk)
        .first()
    )
    if found is None:
        return None
    names = {letters(name) for name in (found.family_name, found.used_name, found.company_name)}
    return found if letters(offer.name) in names - {""} else None


def _masked(identifier: str) -> str:
    is_siret = len(identifier) == SIRET_LENGTH
    return masked_siret(identifier) if is_siret else masked_nir(identifier)


def _tell(whom: Adherent | None, template: str, by: Adherent) -> None:
    if whom is not None:
        letter = render_letter(template, caisse=whom.caisse, name=by.display_name)
        post_letter(email_of(whom), letter)


def _record(action: str, mandate: Mandate, actor: Adherent) -> None:
    trail.record(action, actor=actor.user, caisse=mandate.principal.caisse, mandate_id=mandate.pk)

"""Reads requests for appointments, in a fixed number of queries."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db.models import Q, QuerySet

from portal.accounts.models import Adherent, Agent
from portal.appointments.errors import AppointmentNotFound
from portal.appointments.half_days import today_at
from portal.appointments.models import Appointment, State
from portal.catalogue.models import Caisse

SHOWN_AT_MOST = 500
"""A caisse with more open requests answers the oldest first."""


def complete(appointments: "QuerySet[Appointment]") -> "QuerySet[Appointment]":
    """Add to a query what is shown of a request."""
    return appointments.select_related(
        "caisse", "site", "adherent__user", "written_by"
    ).prefetch_related("half_days", "answers__agent", "answers__notices__recipient")


def appointments_of(adherent: Adherent) -> "QuerySet[Appointment]":
    """All that an adherent has asked for, newest first."""
    return complete(Appointment.objects.filter(adherent=adherent)).order_by("-asked_at", "-pk")


def appointment_of(adherent: Adherent, reference: str) -> Appointment:
    """One of an adherent's requests.

    Raises:
        AppointmentNotFound: none of theirs.
    """
    found = appointments_of(adherent).filter(reference=reference).first()
    if found is None:
        raise AppointmentNotFound
    return found


def open_in_caisse(caisse: Caisse, now: datetime) -> list[Appointment]:
    """The requests of a caisse that wait for somebody, or are still to take place, and
    those given up after a day was agreed, until it is over: those that wait for the caisse first,
    the oldest first.
    """
    today = today_at(caisse, now)
    undecided = Q(state__in=[State.ASKED, State.PROPOSED])
    agreed = Q(state__in=[State.CONFIRMED, State.WITHDRAWN], agreed_day__gte=today)
    found = complete(Appointment.objects.filter(undecided | agreed, caisse=caisse))
    waiting = found.filter(state=State.ASKED).order_by("asked_at", "pk")[:SHOWN_AT_MOST]
    others = found.exclude(state=State.ASKED).order_by("agreed_day", "asked_at", "pk")
    return [*waiting, *others[:SHOWN_AT_MOST]]


def named_in_caisse(caisse: Caisse, ids: Sequence[int]) -> dict[int, Appointment]:
    """Those of these requests that the caisse has, by id."""
    return {pk: each for pk, each in named(ids).items() if each.caisse_id == caisse.pk}


def named(ids: Collection[int]) -> dict[int, Appointment]:
    """These requests, by id, whosever they are: for who then looks at their caisses."""
    return complete(Appointment.objects.all()).in_bulk(list(ids)) if ids else {}


def appointment_in_caisse(agent: Agent, appointment_id: int) -> Appointment:
    """One whole request of the agent's caisse.

    Raises:
        AppointmentNotFound: none such, or of another caisse.
    """
    found = complete(Appointment.objects.filter(pk=appointment_id, caisse=agent.caisse_id)).first()
    if found is None:
        raise AppointmentNotFound
    return found

"""Requests for appointments, as the form of the private space makes them."""

from uuid import uuid4

from django.utils import timezone

from portal.accounts.models import Adherent
from portal.appointments.asking import Wish, ask
from portal.appointments.half_days import offered_to_adherents
from portal.appointments.models import Appointment
from portal.appointments.places import PHONE, place_coded, usual_place

WORDS = "Je travaille le matin."


def an_appointment(adherent: Adherent, *, phone: str = "", words: str = WORDS) -> Appointment:
    """A request on the first half-days that are offered; by telephone with a number (E.164)."""
    place = place_coded(adherent, PHONE) if phone else usual_place(adherent)
    assert place is not None
    slots = offered_to_adherents(adherent.caisse, place.site, timezone.now())[:2]
    wish = Wish(sujet=None, place=place, phone=phone, slots=slots, words=words)
    return ask(adherent, None, uuid4(), wish)

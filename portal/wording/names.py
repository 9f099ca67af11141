"""The names that a text may use. No question, no answer, no name and no NIR is among them, so none
can enter an e-mail or an SMS whatever somebody writes (law C3).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.utils import dateformat, timezone, translation

from portal.catalogue.models import Caisse
from portal.wording.models import is_sms

LINK: Final = "\ue000"
"""Stands for the link while a text is rendered: a character of private use, which no author can
type unnoticed (`checking` refuses it)."""

LINK_WORDS: Final = "Mes messages et mes réponses"
"""R-NOT-06."""

CAISSE_OF_MAIL: Final = frozenset({"nom", "adresse", "telephone", "courriel"})
CAISSE_OF_SMS: Final = frozenset({"nom"})


@dataclass(frozen=True)
class Facts:
    """What an exchange lends to a text."""

    caisse: Caisse
    reference: str
    sent_at: datetime
    team: str
    classification: str
    """Lines « Thème : … », or nothing where the motif is medical: e-mail travels in clear."""


def names_of(code: str) -> frozenset[str]:
    """The names that the body of a text may use."""
    if is_sms(code):
        return frozenset({"caisse", "reference"})
    return frozenset(
        {"caisse", "reference", "date_message", "heure_message", "service", "classement", "lien"}
    )


def names_of_subject() -> frozenset[str]:
    """The names that the subject of an e-mail may use."""
    return frozenset({"caisse", "reference", "date_message"})


def values_of(facts: Facts) -> dict[str, Any]:
    """The value of each name, in French and in the caisse's zone."""
    caisse = facts.caisse
    with translation.override("fr"), timezone.override(caisse.timezone):
        local = timezone.localtime(facts.sent_at)
        day, hour = dateformat.format(local, "l j F Y"), dateformat.format(local, r"G \h i")
    return {
        "caisse": {
            "nom": caisse.name,
            "adresse": caisse.address,
            "telephone": caisse.phone,
            "courriel": caisse.email,
        },
        "reference": facts.reference,
        "date_message": day,
        "heure_message": hour,
        "service": facts.team,
        "classement": facts.classification,
        "lien": LINK,
    }

"""The names that every reply template may use, from the exchange and the agent's record."""

from typing import Any
from zoneinfo import ZoneInfo

from desk import wire
from desk.instants import from_ms
from desk.models.snapshots import ThreadView
from desk.services.french_values import french_long_date
from desk.services.reply_text import clean_value
from desk.services.template_fields import Missing


def _known(value: str, label: str) -> str | Missing:
    return clean_value(value) or Missing(label)


def reply_context(thread: ThreadView, me: wire.Me, now_ms: int) -> dict[str, Any]:
    """The names that templates use. Dates are those of the caisse's own time zone."""
    zone = ZoneInfo(me.caisse.timezone)
    caisse = me.caisse
    address = _known(caisse.address, "adresse de la caisse")
    phone = _known(caisse.phone, "téléphone de la caisse")
    civility, addressed_name = thread.addressee
    return {
        "civilite": clean_value(civility),
        "nom": _known(addressed_name, "nom de l'adhérent"),
        "date_message": french_long_date(from_ms(thread.sent_ms).astimezone(zone).date()),
        "date_reponse": french_long_date(from_ms(now_ms).astimezone(zone).date()),
        "reference": _known(thread.reference, "référence"),
        "theme": clean_value(thread.theme_label),
        "sujet": clean_value(thread.sujet_label),
        "motif": _known(thread.motif_label, "motif"),
        "caisse": {
            "nom": _known(caisse.name, "nom de la caisse"),
            "adresse": address,
            "telephone": phone,
            "adresse_service_medical": _known(
                caisse.medical_service_address, "adresse du service médical"
            ),
        },
        "service": {
            "nom": _known(thread.competence_label, "nom du service"),
            "adresse": address,
            "telephone": phone,
        },
        "agent": {
            # CRPA L111-2: first name, name, capacity and service; without the names where the
            # caisse decided so for the agent's safety.
            "nomme": not me.anonymous_signature,
            "prenom": clean_value(me.first_name),
            "nom": _known(me.last_name, "nom de l'agent"),
            "qualite": _known(me.job_title, "qualité de l'agent"),
        },
        "assistance": {
            "telephone": _known(caisse.assistance_phone, "téléphone de l'assistance"),
            "horaires": _known(caisse.assistance_hours, "horaires de l'assistance"),
        },
    }

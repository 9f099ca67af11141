"""What an adherent may take with them (RGPD 20): what they gave, and what they were answered.

All that is held about somebody, with what agents noted, is answered by the caisse's data-protection
officer (RGPD 15; `portal.retention.access`): a colleague's draft is not for a page to hand out.
"""

import json
from datetime import datetime
from typing import Any

from django.utils.timezone import localtime

from portal.accounts.contact import email_of
from portal.accounts.models import Adherent
from portal.appointments.models import Appointment
from portal.appointments.reading import appointments_of
from portal.appointments.wording import agreed_in_words
from portal.documents.models import Deposit
from portal.documents.reading import deposits_of
from portal.messaging.models import Thread
from portal.messaging.reading import complete
from portal.messaging.seen import as_the_adherent_sees


def own_data(adherent: Adherent, now: datetime) -> str:
    """The account and every exchange as its adherent sees it at `now`, as JSON."""
    threads = complete(Thread.objects.filter(adherent=adherent)).order_by("sent_at", "id")
    whole = {
        "fait_le": _instant(now),
        "compte": _account(adherent),
        "echanges": [_exchange(thread, now) for thread in threads],
        "documents_envoyes": [_deposit(deposit) for deposit in deposits_of(adherent)],
        "rendez_vous": [_appointment(each) for each in appointments_of(adherent)],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _account(adherent: Adherent) -> dict[str, Any]:
    return {
        "caisse": adherent.caisse.name,
        "profil": adherent.profile,
        "numero_de_securite_sociale": adherent.nir,
        "siret": adherent.siret,
        "nom": adherent.display_name,
        "adresse": adherent.postal_address,
        "e_mail": email_of(adherent),
        "telephone_mobile": adherent.mobile_phone,
        "prevenir_par_sms": adherent.notify_by_sms,
        "prevenir_par_courrier": adherent.notify_by_post,
    }


def _exchange(thread: Thread, now: datetime) -> dict[str, Any]:
    seen = as_the_adherent_sees(thread, now)
    return {
        "reference": thread.reference,
        "theme": thread.theme_label,
        "sujet": thread.sujet_label,
        "motif": thread.motif_label,
        "envoye_le": _instant(thread.sent_at),
        "textes": [
            {
                "de": "adherent" if text.direction == text.Direction.IN else "msa",
                "le": _instant(text.at),
                "texte": text.text,
            }
            for text in seen.texts
        ],
    }


def _deposit(deposit: Deposit) -> dict[str, Any]:
    """Its files are downloaded one by one, from « Mes documents »."""
    return {
        "reference": deposit.reference,
        "envoye_le": None if deposit.sent_at is None else _instant(deposit.sent_at),
        "motif": deposit.reason,
        "documents": [
            {"nature": document.nature, "personne": document.person}
            for document in deposit.documents.all()
        ],
    }


def _appointment(appointment: Appointment) -> dict[str, Any]:
    return {
        "reference": appointment.reference,
        "demande_le": _instant(appointment.asked_at),
        "etat": appointment.state,
        "sujet": appointment.sujet_label,
        "lieu": appointment.place,
        "telephone": appointment.phone,
        "texte": appointment.words,
        "fixe_au": agreed_in_words(appointment),
        "reponses": [
            {"le": _instant(answer.at), "texte": answer.words}
            for answer in appointment.answers.all()
        ],
    }


def _instant(at: datetime) -> str:
    return localtime(at).isoformat(timespec="seconds")

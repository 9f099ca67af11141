"""A caisse, its catalogue and its agent."""

from portal.api.examples import reviews
from portal.api.examples.exchange import Node

CAISSE: Node = {
    "code": "picardie",
    "name": "MSA Picardie",
    "address": "1 rue de l'Exemple, 80000 Amiens",
    "phone": "03 00 00 00 00",
    "medical_service_address": "Service médical, 1 rue de l'Exemple, 80000 Amiens",
    "assistance_phone": "03 00 00 00 01",
    "assistance_hours": "du lundi au vendredi de 9 h à 17 h",
    "timezone": "Europe/Paris",
}


CATALOGUE: Node = {
    "version": 1,
    "themes": [
        {
            "code": "sante",
            "label": "Santé",
            "position": 1,
            "profiles": ["particulier", "exploitant"],
            "active": True,
            "sujets": [
                {
                    "code": "sante-attestations",
                    "label": "Attestations",
                    "position": 1,
                    "active": True,
                    "motifs": [
                        {
                            "code": "sante-attestations-droits",
                            "label": "Attestation de droits",
                            "position": 1,
                            "competence": "sante",
                            "online_service": "attestation-droits",
                            "medical": False,
                            "active": True,
                        }
                    ],
                }
            ],
        }
    ],
    "online_services": [
        {
            "code": "attestation-droits",
            "label": "Mon attestation de droits",
            "url": "https://exemple-msa.test/attestation",
            "active": True,
        }
    ],
    "competences": [{"code": "sante", "label": "Santé"}],
    "caisses": [
        {"code": "alsace", "label": "MSA Alsace"},
        {"code": "picardie", "label": "MSA Picardie"},
    ],
}


ME: Node = {
    "agent_id": 3,
    "login": "claire.exemple",
    "first_name": "Claire",
    "last_name": "Exemple",
    "display_name": "Claire Exemple",
    "job_title": "Conseillère",
    "role": "agent",
    "competences": ["sante"],
    "caisse": CAISSE,
    "private_space_url": "https://portail.exemple-msa.test/",
    "anonymous_signature": False,
    "absent_until": None,
    "in_training": False,
    "reviewers": [reviews.COLLEAGUE],
}

"""Examples of the caisse's reply templates for the API's document."""

from typing import Any

TEMPLATES: dict[str, Any] = {
    "templates": [
        {
            "code": "versement-date",
            "number": 2,
            "title": "Date d’un versement",
            "category": "paiements",
            "themes": ["famille", "retraite"],
            "kind": "answer",
            "advice": "Vérifier le compte bancaire avant de répondre.",
            "online_service": {"priority": "motif", "default": None},
            "fields": [
                {
                    "name": "jour",
                    "label": "Jour du versement",
                    "type": "date",
                    "required": True,
                    "choices": [],
                }
            ],
            "body": "{{ salutation }}\n\nVotre versement partira le {{ jour }}.\n\n{{ signature }}",
        }
    ]
}

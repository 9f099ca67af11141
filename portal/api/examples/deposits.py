"""Examples of the published document: deposits of an invented adherent."""

from typing import Any

ANSWERS: dict[str, dict[str, Any]] = {
    "documents": {
        "deposits": [
            {
                "reference": "DOC-2026-000012",
                "sent_at": "2026-11-20T15:20:00Z",
                "thread_id": 41,
                "reason": "Pièce demandée pour mon dossier",
                "written_by": None,
                "documents": [
                    {
                        "nature": "address",
                        "nature_label": "Justificatif de domicile",
                        "person": "Jeanne Exemple",
                        "files": [
                            {
                                "id": 31,
                                "media_type": "application/pdf",
                                "size": 182_340,
                                "pages": 2,
                            }
                        ],
                    }
                ],
            }
        ]
    }
}

"""What the typist types: a text that the name of the document alone determines."""

import random

SENTENCE = (
    "bonjour madame nous avons bien reçu votre demande du mois dernier et votre dossier est"
    " complet à ce jour l'attestation vous sera adressée où que vous soyez dès réception"
)


def text_of(document: str) -> str:
    """60 to 160 characters, no two documents alike."""
    chance = random.Random(document)
    words = [chance.choice(SENTENCE.split()) for _ in range(chance.randint(8, 24))]
    return f"[{document}] {' '.join(words)}."

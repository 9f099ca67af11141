"""Documents promised: a reply carries none today."""

import re
from collections.abc import Iterator

from desk.services.guard.finding import Finding, FindingKind

_PROMISE = re.compile(
    r"\bci[-‑ ]?(?:joint|inclus|annexé|attaché)(?:e|s|es)?\b"
    r"|\ben (?:pièces? jointes?|PJ|annexe|fichier joint|document joint)\b"
    r"|\b(?:pièce|document|fichier|formulaire|attestation|courrier|imprimé)s? jointe?s?\b"
    r"(?! (?:à|au|aux) (?:votre|vos|la|le|l))"
    r"|\b(?:je|nous) (?:vous )?(?:l['’]|le |la |les )?(?:joins|joignons|annexons|annexe)\b"
    r"|\bjointe?s? (?:à ce (?:message|courrier)|à cette réponse|au présent)",
    re.IGNORECASE,
)
_SENTENCE_START = re.compile(r"[.!?\n:;•][\s\u00a0]")
_THEIRS = re.compile(
    # The adherent's own attachments: asked for, or received.
    r"\b(?:merci de|veuillez|vous (?:pouvez|pourrez|devez|devrez|voudrez|pourriez)|il (?:vous )?"
    r"(?:faut|suffit|convient)|pensez à|n['’]oubliez pas|vous (?:nous )?(?:avez|aviez)|votre|vos"
    r"|nous avons (?:bien )?(?:reçu|noté|étudié)|envoyez|transmettez|adressez|déposez|joignez"
    r"|ajoutez|retournez|renvoyez|nous suffi(?:t|ra|sent|ront)|envoyer un document"
    r"|sans|aucune?|ne (?:peut|peuvent|pouvons))\b",
    re.IGNORECASE,
)
_FOUND_HERE = re.compile(r"\b(?:trouver|trouverez|recevez|recevrez)\b", re.IGNORECASE)
_GIVEN = re.compile(
    r"\b(?:nous|je) vous (?:envo(?:ie|yons)|adress(?:e|ons)|transmet(?:s|tons)|remet(?:s|tons)"
    r"|(?:fais|faisons) parvenir)\b",
    re.IGNORECASE,
)


def promised_attachments(text: str) -> Iterator[Finding]:
    """« ci-joint » and its like, unless the sentence speaks of the adherent's own documents."""
    for match in _PROMISE.finditer(text):
        starts = [each.end() for each in _SENTENCE_START.finditer(text, 0, match.start())]
        before = text[starts[-1] if starts else 0 : match.start()]
        ours = _FOUND_HERE.search(before) or _GIVEN.search(before)
        if ours or not _THEIRS.search(before):
            yield Finding(FindingKind.ATTACHMENT, match.start(), match.end(), None)

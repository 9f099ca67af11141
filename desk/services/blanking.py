"""A text of one adherent made fit for another: names, numbers and dates become holes. Pure."""

import re
from collections.abc import Iterable

from desk.services.guard.words import words_of
from desk.services.reply_text import hole_mark

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_URL = re.compile(r"https?://\S+")
_HOLE = re.compile(r"\[À compléter : [^\[\]\n]+\]")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}|1er)[\s\u00a0](?:{_MONTHS})(?:[\s\u00a0]\d{{4}})?\b"
    rf"|\b\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?\b|\b(?:{_MONTHS})[\s\u00a0]\d{{4}}\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\d[\d\s\u00a0\u202f.]*(?:,\d+)?[\s\u00a0\u202f]?(?:€|euros?\b)")
_NUMBER = re.compile(r"(?:\b[A-Z]{2,4}-)?\b\d\w*(?:[\s\u00a0\u202f.,/-]?\w*\d\w*)*")
_TITLED = re.compile(
    r"\b(?:Madame|Monsieur|Mademoiselle|Mme|Mlle|M\.|Mr|Me|Dr|docteur|maître)[\s\u00a0]+"
    r"((?:d[eu]s?[\s\u00a0]|l[ae]s?[\s\u00a0]|d['’])*[A-ZÀ-Ý][\w’'-]*(?:[\s\u00a0][A-ZÀ-Ý][\w’'-]*)*)"
)
_OPENING = re.compile(r"\A\s*(?:Bonjour|Bonsoir|Ch[eè]re?|Madame|Monsieur)\b[^\n]{0,80}\n+")
_CLOSING = re.compile(
    r"\n[ \t]*(?:Bien |Très )?(?:Cordialement|Salutations|Nous restons|Je reste|Veuillez (?:agréer"
    r"|recevoir)|Nous vous prions|Je vous prie)\b.*\Z",
    re.DOTALL | re.IGNORECASE,
)


def inner_text(text: str) -> str:
    """A reply without its opening line and its closing formula and signature."""
    return _CLOSING.sub("", _OPENING.sub("", text.strip() + "\n", count=1)).strip()


def blanked(text: str, names: Iterable[str]) -> str:
    """Every name, date, amount, number and address as a hole to fill.

    `names`: whoever is known to stand in it. What follows a civility is a name too. Blanks too
    much rather than too little: a hole keeps the reply from leaving, a datum would leave unseen.
    """
    known = {word.folded for name in names for word in words_of(name) if len(word.folded) > 1}
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\ue000{chr(0xE100 + len(kept) - 1)}"

    shielded = _URL.sub(keep, _HOLE.sub(keep, text.replace("\ue000", "")))
    shielded = _EMAIL.sub(lambda _: keep_mark("adresse", kept), shielded)
    shielded = _DATE.sub(lambda _: keep_mark("date", kept), shielded)
    shielded = _AMOUNT.sub(lambda _: keep_mark("montant", kept), shielded)
    shielded = _TITLED.sub(
        lambda m: m[0][: m.start(1) - m.start()] + keep_mark("nom", kept), shielded
    )
    shielded = _NUMBER.sub(lambda _: keep_mark("nombre", kept), shielded)
    pieces, at = [], 0
    for word in words_of(shielded):
        if word.folded in known or set(word.folded.split("-")) & known:
            pieces += [shielded[at : word.start], keep_mark("nom", kept)]
            at = word.end
    shielded = "".join([*pieces, shielded[at:]])
    whole = re.sub("\ue000(.)", lambda m: kept[ord(m[1]) - 0xE100], shielded, flags=re.DOTALL)
    mark = re.escape(hole_mark("nom"))
    return re.sub(rf"{mark}(?:[ \u00a0]{mark})+", hole_mark("nom"), whole)


def keep_mark(label: str, kept: list[str]) -> str:
    """A hole's mark put aside, so that what is looked for next does not look into it."""
    kept.append(hole_mark(label))
    return f"\ue000{chr(0xE100 + len(kept) - 1)}"

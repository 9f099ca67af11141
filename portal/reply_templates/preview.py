"""A template with the data of an invented adherent, in the same sandbox as desk's."""

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from portal.catalogue.models import Caisse
from portal.reply_templates.collection import partials

LONGEST_TEXT = 20_000
_BLANK_LINES = re.compile(r"\n{3,}")
_ADDRESS = "1 rue de l’Exemple, 00000 Exempleville"
_SAMPLES: dict[str, Any] = {
    "date": "1er juin 2017",
    "booleen": True,
    "entier": "3",
    "montant": "123,45 €",
}

CONTEXT: dict[str, Any] = {
    "civilite": "Madame",
    "nom": "Exemple",
    "date_message": "2 mai 2017",
    "date_reponse": "4 mai 2017",
    "reference": "2017-000000",
    "theme": "Santé",
    "sujet": "Mes droits",
    "motif": "Mon attestation de droits",
    "agent": {
        "nomme": True,
        "prenom": "Camille",
        "nom": "EXEMPLE",
        "qualite": "Conseillère de protection sociale",
    },
    "sel": {"libelle": "Mon attestation", "lien": "https://www.exemple-msa.test/attestation"},
}
"""The names that every template may use, as desk fills them from a real exchange."""

RESERVED = frozenset({*CONTEXT, "caisse", "service", "assistance", "salutation", "formule_fin",
                      "signature"})  # fmt: skip


class TemplateRefused(Exception):
    """A text that desk could not use; its words say why, to the supervisor."""


class _Left:
    """An optional value that was not given: false in conditions, a mark where it is printed."""

    def __init__(self, label: str) -> None:
        self._mark = f"[{label}]"

    def __str__(self) -> str:
        return self._mark

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[str]:
        return iter((self._mark,))


def preview(body: str, fields: list[dict[str, Any]], caisse: Caisse) -> str:
    """The text for the invented adherent, every field filled.

    Raises:
        TemplateRefused: it is no template, uses an unknown name, something the sandbox forbids, or
            fails without its optional values.
    """
    values = {each["name"]: _sample(each) for each in fields}
    needed = {
        each["name"]: values[each["name"]] if each["required"] else _Left(each["label"])
        for each in fields
    }
    _render(body, needed, caisse)
    return _render(body, values, caisse)


def _render(body: str, values: dict[str, Any], caisse: Caisse) -> str:
    environment = SandboxedEnvironment(
        trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined, autoescape=False
    )
    context = {**CONTEXT, **_of_caisse(caisse)}
    try:
        for name, source in partials().items():
            context[name] = environment.from_string(source).render(context).strip()
        text = environment.from_string(body).render({**context, **values})
    except TemplateError as error:
        line = getattr(error, "lineno", None)
        place = _("line {line}: ").format(line=line) if line else ""
        raise TemplateRefused(f"{place}{error.message}") from error
    except (ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as error:
        raise TemplateRefused(f"{type(error).__name__}: {error}") from error
    text = _BLANK_LINES.sub("\n\n", "\n".join(line.rstrip() for line in text.split("\n"))).strip()
    if not text or len(text) > LONGEST_TEXT:
        raise TemplateRefused(_("The text is empty, or too long."))
    return text


def _of_caisse(caisse: Caisse) -> dict[str, Any]:
    address, phone = caisse.address or _ADDRESS, caisse.phone or "03 00 00 00 00"
    return {
        "caisse": {
            "nom": caisse.name,
            "adresse": address,
            "telephone": phone,
            "adresse_service_medical": caisse.medical_service_address or _ADDRESS,
        },
        "service": {"nom": "Service Exemple", "adresse": address, "telephone": phone},
        "assistance": {
            "telephone": caisse.assistance_phone or phone,
            "horaires": caisse.assistance_hours or "du lundi au vendredi",
        },
    }


def _sample(field: dict[str, Any]) -> Any:
    if field["type"] == "liste":
        return (f"{field['label']} 1", f"{field['label']} 2")
    if field["type"] == "choix":
        return field["choices"][0]
    return _SAMPLES.get(field["type"], f"({field['label']})")

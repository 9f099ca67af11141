"""The fields of a template as a supervisor types them, one a line: ``name | label | type | need``.

montant | Montant dû | montant | obligatoire
voie | Voie de recours | choix:amiable,médicale | facultatif
"""

import re
from typing import Any

TYPES = ("texte", "date", "liste", "booleen", "entier", "montant", "choix")
NEEDS = {"obligatoire": True, "facultatif": False}
MOST_FIELDS = 20
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")


class FieldLineWrong(ValueError):
    """Attribute `line`: the line as it was typed."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


def read_fields(text: str, taken: frozenset[str]) -> list[dict[str, Any]]:
    """Read the lines. `taken`: names that every template has already.

    Raises:
        FieldLineWrong: a line is no field, or gives a name again.
    """
    fields: list[dict[str, Any]] = []
    seen = set(taken)
    for line in filter(None, map(str.strip, text.splitlines())):
        parts = [part.strip() for part in line.split("|")]
        if len(parts) != 4 or len(fields) == MOST_FIELDS:
            raise FieldLineWrong(line)
        name, label, kind, need = parts
        kind, _, given = kind.partition(":")
        choices = [choice for each in given.split(",") if (choice := each.strip())]
        if (
            not _NAME.fullmatch(name)
            or name in seen
            or not label
            or kind not in TYPES
            or need not in NEEDS
            or bool(choices) != (kind == "choix")
        ):
            raise FieldLineWrong(line)
        seen.add(name)
        fields.append(
            {
                "name": name,
                "label": label,
                "type": kind,
                "required": NEEDS[need],
                "choices": choices,
            }
        )
    return fields


def write_fields(fields: list[dict[str, Any]]) -> str:
    """The lines that `read_fields` reads."""
    words = {needed: word for word, needed in NEEDS.items()}
    return "\n".join(
        " | ".join(
            (
                each["name"],
                each["label"],
                each["type"] + (":" + ",".join(each["choices"]) if each["choices"] else ""),
                words[each["required"]],
            )
        )
        for each in fields
    )

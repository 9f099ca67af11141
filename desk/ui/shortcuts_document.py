"""``docs/shortcuts.md``, written from the table of actions.

python -m desk.ui.shortcuts_document [file]     writes it; without a file, prints it
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

from desk.resources import translation_path
from desk.ui.actions import ActionSpec, Handlers, action_table, menu_title
from desk.ui.menu_words import plain

HEAD = """# Les actions de desk et leurs raccourcis

Ce document est écrit par `python -m desk.ui.shortcuts_document docs/shortcuts.md` à partir de la
table des actions (`desk/ui/actions/`) ; `make check` vérifie qu’il en dit autant.

Ctrl+K montre toutes les actions, avec la raison de celles qui ne sont pas possibles. Les raccourcis
se changent dans « Aide › Raccourcis clavier » (F1). Aucun n’emploie Alt ou AltGr, ni chiffre, ni
ponctuation : ils sont les mêmes sur AZERTY et sur les autres claviers.

| Menu | Action | Touches |
|---|---|---|
"""


def document(table: Sequence[ActionSpec]) -> str:
    """The whole text; French."""
    rows = (
        f"| {plain(menu_title(spec.menu))} | {plain(spec.text)} | {_keys(spec.shortcut)} |\n"
        for spec in table
    )
    return HEAD + "".join(rows)


def _keys(shortcut: str) -> str:
    """As they stand on a French keyboard."""
    return shortcut.replace("Shift", "Maj").replace("Return", "Entrée") or "–"


def main() -> int:
    """Write it in French, whatever this machine speaks."""
    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    words = QTranslator()
    if not words.load(str(translation_path("fr"))):
        return 1
    application.installTranslator(words)
    text = document(action_table(Handlers(**dict.fromkeys(Handlers.__struct_fields__, _nothing))))
    application.removeTranslator(words)
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


def _nothing() -> None:
    """No window: nothing is done here, only told."""


if __name__ == "__main__":
    sys.exit(main())

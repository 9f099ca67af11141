"""A walk over every window: nothing that can be worked is without name, role and keyboard way."""

import pytest

from tests.a11y.test_main_job_over_the_bus import ANSWER, open_message
from tests.support.spoken_desk import Spoken
from tests.support.spoken_tree import INTERACTIVE, Node

pytestmark = pytest.mark.long

NO_ROLE = frozenset({"invalid", "unknown", "panel", "layered pane", "graphic", "grip"})
"""Roles that tell nothing. Qt gives « filler » to a page that scrolls and « label » to a text that
can be selected: both are read, nothing in them is worked."""
REACHED_FROM_THE_MENU_BAR = frozenset({"menu item", "check menu item", "radio menu item"})

WINDOWS = {
    "Rechercher dans tous les messages…": "",
    "Note interne…": "Annuler",
    "Corriger le motif…": "Annuler",
    "Transférer…": "Annuler",
    "Clore sans réponse…": "Annuler",
    "Choisir un modèle…": "Annuler",
    "Publier…": "Continuer à écrire",
    "Publier plus tard…": "Continuer à écrire",
    "Versions du brouillon…": "Fermer",
    "Je m’absente…": "Annuler",
    "Se déconnecter": "Rester",
    "Boîte d’envoi": "Fermer",
    "Toutes les actions…": "Annuler",
    "Raccourcis clavier": "Fermer",
    "À propos": "OK",
}
"""Menu entry → the button that leaves the window it opens; none: it opens in the main window."""


def defects(top: Node) -> list[str]:
    """What assistive technology or a keyboard cannot reach or name."""
    found = []
    for node in top.walk():
        role, states, name = node.role, node.states, node.name.strip()
        what = f"{role} « {name} »"
        focusable = "focusable" in states
        if not focusable and role not in INTERACTIVE:
            continue
        if not name:
            found.append(f"{what}: no name (in « {top.name} »)")
        if focusable and role in NO_ROLE:
            found.append(f"{what}: takes the focus and has no role")
        if (
            role in INTERACTIVE - REACHED_FROM_THE_MENU_BAR
            # A cross within a field: deleting its text is the keyboard's way.
            and node.parent.role != "text"
            and not focusable
            and "enabled" in states
        ):
            found.append(f"{what}: the keyboard cannot reach it")
    return found


def test_the_walk_sees_a_defect(spoken: Spoken) -> None:
    """Its own proof: the sign-in page is gone, the list is there and is counted as reachable."""
    roles = {node.role for node in spoken.window.walk()}
    assert {"table", "push button", "check box", "text", "menu item", "cell"} <= roles


@pytest.fixture(scope="module")
def writing(spoken: Spoken) -> Spoken:
    """A message is open and a reply begun: every action that opens a window can be done."""
    open_message(spoken, "TAILLEFER")
    spoken.window.find("text", "Texte de la réponse").write(ANSWER)
    spoken.bus.until(
        lambda: (
            "enabled"
            in spoken.window.find("tool bar", ".*")
            .find("push button", "Publier", enabled=False)
            .states
        ),
        "the reply can be published",
    )
    return spoken


def test_main_window_with_a_message_open(writing: Spoken) -> None:
    assert defects(writing.window) == []


@pytest.mark.parametrize(("entry", "leave"), WINDOWS.items())
def test_window(writing: Spoken, entry: str, leave: str) -> None:
    before = {each.path for each in writing.desk.children}
    writing.choose(entry)
    if not leave:
        assert defects(writing.window) == []
        return

    def opened() -> Node | None:
        new = (each for each in writing.desk.children if each.path not in before)
        return next((each for each in new if each.showing), None)

    window = writing.bus.wait(opened, f"the window of « {entry} »")
    assert window.name, entry
    assert defects(window) == []
    window.find("push button", leave).do()
    writing.bus.until(lambda: opened() is None, f"« {entry} » is left")

"""A walk over every window: nothing that can be worked is without name, role and keyboard way."""

from collections.abc import Callable, Iterator

import pytest

from desk.demo.adherent import Adherent
from tests.a11y.test_main_job_over_the_bus import ANSWER, open_message
from tests.support.portal_process import ADHERENT_NIR, ADHERENT_PASSWORD
from tests.support.spoken_desk import Spoken, spoken_desk
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
    "Pourquoi cette échéance.*": "Fermer",
    "Suspendre le délai…": "Annuler",
    "Échanges de l’adhérent": "",
    "Documents déposés": "",
    "Demander une relecture…": "Continuer à écrire",
    "Choisir un modèle…": "Annuler",
    "Publier…": "Continuer à écrire",
    "Publier plus tard…": "Continuer à écrire",
    "Versions du brouillon…": "Fermer",
    "Je m’absente…": "Annuler",
    "Notifications…": "Annuler",
    "Premiers pas…": "Passer les premiers pas",
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
    if leave:
        walk_through(writing, lambda: writing.choose(entry), leave, entry)
    else:
        writing.choose(entry)
        assert defects(writing.window) == []


def walk_through(
    spoken: Spoken, open_it: Callable[[], None], leave: str, what: str, filled: str = ".*"
) -> None:
    """Open a window, walk it once it has a button called `filled`, leave it by a button."""
    before = {each.path for each in spoken.desk.children}
    open_it()

    def opened() -> Node | None:
        new = (each for each in spoken.desk.children if each.path not in before)
        return next((each for each in new if each.showing), None)

    window = spoken.bus.wait(opened, f"the window of « {what} »")
    assert window.name, what
    window.find("push button", filled)
    assert defects(window) == []
    window.find("push button", leave).do()
    spoken.bus.until(lambda: opened() is None, f"« {what} » is left")


def test_requests_for_appointments_and_the_form_of_an_answer(writing: Spoken) -> None:
    odile = Adherent(writing.portal.url)
    odile.sign_in(ADHERENT_NIR, ADHERENT_PASSWORD)
    odile.ask_appointment("Je travaille le matin.", "03 22 00 00 00")
    entry = "Rendez-vous….*"
    walk_through(
        writing, lambda: writing.choose(entry), "Fermer", entry, filled="Envoyer la réponse"
    )


def test_the_proof_of_a_published_reply(writing: Spoken) -> None:
    """After all the others: the reply leaves."""
    writing.window.find("text", "Texte de la réponse").write(ANSWER.replace("Madame", "Monsieur"))
    writing.choose("Publier…")
    question = writing.desk.find("dialog", "Publier la réponse.*")
    question.find("push button", "Publier").do()
    writing.window.find("panel", "Message de Claire Exemple, .*")
    walk_through(
        writing, lambda: writing.choose("Preuve de la réponse…"), "Fermer", "Preuve de la réponse…"
    )


@pytest.fixture(scope="module")
def chief(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Spoken]:
    """A supervisor's desk, at the board."""
    with spoken_desk(tmp_path_factory.mktemp("chief"), "sylvie.exemple") as made:
        made.choose("Boîte de réception / supervision")
        made.window.find("push button", "Ouverts.*")
        yield made


def test_supervision_board(chief: Spoken) -> None:
    chief.window.find("table", "Chiffres détaillés").find("cell", "Action sanitaire.*")
    assert defects(chief.window) == []


@pytest.mark.parametrize(("button", "leave"), {"Alertes…": "Annuler", "Agents…": "Fermer"}.items())
def test_window_of_the_board(chief: Spoken, button: str, leave: str) -> None:
    walk_through(chief, lambda: chief.window.find("push button", button).do(), leave, button)


def test_acts_upon_many(chief: Spoken) -> None:
    chief.window.find("push button", "Ouverts.*").do()
    table = chief.window.find("table", "Messages")
    table.find("cell", ".+")
    table.select(next(i for i, each in enumerate(table.children) if each.role == "cell"))
    assert defects(chief.window) == []
    for act in (
        "Affecter…",
        "Répartir…",
        "Transférer…",
        "Lever les prises en charge…",
        "Réponse d’attente…",
    ):
        walk_through(
            chief, lambda act=act: chief.window.find("push button", act).do(), "Annuler", act
        )


@pytest.mark.parametrize("button", ["Prévision", "Preuve"])
def test_page_behind_the_board(chief: Spoken, button: str) -> None:
    chief.choose("Liste des messages")
    chief.choose("Boîte de réception / supervision")
    chief.window.find("push button", button).do()
    back = chief.window.find("push button", "Retour au tableau")
    chief.window.find("table", ".*").find("cell", ".+")
    assert defects(chief.window) == []
    back.do()
    chief.window.find("push button", "Ouverts.*")

"""A reply that came too late, by accessible names alone: kept, merged, given up, taken back."""

import re
from collections.abc import Callable

import pytest

from desk.demo.adherent import Adherent
from tests.a11y.test_every_window_over_the_bus import defects
from tests.a11y.test_main_job_over_the_bus import ANSWER, open_message
from tests.support.portal_process import ADHERENT_NIR, ADHERENT_PASSWORD
from tests.support.spoken_desk import Spoken
from tests.support.spoken_tree import Node

pytestmark = pytest.mark.long

EDITOR = "Texte de la réponse"
MERGED = ANSWER.replace("demain", "lundi, à votre nouvelle adresse")


def publish(spoken: Spoken) -> None:
    spoken.window.find("tool bar", ".*").find("push button", "Publier").do()
    question = spoken.desk.find("dialog", "Publier la réponse.*")
    question.find("push button", "Publier").do()


def overtaken(spoken: Spoken, add: Callable[[str], None], text: str, more: str) -> Node:
    """A reply is written, the adherent adds something, the reply is sent: the conflict."""
    spoken.window.find("text", EDITOR).write(text)
    add(more)
    publish(spoken)
    view = spoken.window.find("filler", "Conflit")
    spoken.bus.until(
        lambda: (
            view.find("text", "Le texte dans l’échange").text == more
            and view.find("text", "Votre texte").text == text
        ),
        "both texts can be read",
    )
    return view


def until_written(spoken: Spoken, text: str) -> None:
    editor = spoken.window.find("text", EDITOR)
    spoken.bus.until(lambda: editor.text == text, "the text is in the editor again")


def test_a_reply_that_came_too_late(spoken: Spoken) -> None:
    open_message(spoken, "FERRANDIER")
    exchange = spoken.window.find("panel", "Échange .* avec FERRANDIER.*")
    reference = re.search(r"MSG-\d{4}-\d+", " ".join(each.name for each in exchange.walk()))
    assert reference is not None
    odile = Adherent(spoken.portal.url)
    odile.sign_in(ADHERENT_NIR, ADHERENT_PASSWORD)

    def add(text: str) -> None:
        odile.add(reference.group(), text)

    view = overtaken(spoken, add, ANSWER, "Je pars lundi en Espagne.")
    assert defects(spoken.window) == []
    keep = view.find("push button", "Garder mon texte en brouillon")
    assert "focused" in keep.states, "what is safe is one key away"
    assert "L’adhérent a écrit de nouveau" in keep.description
    assert "Rien n’a été publié" in keep.description
    keep.do()
    until_written(spoken, ANSWER)

    view = overtaken(spoken, add, ANSWER, "Et j’ai une nouvelle adresse.")
    view.find("push button", "Fusionner les deux textes").do()
    merging = view.find("text", "Le texte fusionné")
    assert merging.text == ANSWER
    merging.write(MERGED)
    assert defects(spoken.window) == []
    view.find("push button", "Garder le texte fusionné en brouillon").do()
    until_written(spoken, MERGED)

    view = overtaken(spoken, add, MERGED, "Merci de me répondre vite.")
    view.find("push button", "Abandonner mon texte").do()
    until_written(spoken, "")
    spoken.window.find("push button", "Annuler").do()
    until_written(spoken, MERGED)

    # Nothing was published by any of it; now it is, once.
    own = [e for e in spoken.window.walk() if e.name.startswith("Message de Claire Exemple")]
    assert own == []
    publish(spoken)
    published = spoken.window.find("panel", "Message de Claire Exemple, .*")
    assert MERGED in [each.name for each in published.walk()]

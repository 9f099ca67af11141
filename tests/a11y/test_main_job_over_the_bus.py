"""The agent's main job over the real accessibility bus: names and roles alone, no pixel, no id."""

from tests.support.spoken_desk import Spoken
from tests.support.spoken_tree import Node

ANSWER = "Bonjour Madame,\n\nVotre carte européenne part demain.\n\nCordialement,\nClaire Exemple"


def open_message(spoken: Spoken, name: str) -> None:
    """Select an adherent's message in the list, as a screen reader's user does."""
    table = spoken.window.find("table", "Messages")
    place = next(i for i, each in enumerate(table.children) if each.name.startswith(name))
    table.select(place)
    spoken.window.find("panel", f"Échange .* avec {name}.*")


def said(top: Node) -> list[str]:
    return [node.name for node in top.walk()]


def test_from_the_inbox_to_the_published_reply(spoken: Spoken) -> None:
    open_message(spoken, "FERRANDIER")
    spoken.window.find("push button", "Prendre l’échange en charge").do()
    spoken.window.find("push button", "Rendre l’échange|Rendre")

    editor = spoken.window.find("text", "Texte de la réponse")
    editor.write(ANSWER)
    spoken.window.find("tool bar", ".*").find("push button", "Publier").do()
    question = spoken.desk.find("dialog", "Publier la réponse.*")
    assert any("carte européenne part demain" in each for each in said(question))
    question.find("push button", "Publier").do()

    published = spoken.window.find("panel", "Message de Claire Exemple, .*")
    assert ANSWER in said(published)
    spoken.bus.until(
        lambda: (
            not any(
                each.name.startswith("FERRANDIER")
                for each in spoken.window.find("table", "Messages").children
            )
        ),
        "the message leaves the list",
    )

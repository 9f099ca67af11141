"""The agent's main job by keys alone: from the list to the reply published and the next one open.

Keys are pressed through X's test extension; what is on screen is read over the accessibility bus,
never worked through it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.support.spoken_desk import Spoken
from tests.support.spoken_tree import Node

VALUE = "le 3 novembre"
"""What the agent writes wherever the template leaves a value missing."""
MOST_KEYS, THINGS_ASKED = 6, 3
MARK = "[À compléter : "
TAKE_THE_FIRST = "F6"
SUGGESTED = "ctrl+shift+m"
PUBLISH_AND_NEXT = "ctrl+shift+Return"


@dataclass(frozen=True, slots=True)
class Pressed:
    """A key, or a chord such as Ctrl+M, which counts as one; or a text that was typed."""

    keys: str
    why: str
    is_text: bool = False
    answers: bool = False
    """It answers a template's question."""


class KeyedJob:
    """Notes what is pressed, and waits for what each key brings about."""

    def __init__(self, desk: Spoken) -> None:
        self._desk = desk
        self.pressed: list[Pressed] = []

    @property
    def keys(self) -> list[Pressed]:
        """Every key besides the text itself: also one that answers a template's question."""
        return [each for each in self.pressed if not each.is_text]

    @property
    def asked(self) -> int:
        """What the template asked for: values, and questions."""
        return sum(each.is_text or each.answers for each in self.pressed)

    @property
    def most_keys(self) -> int:
        """Six for a template that asks three things, one less when the message was open already.
        Each further value has to be gone to.
        """
        opening = sum(each.keys == TAKE_THE_FIRST for each in self.pressed)
        return MOST_KEYS - 1 + opening + max(0, self.asked - THINGS_ASKED)

    def take_the_first(self) -> None:
        """From the list: the most urgent message is open and claimed."""
        self._press(TAKE_THE_FIRST, "the most urgent message opens, claimed")
        self._claimed()

    def answer_with_a_template(self) -> None:
        """Insert what is suggested for the message that is open, and fill in what it misses."""
        self._press(SUGGESTED, "the template suggested for this motif")
        editor = self._editor()
        self._wait(lambda: editor.text != "" or self._question() is not None, "a template")
        while (question := self._question()) is not None:
            answers = [each.name for each in question.walk() if each.role == "push button"]
            self._press("o", f"answers the template's question: {answers[0]}", answers=True)
            self._wait(lambda: editor.text != "" or self._question() != question, "answered")
        filled = 0
        while MARK in editor.text:
            if filled:
                self._press("F9", "the next missing value")
            missing = editor.text.count(MARK)
            self._wait(lambda: editor.selected.startswith(MARK), "the missing value is selected")
            self._type(VALUE, editor.selected)
            filled += 1
            self._fewer_missing(editor, missing)

    def _fewer_missing(self, editor: Node, than: int) -> None:
        self._wait(lambda: editor.text.count(MARK) == than - 1, "filled in")

    def publish_and_go_on(self) -> None:
        """Publish; the next message is open and claimed."""
        before = self._exchange()
        bar = self._desk.window.find("tool bar", ".*")
        bar.find("push button", "Publier")
        self._press(PUBLISH_AND_NEXT, "publish, and the next one")
        self._desk.desk.find("dialog", "Publier .*").find("push button", "Publier")
        self._press(PUBLISH_AND_NEXT, "yes")
        self._wait(lambda: self._exchange() != before, "the next message")
        self._claimed()

    def _press(self, keys: str, why: str, *, answers: bool = False) -> None:
        self.pressed.append(Pressed(keys, why, answers=answers))
        self._desk.screen.keys("key", keys)

    def _type(self, text: str, why: str) -> None:
        self.pressed.append(Pressed(text, why, is_text=True))
        self._desk.screen.keys("type", "--delay", "20", text)

    def _editor(self) -> Node:
        return self._desk.window.find("text", "Texte de la réponse")

    def _exchange(self) -> str:
        return self._desk.window.find("panel", "Échange .*").name

    def _claimed(self) -> None:
        self._desk.window.find("push button", "Rendre.*")

    def _question(self) -> Node | None:
        """The dialog in which a template asks yes or no; a new one each time it is looked for."""
        for each in self._desk.desk.children:
            if each.role == "dialog" and each.showing:
                return each
        return None

    def _wait(self, true: Callable[[], bool], what: str) -> None:
        self._desk.bus.until(true, what)

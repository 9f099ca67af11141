"""What a search should find, worked out the slow and obvious way from the portal's threads."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from desk import wire
from tests.support.desk_data import ME, Desk
from tests.support.inbox_reference import ms

ELIDED = {"l", "d", "j", "n", "s", "c", "m", "t", "qu", "jusqu", "lorsqu", "puisqu"}


def plain_words(text: str) -> list[str]:
    """Lower case, no accents, ligatures apart, elisions gone."""
    text = text.lower().replace("œ", "oe").replace("æ", "ae").replace("’", "'")
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    pieces = re.findall(r"[a-z0-9]+'?", text)
    return [
        piece.rstrip("'")
        for piece, after in zip(pieces, [*pieces[1:], ""], strict=True)
        if not (piece.endswith("'") and piece[:-1] in ELIDED and after)
    ]


@dataclass(frozen=True)
class Asked:
    """A query, as a test puts it together."""

    words: tuple[str, ...] = ()
    prefix: str = ""
    phrase: tuple[str, ...] = ()
    unwanted: str = ""
    sender: str = ""
    status: str = ""
    motif: str = ""
    left_hours: int | None = None
    review: str = ""

    @property
    def typed(self) -> str:
        labels = {"open": "ouvert", "answered": "répondu", "closed": "clos"}
        parts = list(self.words)
        if self.phrase:
            parts.append(f'"{" ".join(self.phrase)}"')
        if self.unwanted:
            parts.append(f"-{self.unwanted}")
        if self.sender:
            parts.append(f"de:{self.sender}")
        if self.status:
            parts.append(f"statut:{labels[self.status]}")
        if self.motif:
            parts.append(f'motif:"{self.motif}"')
        if self.review:
            parts.append(f"relecture:{self.review}")
        if self.left_hours is not None:
            parts.append(f"échéance:<{self.left_hours}h")
        return " ".join([*parts, self.prefix])


class Library:
    """Every text of a made-up caisse, scanned one by one."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._labels = {
            motif.code: (theme.label, sujet.label, motif.label)
            for theme in desk.catalogue.themes
            for sujet in theme.sujets
            for motif in sujet.motifs
        }

    def texts(self, thread: wire.Thread) -> Iterator[tuple[int, str]]:
        for each in (*thread.messages, *thread.notes):
            yield ms(each.at), each.text

    def found(self, asked: Asked, now_ms: int) -> dict[int, int]:
        """The threads that fit, each with the second of its newest fitting text."""
        newest = {}
        for thread in self._desk.threads.values():
            if not self._thread_fits(thread, asked, now_ms):
                continue
            instants = [at for at, text in self.texts(thread) if self._fits(thread, text, asked)]
            if instants:
                newest[thread.id] = max(instants) // 1000
        return newest

    def _thread_fits(self, thread: wire.Thread, asked: Asked, now_ms: int) -> bool:
        if asked.status and thread.status != asked.status:
            return False
        if asked.motif and self._labels[thread.motif][2] != asked.motif:
            return False
        if asked.left_hours is not None:
            left = ms(thread.due_at) - now_ms
            if thread.status != "open" or left >= asked.left_hours * 3_600_000:
                return False
        said = self._review(thread.review)
        if asked.review and asked.review not in (
            {"demandée", "à-faire"} if said == "à-faire" else {said}
        ):
            return False
        names = self._names(thread)
        return not asked.sender or asked.sender in names

    @staticmethod
    def _review(review: wire.Review | None) -> str:
        """What is most worth saying of it to the agent of `ME`."""
        if review is None:
            return ""
        if review.state == "sent_back":
            return "renvoyée"
        return "à-faire" if review.asked_of_id == ME.agent_id else "demandée"

    def _names(self, thread: wire.Thread) -> list[str]:
        adherent = thread.adherent
        name = f"{adherent.first_name} {adherent.family_name} {adherent.used_name}"
        return plain_words(f"{name} {adherent.addressed_name}")

    def _fits(self, thread: wire.Thread, text: str, asked: Asked) -> bool:
        body = plain_words(text)
        labels = [plain_words(label) for label in self._labels[thread.motif]]
        reference = plain_words(thread.reference)
        number = thread.reference.rpartition("-")[2].lstrip("0")
        every = [
            *body,
            *(word for label in labels for word in label),
            *self._names(thread),
            *reference,
            number,
        ]
        return (
            all(word in every for word in asked.words)
            and (not asked.prefix or any(word.startswith(asked.prefix) for word in every))
            and asked.unwanted not in every
            and (
                not asked.phrase
                or any(
                    tuple(words[at : at + len(asked.phrase)]) == asked.phrase
                    for words in (body, *labels)
                    for at in range(len(words))
                )
            )
        )

    def filtered(self, typed: str) -> list[int]:
        """What the list's filter box should show: every word begins one of the same text."""
        begun = [Asked(prefix=word) for word in plain_words(typed)]
        fitting = [
            thread
            for thread in self._desk.threads.values()
            if thread.status == "open"
            and any(
                all(self._fits(thread, text, each) for each in begun)
                for _, text in self.texts(thread)
            )
        ]
        return [each.id for each in sorted(fitting, key=lambda each: (each.due_at, each.id))]

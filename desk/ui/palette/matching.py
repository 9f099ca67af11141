"""How well a few typed letters fit an action's words. No Qt."""

from collections.abc import Sequence

from desk.models.folding import fold

WORD_START = 8
"""A letter that begins a word says more than one within."""
IN_A_ROW = 4
GAP = 1


def fit(typed: str, words: str) -> int | None:
    """The better, the higher; None when the letters do not stand in `words` in this order.

    Accents, case and ligatures do not matter. Letters that begin words count most, then letters in
    a row: « pr mo » finds « Pr-endre mo-dèle » before « im-pr-imer la mo-itié ». Empty fits all.
    """
    wanted = "".join(fold(typed).split())
    text = fold(words)
    if not wanted:
        return 0
    # Best value of a fit whose last letter stands at each place of the text.
    best: list[int | None] = [None] * len(text)
    for number, letter in enumerate(wanted):
        now: list[int | None] = [None] * len(text)
        earlier: int | None = 0 if number == 0 else None
        for place, found in enumerate(text):
            if number and place:
                before = best[place - 1]
                if earlier is not None:
                    earlier -= GAP
                if before is not None:
                    earlier = before if earlier is None else max(earlier, before)
            if found != letter or earlier is None:
                continue
            value = earlier + _worth(text, place)
            if number and place and (joined := best[place - 1]) is not None:
                value = max(value, joined + _worth(text, place) + IN_A_ROW)
            now[place] = value
        best = now
    return max((each for each in best if each is not None), default=None)


def _worth(text: str, place: int) -> int:
    return WORD_START if place == 0 or not text[place - 1].isalnum() else 1


def ordered(typed: str, choices: Sequence[tuple[str, str]], recent: Sequence[str]) -> list[str]:
    """The ids of `choices` ((id, words)) that fit, best first; as good ones: the most recently used
    (`recent`, newest first), then in the given order.
    """
    last = {each: place for place, each in enumerate(recent)}
    found = [
        (-value, last.get(each, len(recent)), place, each)
        for place, (each, words) in enumerate(choices)
        if (value := fit(typed, words)) is not None
    ]
    return [each for _, _, _, each in sorted(found)]

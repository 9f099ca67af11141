"""Which words of a text were found, and the part of it that shows them."""

from collections.abc import Iterator, Sequence

import msgspec

from desk.models.search.query import Phrase
from desk.models.search.words import Word, located_words

WIDTH = 124
"""Characters of an excerpt: two lines of the list at its narrowest."""

BEFORE = 32
"""Characters kept before the first word found."""

_BLANKS = str.maketrans(dict.fromkeys("\n\r\t\v\f\u2028\u2029", " "))

Span = tuple[int, int]


class Excerpt(msgspec.Struct, frozen=True):
    """Plain text, and the places in it (characters, [start, end[) of what was found."""

    text: str
    spans: tuple[Span, ...]


def holds(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether the phrase stands in the text."""
    return next(_places(phrase, words), None) is not None


def spans_of(text: str, phrases: Sequence[Phrase]) -> tuple[Span, ...]:
    """Where the phrases stand, in order, without overlaps."""
    if not phrases or not text:
        return ()
    words = located_words(text)
    found = sorted(
        (words[first].start, words[last].end)
        for phrase in phrases
        for first, last in _places(phrase, words)
    )
    merged: list[Span] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def excerpt(text: str, phrases: Sequence[Phrase], width: int = WIDTH) -> Excerpt:
    """The part of `text` around the first place where most is found close together."""
    spans = spans_of(text, phrases)
    shown = text.translate(_BLANKS)
    if len(shown) <= width:
        return Excerpt(shown, spans)
    start = max(0, _best(spans, width) - BEFORE)
    if start:
        # Begin with a whole word.
        space = shown.find(" ", start, start + BEFORE)
        start = space + 1 if space >= 0 else start
    end = min(len(shown), start + width)
    if end < len(shown):
        space = shown.rfind(" ", start + width - BEFORE, end)
        end = space if space > start else end
    head, tail = "… " if start else "", " …" if end < len(shown) else ""
    shift = len(head) - start
    return Excerpt(
        f"{head}{shown[start:end]}{tail}",
        tuple((a + shift, b + shift) for a, b in spans if a >= start and b <= end),
    )


def _best(spans: Sequence[Span], width: int) -> int:
    """The start of the span after which most other spans are in reach."""
    if not spans:
        return 0
    reach = width - 2 * BEFORE
    return max(
        spans, key=lambda one: (sum(one[0] <= each[0] <= one[0] + reach for each in spans), -one[0])
    )[0]


def _places(phrase: Phrase, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    first, count = phrase.words[0], len(phrase.words)
    for at in range(len(words) - count + 1):
        if count == 1:
            if words[at].folded == first or (phrase.prefix and words[at].folded.startswith(first)):
                yield at, at
            continue
        if words[at].folded != first:
            continue
        *middle, last = phrase.words[1:]
        end = at + count - 1
        if all(words[at + 1 + n].folded == each for n, each in enumerate(middle)) and (
            words[end].folded == last or (phrase.prefix and words[end].folded.startswith(last))
        ):
            yield at, end

"""The part of a text that is shown holds what was found, at the places that are marked."""

from hypothesis import given
from hypothesis import strategies as st

from desk.models.search.excerpt import WIDTH, excerpt, spans_of
from desk.models.search.query import Phrase

CARD = Phrase(("carte", "europeenne"))


def marked(text: str, *phrases: Phrase) -> list[str]:
    shown = excerpt(text, phrases)
    return [shown.text[start:end] for start, end in shown.spans]


def test_marks_words_as_they_were_written() -> None:
    text = "Pour la Carte  Européenne d’Œuvrard, et l'ŒUVRE de E\u0301lodie"
    assert marked(text, CARD) == ["Carte  Européenne"]
    assert marked(text, Phrase(("oeuvr",), prefix=True)) == ["Œuvrard", "ŒUVRE"]
    assert marked(text, Phrase(("elodie",))) == ["E\u0301lodie"]
    assert marked(text, Phrase(("carte", "d"))) == []


def test_shows_the_place_where_most_is_found() -> None:
    text = f"carte {'mot ' * 150} une carte à renouveler {'mot ' * 150}"
    shown = excerpt(text, (Phrase(("carte",)), Phrase(("renouvel",), prefix=True)))
    assert len(shown.text) <= WIDTH + 4
    assert shown.text.startswith("… ")
    assert shown.text.endswith(" …")
    assert [shown.text[a:b] for a, b in shown.spans] == ["carte", "renouveler"]


def test_nothing_found_shows_the_beginning() -> None:
    text = "Bonjour,\n\nje vous écris. " * 20
    shown = excerpt(text, ())
    assert shown.spans == ()
    assert shown.text.startswith("Bonjour,  je vous")
    assert "\n" not in shown.text


@given(
    st.text(alphabet="aé œ’'-\n😀E\u0301x", max_size=400),
    st.text(alphabet="aeox", min_size=1, max_size=3),
)
def test_marks_are_always_within_the_text(text: str, word: str) -> None:
    phrase = Phrase((word,), prefix=True)
    shown = excerpt(text, (phrase,), width=60)
    for start, end in shown.spans:
        assert 0 <= start < end <= len(shown.text)
        assert spans_of(shown.text[start:end], (phrase,)) == ((0, end - start),)

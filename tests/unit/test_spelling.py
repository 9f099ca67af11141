"""Which words have a spelling, and who knows them."""

import re

import pytest
import yaml

from desk.services.spelling.dictionary import Absent, open_dictionary
from desk.services.spelling.speller import Speller
from desk.services.spelling.tokens import tokens
from tests.unit.test_reply_templates import RESOURCES, TEMPLATES

WORDS = RESOURCES / "words"


@pytest.fixture(scope="module")
def speller() -> Speller:
    made = Speller(WORDS)
    assert made.state() is None, "the tests' packages hold a French dictionary"
    return made


def words(text: str) -> list[str]:
    return [token.word for token in tokens(text)]


def test_words_and_what_is_none() -> None:
    text = (
        "L’école d'Odile, aujourd’hui : 12e jour, ZB14, https://exemple.test/a-b, "
        "x.y@exemple.test [À compléter : Zzz] etc. œuvre a-t-il"
    )
    assert words(text) == [
        "école", "Odile", "aujourd'hui", "jour", "etc", "œuvre", "a-t-il",
    ]  # fmt: skip


def test_places_are_those_of_qt() -> None:
    text = "🙂 é🙂 fote\nici"
    for token in tokens(text):
        units = text.encode("utf-16-le")[2 * token.start : 2 * (token.start + token.length)]
        assert units.decode("utf-16-le") == token.word


def test_the_dictionary_the_field_and_capitals(speller: Speller) -> None:
    right = ["Bonjour", "BONJOUR", "école", "MSA", "ATEXA", "CEAM", "téléservice", "peut-être"]
    assert speller.misspelt(right) == frozenset()
    assert speller.misspelt(["cotisassion", "ZZQX", "Ferrandier"]) == {
        "cotisassion",
        "ZZQX",
        "Ferrandier",
    }
    assert "cotisation" in speller.suggest("cotisassion")


def test_our_own_words_are_right(speller: Speller) -> None:
    """Nothing that the catalogue or a template writes is underlined."""
    catalogue = yaml.load(
        (RESOURCES / "catalogue" / "catalogue.yaml").read_text(encoding="utf-8"),
        Loader=yaml.CSafeLoader,
    )
    labels = [service["libelle"] for service in catalogue["services_en_ligne"]]
    for theme in catalogue["themes"]:
        labels.append(theme["libelle"])
        for sujet in theme["sujets"]:
            labels.append(sujet["libelle"])
            labels.extend(motif["libelle"] for motif in sujet["motifs"])
    for template in TEMPLATES.all:
        labels += [template.title, template.advice, *(each.label for each in template.fields)]
        labels.append(re.sub(r"\{[{%].*?[%}]\}", " ", template.body))
    asked = {word for label in labels for word in words(label)}
    assert len(asked) > 800
    assert speller.misspelt(asked) == frozenset()


def test_without_a_dictionary_nothing_is_wrong() -> None:
    for reason in Absent:
        speller = Speller(WORDS, lambda reason=reason: reason)
        assert speller.state() is reason
        assert speller.misspelt(["cotisassion"]) == frozenset()
        assert speller.suggest("cotisassion") == ()
    assert not isinstance(open_dictionary(), Absent)

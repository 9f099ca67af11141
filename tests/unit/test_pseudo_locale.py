"""The pseudo-locale keeps what is filled in, and lengthens what is read."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.screens.pseudo import pseudo

ENGLISH = Path(__file__).parents[2] / "translations" / "desk_en.ts"
FILLED_IN = re.compile(r"\{[^{}]*\}|%n|%\d")


@pytest.mark.parametrize("pattern", ["HH:mm", "d MMMM yyyy", "ddd dd/MM/yyyy", "d MMM 'at' HH:mm"])
def test_patterns_of_dates_stay(pattern: str) -> None:
    assert pseudo(pattern) == pattern


def test_every_word_of_desk_keeps_its_places_and_grows() -> None:
    sources = [each.text or "" for each in ET.parse(ENGLISH).iter("source")]  # noqa: S314 - our own file
    assert len(sources) > 1000
    for source in sources:
        made = pseudo(source)
        assert FILLED_IN.findall(made) == FILLED_IN.findall(source)
        assert made.count("\n") == source.count("\n")
        if made != source:
            assert made[0] + made[-1] == "[]"
            read = FILLED_IN.sub("", source)
            assert len(FILLED_IN.sub("", made)) >= 1.3 * len(read)

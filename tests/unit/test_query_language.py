"""What is typed into the search is understood, or left out with a reason; it is never an error."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.models.search import language, marks, values
from desk.models.search.query import (
    Agent,
    Circumstances,
    Due,
    Labels,
    Marked,
    Part,
    Phrase,
    ProblemKind,
    Reviewed,
    ReviewState,
    Written,
)
from desk.models.search.words import located_words, searchable, words_of

ZONE = ZoneInfo("Europe/Paris")
FRIDAY = datetime(2026, 11, 27, 10, 30, tzinfo=ZONE)
LABELS = Labels(
    themes={"sante": "Santé", "retraite": "Retraite"},
    sujets={"carte": "Carte européenne", "vitale": "Carte Vitale"},
    motifs={"perte": "Perte ou vol", "perte-justif": "Perte d’un justificatif", "vol": "Vol"},
)
NOW = Circumstances(round(FRIDAY.timestamp() * 1000), agent_id=7, labels=LABELS)
HOUR = 3_600_000


def ms(*day: int) -> int:
    return round(datetime(*day, tzinfo=ZONE).timestamp() * 1000)  # type: ignore[arg-type, misc]


def terms(text: str) -> tuple[object, ...]:
    query = language.parse(text, NOW)
    assert query.problems == ()
    return query.terms


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("retraite ", (Phrase(("retraite",)),)),
        ("retraite", (Phrase(("retraite",), prefix=True),)),
        ("carte e", (Phrase(("carte",)),)),
        ("e", ()),
        ("7", (Phrase(("7",), prefix=True),)),
        ("  ", ()),
        ('"Carte  européenne" ', (Phrase(("carte", "europeenne")),)),
        ("« carte eur", (Phrase(("carte", "eur"), prefix=True),)),
        ("-facture dossier ", (Phrase(("facture",), negated=True), Phrase(("dossier",)))),
        ("L’attestation d'Élodie ", (Phrase(("attestation",)), Phrase(("elodie",)))),
        ("12:30 ", (Phrase(("12", "30")),)),
        ("https://msa.fr ", (Phrase(("https", "msa", "fr")),)),
        ("Bonjour: ", (Phrase(("bonjour",)),)),
        ('- -- "" -"" \' ', ()),
        ("de:Dupont ", (Phrase(("dupont",), part=Part.NAME),)),
        ("RÉF:PIC-2026-000123 ", (Phrase(("pic", "2026", "000123"), part=Part.NAME),)),
        ("statut:ouvert", (Marked(frozenset({marks.status("open")})),)),
        ("-statut:répondus ", (Marked(frozenset({marks.status("answered")}), negated=True),)),
        ("statut:c", (Marked(frozenset({marks.status("closed")})),)),
        ("relecture:demandée ", (Reviewed(ReviewState.ASKED),)),
        ("RELECTURE:DEMANDEE ", (Reviewed(ReviewState.ASKED),)),
        ("relecture:renvoyés ", (Reviewed(ReviewState.SENT_BACK),)),
        ("-relecture:r", (Reviewed(ReviewState.SENT_BACK, negated=True),)),
        ("relecture:a-faire ", (Reviewed(ReviewState.MINE),)),
        ("motif:vol ", (Marked(frozenset({marks.motif("vol")})),)),
        (
            "motif:perte",
            (Marked(frozenset({marks.motif("perte"), marks.motif("perte-justif")})),),
        ),
        ('sujet:"carte vitale"', (Marked(frozenset({marks.sujet("vitale")})),)),
        ("theme:SANTE ", (Marked(frozenset({marks.theme("sante")})),)),
        ("agent:moi ", (Agent(7),)),
        ("-agent:claire ", (Agent(None, ("claire",), negated=True),)),
        ("échéance:<2h ", (Due(until_ms=NOW.now_ms + 2 * HOUR),)),
        ("echeance:>1j ", (Due(from_ms=NOW.now_ms + 24 * HOUR),)),
        ("-échéance:<2h30 ", (Due(from_ms=NOW.now_ms + 5 * HOUR // 2),)),
        ("échéance:dépassée ", (Due(until_ms=NOW.now_ms),)),
        ("échéance:demain ", (Due(ms(2026, 11, 28), ms(2026, 11, 29)),)),
        ("avant:hier ", (Written(until_ms=ms(2026, 11, 26)),)),
        ("après:lundi ", (Written(from_ms=ms(2026, 11, 23)),)),
        ("apres:vendredi ", (Written(from_ms=ms(2026, 11, 20)),)),
        ("-après:lundi ", (Written(until_ms=ms(2026, 11, 23)),)),
        ("avant:12/12 ", (Written(until_ms=ms(2025, 12, 12)),)),
        ("avant:29/10/26 ", (Written(until_ms=ms(2026, 10, 29)),)),
        ("après:2026-03 ", (Written(from_ms=ms(2026, 3, 1)),)),
        ("après:décembre ", (Written(from_ms=ms(2025, 12, 1)),)),
        ("après:2024 ", (Written(from_ms=ms(2024, 1, 1)),)),
        ("motif: ", ()),
    ],
)
def test_understood(text: str, wanted: tuple[object, ...]) -> None:
    assert terms(text) == wanted


@pytest.mark.parametrize(
    ("text", "kind", "typing"),
    [
        ("objet:carte retraite ", ProblemKind.UNKNOWN_FIELD, False),
        ("retraite avant:31/02 ", ProblemKind.NO_SUCH_DAY, False),
        ("retraite avant:lun", ProblemKind.NO_SUCH_DAY, True),
        ("échéance:bientôt retraite ", ProblemKind.NO_SUCH_DELAY, False),
        ("statut:perdu retraite ", ProblemKind.NO_SUCH_STATUS, False),
        ("relecture:perdue retraite ", ProblemKind.NO_SUCH_REVIEW, False),
        ("motif:xyz retraite ", ProblemKind.NO_SUCH_PLACE, False),
    ],
)
def test_left_out_and_told(text: str, kind: ProblemKind, typing: bool) -> None:
    query = language.parse(text, NOW)
    assert [(each.kind, each.typing) for each in query.problems] == [(kind, typing)]
    assert query.terms == (Phrase(("retraite",)),)


def test_clock_changes_move_midnight_and_not_the_day() -> None:
    # On 25 October 2026 Paris has 25 hours.
    night = round(datetime(2026, 10, 26, 0, 30, tzinfo=ZONE).timestamp() * 1000)
    (term,) = language.parse("après:hier ", Circumstances(night)).terms
    assert term == Written(from_ms=ms(2026, 10, 25))
    assert (
        values.midnight_ms(values.day_at(night, "Europe/Paris"), "Europe/Paris") - ms(2026, 10, 25)
        == 25 * HOUR
    )


def test_too_many_words_are_told() -> None:
    query = language.parse("mot " * 200, NOW)
    assert len(query.terms) == language.MOST_WORDS
    assert [each.kind for each in query.problems] == [ProblemKind.TOO_MANY_WORDS]


ODD = (
    "motif:",
    "échéance:<",
    "avant:",
    "après:",
    "statut:",
    "relecture:",
    '"',
    "-",
    "(",
    ")",
    "*",
    "^",
    ":",
)
ODDER = ("NOT", "AND", "NEAR(", "{body}", "'", "\x00", "\ue000z", " ", "«", "é", "99999")
PIECES = st.lists(st.one_of(st.sampled_from(ODD + ODDER), st.text(max_size=6)), max_size=14).map(
    "".join
)


@given(PIECES)
def test_anything_can_be_typed(text: str) -> None:
    query = language.parse(text, NOW)
    for term in query.terms:
        if isinstance(term, Phrase):
            assert all(word.isalnum() or not word.isascii() for word in term.words)
            assert term.words
    for item in language.items_of(text):
        assert 0 <= item.start < item.end <= len(text)


@given(
    st.text(max_size=30)
    | st.text(alphabet="aéœÆ’ʼ'lLdD qu-½E\u0301.1278 \ue000ß´", max_size=40)
    | st.from_regex(r"l'?[12] ?8[0 ][.05]{2} ?\d{3} {1,2}\d{3}", fullmatch=True)
)
def test_places_and_index_agree_on_words(text: str) -> None:
    assert [each.folded for each in located_words(text)] == words_of(text)


def test_nir_is_not_searchable() -> None:
    for written in ("1 85 05 78 006 084 36", "185057800608436", "2.85.05.2A.006.084"):
        assert searchable(f"mon numéro {written} merci").split() == ["mon", "numero", "merci"]
    assert "12 34 56" in searchable("facture 12 34 56 78 90")

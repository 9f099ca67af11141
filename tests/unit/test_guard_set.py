"""The leak guard on the labelled set, and what the set itself is."""

import pytest
from msgspec.structs import replace

from benchmarks.guard import measure
from benchmarks.guard_set import HELD_OUT, World, generated, handwritten, read_set, unmarked
from desk.models.snapshots import Proxy
from desk.services.guard.checks import findings
from desk.services.guard.finding import Finding, FindingKind, Severity
from desk.services.guard.surroundings import Person, Surroundings, surroundings_of
from desk.services.guard.words import WordLists
from desk.wire import WarningKind
from tests.support.me import ME
from tests.unit.test_reply_templates import RESOURCES

LISTS = WordLists(RESOURCES / "words")
ODILE = Surroundings(
    civility="Madame",
    addressed_name="FERRANDIER",
    own_names="FERRANDIER Odile\nClaire Exemple",
    own_words="Je pars avec Lucette. Appelez-moi au 06 12 00 00 01.",
    caisse_words="MSA Picardie\n03 00 00 00 00",
    caisse_domains=("msa.fr",),
    subject="Santé",
    others=(
        Person("Gérard", "Vasseur"),
        Person("Lucie", "Petit"),
        Person("Anne", "de la Tour"),
        Person("Lucette", "Lucette"),
    ),
)


def found(text: str) -> list[tuple[str, str]]:
    return [(each.kind.value, text[each.start : each.end]) for each in findings(text, ODILE, LISTS)]


def test_the_labelled_set() -> None:
    tally = measure(read_set())
    assert tally.replies == 300
    assert tally.holds, tally.mistakes
    for kind in FindingKind:
        assert tally.right[kind.value] >= 25, "each kind is there often enough to tell something"
        assert tally.missed[kind.value] <= 0.05 * tally.right[kind.value], tally.mistakes


def test_the_held_out_set() -> None:
    tally = measure(handwritten(HELD_OUT))
    assert tally.replies == 60
    assert tally.holds, tally.mistakes
    assert tally.missed.total() == 0, tally.mistakes


def test_the_set_is_what_its_seed_gives() -> None:
    assert [*handwritten(), *generated(World())] == read_set()


def test_marks_are_places() -> None:
    assert unmarked("a [[nir|12]] b") == ("a 12 b", (("nir", 2, 4),))


def test_kinds_are_those_of_the_contract() -> None:
    assert {kind.value for kind in FindingKind} == set(WarningKind.__args__)  # type: ignore[attr-defined]
    assert FindingKind.NIR.severity is Severity.LEAK
    assert FindingKind.HEALTH.severity is Severity.DOUBT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le dossier de M. Petit est clos.", [("other_name", "Petit")]),
        ("Petit rappel, et un Petit mot.", []),
        ("Nous écrivons à Lucie PETIT.", [("other_name", "Lucie PETIT")]),
        ("La somme due à Vasseur est réglée.", [("other_name", "Vasseur")]),
        ("Le docteur Vasseur, rue Vasseur.", []),
        ("Mme de La Tour l'a reçu.", [("other_name", "de La Tour")]),
        # She named Lucette herself.
        ("Lucette et Mme Lucette peuvent venir.", []),
        ("Au vasseur.", []),
        ("Votre tumeur, vos tumeurs.", [("health", "tumeur"), ("health", "tumeurs")]),
        ("Rumeurs, tumeurzz, cancérologue.", []),
        ("Le sida ; résidait", [("health", "sida")]),
        ("Le 06 12 00 00 01 et le 06 12 00 00 02", [("contact", "06 12 00 00 02")]),
    ],
)
def test_a_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Bonjour Monsieur Ferrandier,\nOui.", "Bonjour Madame FERRANDIER,\nOui."),
        ("Bonjour Madame Vasseur,\nOui.", "Bonjour Madame FERRANDIER,\nOui."),
        ("Monsieur,\nOui.", "Madame,\nOui."),
        ("Bonjour M. Vasseur,\nOui.", "Bonjour Madame FERRANDIER,\nOui."),
        ("Bonjour Mme Odile Ferrandier,\nOui.", None),
        ("Bonjour Madame, Monsieur,\nOui.", None),
        ("Bonjour,\nOui.", None),
        ("Bonjour à tous,\nOui.", None),
        ("Oui. Veuillez agréer, Monsieur, nos", "Oui. Veuillez agréer, Madame, nos"),
    ],
)
def test_salutations_are_mended(text: str, mended: str | None) -> None:
    warnings = findings(text, ODILE, LISTS)
    if mended is None:
        assert warnings == ()
        return
    (warning,) = warnings
    assert warning.kind is FindingKind.SALUTATION
    assert apply(text, warning) == mended
    assert findings(mended, ODILE, LISTS) == ()


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Bonjour Monsieur Exemple,\nOui.", None),
        ("Bonjour Madame Ferrandier,\nOui.", None),
        # Half of the one, half of the other.
        ("Bonjour Madame Exemple,\nOui.", "Bonjour Monsieur Exemple,\nOui."),
        ("Bonjour Monsieur Vasseur,\nOui.", "Bonjour Monsieur Exemple,\nOui."),
    ],
)
def test_under_a_procuration_who_wrote_is_greeted_or_the_adherent(
    text: str, mended: str | None
) -> None:
    around = replace(ODILE, proxy=Proxy("Firmin Exemple", "Monsieur", "Exemple"))
    assert [apply(text, each) for each in findings(text, around, LISTS)] == (
        [] if mended is None else [mended]
    )


def test_mending_leaves_nothing_to_warn_of() -> None:
    text = (
        "2 63 07 60 999 000 61, FR76 3000 6000 0112 3456 7890 189, 06 99 88 77 66, a.b@exemple.fr, "
        "M. Vasseur et Lucie Petit."
    )
    for _ in range(10):
        warnings = findings(text, ODILE, LISTS)
        if not warnings:
            break
        text = apply(text, warnings[-1])
    assert findings(text, ODILE, LISTS) == ()


def apply(text: str, warning: Finding) -> str:
    assert warning.replacement is not None
    return text[: warning.start] + warning.replacement + text[warning.end :]


def test_every_template_alone_warns_of_nothing() -> None:
    world = World()
    thread = world.thread("msg-10")
    around = surroundings_of(thread, ME, world.others("msg-10"))
    for template in world.templates.all:
        text = world.templates.render(template.code, {}, thread, ME, world.services, 0).text
        assert findings(text, around, LISTS) == (), template.code

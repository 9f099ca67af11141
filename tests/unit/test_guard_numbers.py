"""National identification numbers, accounts, phones and addresses, however they are written."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.guard_set import a_nir, a_phone, an_iban, wrong_iban, wrong_nir
from desk.services.guard.contacts import emails_in, phones_in
from desk.services.guard.finding import FindingKind, utf16_place
from desk.services.guard.numbers import iban_is_valid, ibans, nir_key, nirs
from desk.services.guard.plain import plain

# law C5
VECTORS = {
    "1891275125012": 82,
    "2061275111005": 64,
    "173062A999000": 33,
    "173062B999000": 60,
    "2630760999000": 61,
    "2480279999000": 9,
    "1560799131000": 27,
}
BREAKS = st.sampled_from(["", " ", ".", "-", "\u00a0", "\u202f", "\u2009", " \u200b", "/"])
SEEDS = st.integers(0, 2**32).map(random.Random)


@pytest.mark.parametrize(("number", "key"), VECTORS.items())
def test_the_key_of_a_nir(number: str, key: int) -> None:
    assert nir_key(number) == key
    found = list(nirs(f"n° {number}{key:02}."))
    assert [(each.start, each.end) for each in found] == [(3, 18)]


@given(SEEDS, BREAKS, st.text("0123456789ABCdef é:;\n", max_size=6))
def test_a_nir_with_its_key_is_found_between_anything(
    dice: random.Random, between: str, around: str
) -> None:
    nir = a_nir(dice)
    parts = (nir[0], nir[1:3], nir[3:5], nir[5:7], nir[7:10], nir[10:13], nir[13:])
    written = between.join(parts)
    text = f"{around} : {written} {around}"
    found = list(nirs(plain(text)))
    start = text.index(written, len(around) + 3)
    assert any(each.start <= start < each.end for each in found)
    assert any(each.end >= start + len(written) - 3 for each in found)
    for each in found:
        assert each.replacement is not None
        assert nir[5:13] not in each.replacement.replace(" ", "")


@given(SEEDS, st.sampled_from(["", " ", "\u00a0", "-", "\n"]))
def test_an_account_is_found_however_it_is_parted(dice: random.Random, between: str) -> None:
    iban = an_iban(dice)
    assert iban_is_valid(iban)
    written = between.join(iban[at : at + 4] for at in range(0, len(iban), 4))
    (found,) = ibans(plain(f"Compte : {written}, merci"))
    assert (found.start, found.end) == (9, 9 + len(written))
    assert found.kind is FindingKind.IBAN


@given(SEEDS)
def test_other_long_numbers_are_neither(dice: random.Random) -> None:
    for number in (wrong_nir(dice), wrong_iban(dice), f"000{dice.randint(10**10, 10**11 - 1)}"):
        assert [*nirs(number), *ibans(number)] == []


@given(SEEDS)
def test_a_phone_number_has_one_form(dice: random.Random) -> None:
    phone = a_phone(dice)
    (number,) = phones_in(f"au {phone}.")
    assert number.startswith("33")
    assert len(number) == 11
    assert phones_in(f"(tél. : {phone})") == {number}


@pytest.mark.parametrize(
    "text",
    [
        "12 345 678,90 €",
        "du 01/02/2017 au 03/04/2017",
        "SIRET 012 345 678 00012",
        "SIRET 01234567800012",
        "référence 20171205-004518",
        "3646",
        "+3",
    ],
)
def test_what_is_no_phone_number(text: str) -> None:
    assert phones_in(text) == frozenset()


def test_addresses_and_foreign_numbers() -> None:
    assert emails_in("à Lucie.D+x@exemple.fr, ou a@b, ou @c.fr") == {"lucie.d+x@exemple.fr"}
    assert phones_in("00 351 912 345 678 ou +351 912 345 678") == {"351912345678"}
    assert phones_in("0612 345 678") == {"33612345678"}


def test_places_as_qt_counts_them() -> None:
    text = "🙂é 2 63 07 60 999 000 61"
    (found,) = nirs(plain(text))
    assert (found.start, utf16_place(text, found.start)) == (3, 4)

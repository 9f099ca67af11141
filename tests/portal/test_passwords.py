"""What a password must not be: short, endless, or what somebody who guesses tries first."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from portal.accounts.models import User

SOMEBODY = User(username="2630760999000", first_name="Odile", last_name="Exemple")


def refused(password: str) -> list[str]:
    try:
        validate_password(password, SOMEBODY)
    except ValidationError as error:
        return error.messages
    return []


@pytest.mark.parametrize(
    "password",
    [
        "une phrase que moi seule connais",
        "trois vaches au soleil de mars",
        "été à la ferme 🐄🐄",
        "xK9#vQ2m!pL7z",
        "ferme-cheval-lundi",
        "g" * 3 + "révolution des blés",
        "m" + "7f3kq9zt2w" * 6,
        "é" * 5 + "azp ou rien du tout, jamais" + "x" * 96,
    ],
)
def test_long_ones_of_any_characters_pass(password: str) -> None:
    assert refused(password) == []


@pytest.mark.parametrize("password", ["court", "onze caract", "a     b     c"])
def test_twelve_characters_at_least_blanks_in_a_row_being_one(password: str) -> None:
    assert any("12 caractères" in said for said in refused(password))


def test_and_128_at_most() -> None:
    assert refused("une phrase " * 11 + "de sept") == []
    assert refused("une phrase " * 12) == [
        "Ce mot de passe est trop long : 128 caractères au plus."
    ]


@pytest.mark.parametrize(
    "password",
    [
        "Bonjour123456!",
        "MotDePasse2026",
        "M0tD3P@sse2026",
        "azertyazerty",
        "Azertyuiop12",
        "soleilsoleil1",
        "Princesse!2024",
        "password12345",
        "monespaceprive",
        "motdepasse msa",
        "aaaaaaaaaaaa",
        "121212121212",
        "123456789012",
        "987654321098",
        "abcdefghijkl",
    ],
)
def test_common_ones_lengthened_to_pass_do_not(password: str) -> None:
    assert refused(password), password


def test_nor_ones_own_number() -> None:
    assert refused("2630760999000")


def test_however_long_it_is_judged_at_once() -> None:
    assert refused("azertyuiop" * 200_000)

"""A past reply without the other adherent's data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.services.blanking import blanked, inner_text
from desk.services.reply_text import holes_in

REPLY = (
    "Bonjour Madame FERRANDIER,\n\nVotre carte du 12 mars 2017 (dossier MSG-2017-000123) a été "
    "payée 1 246,30 € le 03/04/2017 à Odile. Voyez https://exemple.test/services/12 ou "
    "a.b@exemple.fr, tél. 06 12 34 56 78, NIR 2 63 07 60 999 000 61. Le dossier de M. de La Tour "
    "suit.\n\nCordialement,\n\nClaire Exemple\nConseillère"
)


def test_nothing_of_the_other_adherent_is_left() -> None:
    text = blanked(inner_text(REPLY), ["FERRANDIER Odile", "Claire Exemple"])
    assert text == (
        "Votre carte du [À compléter : date] (dossier [À compléter : nombre]) a été payée "
        "[À compléter : montant] le [À compléter : date] à [À compléter : nom]. Voyez "
        "https://exemple.test/services/12 ou [À compléter : adresse], "
        "tél. [À compléter : nombre], NIR [À compléter : nombre]. Le dossier de "
        "M. [À compléter : nom] suit."
    )


@given(
    st.text(max_size=60),
    st.from_regex(r"[0-9]{2,15}", fullmatch=True),
    st.sampled_from(["Ferrandier", "FERRANDIER", "Le Dantec-Riou", "Odile"]),
)
def test_no_name_and_no_digit_remains(around: str, number: str, name: str) -> None:
    text = blanked(f"{around} {name} {number} {around}", ["FERRANDIER Odile", "LE DANTEC-RIOU"])
    if "http" not in around and "[" not in around:
        outside = text
        for hole in holes_in(text):
            outside = outside.replace(f"[À compléter : {hole.label}]", "")
        assert number not in outside
    if name not in around:
        assert name not in text


@pytest.mark.parametrize("text", ["", "Bonjour,\n", "Oui."])
def test_short_texts(text: str) -> None:
    assert blanked(inner_text(text), []) in ("", "Oui.")

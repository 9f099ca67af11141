"""NIR and SIRET, by the vectors of the law's reading (C5)."""

import pytest

from portal.accounts.nir import WrongKey, WrongNir, key_of, masked_nir, read_nir
from portal.accounts.siret import WrongSiret, masked_siret, read_siret

# The first two are published examples; the others are invented (order number 000, or 131000).
VECTORS = {
    "1891275125012": "82",
    "2061275111005": "64",
    "173062A999000": "33",
    "173062B999000": "60",
    "2630760999000": "61",
    "2480279999000": "09",
    "1560799131000": "27",
}


@pytest.mark.parametrize(("nir", "key"), VECTORS.items())
def test_keys(nir, key):
    assert key_of(nir) == key


@pytest.mark.parametrize(
    "typed",
    [
        "2630760999000",
        "2 63 07 60 999 000",
        " 2 63 07 60 999 000 61 ",
        "263076099900061",
        "2\N{NO-BREAK SPACE}63\N{NARROW NO-BREAK SPACE}07 60 999 000",
        "2.63.07.60.999.000",
    ],
)
def test_read_however_typed(typed):
    assert read_nir(typed) == "2630760999000"


def test_corsica_in_lower_case():
    assert read_nir("1 73 06 2a 999 000 33") == "173062A999000"


def test_a_wrong_key_is_told_from_no_nir():
    with pytest.raises(WrongKey):
        read_nir("2630760999000 62")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "263076099900",
        "26307609990001",
        "2630760999000611",
        "5630760999000",  # sex
        "2631360999000",  # month
        "2630700999000",  # département
        "263072C999000",
        "26307609990OO",
        "٢٦٣٠٧٦٠٩٩٩٠٠٠",  # digits, but not ours
        "263076099900A",
    ],
)
def test_what_is_no_nir(typed):
    with pytest.raises(WrongNir) as refused:
        read_nir(typed)
    assert typed not in str(refused.value) or not typed


def test_masked():
    assert masked_nir("2630760999000") == "2 63 •• •• ••• •••"
    assert masked_siret("00000000300004") == "SIRET ••• ••• ••• 00004"


def test_siret():
    assert read_siret("000 000 003 00004") == "00000000300004"
    for wrong in ("00000000300005", "0000000030000", "", "0000000030000A", "٠٠٠٠٠٠٠٠٣٠٠٠٠٤"):
        with pytest.raises(WrongSiret):
            read_siret(wrong)

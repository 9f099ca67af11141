"""What an SMS costs: GSM 7-bit, its extension, UCS-2, segments."""

import pytest
from django.conf import settings
from django.utils import timezone

from portal.catalogue.caisses_document import read_caisses
from portal.catalogue.models import Caisse
from portal.notifications.sms.gsm import Length, measured, rewritten
from portal.wording.names import Facts
from portal.wording.rendering import code_sms, sms_words


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", Length("gsm7", 0, 1)),
        ("é" * 160, Length("gsm7", 160, 1)),
        ("é" * 161, Length("gsm7", 161, 2)),
        ("a" * 306, Length("gsm7", 306, 2)),
        ("a" * 307, Length("gsm7", 307, 3)),
        ("€" * 80, Length("gsm7", 160, 1)),
        ("€" * 80 + "a", Length("gsm7", 161, 2)),
        # 153 is odd: an escape and its code go over to the next segment together.
        ("€" * 153, Length("gsm7", 306, 3)),
        ("ç" + "a" * 69, Length("ucs2", 70, 1)),
        ("ç" + "a" * 70, Length("ucs2", 71, 2)),
        ("😀" * 35, Length("ucs2", 70, 1)),
        ("😀" * 67, Length("ucs2", 134, 3)),
    ],
)
def test_lengths(text: str, length: Length) -> None:
    assert measured(text) == length


def test_what_french_needs_and_the_alphabet_lacks_is_written_with_what_it_has() -> None:
    text = rewritten("« Reçu » l’œuf – prêt à Noël, n° 5 : où ? e\u0301\u00a0!")
    assert text == '"Recu" l\'oeuf - pret à Noel, no 5 : où ? é !'
    assert measured(text).encoding == "gsm7"
    assert rewritten("Ω et Ж") == "Ω et Ж", "without likeness it stays"
    assert measured("Ω et Ж").encoding == "ucs2"


def test_every_caisse_says_it_in_one_sms(db: None) -> None:
    for entry in read_caisses(settings.RESOURCES / "caisses" / "caisses.yaml"):
        here = Caisse(code=entry.code, name=entry.name)
        facts = Facts(here, "MSG-2026-000123", timezone.now(), "", "")
        for text in (
            sms_words("sms-accuse", facts),
            sms_words("sms-reponse", facts),
            code_sms(here, "123456", 15),
        ):
            length = measured(text)
            assert (length.encoding, length.segments) == ("gsm7", 1), text

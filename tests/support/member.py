"""An invented person whom the MSA knows, and who has not registered; codes read from the mail."""

import re
from datetime import date

from post_office.models import Email

from portal.accounts.creation import create_member
from portal.accounts.models import Adherent
from portal.catalogue.models import Caisse, Profile

LEA = "2880299999000"
LEA_TYPED = {
    "nir": "2 88 02 99 999 000",
    "family_name": "D'Exemple-Prévôt",
    "first_name": "léa",
    "birth_date": "29/02/1988",
    "email": "lea@exemple-adherent.test",
}
"""As Léa types it, not quite as it is on file."""


def known_member(email: str = "", **fields: object) -> Adherent:
    """Léa d'Exemple Prévot, without an account."""
    everything: dict[str, object] = {
        "caisse": Caisse.objects.get(code="picardie"),
        "profile": Profile.PARTICULIER,
        "nir": LEA,
        "civility": Adherent.Civility.MADAME,
        "first_name": "Léa",
        "family_name": "D’EXEMPLE PREVOT",
        "birth_date": date(1988, 2, 29),
        "birth_place": "80021",
        "birth_country": "99100",
        **fields,
    }
    return create_member(Adherent(**everything), email=email)


def last_code(address: str) -> str:
    """The code of the newest e-mail to `address`."""
    mail = Email.objects.filter(to=address).order_by("-pk")[0]
    found = re.search(r"^\d{6}$", mail.message, re.MULTILINE)
    assert found, "no code in this e-mail"
    return found.group()

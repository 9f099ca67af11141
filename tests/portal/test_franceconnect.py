"""FranceConnect (R-AUT-04) against a real OpenID Connect provider, in a process of its own."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from portal.accounts.models import User
from portal.audit.models import AuditEvent
from portal.environment import ConfigurationError
from portal.federation.configuration import FranceConnect, read_franceconnect
from portal.federation.models import FederatedIdentity
from tests.support.identity_provider import IdentityProvider, running_provider
from tests.support.member import LEA, known_member
from tests.support.reader import Reader
from tests.support.web_world import FIRMIN, ODILE, WebWorld

LEA_CLAIMS = {
    "family_name": "D'EXEMPLE-PRÉVOT",
    "given_name": "Léa Marie Jeanne",
    "birthdate": "1988-02-29",
    "gender": "female",
    "birthplace": "80021",
    "birthcountry": "99100",
    "email": "lea@exemple-fi.test",
}
ODILE_CLAIMS = {
    "family_name": "EXEMPLE",
    "given_name": "Odile",
    "birthdate": "1963-07-15",
    "gender": "female",
    "birthplace": "",
    "birthcountry": "99100",
}
NO_FILE = "Nous n’avons trouvé aucun dossier avec ce numéro et l’identité que donne FranceConnect."


@pytest.fixture(scope="module")
def provider() -> Iterator[IdentityProvider]:
    with running_provider() as running:
        yield running


@pytest.fixture
def france(web: WebWorld, settings: Any, provider: IdentityProvider) -> IdentityProvider:
    """The portal uses the provider, which knows two people."""
    settings.FRANCECONNECT = FranceConnect(provider.url, "portal", "a-secret")
    provider.knows("lea", **LEA_CLAIMS)
    provider.knows("odile", **ODILE_CLAIMS)
    return provider


def come_by(
    france: IdentityProvider, subject: str | None, page: Reader | None = None, start: str = ""
) -> Reader:
    """Press the button, sign in there, and come back."""
    page = page or Reader()
    there = page.client.get(start or "/franceconnect/")["Location"]
    return page.open(france.answer(there, subject))


def test_r_aut_04_the_number_is_asked_for_once(france: IdentityProvider) -> None:
    button = Reader().open("/connexion/").one(".federation__button")
    assert " ".join(button.get_text().split()) == "S’identifier avec FranceConnect"
    page = come_by(france, "odile")
    assert page.path == "/franceconnect/numero/"
    assert "Odile EXEMPLE" in page.text()
    page.press("Valider", nir=f"{ODILE}61")
    assert page.path == "/contact/"
    assert page.client.session["_auth_user_id"] == str(User.objects.get(username=ODILE).pk)
    again = come_by(france, "odile")
    assert again.path == "/contact/"
    actions = set(AuditEvent.objects.values_list("action", flat=True))
    assert {"federation.linked", "federation.signed_in"} <= actions


def test_it_opens_the_account_of_a_member_who_never_registered(france: IdentityProvider) -> None:
    known_member()
    page = come_by(france, "lea").press("Valider", nir=LEA)
    assert page.path == "/contact/"
    assert not User.objects.get(username=LEA).has_usable_password()
    assert "vous vous connectez avec FranceConnect" in page.open("/mon-compte/").text()


@pytest.mark.parametrize(
    "changed",
    [
        {"family_name": "AUTRE"},
        {"given_name": "Marie Léa"},
        {"birthdate": "1988-02-28"},
        {"gender": "male"},
        {"birthplace": "75056"},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_another_identity_opens_nothing_and_learns_nothing(
    france: IdentityProvider, changed: dict[str, str]
) -> None:
    known_member()
    france.knows("other", **{**LEA_CLAIMS, **changed})
    page = come_by(france, "other").press("Valider", nir=LEA)
    told = page.text().replace(LEA, "")
    assert page.errors()[0].startswith(NO_FILE)
    unknown = come_by(france, "other").press("Valider", nir="1560799131000")
    assert unknown.text() == told
    assert not FederatedIdentity.objects.exists()
    assert not page.client.session.get("_auth_user_id")


def test_numbers_cannot_be_tried_one_after_the_other(france: IdentityProvider) -> None:
    known_member()
    france.knows("guesser", **{**LEA_CLAIMS, "birthdate": "1988-03-01"})
    page = come_by(france, "guesser")
    for _ in range(5):
        assert page.press("Valider", nir=LEA).errors()[0].startswith(NO_FILE)
    assert page.press("Valider", nir=LEA).errors()[0].startswith("Trop d’essais.")


def test_pkce_state_and_nonce_are_asked_for(france: IdentityProvider) -> None:
    asked = parse_qs(urlsplit(Reader().client.get("/franceconnect/")["Location"]).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["acr_values"] == ["eidas1"]
    assert len(asked["state"][0]) >= 20
    assert len(asked["nonce"][0]) >= 20
    assert asked["redirect_uri"][0].endswith("/franceconnect/retour/")
    assert "a-secret" not in str(asked)


def test_an_answer_to_somebody_elses_request_is_refused(france: IdentityProvider) -> None:
    there = Reader().client.get("/franceconnect/")["Location"]
    page = Reader().open(france.answer(there, "odile"))
    assert page.path == "/connexion/"
    assert "n’a pas pu être vérifiée" in page.notices()[0]
    used = Reader()
    back = france.answer(used.client.get("/franceconnect/")["Location"], "odile")
    assert used.open(back).path == "/franceconnect/numero/"
    assert "n’a pas pu être vérifiée" in used.open(back).notices()[0], "a second time"


def test_a_nonce_of_another_request_is_refused(france: IdentityProvider) -> None:
    page = Reader()
    back = france.answer(page.client.get("/franceconnect/")["Location"], "odile")
    session = page.client.session
    (name,) = [key for key, _ in session.items() if "_state_" in key]
    session[name] = {**session[name], "data": {**session[name]["data"], "nonce": "another"}}
    session.save()
    assert "n’a pas pu être vérifiée" in page.open(back).notices()[0]


def test_who_cancels_is_told_so(france: IdentityProvider) -> None:
    page = come_by(france, None)
    assert page.path == "/connexion/"
    assert page.notices() == ["Vous avez annulé : FranceConnect ne nous a rien dit de vous."]


def test_an_incomplete_civil_status_is_told(france: IdentityProvider) -> None:
    france.knows("vague", **{**ODILE_CLAIMS, "birthdate": "1963-00-00"})
    assert "n’a pas donné tout votre état civil" in come_by(france, "vague").notices()[0]


def test_when_it_does_not_answer_the_page_says_what_to_do(
    france: IdentityProvider, settings: Any
) -> None:
    settings.FRANCECONNECT = replace(settings.FRANCECONNECT, issuer="http://127.0.0.1:9")
    page = Reader().open("/franceconnect/")
    assert page.path == "/connexion/"
    assert "ne répond pas" in page.notices()[0]


def test_signing_out_leaves_franceconnect_too(france: IdentityProvider) -> None:
    page = come_by(france, "odile").press("Valider", nir=ODILE)
    address, form = page.form("Se déconnecter")
    leaving = page.client.post(address, form)["Location"]
    assert leaving.startswith(france.url)
    asked = parse_qs(urlsplit(leaving).query)
    assert asked["post_logout_redirect_uri"][0].endswith("/connexion/")
    assert asked["id_token_hint"]
    assert page.open("/messages/").path == "/connexion/"


def test_it_leads_back_to_the_page_that_was_asked_for(france: IdentityProvider) -> None:
    come_by(france, "odile").press("Valider", nir=ODILE)
    page = come_by(france, "odile", start="/franceconnect/?next=/mon-compte/")
    assert page.path == "/mon-compte/"
    page = come_by(france, "odile", start="/franceconnect/?next=https://ailleurs.test/")
    assert page.path == "/contact/"


def test_a_closed_account_stays_closed(france: IdentityProvider) -> None:
    come_by(france, "odile").press("Valider", nir=ODILE)
    User.objects.filter(username=ODILE).update(is_active=False)
    page = come_by(france, "odile")
    assert page.path == "/franceconnect/numero/"
    assert page.press("Valider", nir=ODILE).errors()[0].startswith(NO_FILE)
    assert page.press("Valider", nir=FIRMIN).errors()[0].startswith(NO_FILE)


def test_without_configuration_there_is_no_button_and_no_page(web: WebWorld) -> None:
    page = Reader().open("/connexion/")
    assert not page.page.select(".federation__button")
    assert page.open("/franceconnect/").status == 404
    assert page.open("/franceconnect/retour/").status == 404


def test_its_configuration_is_whole_and_over_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_franceconnect() is None
    monkeypatch.setenv("PORTAL_FRANCECONNECT_ISSUER", "https://fc.exemple.test/api/v2/")
    with pytest.raises(ConfigurationError, match="CLIENT_ID"):
        read_franceconnect()
    monkeypatch.setenv("PORTAL_FRANCECONNECT_CLIENT_ID", "portal")
    monkeypatch.setenv("PORTAL_FRANCECONNECT_CLIENT_SECRET", "a-secret")
    found = read_franceconnect()
    assert found is not None
    assert found.origin == "https://fc.exemple.test"
    assert "a-secret" not in repr(found)
    monkeypatch.setenv("PORTAL_FRANCECONNECT_ISSUER", "http://fc.exemple.test")
    with pytest.raises(ConfigurationError, match="https"):
        read_franceconnect()

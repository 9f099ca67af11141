"""« Gérer vos préférences » where the portal sends SMS, as Chromium shows it: a code that a worker
hands over to the gateway proves the number, the choice is made, and the next message is confirmed.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SignIn
from tests.browser.test_wizard_in_chromium import to_writing, write
from tests.support.axe import violations
from tests.support.portal_process import RunningPortal, running_portal, running_worker
from tests.support.sms_gateway import SmsGateway

pytestmark = [pytest.mark.browser, pytest.mark.long]

DEADLINE_S = 20
NUMBER = "+33612345678"
SCREENS = os.environ.get("PORTAL_SCREENS", "")


@pytest.fixture(scope="module")
def gateway() -> Iterator[SmsGateway]:
    with SmsGateway() as server:
        yield server


@pytest.fixture(scope="module")
def portal(
    tmp_path_factory: pytest.TempPathFactory, gateway: SmsGateway
) -> Iterator[RunningPortal]:
    folder = tmp_path_factory.mktemp("sms") / "portal"
    with running_portal(folder, **gateway.environment) as running, running_worker(running):
        yield running


def test_r_not_03_and_07_with_an_sms_gateway(
    signed_in: SignIn, gateway: SmsGateway, axe: str
) -> None:
    page = signed_in(viewport={"width": 390, "height": 844})
    found: list[str] = []

    def look(name: str) -> None:
        found.extend(f"{name}: {violation}" for violation in violations(page, axe))
        if SCREENS:
            Path(SCREENS).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=Path(SCREENS) / f"sms-{name}.png", full_page=True)

    def press(button: str) -> None:
        page.get_by_role("button", name=button, exact=True).click()

    page.goto("/mon-compte/telephone/")
    look("telephone")
    page.get_by_label("Mon numéro de téléphone mobile").fill("06 12 34 56 78")
    press("Recevoir mon code")
    expect(page.get_by_role("heading", level=1)).to_have_text("Confirmer mon numéro de téléphone")
    look("code")
    page.goto("/preferences/")
    page.get_by_label("Par SMS").check()
    press("Enregistrer")
    expect(page.get_by_text("indiquez d’abord un numéro de mobile")).to_be_visible()
    look("refused")

    assert gateway.wait_for(NUMBER, 1, DEADLINE_S)
    (text,) = gateway.sent_to(NUMBER)
    code = re.search(r"votre code est ([0-9]{6})", text)
    assert code is not None
    page.goto("/mon-compte/telephone/code/")
    page.get_by_label("Le code reçu par SMS").fill(code[1])
    press("Valider")
    expect(page.get_by_text("Votre numéro de téléphone est confirmé.")).to_be_visible()
    page.goto("/preferences/")
    page.get_by_label("Par SMS").check()
    press("Enregistrer")
    expect(page.get_by_text("Vos préférences sont enregistrées.")).to_be_visible()
    look("saved")

    page.goto("/messages/")
    to_writing(page)
    write(page, "Bonjour, quand mon dossier sera-t-il étudié ?")
    press("Envoyer")
    assert gateway.wait_for(NUMBER, 2, DEADLINE_S)
    assert "est bien envoyé" in gateway.sent_to(NUMBER)[1]
    assert found == []

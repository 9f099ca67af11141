"""What the e-mails say, and what they never say."""

from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.urls import reverse
from post_office.models import Email

from portal.messaging.models import Message
from portal.messaging.publishing import publish_reply
from tests.support.api_world import World, build_world

QUESTION = "Bonjour, ma question porte sur la perruche verte."
ANSWER = "Bonjour, la réponse tient au perroquet rouge."


@pytest.fixture
def world(db) -> World:
    return build_world()


@pytest.fixture
def both(world) -> list[Email]:
    """The accusé de réception and « réponse disponible » of one exchange."""
    sent = world.send(text=QUESTION)
    publish_reply(
        thread_id=sent.pk,
        agent=world.claire,
        text=ANSWER,
        kind=Message.Kind.ANSWER,
        key=uuid4(),
        seen_version=1,
    )
    return list(Email.objects.order_by("pk"))


def test_neither_holds_the_question_the_answer_or_the_nir(world, both):
    for email in both:
        whole = f"{email.subject}{email.message}{email.html_message}{email.headers}"
        for secret in ("perruche", "perroquet", world.adherent.nir, "2 63"):
            assert secret not in whole


def test_both_parts_hold_the_link_in_words(both):  # R-NOT-06
    address = settings.ENVIRONMENT.base_url + reverse("messages")
    for email in both:
        assert f"Mes messages et mes réponses : {address}" in email.message
        (link,) = BeautifulSoup(email.html_message, "html.parser").find_all("a")
        assert link.get_text() == "Mes messages et mes réponses"
        assert link["href"] == address


def test_only_what_one_can_do_without_is_unsubscribed_from(both):  # R-NOT-07
    accuse, available = (email.email_message().message() for email in both)
    assert accuse["List-Unsubscribe"] is None, "the law wants it"
    page = settings.ENVIRONMENT.base_url + reverse("preferences")
    assert available["List-Unsubscribe"] == f"<{page}>"


def test_they_are_accessible(both):
    for email in both:
        page = BeautifulSoup(email.html_message, "html.parser")
        assert page.html["lang"] == "fr"
        assert page.title.get_text()
        assert len(page.find_all("h1")) == 1
        assert {table["role"] for table in page.find_all("table")} == {"presentation"}
        assert not page.find_all("img")


def test_both_parts_go_out_as_one_multipart_in_french(both):
    for email in both:
        message = email.email_message().message()
        assert message.get_content_type() == "multipart/alternative"
        assert [part.get_content_type() for part in message.get_payload()] == [
            "text/plain",
            "text/html",
        ]
        assert message["Content-Language"] == "fr"
        # RFC 3834: no machine shall answer them.
        assert message["Auto-Submitted"].startswith("auto-")


def test_the_accuse_says_what_the_law_asks_for(world, both):  # CRPA R112-11-1, R-NOT-02
    accuse = both[0]
    thread = world.adherent.threads.get()
    local = thread.sent_at.astimezone()
    for part in (accuse.message, accuse.html_message):
        for words in (thread.reference, str(local.year), "sous 48 heures", "MSA Picardie"):
            assert words in part
        assert "03 00 00 00 00" in part
        assert "Attestation de droits" in part
    assert thread.reference in accuse.subject


def test_a_medical_classification_stays_out_of_the_accuse(world):
    world.motif.medical = True
    world.motif.save()
    world.send()
    accuse = Email.objects.get()
    for label in ("Attestation de droits", "Attestations"):
        assert label not in accuse.message
        assert label not in accuse.html_message


def test_html_is_escaped_and_text_is_not(world):
    world.adherent.family_name = "O'Neil <b>"
    world.adherent.save()
    world.send()
    accuse = Email.objects.get()
    assert "Bonjour Madame O'Neil <b>," in accuse.message
    assert "O&#x27;Neil &lt;b&gt;" in accuse.html_message


def test_a_name_of_several_lines_adds_no_header(world):
    caisse = world.adherent.caisse
    caisse.name = "MSA\r\nBcc: autre@exemple.test"
    caisse.save()
    world.motif.label = "x\r\nBcc: autre@exemple.test"
    world.motif.save()
    world.adherent.refresh_from_db()
    world.send()
    message = Email.objects.get().email_message().message()
    assert message["Bcc"] is None
    assert "\n" not in Email.objects.get().subject


def test_an_enterprise_is_greeted_without_a_name(world):
    world.adherent.civility = ""
    world.adherent.company_name = "EARL fictive"
    world.adherent.save()
    world.send()
    assert Email.objects.get().message.startswith("Bonjour,\n")

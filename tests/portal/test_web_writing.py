"""Writing, recap and sending, line by line of requirements A11 and A12 (R-WRI, R-REC)."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from portal.messaging.models import Message, MessageKind, Thread
from portal.web import drafts
from portal.web.models import Draft
from tests.support.reader import Reader, typed, words
from tests.support.web_world import (
    QUESTION,
    SUJET,
    THEME,
    WITH_SERVICE,
    WITHOUT_SERVICE,
    WebWorld,
)

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"  # one character on screen, five code points


def described(page: Reader) -> str:
    """What a screen reader says of the text's field beside its name."""
    ids = str(page.one("textarea")["aria-describedby"]).split()
    return " ".join(words(page.one(f"#{one}")) for one in ids)


def test_r_wri_01_reached_after_the_window_or_without_one(web: WebWorld) -> None:
    assert web.writing(WITH_SERVICE).path == "/messages/nouveau/message/"
    assert web.writing(WITHOUT_SERVICE).path == "/messages/nouveau/message/"


@pytest.mark.parametrize("text", ["a" * 10, "a" * 750, "é" * 750, FAMILY * 10, f" {'a' * 10}\n"])
def test_r_wri_02_from_10_to_750_characters(web: WebWorld, text: str) -> None:
    page = web.writing().press("Valider", text=text)
    assert page.path == "/messages/nouveau/recapitulatif/"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "Écrivez votre message : il faut au moins 10 caractères."),
        ("   \n", "Écrivez votre message : il faut au moins 10 caractères."),
        ("a", "Votre message compte 1 caractère : il en faut au moins 10."),
        ("a" * 9, "Votre message compte 9 caractères : il en faut au moins 10."),
        (FAMILY * 9, "Votre message compte 9 caractères : il en faut au moins 10."),
        (
            "a" * 751,
            "Votre message compte 751 caractères : raccourcissez-le de 1 caractère (750 au plus).",
        ),
        (
            "e\u0301" * 760,
            "Votre message compte 760 caractères : raccourcissez-le de 10 caractères "
            "(750 au plus).",
        ),
    ],
)
def test_r_wri_02_other_lengths_are_refused_beside_the_field_and_the_text_kept(
    web: WebWorld, text: str, error: str
) -> None:
    page = web.writing().press("Valider", text=text)
    assert page.path == "/messages/nouveau/message/"
    assert page.errors() == [error]
    assert error in described(page)
    assert page.one("textarea")["aria-invalid"] == "true"
    assert typed(page.one("textarea")) == text
    assert Draft.objects.get().text == text
    assert not Thread.objects.exists()


def test_r_wri_03_recalls_the_classification_and_the_service(web: WebWorld) -> None:
    page = web.writing(WITH_SERVICE)
    assert [words(tag) for tag in page.page.select(".recall > div")] == [
        "Mon message concerne : Famille, logement Modifier le thème",
        "Sujet : Allocations familiales Modifier le sujet",
        "Motif : Changement de situation - Famille Modifier le motif",
        "Service en ligne : Déclarer un changement de situation",
    ]


@pytest.mark.parametrize(
    ("button", "step"),
    [
        ("Modifier le thème", "theme"),
        ("Modifier le sujet", "sujet"),
        ("Modifier le motif", "motif"),
    ],
)
def test_r_wri_03_modifier_keeps_what_was_typed(web: WebWorld, button: str, step: str) -> None:
    page = web.writing().press(button, text="trop court")
    assert page.path == f"/messages/nouveau/{step}/"
    page.open("/messages/nouveau/message/")
    assert typed(page.one("textarea")) == "trop court"


def test_r_wri_03_the_first_button_of_the_form_validates(web: WebWorld) -> None:
    """Enter presses it: it must not be a « Modifier »."""
    first = web.writing().page.select("form#step button")[0]
    assert words(first) == "Valider"
    assert first["tabindex"] == "-1"


def test_r_wri_04_label_and_placeholder(web: WebWorld) -> None:
    page = web.writing()
    field = page.one("textarea")
    assert words(page.one(f"label[for={field['id']}]")) == "Mon message"
    assert field["placeholder"] == "Écrivez ici votre message (minimum 10 caractères)..."


def test_r_wri_05_counter(web: WebWorld) -> None:
    counter = web.writing().one("[data-counter]")
    assert words(counter) == "750 caractères restants."
    assert counter["data-maximum"] == "750"
    assert counter.has_attr("hidden")  # it would stand still without JavaScript
    page = (
        web.writing().press("Modifier le motif", text="é" * 749).open("/messages/nouveau/message/")
    )
    assert words(page.one("[data-counter]")) == "1 caractère restant."


def test_r_wri_06_medical_warning(web: WebWorld) -> None:
    assert words(web.writing().one("#medical-warning")) == (
        "Attention : nous vous conseillons de ne pas communiquer d'information relative à des "
        "données médicales."
    )


def test_r_wri_07_buttons(web: WebWorld) -> None:
    assert web.writing().buttons() == ["Annuler", "Valider"]


def test_r_wri_08_reassurance(web: WebWorld) -> None:
    assert words(web.writing().one(".reassurance")) == (
        "L'utilisation de la messagerie est sécurisée, vos échanges sont protégés."
    )


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Une demande", MessageKind.REQUEST),
        ("Une information à signaler", MessageKind.INFORMATION),
        ("Une pièce à demander", MessageKind.DOCUMENT),
    ],
)
def test_r_wri_09_three_uses(web: WebWorld, label: str, kind: str) -> None:
    page = web.writing()
    assert page.radio("Une demande").has_attr("checked")
    page.press("Valider", text=QUESTION, kind=str(page.radio(label)["value"]))
    assert label in words(page.one(".facts"))
    page.press("Envoyer")
    assert Thread.objects.get().kind == kind


def test_r_wri_10_no_attachment(web: WebWorld) -> None:
    assert not web.writing().page.select("input[type=file]")


def test_r_rec_01_recap_shows_theme_sujet_motif_and_text(web: WebWorld) -> None:
    page = web.recap("Bonjour,\r\n\r\nDeux lignes.")
    assert page.heading() == "Récapitulatif de ma demande"
    assert page.headings("h2") == ["Ma demande :"]
    assert [words(tag) for tag in page.page.select(".facts > div")][:3] == [
        f"Thème : {THEME}",
        f"Sujet : {SUJET}",
        f"Motif : {WITHOUT_SERVICE}",
    ]
    assert page.one(".recap-text").get_text() == "Bonjour,\n\nDeux lignes."


def test_r_rec_02_buttons(web: WebWorld) -> None:
    assert web.recap().buttons() == ["Annuler", "Précédent", "Envoyer"]


def test_r_rec_02_annuler_forgets(web: WebWorld) -> None:
    assert web.recap().press("Annuler").path == "/messages/"
    assert not Draft.objects.exists()
    assert not Thread.objects.exists()


def test_r_rec_03_precedent_goes_back_to_correct_the_text(web: WebWorld) -> None:
    page = web.recap().follow("Précédent")
    assert page.path == "/messages/nouveau/message/"
    page.press("Valider", text="Bonjour, voici mieux dit.").press("Envoyer")
    assert Message.objects.get().text == "Bonjour, voici mieux dit."


def test_r_rec_03_envoyer_sends(web: WebWorld) -> None:
    web.recap().press("Envoyer")
    thread = Thread.objects.get()
    assert thread.adherent == web.odile
    assert thread.motif.label == WITHOUT_SERVICE
    assert thread.messages.get().text == QUESTION
    assert not Draft.objects.exists()


def test_r_rec_04_the_confirmation_is_another_screen_with_the_promise(web: WebWorld) -> None:
    page = web.recap().press("Envoyer")
    thread = Thread.objects.get()
    assert page.path == f"/messages/envoye/{thread.reference}/"
    assert page.heading() == "Votre message est envoyé"
    shown = page.text()
    assert thread.reference in shown
    assert "sous 48 h" in shown
    assert thread.due_at - thread.sent_at == timedelta(hours=48)
    days = re.findall(
        r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) \d\d \w+ \d{4}", shown
    )
    assert len(days) == 2
    times = [tag["datetime"] for tag in page.page.select("time")]
    assert times == [
        timezone.localtime(instant).isoformat(timespec="seconds")
        for instant in (thread.sent_at, thread.due_at)
    ]
    assert "MSA Picardie" in words(page.page.select("address")[0])
    assert "Un accusé de réception vous est envoyé par e-mail." in shown


def test_envoyer_twice_sends_once(web: WebWorld) -> None:
    page = web.recap()
    address, form = page.form("Envoyer")
    first = page.post(address, form).path
    again = page.post(address, form)
    assert again.path == first
    assert Thread.objects.count() == 1


def test_sending_twice_at_once_meets_the_same_exchange(web: WebWorld) -> None:
    """The second « Envoyer » arrives before the first has forgotten the draft."""
    page = web.recap()
    address, form = page.form("Envoyer")
    draft = Draft.objects.get()
    page.post(address, form)
    draft.save()  # as if it were not yet forgotten
    assert page.post(address, form).path == f"/messages/envoye/{Thread.objects.get().reference}/"


def test_validating_again_after_sending_leads_to_the_confirmation(web: WebWorld) -> None:
    page = web.writing()
    address, form = page.form("Valider")
    form["text"] = QUESTION
    page.post(address, form).press("Envoyer")
    page.post(address, form)
    assert page.path.startswith("/messages/envoye/")
    assert "il n’a été envoyé qu’une fois" in page.notices()[0]
    assert Thread.objects.count() == 1


def test_another_text_after_sending_becomes_a_new_message_in_progress(web: WebWorld) -> None:
    page = web.writing()
    address, form = page.form("Valider")
    page.post(address, form | {"text": QUESTION}).press("Envoyer")
    page.post(address, form | {"text": "Bonjour, encore une question."})
    assert typed(page.one("textarea")) == "Bonjour, encore une question."
    assert "serait un nouveau message" in page.notices()[0]
    page.press("Valider").press("Envoyer")
    assert Thread.objects.count() == 2


def test_a_text_validated_after_annuler_is_not_lost(web: WebWorld) -> None:
    page = web.writing()
    address, form = page.form("Valider")
    page.press("Annuler")
    page.post(address, form | {"text": QUESTION})
    assert typed(page.one("textarea")) == QUESTION
    assert page.press("Valider").path == "/messages/nouveau/recapitulatif/"


def test_a_text_validated_after_annuler_does_not_replace_a_newer_one(web: WebWorld) -> None:
    page = web.writing()
    address, form = page.form("Valider")
    page.press("Annuler")
    web.writing().press("Valider", text="Bonjour, le plus récent.")
    page.post(address, form | {"text": QUESTION})
    assert typed(page.one("textarea")) == QUESTION
    assert Draft.objects.get().text == "Bonjour, le plus récent."


def test_envoyer_after_annuler_sends_nothing_and_says_so(web: WebWorld) -> None:
    page = web.recap()
    address, form = page.form("Envoyer")
    page.press("Annuler").post(address, form)
    assert page.notices() == ["Ce message avait été abandonné : rien n’a été envoyé."]
    assert not Thread.objects.exists()


def test_envoyer_on_an_older_recap_shows_what_would_be_sent(web: WebWorld) -> None:
    page = web.recap()
    address, form = page.form("Envoyer")
    web.reader().open("/messages/nouveau/message/").press(
        "Valider", text="Bonjour, changé ailleurs."
    )
    page.post(address, form)
    assert page.path == "/messages/nouveau/recapitulatif/"
    assert "Vérifiez-le avant de l’envoyer." in page.notices()[0]
    assert not Thread.objects.exists()
    page.press("Envoyer")
    assert Message.objects.get().text == "Bonjour, changé ailleurs."


def test_a_motif_changed_on_another_page_is_shown_before_going_on(web: WebWorld) -> None:
    page = web.writing()
    web.reader().open("/messages/nouveau/motif/").choose("Mon dossier - Famille")
    page.press("Valider", text=QUESTION)
    assert page.path == "/messages/nouveau/message/"
    assert "changé sur une autre page" in page.notices()[0]
    assert "Mon dossier - Famille" in words(page.one(".recall"))
    assert typed(page.one("textarea")) == QUESTION


def test_a_draft_is_forgotten_after_a_week(web: WebWorld) -> None:
    web.recap()
    Draft.objects.update(updated_at=timezone.now() - drafts.KEPT_FOR - timedelta(minutes=1))
    assert web.reader().open("/messages/nouveau/message/").path == "/messages/nouveau/theme/"
    assert drafts.forget_stale(timezone.now()) == 1
    assert not Draft.objects.exists()


def test_who_is_signed_in_is_read_once_a_page(web: WebWorld) -> None:
    page = web.recap()
    with CaptureQueriesContext(connection) as asked:
        page.open("/messages/nouveau/recapitulatif/")
    of_adherents = [each["sql"] for each in asked if ' FROM "accounts_adherent"' in each["sql"]]
    assert len(of_adherents) == 1
    of_catalogue = [each["sql"] for each in asked if ' FROM "catalogue_' in each["sql"]]
    assert of_catalogue == [], "the draft is read with what it names"

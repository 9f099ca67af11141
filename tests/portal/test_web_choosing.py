"""The wizard's classification, line by line of requirements A5 and A7 to A10."""

import pytest

from portal.catalogue.models import Motif, OnlineService, Theme
from portal.web.models import Draft
from tests.support.reader import Reader, words
from tests.support.web_world import QUESTION, SUJET, THEME, WITH_SERVICE, WITHOUT_SERVICE, WebWorld

SEVEN_THEMES = [
    "Santé",
    "Invalidité",
    "Famille, logement",
    "RSA, Prime d'activité",
    "Handicap",
    "Retraite",
    "Exploitants, cotisations",
]
FIVE_SUJETS = [
    'Paiements et décomptes "famille"',
    'Attestations "famille"',
    "Allocations familiales",
    "Aides au logement",
    "Aides Sociales (secours, prêts...)",
]
EIGHT_MOTIFS = [
    "Paiements et décomptes - Famille",
    "Attestation paiement / non paiement - Famille",
    "Attestation fiscale - Famille",
    "Demande de quotient familial",
    "Mon dossier - Famille",
    "Déclaration de ressources - Famille",
    "Changement de situation - Famille",
    "Autre question Allocations familiales",
]


def begun(web: WebWorld) -> Reader:
    return web.reader().open("/messages/").follow("Ecrire un nouveau message")


def recalled(page: Reader) -> list[str]:
    """The lines of what is chosen, with their « Modifier »."""
    return [words(tag) for tag in page.page.select(".recall > div")]


def test_r_thm_01_screen_words_and_buttons(web: WebWorld) -> None:
    page = begun(web)
    assert page.heading() == "Envoyer un message"
    assert words(page.one(".lead")) == "Mon message concerne ..."
    assert words(page.one("legend")) == "Mon dossier :"
    assert len(page.page.select("input[type=radio]")) == len(page.choices())
    assert page.buttons() == ["Annuler", "Valider"]


@pytest.mark.parametrize("who", ["odile", "firmin"])
def test_r_thm_02_seven_themes_in_order(web: WebWorld, who: str) -> None:
    page = web.reader(getattr(web, who)).open("/messages/nouveau/")
    assert page.choices() == SEVEN_THEMES


def test_r_act_03_an_employer_sees_other_themes(web: WebWorld) -> None:
    page = web.reader(web.company).open("/messages/nouveau/")
    assert page.choices()
    assert not set(page.choices()) & set(SEVEN_THEMES)


def test_r_suj_01_sujets_depend_on_the_theme(web: WebWorld) -> None:
    family = begun(web).choose(THEME).choices()
    health = begun(web).choose("Santé").choices()
    assert family
    assert health
    assert not set(family) & set(health)


def test_r_suj_02_the_theme_stays_on_screen_and_can_be_changed(web: WebWorld) -> None:
    page = begun(web).choose(THEME)
    assert recalled(page) == ["Mon message concerne : Famille, logement Modifier le thème"]
    page.follow("Modifier le thème")
    assert page.path == "/messages/nouveau/theme/"
    assert page.radio(THEME).has_attr("checked")


def test_r_suj_03_sujets_of_famille_in_order(web: WebWorld) -> None:
    assert begun(web).choose(THEME).choices() == FIVE_SUJETS


def test_r_suj_05_buttons(web: WebWorld) -> None:
    assert begun(web).choose(THEME).buttons() == ["Annuler", "Valider"]


def test_r_mot_01_theme_and_sujet_are_recalled_each_with_modifier(web: WebWorld) -> None:
    page = begun(web).choose(THEME).choose(SUJET)
    assert recalled(page) == [
        "Mon message concerne : Famille, logement Modifier le thème",
        "Sujet : Allocations familiales Modifier le sujet",
    ]
    assert page.follow("Modifier le sujet").path == "/messages/nouveau/sujet/"
    other = page.choose("Aides au logement").choices()
    assert other
    assert not set(other) & set(EIGHT_MOTIFS)


def test_r_mot_02_motifs_of_allocations_familiales_in_order(web: WebWorld) -> None:
    assert begun(web).choose(THEME).choose(SUJET).choices() == EIGHT_MOTIFS


def test_r_mot_04_buttons(web: WebWorld) -> None:
    assert begun(web).choose(THEME).choose(SUJET).buttons() == ["Annuler", "Valider"]


def proposed(web: WebWorld) -> Reader:
    return begun(web).choose(THEME).choose(SUJET).choose(WITH_SERVICE)


def test_r_pop_01_a_matching_service_is_proposed_with_a_direct_link(web: WebWorld) -> None:
    page = proposed(web)
    assert page.path == "/messages/nouveau/service/"
    assert page.one("dialog").has_attr("open")  # read without JavaScript


def test_r_pop_02_option_1_use_the_service(web: WebWorld) -> None:
    page = proposed(web)
    service = OnlineService.objects.get(label="Déclarer un changement de situation")
    link = page.one("dialog .button--primary")
    assert words(link) == "J'utilise le service en ligne"
    assert "C’est plus rapide" in words(page.one("dialog")), "the action to prefer"
    assert link["href"] == service.url


def test_r_pop_03_option_2_write_the_message(web: WebWorld) -> None:
    page = proposed(web).follow("J’écris mon message")
    assert page.path == "/messages/nouveau/message/"


@pytest.mark.parametrize(
    ("link", "step"), [("le thème", "theme"), ("le sujet", "sujet"), ("le motif", "motif")]
)
def test_r_pop_04_option_3_change_theme_sujet_or_motif(web: WebWorld, link: str, step: str) -> None:
    assert proposed(web).follow(link).path == f"/messages/nouveau/{step}/"


def test_r_pop_06_change_of_situation_leads_to_its_service(web: WebWorld) -> None:
    assert "Déclarer un changement de situation" in words(proposed(web).one("dialog"))


def test_no_service_no_window(web: WebWorld) -> None:
    page = begun(web).choose(THEME).choose(SUJET).choose(WITHOUT_SERVICE)
    assert page.path == "/messages/nouveau/message/"
    page.open("/messages/nouveau/service/")
    assert page.path == "/messages/nouveau/message/"


def test_choosing_nothing_is_said_beside_the_choices(web: WebWorld) -> None:
    page = begun(web).press("Valider")
    assert page.errors() == ["Choisissez une des lignes, puis validez."]
    described = page.one("fieldset")["aria-describedby"]
    assert words(page.one(f"#{described}")) == page.errors()[0]


def test_a_choice_of_another_list_is_refused(web: WebWorld) -> None:
    page = begun(web).press("Valider", choice="nothing-like-it")
    assert page.errors() == ["Ce choix n’est plus proposé. Choisissez une autre ligne."]


def test_another_theme_forgets_the_sujet_and_motif_but_not_the_text(web: WebWorld) -> None:
    page = web.writing().press("Valider", text=QUESTION)
    page.open("/messages/nouveau/theme/").choose("Santé")
    draft = Draft.objects.get(adherent=web.odile)
    assert (draft.sujet, draft.motif, draft.text) == (None, None, QUESTION)
    page.open("/messages/nouveau/message/")
    assert page.path == "/messages/nouveau/sujet/"
    assert "Choisissez d’abord le sujet de votre message." in page.notices()


def test_the_same_theme_again_keeps_the_rest(web: WebWorld) -> None:
    web.writing().open("/messages/nouveau/theme/").choose(THEME)
    draft = Draft.objects.get(adherent=web.odile)
    assert draft.motif is not None


@pytest.mark.parametrize("step", ["sujet", "motif", "service", "message", "recapitulatif"])
def test_a_step_out_of_order_leads_back_and_says_why(web: WebWorld, step: str) -> None:
    page = web.reader().open(f"/messages/nouveau/{step}/")
    assert page.path == "/messages/nouveau/theme/"
    assert page.notices() == ["Choisissez d’abord ce que votre message concerne."]


def test_a_motif_withdrawn_meanwhile_is_asked_again(web: WebWorld) -> None:
    page = web.writing().press("Valider", text=QUESTION)
    Motif.objects.filter(label=WITHOUT_SERVICE).update(active=False)
    page.press("Envoyer")
    assert page.path == "/messages/nouveau/motif/"
    assert WITHOUT_SERVICE not in page.choices()
    assert Draft.objects.get(adherent=web.odile).text == QUESTION


def test_a_theme_withdrawn_meanwhile_is_asked_again(web: WebWorld) -> None:
    page = web.writing().press("Valider", text=QUESTION)
    Theme.objects.filter(label=THEME).update(active=False)
    assert page.open("/messages/nouveau/recapitulatif/").path == "/messages/nouveau/theme/"


@pytest.mark.parametrize("steps", [0, 1, 2, 3])
def test_annuler_asks_nothing_forgets_and_leads_home(web: WebWorld, steps: int) -> None:
    page = begun(web)
    for label in [THEME, SUJET, WITHOUT_SERVICE][:steps]:
        page.choose(label)
    page.press("Annuler")
    assert page.path == "/messages/"
    assert page.status == 200
    assert not Draft.objects.exists()


def test_r_sel_02_an_online_service_opens_the_messaging_already_classified(
    web: WebWorld,
) -> None:
    page = web.reader().open("/messages/nouveau/?service=demander-ceam")
    assert page.path == "/messages/nouveau/message/"
    draft = Draft.objects.get(adherent=web.odile)
    assert draft.origin == "sel:demander-ceam"
    assert draft.motif is not None
    assert draft.motif.label == "Carte européenne (soins à l'étranger)"
    assert len(page.page.select(".recall__change")) == 3


def test_an_unknown_online_service_begins_at_the_theme(web: WebWorld) -> None:
    page = web.reader().open("/messages/nouveau/?service=nothing-like-it")
    assert page.path == "/messages/nouveau/theme/"


def test_a_message_in_progress_is_offered_before_a_new_one(web: WebWorld) -> None:
    web.writing().press("Valider", text=QUESTION)
    page = begun(web)
    assert page.path == "/messages/nouveau/"
    page.press("Commencer un autre message")
    assert page.path == "/messages/nouveau/theme/"
    assert not Draft.objects.exclude(text="").exists()

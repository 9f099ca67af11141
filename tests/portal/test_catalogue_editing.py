"""The catalogue is edited in a draft, shown as what would change, and published as a version."""

import json
import re
from html import unescape

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from portal.accounts.creation import create_agent
from portal.audit.models import AuditEvent
from portal.catalogue.importing import CatalogueError, import_catalogue
from portal.catalogue.models import (
    CatalogueDraft,
    CatalogueVersion,
    FormerLabel,
    Motif,
    OnlineService,
    Sujet,
    Theme,
)
from portal.catalogue.offer import motifs_for
from portal.messaging.models import Thread
from portal.reply_templates.collection import import_templates
from portal.web import drafts
from portal.web.models import Draft
from tests.support.api_world import World, build_world, signed_in

ROWS = "/administration/catalogue/catalogueversion/"
DRAFT = f"{ROWS}draft/"
CHANGES = f"{DRAFT}changes/"
EVERYBODY = ["particulier", "exploitant", "entreprise", "tiers"]


@pytest.fixture
def world(db) -> World:
    return build_world()


def editor(login: str = "nadia.exemple", **rights: bool) -> Client:
    agent = create_agent(
        login=login,
        password="un-mot-de-passe-invente",
        caisse_code="picardie",
        first_name="Nadia",
        last_name="Exemple",
        **(rights or {"edits_catalogue": True}),
    )
    client = Client()
    client.force_login(agent.user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def page_of(row: Theme | Sujet | Motif | OnlineService) -> str:
    level = {Theme: "theme", Sujet: "sujet", Motif: "motif", OnlineService: "service"}[type(row)]
    return f"{DRAFT}{level}/{row.pk}/"


def typed(client: Client, page: str, **edits: object) -> dict[str, object]:
    """What the page's form holds, with what was typed over it."""
    form = client.get(page).context["form"]
    held = {name: form[name].value() for name in form.fields}
    held = {name: value for name, value in held.items() if value not in (False, None)}
    return held | edits


def edit(client: Client, page: str, **edits: object) -> None:
    answer = client.post(page, typed(client, page, **edits))
    assert answer.status_code == 302, answer.context["form"].errors


def words(answer: object) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def published(client: Client) -> object:
    shown = client.get(CHANGES).context["shown"]
    return client.post(CHANGES, {"publish": "1", "shown": shown}, follow=True)


def told_to_desk(world: World) -> dict[str, object]:
    answer = Client().get("/api/v1/catalogue", **signed_in(world.claire))
    return json.loads(answer.content)


def test_a_draft_is_shown_published_and_told_to_everybody(world):
    import_templates()
    filed = world.send()
    drafts.choose_motif(drafts.begin(world.adherent, None), world.motif)
    sujet = world.motif.sujet
    third = Motif.objects.create(
        code="sante-attestations-ancienne",
        sujet=sujet,
        label="Attestation d’autrefois",
        position=3,
        profiles=EVERYBODY,
        competence=world.motif.competence,
    )
    nadia = editor()

    edit(nadia, page_of(sujet), label="Mes attestations")
    edit(nadia, page_of(world.motif), retire="1")
    edit(nadia, page_of(third), profiles=["particulier"], service="attestation-droits")
    new = f"{DRAFT}new/motif/?parent={sujet.pk}"
    assert typed(nadia, new)["competence"] == "sante", "the team of its neighbours"
    edit(nadia, new, label="Carte  européenne : duplicata")
    nadia.post(f"{DRAFT}move/", {"level": "motif", "code": third.pk, "up": "1"})
    assert "Retiré : 1" not in words(nadia.get(DRAFT))

    # Nothing of it is in force.
    assert [each.label for each in motifs_for(sujet, "tiers")] == [
        "Attestation de droits",
        world.other_motif.label,
        "Attestation d’autrefois",
    ]
    shown = words(nadia.get(CHANGES))
    for told in (
        "Ajouté (1)",
        "Carte européenne : duplicata sante-attestations-carte-europeenne-duplicata",
        "Retiré (1)",
        "Renommé (1)",
        "Attestations Mes attestations",
        "Vu par d’autres profils (1)",
        "Particulier, Exploitant, Employeur, Tiers Particulier",
        "aucun Mon attestation de droits",
        "Autre place dans la liste (2)",
        # Taken away: 0 below it, one open message, one being written, no template nor appointment.
        "Attestation de droits 0 1 1 0 0 0",
        "Chaque équipe garde des motifs",
    ):
        assert told in shown, (told, shown)

    before = told_to_desk(world)
    assert "La version 2 est en vigueur." in words(published(nadia))
    assert not CatalogueDraft.objects.exists()
    assert [each.label for each in motifs_for(Sujet.objects.get(pk=sujet.pk), "particulier")] == [
        "Attestation d’autrefois",
        world.other_motif.label,
        "Carte européenne : duplicata",
    ]
    told = told_to_desk(world)
    assert (before["version"], told["version"]) == (1, 2)
    (theme,) = [each for each in told["themes"] if each["code"] == "sante"]
    (its,) = [each for each in theme["sujets"] if each["code"] == sujet.pk]
    active = {each["code"]: each["active"] for each in its["motifs"]}
    assert its["label"] == "Mes attestations"
    assert active == {
        world.motif.pk: False,
        third.pk: True,
        world.other_motif.pk: True,
        "sante-attestations-carte-europeenne-duplicata": True,
    }
    # What was filed keeps its words; what is being written chooses anew, and keeps its text.
    filed.refresh_from_db()
    assert (filed.sujet_label, filed.motif_label) == ("Attestations", "Attestation de droits")
    assert filed.catalogue_version == 1
    assert Draft.objects.get(adherent=world.adherent).motif_id == world.motif.pk
    adherent = Client()
    backend = "django.contrib.auth.backends.ModelBackend"
    adherent.force_login(world.adherent.user, backend=backend)
    assert "Carte européenne : duplicata" in words(adherent.get(reverse("wizard-motif")))

    version = CatalogueVersion.objects.get(number=2)
    assert (version.source, version.created_by.username) == ("edit", "nadia.exemple")
    assert "Mes attestations" in words(nadia.get(f"{ROWS}{version.pk}/change/"))
    event = AuditEvent.objects.get(action="catalogue.published")
    assert event.detail["number"] == 2
    assert f"retired motif:{world.motif.pk}" in event.detail["changes"]
    assert AuditEvent.objects.filter(action="catalogue.drafted").count() == 5


def test_what_cannot_be_is_told_in_french_and_what_was_typed_stays(world):
    FormerLabel.objects.create(level="motif", code="ancien-rsa", label="RSA", replaced_by=[])
    nadia = editor()
    sujet = world.motif.sujet
    new = f"{DRAFT}new/motif/?parent={sujet.pk}"
    good = typed(nadia, new, label="Un libellé rare", code="un-code-rare")
    for edits, told in (
        ({"label": ""}, "Saisissez le libellé."),
        ({"label": "attestation de DROITS"}, "est déjà dans cette liste"),
        ({"code": world.motif.pk}, "un code ne sert jamais deux fois"),
        ({"code": "ancien-rsa"}, "un code ne sert jamais deux fois"),
        ({"code": "Avec Espace"}, "lettres minuscules"),
        ({"code": "", "label": "…"}, "aucun ne peut être fait de ce libellé"),
        ({"profiles": []}, "au moins un profil"),
        ({"competence": ""}, "Choisissez l’équipe."),
    ):
        data = good | edits
        answer = nadia.post(new, data)
        assert told in words(answer), (edits, words(answer))
        if data["label"]:
            assert f'value="{data["label"]}"' in unescape(answer.content.decode()), edits
    service = f"{DRAFT}new/service/"
    data = {"label": "Un service", "profiles": ["tiers"], "rubric": "services-tiers"}
    for url, told in (
        ("http://exemple-msa.test/", "commencer par https://"),
        ("pas une adresse", "adresse d’une page"),
        ("", "Saisissez l’adresse."),
    ):
        assert told in words(nadia.post(service, data | {"url": url}))
    assert not CatalogueDraft.objects.exists()
    assert nadia.get(f"{DRAFT}new/motif/?parent=nulle-part").status_code == 404
    assert nadia.get(f"{DRAFT}motif/nulle-part/").status_code == 404


def test_a_list_that_would_lead_nowhere_is_not_published(world):
    nadia = editor()
    edit(nadia, page_of(world.motif), retire="1")
    edit(nadia, page_of(world.other_motif), profiles=["particulier"])
    answer = nadia.get(CHANGES)
    assert "ne mènerait le profil « Tiers » à aucun motif" in words(answer)
    assert 'name="publish"' not in answer.content.decode()
    refused = nadia.post(CHANGES, {"publish": "1", "shown": answer.context["shown"]})
    assert refused.status_code == 200
    assert CatalogueVersion.objects.count() == 1
    nadia.post(page_of(world.motif), {"undo": "1"})
    assert answer.context["shown"] != nadia.get(CHANGES).context["shown"]
    assert "Version" in words(published(nadia))
    assert CatalogueVersion.objects.count() == 2

    # A theme with all that hangs from it; its team gets nothing any more.
    edit(nadia, page_of(world.motif.sujet.theme), retire="1")
    told = words(nadia.get(CHANGES))
    assert "ne verrait plus aucun thème" in told
    assert "Santé 3 0 0 0 0 0" in told
    assert "Plus rien ne reviendrait à l’équipe « Santé »" in told
    nadia.post(CHANGES, {"drop": "1"})
    assert "Le brouillon ne change rien" in words(nadia.get(DRAFT))


def test_a_motif_and_a_sujet_are_filed_elsewhere_with_their_codes(world):
    import_templates()
    filed = world.send()
    draft = drafts.begin(world.adherent, None)
    drafts.choose_motif(draft, world.motif)
    drafts.keep_text(draft, "Bonjour, voici ma question.", "request")
    health = world.motif.sujet
    family = Theme.objects.create(
        code="famille",
        label="Famille",
        position=2,
        profiles=["particulier", "exploitant"],
        competence=health.theme.competence,
    )
    rights = Sujet.objects.create(
        code="famille-droits", theme=family, label="Droits", position=1, profiles=EVERYBODY
    )
    Motif.objects.create(
        code="famille-droits-autre",
        sujet=rights,
        label="Autre question",
        position=4,
        profiles=EVERYBODY,
        competence=world.motif.competence,
    )
    retired = Sujet.objects.create(
        code="famille-retire", theme=family, label="Retiré", position=2, profiles=[], active=False
    )
    nadia = editor()
    page = page_of(world.motif)
    for wrong, told in (
        ({"parent": retired.pk}, "Sélectionnez un choix valide"),
        ({"parent": ""}, "Choisissez où cela se range."),
        ({"parent": rights.pk, "label": "autre QUESTION"}, "est déjà dans cette liste"),
    ):
        assert told in words(nadia.post(page, typed(nadia, page) | wrong)), wrong
    edit(nadia, page, parent=rights.pk)
    shown = words(nadia.get(CHANGES))
    for told in (
        "Rangé ailleurs (1)",
        f"{world.motif.label} {world.motif.pk} Santé › Attestations Famille › Droits",
        # Employers and third parties do not see its new theme: taken from them.
        "Attestation de droits (pour certains profils) 0 0 0 0 0 0",
    ):
        assert told in shown, (told, shown)
    assert "Autre place dans la liste" not in shown
    (moved,) = nadia.get(CHANGES).context["refiled"]
    assert (moved.below, moved.messages, moved.drafts) == (0, 1, 1)
    assert moved.templates > 0, "those of the theme santé alone"
    assert "La version 2 est en vigueur." in words(published(nadia))

    motif = Motif.objects.get(pk=world.motif.pk)
    assert (motif.sujet_id, motif.position) == (rights.pk, 5)
    (event,) = AuditEvent.objects.filter(action="catalogue.published")
    assert event.detail["changes"] == [
        f"parent motif:{world.motif.pk}",
    ]
    assert "Santé › Attestations → Famille › Droits" in words(
        nadia.get(f"{ROWS}{CatalogueVersion.objects.get(number=2).pk}/change/")
    )
    told = Client().get(f"/api/v1/threads/{filed.pk}", **signed_in(world.claire)).json()
    assert (told["theme"], told["sujet"]) == ("famille", rights.pk)
    assert told["filed_under"] == {
        "theme": "Santé",
        "sujet": "Attestations",
        "motif": world.motif.label,
    }
    # Who was writing chooses again, and keeps the text.
    adherent = Client()
    backend = "django.contrib.auth.backends.ModelBackend"
    adherent.force_login(world.adherent.user, backend=backend)
    answer = adherent.get(reverse("wizard-recap"))
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("wizard-motif"))
    assert Draft.objects.get(adherent=world.adherent).text == "Bonjour, voici ma question."

    # A sujet takes its motifs along; its former theme would lead nowhere.
    edit(nadia, page_of(health), parent=family.pk)
    assert "ne verrait plus aucun" not in words(nadia.get(CHANGES))
    (moved,) = nadia.get(CHANGES).context["refiled"]
    assert (moved.below, moved.drafts) == (1, 1)
    assert "mènerait le profil" in words(nadia.get(CHANGES))
    # The place it would go to was taken away meanwhile: told, and what was typed stays.
    nadia.post(CHANGES, {"drop": "1"})
    new = f"{DRAFT}new/sujet/?parent={family.pk}"
    edit(nadia, new, label="Un sujet neuf", code="famille-neuf")
    late = typed(nadia, page, parent="famille-neuf")
    form_page = nadia.get(page)
    assert "famille-neuf" in form_page.content.decode()
    nadia.post(f"{DRAFT}sujet/famille-neuf/", {"undo": "1"})
    assert nadia.post(page, late).status_code == 200
    assert not CatalogueDraft.objects.exists()


def test_two_editors_lose_nothing_of_each_other(world):
    nadia, omar = editor(), editor("omar.exemple")
    page = page_of(world.motif)
    hers, his = (typed(each, page) for each in (nadia, omar))
    assert nadia.post(page, hers | {"label": "Selon Nadia"}).status_code == 302
    late = omar.post(page, his | {"label": "Selon Omar"})
    assert "entre-temps" in words(late)
    assert 'value="Selon Omar"' in late.content.decode()
    mark = re.search(r'name="seen" value="([^"]*)"', late.content.decode()).group(1)
    seen = nadia.get(CHANGES).context["shown"]
    assert omar.post(page, his | {"label": "Selon Omar", "seen": mark}).status_code == 302

    # Not what she saw: she looks again.
    answer = nadia.post(CHANGES, {"publish": "1", "shown": seen})
    assert "entre-temps" in words(answer)
    assert "Selon Omar" in words(answer)
    assert Motif.objects.get(pk=world.motif.pk).label == "Attestation de droits"
    published(nadia)
    assert Motif.objects.get(pk=world.motif.pk).label == "Selon Omar"
    assert Thread.objects.count() == 0


def test_only_editors_of_the_national_catalogue(world):
    for client in (editor("ada.exemple", is_staff=True), editor("leo.exemple", is_officer=True)):
        for page in (DRAFT, CHANGES, page_of(world.motif), f"{DRAFT}new/theme/"):
            assert client.get(page).status_code == 403, page
        move = {"level": "motif", "code": world.motif.pk, "down": "1"}
        assert client.post(f"{DRAFT}move/", move).status_code == 403
    assert editor("root.exemple", is_superuser=True).get(DRAFT).status_code == 200
    agent = Client()
    backend = "django.contrib.auth.backends.ModelBackend"
    agent.force_login(world.claire.user, backend=backend)
    assert agent.get(DRAFT).status_code == 302


def test_an_import_does_not_undo_an_edit(db, tmp_path):
    import_catalogue()
    nadia = editor()
    motif = Motif.objects.get(code="famille-aides-logement-suivi")
    edit(nadia, page_of(motif), label="Où en est mon aide au logement")
    published(nadia)
    again = import_catalogue()
    assert (again.changed, again.version) == (False, 2)
    assert Motif.objects.get(pk=motif.pk).label == "Où en est mon aide au logement"

    other = tmp_path / "catalogue.yaml"
    text = (settings.RESOURCES / "catalogue" / "catalogue.yaml").read_text(encoding="utf-8")
    other.write_text(f"{text}\n# another file\n", encoding="utf-8")
    with pytest.raises(CatalogueError, match="edited in the administration"):
        import_catalogue(other)
    assert import_catalogue(other, replace_edits=True).version == 3
    assert Motif.objects.get(pk=motif.pk).label == motif.label

"""The shipped catalogue says what the documents say, and its import is checked and repeatable."""

import shutil
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from portal.catalogue.caisses_document import read_caisses
from portal.catalogue.document import read_catalogue
from portal.catalogue.importing import import_catalogue
from portal.catalogue.models import (
    Caisse,
    CatalogueVersion,
    FormerLabel,
    Motif,
    OnlineService,
    Sujet,
    Theme,
)
from portal.catalogue.offer import is_offered, motifs_for, service_for, sujets_for, themes_for
from portal.catalogue.yaml_reading import CatalogueError

CATALOGUE = settings.RESOURCES / "catalogue" / "catalogue.yaml"
CAISSES = settings.RESOURCES / "caisses" / "caisses.yaml"


@pytest.fixture
def edited(tmp_path: Path):
    """Write the catalogue with a change made to it, and return its path."""

    def edit(change) -> Path:
        content = yaml.safe_load(CATALOGUE.read_text(encoding="utf-8"))
        change(content)
        path = tmp_path / "catalogue.yaml"
        path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
        return path

    return edit


def present(former: dict[str, list[str]], level: type[Sujet | Motif]) -> dict[str, str]:
    """The old labels with the one of today that the first replacement has."""
    return {label: level.objects.get(pk=codes[0]).label for label, codes in former.items()}


@pytest.mark.django_db
class TestWhatIsShipped:
    @pytest.fixture(autouse=True)
    def imported(self):
        import_catalogue()

    def test_counts(self):
        assert Theme.objects.count() == 15
        assert Sujet.objects.count() == 59
        assert Motif.objects.count() == 330
        assert OnlineService.objects.count() == 54
        assert Caisse.objects.count() == 35

    def test_each_of_the_96_departements_has_one_caisse(self):
        codes = [d["code"] for caisse in Caisse.objects.all() for d in caisse.departements]
        metropolitan = {f"{n:02}" for n in range(1, 96) if n != 20} | {"2A", "2B"}
        assert len(codes) == 96
        assert set(codes) == metropolitan

    def test_local_law(self):
        under = {c.code: c.local_law_departements for c in Caisse.objects.all()}
        assert under["alsace"] == ["67", "68"]
        assert under["lorraine"] == ["57"]
        assert [code for code, law in under.items() if law] == ["alsace", "lorraine"]

    @pytest.mark.parametrize("profile", ["particulier", "exploitant"])
    def test_the_seven_themes_in_order(self, profile):  # R-THM-02, R-ACT-05
        assert [theme.label for theme in themes_for(profile)] == [
            "Santé",
            "Invalidité",
            "Famille, logement",
            "RSA, Prime d'activité",
            "Handicap",
            "Retraite",
            "Exploitants, cotisations",
        ]

    def test_the_other_profiles_have_their_own(self):
        assert len(themes_for("entreprise")) == 5
        assert len(themes_for("tiers")) == 3

    def test_sujets_of_famille(self):  # R-SUJ-03
        theme = Theme.objects.get(code="famille-logement")
        assert [sujet.label for sujet in sujets_for(theme, "particulier")] == [
            'Paiements et décomptes "famille"',
            'Attestations "famille"',
            "Allocations familiales",
            "Aides au logement",
            "Aides Sociales (secours, prêts...)",
        ]

    def test_motifs_of_allocations_familiales(self):  # R-MOT-02
        sujet = Sujet.objects.get(code="famille-allocations-familiales")
        assert [motif.label for motif in motifs_for(sujet, "particulier")] == [
            "Paiements et décomptes - Famille",
            "Attestation paiement / non paiement - Famille",
            "Attestation fiscale - Famille",
            "Demande de quotient familial",
            "Mon dossier - Famille",
            "Déclaration de ressources - Famille",
            "Changement de situation - Famille",
            "Autre question Allocations familiales",
        ]

    def test_the_pair_given_by_the_documents(self):  # R-POP-06
        motif = Motif.objects.get(label="Changement de situation - Famille")
        service = service_for(motif, "particulier")
        assert service is not None
        assert service.label == "Déclarer un changement de situation"
        assert service_for(motif, "tiers") is None

    def test_lists_follow_the_profile(self):  # R-ACT-03
        motif = Motif.objects.get(code="rsa-rsa-non-salarie")
        assert motif not in motifs_for(motif.sujet, "particulier")
        assert motif in motifs_for(motif.sujet, "exploitant")
        assert not is_offered(motif, "particulier")

    def test_every_list_leads_somewhere(self):
        for profile in ("particulier", "exploitant", "entreprise", "tiers"):
            for theme in themes_for(profile):
                for sujet in sujets_for(theme, profile):
                    assert motifs_for(sujet, profile), sujet

    def test_former_labels(self):  # A19 lines 1 and 2: R-THM-03, R-SUJ-04, R-MOT-03
        former = {
            level: dict(FormerLabel.objects.filter(level=level).values_list("label", "replaced_by"))
            for level in ("theme", "sujet", "motif")
        }
        assert former["theme"] == {
            "Santé, Carte Vitale, remboursements, CMU, invalidité...": ["sante", "invalidite"],
            "Famille, Allocations familiales, aides au logement": ["famille-logement"],
            "RSA, Prime d'activité, Aides aux personnes handicapées": [
                "rsa-prime-activite",
                "handicap",
            ],
            "Retraite, carrière, réversion": ["retraite"],
            "Cotisations Exploitants, parcellaire, affiliation, facture": [
                "exploitants-cotisations"
            ],
        }
        sujets = {
            'Mes paiements, mes décomptes "famille"': 'Paiements et décomptes "famille"',
            'Mes attestations "famille"': 'Attestations "famille"',
            "Allocations familiales": "Allocations familiales",
            "Aides au logement": "Aides au logement",
            "Aides Sociales (secours, prêts...)": "Aides Sociales (secours, prêts...)",
        }
        assert sujets.items() <= present(former["sujet"], Sujet).items()
        motifs = {
            "Mes paiements, mes décomptes": "Paiements et décomptes - Famille",
            "Mon attestation de paiement/non paiement Famille": (
                "Attestation paiement / non paiement - Famille"
            ),
            "Mon attestation fiscale Famille": "Attestation fiscale - Famille",
            "Demande de quotient familial": "Demande de quotient familial",
            "Mon dossier Famille": "Mon dossier - Famille",
            "Ma déclaration de ressources": "Déclaration de ressources - Famille",
            "Mon changement de situation": "Changement de situation - Famille",
            "Autre": "Autre question Allocations familiales",
        }
        assert motifs.items() <= present(former["motif"], Motif).items()

    def test_one_list_holds_several_branches(self):  # R-ACT-06: « guichet unique »
        teams = {
            motif.competence_id
            for theme in themes_for("exploitant")
            for sujet in sujets_for(theme, "exploitant")
            for motif in motifs_for(sujet, "exploitant")
        }
        assert {"sante", "famille", "retraite", "cotisations", "action-sociale"} <= teams

    def test_a_sujet_lends_its_competence_and_caution_to_its_motifs(self):
        motif = Motif.objects.get(code="famille-aides-sociales-difficulte-passagere")
        assert motif.competence_id == "action-sociale"
        assert Motif.objects.filter(medical=True).exists()
        assert not Motif.objects.get(code="famille-aides-logement-suivi").medical

    def test_the_same_file_again_changes_nothing(self):
        again = import_catalogue()
        assert not again.changed
        assert CatalogueVersion.objects.count() == 1


@pytest.mark.django_db
def test_a_code_that_is_gone_becomes_inactive_and_may_come_back(edited):
    import_catalogue()
    gone = edited(lambda content: content["themes"].pop(13))
    outcome = import_catalogue(gone)
    assert (outcome.version, outcome.changed) == (2, True)
    assert Theme.objects.count() == 15
    assert not Theme.objects.get(code="tiers-representants").active
    assert not Motif.objects.get(code="tiers-mesure-autre").active
    assert len(themes_for("tiers")) == 2

    assert import_catalogue().version == 3  # the first file again is a new version
    assert Theme.objects.get(code="tiers-representants").active


@pytest.mark.django_db
def test_a_changed_label_keeps_its_code(edited):
    import_catalogue()

    def rename(content):
        content["themes"][0]["libelle"] = "Santé et soins"

    import_catalogue(edited(rename))
    assert Theme.objects.get(code="sante").label == "Santé et soins"


@pytest.mark.django_db
def test_what_a_caisse_wrote_about_itself_is_kept():
    import_catalogue()
    Caisse.objects.filter(code="picardie").update(phone="03 11 11 11 11", name="autre nom")
    import_catalogue()
    picardie = Caisse.objects.get(code="picardie")
    assert (picardie.phone, picardie.name) == ("03 11 11 11 11", "MSA Picardie")


def _set(*path_and_value):
    *path, value = path_and_value

    def change(content):
        for step in path[:-1]:
            content = content[step]
        content[path[-1]] = value

    return change


MOTIF = ("themes", 0, "sujets", 0, "motifs", 0)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_set("themes", 0, "competence", "cuisine"), "unknown competence 'cuisine'"),
        (_set("themes", 0, "profils", ["martien"]), "unknown profile 'martien'"),
        (_set(*MOTIF, "service_en_ligne", "nulle-part"), "unknown online service 'nulle-part'"),
        (_set(*MOTIF, "profils", ["tiers"]), "cannot come this far"),
        (_set(*MOTIF, "code", "Avec Espace"), "only lower-case letters"),
        (_set(*MOTIF, "libelle", ""), "libelle must be a text"),
        (_set(*MOTIF, "ordre", 2), "2 entries have the order 2"),
        (_set(*MOTIF, "ordre", True), "must be a whole number"),
        (_set(*MOTIF, "lable", "faute"), "unknown key 'lable'"),
        (_set(*MOTIF, "libelle", "x" * 201), "longer than 200"),
        (_set("themes", 0, "sujets", 0, "competence", "jardin"), "sujet .* competence 'jardin'"),
        (_set("themes", 1, "code", "sante"), "this code is given 2 times"),
        (_set("themes", 0, "sujets", []), "must be a list that is not empty"),
        (_set("themes", 0, "sujets", "rien"), "must be a list that is not empty"),
        (_set("themes", 0, "pas une table"), "is not a mapping"),
        (_set("services_en_ligne", 0, "lien", "http://exemple.test"), "must begin with https://"),
        (_set("ancienne_version", "themes", 0, "remplace_par", ["rien"]), "unknown replacement"),
    ],
)
@pytest.mark.django_db
def test_problems_are_told_and_nothing_is_written(edited, change, told):
    with pytest.raises(CatalogueError, match=told):
        import_catalogue(edited(change))
    assert not Theme.objects.exists()
    assert not Caisse.objects.exists()


def test_all_problems_are_told_at_once(edited):
    def change(content):
        content["themes"][0]["libelle"] = ""
        content["themes"][14]["competence"] = "cuisine"

    with pytest.raises(CatalogueError) as refused:
        read_catalogue(edited(change))
    assert len(refused.value.problems) == 2


def test_a_file_that_is_not_there_or_not_yaml(tmp_path):
    with pytest.raises(CatalogueError, match="cannot be read"):
        read_catalogue(tmp_path / "absent.yaml")
    broken = tmp_path / "broken.yaml"
    broken.write_text("a: [", encoding="utf-8")
    with pytest.raises(CatalogueError, match="is not YAML"):
        read_catalogue(broken)


def test_a_departement_with_two_caisses_is_refused(tmp_path):
    path = tmp_path / "caisses.yaml"
    shutil.copy(CAISSES, path)
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    content["caisses"][0]["departements"].append({"code": "60", "nom": "Oise"})
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    with pytest.raises(CatalogueError, match="'60' is given 2 times"):
        read_caisses(path)

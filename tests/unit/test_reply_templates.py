"""Every template, for every profile, with all values, none, and hostile ones."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
import yaml

from desk.instants import to_ms
from desk.models.snapshots import MessageView, Proxy, ThreadView
from desk.services.reply_template import ServicePriority, TemplatesInvalid
from desk.services.reply_text import REPLY_MAX_LENGTH, ReplyError, reply_errors
from desk.services.template_fields import FieldType, FieldValue, FieldValueInvalid, TemplateField
from desk.services.templates import OnlineService, ReplyTemplates
from tests.support.me import ME
from tests.support.views import a_thread_view

RESOURCES = Path(__file__).parents[2] / "resources"
TEMPLATES = ReplyTemplates(RESOURCES / "templates" / "replies.yaml")
CODES = [template.code for template in TEMPLATES.all]
PROFILES = ("particulier", "exploitant", "entreprise", "tiers")
NOW_MS = to_ms(datetime(2017, 5, 5, 7, 30, tzinfo=UTC))


def catalogue_services() -> dict[str, OnlineService]:
    raw = yaml.load(
        (RESOURCES / "catalogue" / "catalogue.yaml").read_text(encoding="utf-8"),
        Loader=yaml.CSafeLoader,
    )
    return {
        item["code"]: OnlineService(item["code"], item["libelle"], item["lien"])
        for item in raw["services_en_ligne"]
    }


SERVICES = catalogue_services()


def a_value(field: TemplateField, text: str) -> FieldValue:
    """A good value of the field's type; words are `text`."""
    match field.type:
        case FieldType.TEXT:
            return text
        case FieldType.LIST:
            return (text, text)
        case FieldType.DATE:
            return date(2017, 5, 1)
        case FieldType.BOOLEAN:
            return True
        case FieldType.INTEGER:
            return 15
        case FieldType.AMOUNT:
            return Decimal("1234.5")
        case FieldType.CHOICE:
            return field.choices[0]
        case FieldType.SERVICE:
            return "declarer-ressources"


def all_values(code: str, text: str = "Valeur") -> dict[str, FieldValue]:
    return {field.name: a_value(field, text) for field in TEMPLATES.fields_of(TEMPLATES.get(code))}


def test_the_collection_is_whole() -> None:
    assert len(CODES) == len(set(CODES)) == 25
    for template in TEMPLATES.all:
        if template.service and template.service.default:
            assert template.service.default in SERVICES


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("code", CODES)
def test_with_all_values_nothing_is_missing(code: str, profile: str) -> None:
    thread = a_thread_view(profile=profile, civility="" if profile == "entreprise" else "Madame")
    values = all_values(code)
    for booleans in (True, False):
        chosen = {
            name: booleans if isinstance(value, bool) else value for name, value in values.items()
        }
        rendered = TEMPLATES.render(code, chosen, thread, ME, SERVICES, NOW_MS)
        assert rendered.complete, [hole.label for hole in rendered.holes]
        assert reply_errors(rendered.text) == ()
        assert rendered.text.startswith(
            "Bonjour," if profile == "entreprise" else "Bonjour Madame FERRANDIER,"
        )
        assert "Camille EXEMPLE" in rendered.text
        assert "MSG-2017-000123" in rendered.text
        assert not re.search(r"\n{3}|[{}]|None|Undefined| $", rendered.text)
        assert len(rendered.text) < REPLY_MAX_LENGTH


@pytest.mark.parametrize("code", CODES)
def test_without_values_it_cannot_leave(code: str) -> None:
    rendered = TEMPLATES.render(code, {}, a_thread_view(), ME, SERVICES, NOW_MS)
    template = TEMPLATES.get(code)
    assert not rendered.complete
    required = {f for f in TEMPLATES.fields_of(template) if f.required}
    told = {hole.label for hole in rendered.holes} | {f.label for f in rendered.undecided}
    always_printed = {f.label for f in required if f.name != "sel"}
    # Whatever is required and stands outside an unmet condition is told by its own label.
    assert told & always_printed or not always_printed
    assert "None" not in rendered.text


@pytest.mark.parametrize("code", CODES)
def test_leaving_out_any_one_value_never_leaves_a_silent_gap(code: str) -> None:
    fields = TEMPLATES.fields_of(TEMPLATES.get(code))
    for left_out in fields:
        if not left_out.required:
            continue
        values = {k: v for k, v in all_values(code).items() if k != left_out.name}
        rendered = TEMPLATES.render(code, values, a_thread_view(), ME, SERVICES, NOW_MS)
        if left_out.type is FieldType.BOOLEAN:
            assert left_out in rendered.undecided
        elif left_out.type is FieldType.SERVICE:
            assert ReplyError.HOLES in reply_errors(rendered.text)
        else:
            assert left_out.label in {hole.label for hole in rendered.holes}


HOSTILE = [
    "{{ 7 * 7 }}",
    "{% for x in range(9) %}x{% endfor %}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{# gone #}",
    "<b>gras</b> & <script>alert(1)</script>",
    "%(agent)s {0.__class__} ${HOME}",
]


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("code", CODES)
def test_values_are_never_executed(code: str, hostile: str) -> None:
    thread = a_thread_view(addressed_name=hostile, motif_label=hostile)
    services = {key: OnlineService(key, hostile, service.url) for key, service in SERVICES.items()}
    rendered = TEMPLATES.render(code, all_values(code, hostile), thread, ME, services, NOW_MS)
    assert hostile in rendered.text
    assert "49" not in rendered.text.replace(hostile, "")


CONTROLS = "\x00\x07\x1b\x7f\x85\u200e\u200f\u202a\u202e\u2066\u2069\u061c\ufeff\u2028"


@pytest.mark.parametrize("code", CODES)
def test_control_and_directional_characters_do_not_pass(code: str) -> None:
    hostile = f"avant{CONTROLS}après"
    thread = a_thread_view(addressed_name=hostile, motif_label=hostile, reference=hostile)
    rendered = TEMPLATES.render(code, all_values(code, hostile), thread, ME, SERVICES, NOW_MS)
    assert not set(rendered.text) & set(CONTROLS)


def test_a_value_that_looks_like_a_hole_is_one() -> None:
    values = {"reponse": "Voici [À compléter : le montant].", "suite": "rien"}
    rendered = TEMPLATES.render("reponse-generale", values, a_thread_view(), ME, SERVICES, NOW_MS)
    assert [hole.label for hole in rendered.holes] == ["le montant"]


def test_a_caisse_without_its_address_leaves_a_hole() -> None:
    bare = msgspec.structs.replace(ME, caisse=msgspec.structs.replace(ME.caisse, address=" "))
    rendered = TEMPLATES.render(
        "reponse-generale", {"reponse": "Oui."}, a_thread_view(), bare, SERVICES, NOW_MS
    )
    assert [hole.label for hole in rendered.holes] == ["adresse de la caisse"]


@pytest.mark.parametrize("code", CODES)
def test_an_anonymous_signature_names_no_agent(code: str) -> None:
    """CRPA L111-2: the capacity and the service stay."""
    agent = msgspec.structs.replace(
        ME, first_name="Zoltan", last_name="QUERELLE", anonymous_signature=True
    )
    text = TEMPLATES.render(code, all_values(code), a_thread_view(), agent, SERVICES, NOW_MS).text
    assert "Zoltan" not in text
    assert "QUERELLE" not in text
    assert f"{ME.job_title} – Famille, logement, minima sociaux" in text
    assert ME.caisse.name in text


def test_dates_are_those_of_the_caisse_and_written_in_french() -> None:
    sent = to_ms(datetime(2026, 12, 31, 23, 30, tzinfo=UTC))
    rendered = TEMPLATES.render(
        "reponse-generale", {"reponse": "Oui."}, a_thread_view(sent_ms=sent), ME, SERVICES, NOW_MS
    )
    assert "le vendredi 1er janvier 2027 au sujet" in rendered.text


def test_the_service_follows_its_rule() -> None:
    def link(code: str, values: Mapping[str, FieldValue], thread: ThreadView) -> str:
        text = TEMPLATES.render(code, values, thread, ME, SERVICES, NOW_MS).text
        return re.findall(r"/services/([a-z-]+)", text)[0]

    thread = a_thread_view(online_service="demander-prestations-familiales")
    assert link("invalidite-instruction", all_values("invalidite-instruction"), thread) == (
        "demander-pension-invalidite"
    )
    assert "demander-prestations-familiales" in SERVICES
    values = all_values("attestation-disponible")
    assert link("attestation-disponible", values, thread) == "demander-prestations-familiales"
    assert link("attestation-disponible", values, a_thread_view(online_service=None)) == (
        "suivre-paiements-attestations"
    )
    assert link("orientation-service-en-ligne", {"sel": "declarer-ressources"}, thread) == (
        "declarer-ressources"
    )


def test_a_reply_greets_the_proxy_who_wrote() -> None:
    """R-ACT-02."""
    question = MessageView(
        1, "in", "question", None, "Bonjour", 0, proxy=Proxy("Firmin Hameau", "Monsieur", "Hameau")
    )
    thread = a_thread_view(messages=(question,))
    rendered = TEMPLATES.render(
        "reponse-generale", {"reponse": "Oui."}, thread, ME, SERVICES, NOW_MS
    )
    assert rendered.text.startswith("Bonjour Monsieur Hameau,")


def test_a_value_of_the_wrong_type_is_refused() -> None:
    with pytest.raises(FieldValueInvalid):
        TEMPLATES.render(
            "modulation-appels", {"annee": True}, a_thread_view(), ME, SERVICES, NOW_MS
        )
    with pytest.raises(FieldValueInvalid):
        TEMPLATES.render(
            "modulation-appels", {"periodicite": "annuels"}, a_thread_view(), ME, SERVICES, NOW_MS
        )


def test_suited_templates_come_first_and_none_is_hidden() -> None:
    thread = a_thread_view()
    ranked = TEMPLATES.ranked(thread)
    assert ranked[0].code == "changement-situation"
    assert TEMPLATES.is_suggested(ranked[0], thread)
    assert {template.code for template in ranked} == set(CODES)
    assert "famille-logement" not in ranked[-1].themes


def test_search_is_blind_to_accents_and_wants_every_word() -> None:
    assert "trop-percu" in {t.code for t in TEMPLATES.ranked(None, "TROP percu")}
    assert TEMPLATES.ranked(None, "trop percu introuvable") == ()


def test_only_the_waiting_template_is_a_holding_reply() -> None:
    assert {t.code for t in TEMPLATES.all if t.kind == "holding"} == {"attente-depassement"}


@pytest.mark.parametrize(
    "text",
    [
        "templates: []",
        "partials: {}\ntemplates:\n- code: a\n",
        "partials: {}\ntemplates:\n- {code: a, title: t, category: c, themes: [], body: b,"
        " fields: [{name: n, label: l, type: mot, required: true}]}",
    ],
)
def test_a_broken_file_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "replies.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(TemplatesInvalid):
        _ = ReplyTemplates(file).all


def test_every_service_priority_is_used() -> None:
    used = {t.service.priority for t in TEMPLATES.all if t.service}
    assert used == set(ServicePriority)

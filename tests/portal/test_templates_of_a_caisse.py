"""The caisses' reply templates: imported once, edited by supervisors, read by desk."""

import json
import re
from html import unescape

import pytest
from django.test import Client

from portal.accounts.creation import create_agent
from portal.audit.models import AuditEvent
from portal.catalogue.models import Caisse
from portal.deadlines.written_once import WrittenOnceError
from portal.reply_templates.collection import import_templates
from portal.reply_templates.editing import in_force, newest
from portal.reply_templates.field_lines import FieldLineWrong, read_fields, write_fields
from portal.reply_templates.models import TemplateVersion
from portal.reply_templates.preview import RESERVED, TemplateRefused, preview
from tests.support.api_world import World, build_world, signed_in

EDIT = "/administration/reply_templates/templateversion/edit/"
CURRENT = "/administration/reply_templates/templateversion/current/"
CODE = "reponse-generale"


@pytest.fixture
def world(db) -> World:
    world = build_world()
    import_templates()
    return world


def signed_in_staff(login: str, caisse: str = "picardie", role: str = "supervisor") -> Client:
    agent = create_agent(
        login=login,
        password="un-mot-de-passe-invente",
        caisse_code=caisse,
        first_name="Sacha",
        last_name="Exemple",
        role=role,
    )
    client = Client()
    client.force_login(agent.user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def typed(body: str, *, seen: int, code: str = CODE, **more: str) -> dict[str, object]:
    return {
        "code": code,
        "title": "Réponse à une question",
        "category": "general",
        "themes": ["*"],
        "kind": "answer",
        "advice": "",
        "service": "",
        "service_code": "",
        "fields_text": "reponse | Réponse | texte | obligatoire",
        "body": body,
        "seen": str(seen),
        **more,
    }


def asked(agent, etag: str = "") -> object:
    headers = {"If-None-Match": etag} if etag else {}
    return Client().get("/api/v1/templates", **signed_in(agent, **headers))


def test_every_caisse_has_the_collection_once(world):
    caisses = Caisse.objects.count()
    assert TemplateVersion.objects.count() == 25 * caisses
    assert import_templates() == 0
    picardie = Caisse.objects.get(pk="picardie")
    for each in in_force(picardie):
        # Each can be edited: its fields are lines, and its text renders.
        assert read_fields(write_fields(each.fields), RESERVED) == each.fields, each.code
        assert "Madame Exemple" in preview(each.body, each.fields, picardie), each.code


def test_a_version_is_never_changed(world):
    version = TemplateVersion.objects.first()
    version.title = "Autre"
    with pytest.raises(WrittenOnceError):
        version.save()
    with pytest.raises(WrittenOnceError):
        TemplateVersion.objects.all().update(title="Autre")
    with pytest.raises(WrittenOnceError):
        TemplateVersion.objects.all().delete()


def test_edited_with_a_preview_withdrawn_and_offered_again(world):
    sacha = signed_in_staff("sacha.exemple")
    first = asked(world.claire)
    etag = first["ETag"]
    assert [each["number"] for each in json.loads(first.content)["templates"]] == [1] * 25
    assert asked(world.claire, etag).status_code == 304

    page = sacha.get(f"{EDIT}?code={CODE}").content.decode()
    assert "Modifier un modèle de réponse" in page
    body = "{{ salutation }}\r\n\r\nNouveau : {{ reponse }}\r\n\r\n{{ signature }}"
    shown = unescape(sacha.post(f"{EDIT}?code={CODE}", typed(body, seen=1)).content.decode())
    assert "Bonjour Madame Exemple," in shown
    assert "Nouveau : (Réponse)" in shown
    assert not TemplateVersion.objects.filter(number=2).exists(), "a preview saves nothing"

    saved = sacha.post(f"{EDIT}?code={CODE}", typed(body, seen=1, save="1"))
    assert saved.status_code == 302
    version = TemplateVersion.objects.get(number=2)
    assert (version.caisse_id, version.code) == ("picardie", CODE)
    assert version.created_by.username == "sacha.exemple"
    assert "\r" not in version.body
    event = AuditEvent.objects.get(action="template.edited")
    assert (event.detail["code"], event.detail["number"]) == (CODE, 2)

    # An older page of the form does not win.
    stale = sacha.post(f"{EDIT}?code={CODE}", typed("{{ reponse }}", seen=1, save="1"), follow=True)
    told = unescape(stale.content.decode())
    assert "entre-temps" in told
    assert "{{ reponse }}</textarea>" in told, "what was typed stays"
    assert 'name="seen" value="2"' in told, "and may be saved upon theirs"
    taken = sacha.post(EDIT, typed("{{ reponse }}", seen=0, save="1"))
    assert "Ce code est déjà pris" in taken.content.decode()
    assert TemplateVersion.objects.filter(code=CODE, caisse="picardie").count() == 2

    now = asked(world.claire, etag)
    assert now.status_code == 200
    assert now["ETag"] != etag
    (sent,) = [each for each in json.loads(now.content)["templates"] if each["code"] == CODE]
    assert (sent["number"], sent["body"]) == (2, body.replace("\r\n", "\n"))

    sacha.post(f"{EDIT}?code={CODE}", {"withdraw": "1", "seen": "2"})
    codes = [each["code"] for each in json.loads(asked(world.claire).content)["templates"]]
    assert len(codes) == 24
    assert CODE not in codes
    assert AuditEvent.objects.filter(action="template.withdrawn").count() == 1
    assert "retiré" in sacha.get(CURRENT).content.decode()
    sacha.post(f"{EDIT}?code={CODE}", {"restore": "1", "seen": "3"})
    assert len(json.loads(asked(world.claire).content)["templates"]) == 25
    picardie = Caisse.objects.get(pk="picardie")
    (again,) = [each for each in newest(picardie) if each.code == CODE]
    assert (again.number, again.withdrawn) == (4, False)


def test_walls(world):
    agent = signed_in_staff("agent.exemple", role="agent")
    assert agent.get(CURRENT)["Location"].startswith("/administration/login/"), "no staff"
    other = signed_in_staff("autre.exemple", caisse="lorraine")
    # Whatever caisse the address names, a supervisor edits their own.
    body = "{{ salutation }} {{ reponse }}"
    other.post(f"{EDIT}?caisse=picardie&code={CODE}", typed(body, seen=1, save="1"))
    (made,) = TemplateVersion.objects.filter(number=2)
    assert made.caisse_id == "lorraine"
    sent = json.loads(asked(world.claire).content)["templates"]
    assert {each["number"] for each in sent} == {1}
    rows = "/administration/reply_templates/templateversion/"
    listed = re.findall(r"field-caisse[^>]*>([^<]+)", other.get(rows).content.decode())
    assert set(listed) == {"MSA Lorraine"}


@pytest.mark.parametrize(
    "body",
    [
        "{{ inconnu }}",
        "{{ caisse.inconnu }}",
        "{% if %}",
        "{{ ''.__class__.__mro__ }}",
        "{{ agent.__init__.__globals__ }}",
        "{% for i in range(10 ** 9) %}{{ i }}{% endfor %}",
        "{{ 1 / 0 }}",
        "{% include 'autre' %}",
        "   ",
    ],
)
def test_a_text_that_desk_could_not_use_is_refused(world, body):
    with pytest.raises(TemplateRefused):
        preview(body, [], Caisse.objects.get(pk="picardie"))


@pytest.mark.parametrize(
    "line",
    [
        "nom | Nom | texte | obligatoire",  # every template has it already
        "a | A | texte",
        "a | A | autre | facultatif",
        "a | A | choix | facultatif",
        "Été | A | texte | facultatif",
        "a | A | texte | facultatif\na | B | texte | facultatif",
    ],
)
def test_a_line_that_is_no_field(line):
    with pytest.raises(FieldLineWrong):
        read_fields(line, RESERVED)

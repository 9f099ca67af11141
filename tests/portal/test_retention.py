"""What is purged, held, told and erased of an adherent."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from post_office.models import STATUS, Email

from portal.accounts.creation import create_agent
from portal.accounts.models import Adherent, User
from portal.audit.models import AuditEvent
from portal.audit.verifying import verify
from portal.messaging.feed import read_changes
from portal.messaging.models import Message, Thread
from portal.retention.access import held_about
from portal.retention.erasure import erase
from portal.retention.holds import lift_hold, place_hold
from portal.retention.models import LegalHold, RetentionPolicy
from portal.retention.purging import DELETED_AT_ONCE, forget_by_age, purge_exchanges
from portal.retention.rendering import answer_about
from portal.retention.terms import months_before
from portal.serving.housekeeping import keep_house
from tests.support.acting import Acting
from tests.support.api_world import QUESTION, World, build_world

NOW = timezone.now()
AFTER = NOW + timedelta(days=3 * 366)
NOTE = "Note interne sur le perroquet rouge."


@pytest.fixture
def world(db) -> World:
    return build_world()


def answered(world: World, **sending: object) -> Thread:
    thread = world.send(**sending)
    acting = Acting(world.claire if thread.caisse_id == "picardie" else world.jean, thread)
    acting.note(NOTE)
    acting.publish()
    return thread


def exists(thread: Thread) -> bool:
    return Thread.objects.filter(pk=thread.pk).exists()


def test_months_are_those_of_the_calendar():
    instant = NOW.replace(year=2026, month=3, day=31)
    assert months_before(instant, 1).day == 28
    assert months_before(instant, 36) == instant.replace(year=2023)
    assert months_before(instant.replace(month=1), 1).month == 12


def test_an_exchange_goes_after_36_months_with_all_that_belongs_to_it(world):
    old, opened, elsewhere = answered(world), world.send(), answered(world, adherent=world.stranger)
    Email.objects.update(status=STATUS.sent)
    cursor = read_changes("picardie", 0, 100).cursor
    purge_exchanges(world.claire.caisse, AFTER - timedelta(days=30))
    assert exists(old)

    for caisse in (world.claire.caisse, world.jean.caisse):
        purge_exchanges(caisse, AFTER)
    assert not exists(old)
    assert not exists(elsewhere)
    assert exists(opened)  # somebody waits for its answer
    assert not Message.objects.filter(thread_id=old.pk).exists()
    assert not Email.objects.filter(notification__thread_id=old.pk).exists()
    told = read_changes("picardie", cursor, 100)
    assert told.deleted_thread_ids == [old.pk]
    purged = AuditEvent.objects.get(action="exchanges.purged", chain="picardie")
    assert purged.detail["messaging_thread"] == 1
    assert purged.detail["messaging_message"] == 2
    assert "perroquet" not in json.dumps(list(AuditEvent.objects.values("detail")))
    assert [found.broken for found in verify() if found.broken] == []
    another = answered(world)
    keep_house(AFTER)  # the worker's
    assert not exists(another)


def test_a_caisse_has_times_of_its_own(world):
    old = answered(world)
    purge_exchanges(world.claire.caisse, NOW + timedelta(days=40))
    assert exists(old)
    RetentionPolicy.objects.create(caisse=world.claire.caisse, exchange_months=1, audit_months=6)
    written = AuditEvent.objects.filter(chain="picardie").count()
    forget_by_age(NOW + timedelta(days=40))
    assert not exists(old)
    assert AuditEvent.objects.filter(chain="picardie").count() == written + 1
    forget_by_age(NOW + timedelta(days=200))
    assert AuditEvent.objects.get(chain="picardie").action == "audit.purged"


def test_a_purge_works_in_lots(world):
    for _ in range(DELETED_AT_ONCE + 1):
        answered(world)
    removed = purge_exchanges(world.claire.caisse, AFTER)
    assert removed["messaging.Thread"] == DELETED_AT_ONCE + 1
    assert AuditEvent.objects.filter(action="exchanges.purged").count() == 2


def test_a_hold_keeps_until_it_ends_or_is_lifted(world):
    one, other, dated = answered(world), answered(world), answered(world)
    first = place_hold(by=world.sylvie.user, reason="Recours du 3 mars", thread=one)
    place_hold(by=None, reason="Contrôle", thread=dated, until=timezone.localdate(AFTER))
    purge_exchanges(world.claire.caisse, AFTER)
    assert (exists(one), exists(other), exists(dated)) == (True, False, True)
    purge_exchanges(world.claire.caisse, AFTER + timedelta(days=1))
    assert (exists(one), exists(dated)) == (True, False)
    lift_hold(first, by=world.sylvie.user)
    lift_hold(first, by=world.sylvie.user)
    purge_exchanges(world.claire.caisse, AFTER)
    assert not exists(one)
    assert AuditEvent.objects.filter(action="hold.lifted").count() == 1


def test_a_hold_on_a_person_covers_every_exchange(world):
    thread = answered(world)
    place_hold(by=None, reason="Litige", adherent=world.adherent)
    purge_exchanges(world.claire.caisse, AFTER)
    assert erase(world.adherent, by=None, exchanges_too=True, now=NOW).kept["hold"] == 1
    assert exists(thread)
    for wrong in ({"reason": " ", "thread": thread}, {"reason": "Litige"}):
        with pytest.raises(ValueError, match="a hold has"):
            place_hold(by=None, **wrong)


def test_all_that_is_held_is_told_and_nothing_that_opens_a_door(world):
    thread = answered(world)
    answered(world, adherent=world.stranger, text="Bonjour, la perruche verte est une autre.")
    answer = answer_about(world.adherent, NOW)
    held = json.loads(answer.json)["held"]
    assert QUESTION in [row["text"] for row in held["messaging.Message"]]
    assert NOTE in [row["text"] for row in held["messaging.ThreadEvent"]]
    assert held["accounts.Adherent"][0]["nir"] == world.adherent.nir
    assert held["post_office.Email"][0]["to"]
    acts = [row["action"] for row in held["audit.AuditEvent"] if row["thread_id"] == thread.pk]
    assert {"message.sent", "reply.published"} <= set(acts)
    for shown in (answer.json, answer.html):
        assert QUESTION in shown
        assert "perruche" not in shown
        assert world.adherent.user.password not in shown
        assert str(thread.submission_key) not in shown
        assert "Claire" not in shown


def test_erasure_keeps_what_the_law_keeps_and_says_so(world):
    done, opened = answered(world), world.send()
    Email.objects.update(status=STATUS.sent)
    outcome = erase(world.adherent, by=world.sylvie.user, exchanges_too=False, now=NOW)
    assert outcome.kept == {"open": 1, "retention": 1, "account": 1, "audit": 1}
    assert exists(done)
    assert not Email.objects.exists()

    outcome = erase(world.adherent, by=world.sylvie.user, exchanges_too=True, now=NOW)
    assert outcome.kept == {"open": 1, "account": 1, "audit": 1}
    assert not exists(done)

    Acting(world.claire, opened).publish()
    number, account = world.adherent.pk, world.adherent.user_id
    outcome = erase(world.adherent, by=world.sylvie.user, exchanges_too=True, now=NOW)
    assert outcome.kept == {"audit": 1}
    assert not Adherent.objects.filter(pk=number).exists()
    assert not User.objects.filter(pk=account).exists()
    assert [found.broken for found in verify() if found.broken] == []


def officer() -> Client:
    agent = create_agent(
        login="dpo.exemple",
        password="un-mot-de-passe-invente",
        caisse_code="picardie",
        first_name="Dora",
        last_name="Garde",
        is_officer=True,
    )
    client = Client()
    client.force_login(agent.user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_the_officer_searches_and_exports_the_trail_of_their_caisse(world):
    ours, theirs = answered(world), answered(world, adherent=world.stranger)
    client = officer()
    trail = reverse("admin:audit_auditevent_changelist")
    assert "Claire Exemple" in client.get(trail, {"q": ours.reference}).content.decode()
    assert "Claire Exemple" not in client.get(trail, {"q": theirs.reference}).content.decode()
    exported = client.get(f"{trail}export/", {"q": str(ours.pk)})
    lines = b"".join(exported.streaming_content).decode("utf-8-sig").splitlines()
    assert exported["Content-Type"].startswith("text/csv")
    assert len(lines) == 1 + AuditEvent.objects.filter(thread_id=ours.pk).count()
    assert "Claire Exemple" in "".join(lines)
    assert world.adherent.nir not in "".join(lines)
    assert AuditEvent.objects.get(action="audit.exported").detail == {"rows": len(lines) - 1}

    other = Client()
    agent = create_agent(
        login="admin.exemple",
        password="un-mot-de-passe-invente",
        caisse_code="picardie",
        first_name="Ada",
        last_name="Ministre",
        is_staff=True,
    )
    other.force_login(agent.user, backend="django.contrib.auth.backends.ModelBackend")
    assert other.get(f"{trail}export/").status_code == 403


def test_the_officer_holds_answers_and_erases(world):
    thread, theirs = answered(world), answered(world, adherent=world.stranger)
    client = officer()
    hold = {"reference": thread.reference.lower(), "reason": "Recours", "until": ""}
    pages = "admin:retention_legalhold"
    assert client.post(reverse(f"{pages}_add"), hold).status_code == 302
    placed = LegalHold.objects.get()
    assert (placed.thread_id, placed.placed_by.username) == (thread.pk, "dpo.exemple")
    refused = client.post(reverse(f"{pages}_add"), {**hold, "reference": theirs.reference})
    assert refused.status_code == 200
    assert client.get(reverse(f"{pages}_change", args=[placed.pk])).status_code == 200
    lifting = {"action": "lift", "_selected_action": [placed.pk]}
    assert client.post(reverse(f"{pages}_changelist"), lifting).status_code == 302
    assert LegalHold.objects.get().lifted_at is not None

    asked = reverse("admin:retention_datarequest_add")
    wanted = {"reference": thread.reference, "kind": "access"}
    assert client.post(asked, wanted).status_code == 302
    shown = client.get(reverse("admin:retention_datarequest_changelist")).content.decode()
    number = shown.split("/change/")[0].rpartition("/")[2]
    page = client.get(reverse("admin:retention_datarequest_change", args=[number]))
    assert f"/{number}/file.json" in page.content.decode()
    file = client.get(reverse("admin:retention_datarequest_file", args=[number, "json"]))
    assert held_about(world.adherent).keys() == json.loads(file.content)["held"].keys()
    erasure = {"reference": thread.reference, "kind": "erasure", "exchanges_too": "on"}
    assert client.post(asked, erasure).status_code == 302
    assert not Adherent.objects.filter(pk=world.adherent.pk).exists()

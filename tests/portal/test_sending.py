"""An adherent's message is stored whole, with its deadline and its accusé, once."""

from datetime import timedelta
from unittest import mock
from uuid import uuid4

import pytest
from post_office.models import Email

from portal.audit.models import AuditEvent
from portal.messaging import sending
from portal.messaging.errors import MotifNotOffered, TextTooLong, TextTooShort
from portal.messaging.feed import read_changes
from portal.messaging.models import Change, Message, Thread
from portal.notifications.models import Notification
from tests.support.api_world import World, build_world
from tests.support.threads import all_at_once

TEXT = "Bonjour, quand mon attestation sera-t-elle disponible ?"


@pytest.fixture
def world(db) -> World:
    return build_world()


def nothing_is_written() -> bool:
    models = (Thread, Message, Notification, Email, Change, AuditEvent)
    return not any(model.objects.exists() for model in models)


def test_what_sending_writes(world):
    thread = world.send(text=f"  {TEXT}\r\n")
    assert thread.reference == f"MSG-{thread.sent_at:%Y}-{thread.pk:06d}"
    assert thread.due_at - thread.sent_at == timedelta(hours=48)
    assert (thread.policy, thread.policy_version, thread.budget_seconds) == (
        "calendaire",
        1,
        172_800,
    )
    assert (thread.status, thread.version, thread.kind) == ("open", 1, "request")
    assert (thread.theme_label, thread.motif_label) == ("Santé", "Attestation de droits")
    message = thread.messages.get()
    assert (message.text, message.direction, message.kind) == (TEXT, "in", "question")
    notification = thread.notifications.get()
    assert (notification.kind, notification.state) == ("acknowledgement", "to_send")
    assert notification.email.message_id == notification.mail_id
    event = AuditEvent.objects.get()
    assert (event.action, event.actor) == ("message.sent", world.adherent.user)
    changes = read_changes("picardie", 0, 10)
    assert [(change.seq, change.event) for change in changes.changes] == [(1, "sent")]
    assert changes.threads == [thread]


def test_the_same_key_sends_once(world):
    key = uuid4()
    threads = {
        sending.send_message(
            adherent=world.adherent, motif=world.motif, text=text, submission_key=key
        ).pk
        for text in (TEXT, TEXT, "x")
    }
    assert len(threads) == 1
    assert Email.objects.count() == 1


def test_the_key_of_another_adherent_is_another_message(world):
    key = uuid4()
    for adherent in (world.adherent, world.stranger):
        sending.send_message(adherent=adherent, motif=world.motif, text=TEXT, submission_key=key)
    assert Thread.objects.count() == 2


@pytest.mark.parametrize(
    ("text", "refusal"), [("neuf sign", TextTooShort), ("a" * 751, TextTooLong)]
)
def test_a_length_outside_the_limits_is_refused(world, text, refusal):
    with pytest.raises(refusal):
        world.send(text=text)
    assert nothing_is_written()


@pytest.mark.parametrize("level", ["motif", "sujet", "theme"])
@pytest.mark.parametrize("change", [{"active": False}, {"profiles": ["tiers"]}])
def test_a_motif_not_offered_to_the_profile_is_refused(world, level, change):
    row = {
        "motif": world.motif,
        "sujet": world.motif.sujet,
        "theme": world.motif.sujet.theme,
    }[level]
    for name, value in change.items():
        setattr(row, name, value)
    row.save()
    with pytest.raises(MotifNotOffered):
        world.send()
    assert nothing_is_written()


@pytest.mark.parametrize(
    "step", ["owe_acknowledgement", "trail.record", "record_change", "promise_for"]
)
def test_a_failure_at_any_step_leaves_nothing(world, step):
    failing = mock.patch(f"portal.messaging.sending.{step}", side_effect=RuntimeError("cut"))
    with failing, pytest.raises(RuntimeError, match="cut"):
        world.send()
    assert nothing_is_written()


def test_an_adherent_without_address_is_known_to_be_unreachable(world):
    world.adherent.user.email = ""
    world.adherent.user.save()
    notification = world.send().notifications.get()
    assert (notification.state, notification.cause) == ("failed", "no_address")
    assert notification.next_try_at is None
    assert not Email.objects.exists()


def test_an_unusable_address_does_not_prevent_sending(world):
    world.adherent.user.email = "deux mots@exemple"
    world.adherent.user.save()
    notification = world.send().notifications.get()
    assert (notification.state, notification.cause) == ("failed", "invalid_address")


def test_the_same_form_eight_times_at_once_sends_once(database):
    world = build_world()
    key = uuid4()

    def send() -> int:
        return sending.send_message(
            adherent=world.adherent, motif=world.motif, text=TEXT, submission_key=key
        ).pk

    assert len(set(all_at_once([send] * 8))) == 1
    assert Thread.objects.count() == Message.objects.count() == Email.objects.count() == 1
    assert [change.seq for change in read_changes("picardie", 0, 10).changes] == [1]

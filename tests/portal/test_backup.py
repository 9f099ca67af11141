"""A backup is put back whole, on both databases, while it was made from a portal at work."""

import json
import stat

import pytest
from django.db import connection

from portal.api.feed_identity import identity
from portal.audit import trail
from portal.audit.models import AuditEvent
from portal.audit.verifying import verify
from portal.messaging.models import Message, Thread
from portal.serving.backup import BackupError, back_up, manifest_of, restore
from tests.support.acting import Acting
from tests.support.api_world import bearer, build_world


def rows() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in (Thread, Message, AuditEvent)}


def test_what_was_backed_up_comes_back_and_what_came_later_does_not(database, tmp_path):
    world = build_world()
    answered, waiting = world.send(), world.send()
    Acting(world.claire, answered).publish()
    bearer(world.claire.user)
    before, name = rows(), identity()
    texts = sorted(Message.objects.values_list("text", flat=True))
    file = tmp_path / "backups" / "portal.backup"
    made = back_up(file)
    assert made.rows["messaging_thread"] == 2
    for written in (file, manifest_of(file)):
        assert stat.S_IMODE(written.stat().st_mode) == 0o600
    with pytest.raises(BackupError, match="never replaces"):
        back_up(file)

    Acting(world.claire, waiting).publish()
    world.send()
    trail.record("thread.read", actor=None, caisse=world.claire.caisse)
    with pytest.raises(BackupError, match="--replace"):
        restore(file, replace=False)
    restore(file, replace=True)
    assert rows() == {**before, "AuditEvent": before["AuditEvent"] + 1}
    assert AuditEvent.objects.get(chain="").action == "portal.restored"
    assert sorted(Message.objects.values_list("text", flat=True)) == texts
    assert [found.broken for found in verify() if found.broken] == []
    assert identity() != name
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM oauth2_provider_accesstoken")
        assert cursor.fetchone()[0] == 0

    # It is a portal like any other: acts go on from where the chain was.
    Acting(world.claire, waiting).publish()
    assert [found.broken for found in verify() if found.broken] == []


def test_a_restore_that_is_not_what_was_backed_up_is_told(database, tmp_path):
    build_world().send()
    file = tmp_path / "portal.backup"
    back_up(file)
    manifest = json.loads(manifest_of(file).read_text())
    for spoilt, told in (
        ({"rows": {**manifest["rows"], "messaging_thread": 7}}, "messaging_thread has 1 rows"),
        ({"chains": {**manifest["chains"], "picardie": [1, "0" * 64]}}, "audit chains"),
        ({"engine": "oracle"}, "is of oracle"),
    ):
        manifest_of(file).write_text(json.dumps({**manifest, **spoilt}))
        with pytest.raises(BackupError, match=told):
            restore(file, replace=True)
    manifest_of(file).unlink()
    with pytest.raises(BackupError, match="cannot be read"):
        restore(file, replace=True)

"""The commands about what is stored, as an operator types them."""

import io
import json

import pytest

from portal.audit.models import AuditChain, AuditEvent
from portal.cli import main
from portal.messaging.models import Message, Thread
from tests.support.acting import Acting
from tests.support.api_world import World, build_world


@pytest.fixture
def world(db) -> World:
    world = build_world()
    Acting(world.claire, world.send()).publish()
    return world


def test_the_audit_trail_is_verified_with_what_the_log_noted(world, capsys):
    assert main(["audit-verify"]) == 0
    assert "whole" in capsys.readouterr().out
    end = AuditChain.objects.get(name="picardie")
    assert main(["audit-verify", "--noted", f"picardie:{end.last_seq}:{end.digest}"]) == 0
    assert main(["audit-verify", "--noted", f"picardie:{end.last_seq}:{'0' * 64}"]) == 1
    assert f"picardie: BROKEN: number {end.last_seq} is not" in capsys.readouterr().out
    AuditChain.objects.filter(name="picardie").update(last_seq=end.last_seq + 1)
    assert main(["audit-verify"]) == 1
    assert main(["audit-verify", "--noted", "picardie"]) == 1


def test_one_adherent_is_told_what_is_held_and_erased(world, tmp_path, capsys, monkeypatch):
    reference = Thread.objects.get().reference
    folder = tmp_path / "answer"
    assert main(["access-export", "--reference", reference, "--output", str(folder)]) == 0
    written = {file.suffix: file for file in folder.iterdir()}
    assert written.keys() == {".json", ".html"}
    assert all(file.stat().st_mode & 0o077 == 0 for file in written.values())
    assert world.adherent.nir not in str(written)
    held = json.loads(written[".json"].read_text())["held"]
    assert held["accounts.Adherent"][0]["nir"] == world.adherent.nir
    assert AuditEvent.objects.filter(action="adherent.exported").count() == 1

    who = ["erase-adherent", "--identifier-stdin", "--exchanges-too"]
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{world.adherent.nir}\n"))
    assert main(who) == 1
    assert "--yes" in capsys.readouterr().err
    assert Message.objects.exists()
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{world.adherent.nir}\n"))
    assert main([*who, "--yes"]) == 0
    assert "kept 1: the trail" in capsys.readouterr().out
    assert not Message.objects.exists()
    assert main(["erase-adherent", "--adherent", str(world.adherent.pk), "--yes"]) == 1
    assert "no such adherent" in capsys.readouterr().err

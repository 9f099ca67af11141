"""The commands about what is stored: audit, retention, backup."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import django
from django.utils import timezone

if TYPE_CHECKING:
    from portal.accounts.models import Adherent


class NotDone(Exception):
    """A command cannot be carried out; the message says why."""


def audit_verify(options: argparse.Namespace) -> int:
    """Verify the audit trail: 0 whole, 1 broken, and what is the first thing that is wrong."""
    django.setup()
    from portal.audit.verifying import verify

    noted: dict[str, list[tuple[int, str]]] = {}
    for text in options.noted:
        try:
            chain, number, digest = text.split(":")
            noted.setdefault("" if chain == "-" else chain, []).append((int(number), digest))
        except ValueError as error:
            raise NotDone(f"--noted {text!r}: expected chain:number:digest") from error
    found = verify(noted)
    for one in found:
        name = one.chain or "-"
        print(f"{name}: BROKEN: {one.broken}" if one.broken else f"{name}: {one.first}…{one.last}")
    broken = sum(1 for one in found if one.broken)
    print("whole" if not broken else f"{broken} broken")
    return 1 if broken else 0


def access_export(options: argparse.Namespace) -> int:
    """Write all that is held about one adherent into a folder, as JSON and HTML."""
    django.setup()
    from portal.audit import trail
    from portal.retention.rendering import answer_about

    adherent = _adherent(options)
    answer = answer_about(adherent, timezone.now())
    folder = Path(options.output)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    trail.record("adherent.exported", actor=None, caisse=adherent.caisse, adherent_id=adherent.pk)
    for extension, content in (("json", answer.json), ("html", answer.html)):
        file = folder / f"adherent-{adherent.pk}.{extension}"
        made = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(made, "w", encoding="utf-8") as out:
            out.write(content)
        print(f"wrote {file}")
    return 0


def erase_adherent(options: argparse.Namespace) -> int:
    """Erase what may be erased of one adherent, and say what is kept and by what right."""
    django.setup()
    from portal.retention.erasure import REASONS, erase

    adherent = _adherent(options)
    if not options.yes:
        raise NotDone(f"erases data of adherent {adherent.pk} for good: say --yes")
    outcome = erase(adherent, by=None, exchanges_too=options.exchanges_too, now=timezone.now())
    for table, rows in sorted(outcome.erased.items()):
        print(f"erased {rows} {table}")
    for reason, count in sorted(outcome.kept.items()):
        print(f"kept {count}: {REASONS[reason]}")
    return 0


def backup(options: argparse.Namespace) -> int:
    """Back the database up into a file."""
    django.setup()
    from portal.serving.backup import BackupError, back_up

    try:
        made = back_up(Path(options.file))
    except BackupError as error:
        raise NotDone(str(error)) from error
    print(f"wrote {options.file}: {sum(made.rows.values())} rows, {len(made.chains)} audit chains")
    return 0


def restore(options: argparse.Namespace) -> int:
    """Put a backup in the database's place."""
    django.setup()
    from portal.serving.backup import BackupError
    from portal.serving.backup import restore as put_back

    try:
        there = put_back(Path(options.file), replace=options.replace)
    except BackupError as error:
        raise NotDone(str(error)) from error
    print(
        f"restored {sum(there.rows.values())} rows as of {there.made_at}; the audit trail is whole;"
        " everybody signs in again and each desk reads its caisse anew"
    )
    return 0


def _adherent(options: argparse.Namespace) -> "Adherent":
    """Whom a command is about. A NIR is read from standard input: arguments are seen by all."""
    from portal.accounts.models import Adherent
    from portal.messaging.models import Thread

    adherents = Adherent.objects.select_related("user", "caisse")
    found: Adherent | None
    if options.identifier_stdin:
        typed = sys.stdin.readline().strip()
        found = adherents.filter(user__username=typed).first()
    elif options.reference:
        thread = Thread.objects.filter(reference=options.reference).first()
        found = adherents.filter(pk=thread.adherent_id).first() if thread else None
    else:
        found = adherents.filter(pk=options.adherent).first()
    if found is None:
        raise NotDone("there is no such adherent")
    return found

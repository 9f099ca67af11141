"""Backup and restore of the whole database, while the portal runs and when it is stopped.

A backup is one file and, beside it, ``<file>.manifest.json`` with the number of rows of each table
at that same instant and the ends of the audit chains. A restore is believed only once it holds
exactly these.
"""

import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.utils import timezone
from oauth2_provider.models import (
    get_access_token_model,
    get_grant_model,
    get_refresh_token_model,
)

from portal.api.feed_identity import renew
from portal.audit import trail
from portal.audit.models import AuditChain
from portal.audit.verifying import verify
from portal.catalogue.models import CatalogueVersion
from portal.serving.migrations import refuse_newer_database


class BackupError(Exception):
    """A backup or a restore was not made; the message says why and what to do."""


@dataclass(frozen=True)
class Manifest:
    """What a backup holds: rows by table, and each audit chain's number and digest."""

    engine: str
    made_at: str
    rows: dict[str, int]
    chains: dict[str, list[Any]]


def manifest_of(file: Path) -> Path:
    """The path of a backup's manifest."""
    return file.with_name(f"{file.name}.manifest.json")


def back_up(file: Path) -> Manifest:
    """Write a backup that nobody else can read; requests are served meanwhile.

    Raises:
        BackupError: the file is there already, or could not be written.
    """
    if file.exists() or manifest_of(file).exists():
        raise BackupError(f"{file} is there already: a backup never replaces another")
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f"{file.name}.part")
    beside.unlink(missing_ok=True)
    try:
        os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        made = _dump_postgres(beside) if _is_postgres() else _copy_sqlite(beside)
        manifest = manifest_of(file)
        manifest.touch(mode=0o600)
        manifest.write_text(json.dumps(asdict(made), indent=2) + "\n", encoding="utf-8")
        os.replace(beside, file)
    except (OSError, sqlite3.Error) as error:
        raise BackupError(f"{file} could not be written ({error})") from error
    finally:
        beside.unlink(missing_ok=True)
    return made


def restore(file: Path, *, replace: bool) -> Manifest:
    """Put a backup in the place of the database. No portal process may run meanwhile.

    Afterwards everybody signs in again, the feeds have another name (each desk reads its caisse
    anew and is told what the portal no longer has), and the trail says that it was restored.

    Args:
        replace: also when the present database holds something. A SQLite file is kept beside.

    Raises:
        BackupError: it cannot be done, or what came back is not what the manifest says.
        ConfigurationError: the backup is of a newer version of the portal.
    """
    wanted = _read_manifest(file)
    engine = "postgresql" if _is_postgres() else "sqlite"
    if wanted.engine != engine:
        raise BackupError(f"this backup is of {wanted.engine}, the database is {engine}")
    if not replace and _holds_something():
        raise BackupError(
            "the database holds data: say --replace to have the backup take its place"
        )
    if _is_postgres():
        _restore_postgres(file)
    else:
        _restore_sqlite(file)
    refuse_newer_database()
    _compare(wanted, _state())
    broken = [found for found in verify() if found.broken]
    if broken:
        raise BackupError(f"the audit chain {broken[0].chain or '-'}: {broken[0].broken}")
    with transaction.atomic():
        _sign_everybody_out()
        renew()
        trail.record("portal.restored", actor=None, caisse=None, made_at=wanted.made_at)
    return wanted


def _is_postgres() -> bool:
    return connection.vendor == "postgresql"


def _read_manifest(file: Path) -> Manifest:
    try:
        return Manifest(**json.loads(manifest_of(file).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise BackupError(f"{manifest_of(file)} cannot be read ({error})") from error


def _holds_something() -> bool:
    if CatalogueVersion._meta.db_table not in connection.introspection.table_names():
        return False
    return CatalogueVersion.objects.exists() or AuditChain.objects.exists()


def _state(execute: Callable[[str], Sequence[Sequence[Any]]] | None = None) -> Manifest:
    """What a database holds at this instant: the caller sees to it that it is one.

    Args:
        execute: runs a query upon another database than ours and returns its rows.
    """
    ask = execute or _ask_ours
    there = {row[0] for row in ask(_TABLES[connection.vendor])}
    tables = sorted(
        {
            model._meta.db_table
            for model in apps.get_models(include_auto_created=True)
            if model._meta.managed and not model._meta.proxy
        }
        & there
    )
    heads = ask(f'SELECT name, last_seq, digest FROM "{AuditChain._meta.db_table}"')  # noqa: S608
    return Manifest(
        engine="postgresql" if _is_postgres() else "sqlite",
        made_at=timezone.now().isoformat(),
        rows={
            table: ask(f'SELECT COUNT(*) FROM "{table}"')[0][0]  # noqa: S608 - our own tables
            for table in tables
        },
        chains={name: [seq, digest] for name, seq, digest in heads},
    )


_TABLES = {
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table'",
}


def _ask_ours(query: str) -> Sequence[Sequence[Any]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        rows: Sequence[Sequence[Any]] = cursor.fetchall()
        return rows


def _compare(wanted: Manifest, found: Manifest) -> None:
    for table, count in wanted.rows.items():
        if found.rows.get(table) != count:
            raise BackupError(
                f"{table} has {found.rows.get(table, 0)} rows, the backup had {count}"
            )
    if found.chains != wanted.chains:
        raise BackupError("the audit chains do not end as they did in the backup")


def _sign_everybody_out() -> None:
    """Tokens that were revoked since the backup would be good again."""
    Session.objects.all().delete()
    for model in (get_refresh_token_model(), get_access_token_model(), get_grant_model()):
        model.objects.all().delete()


# --- SQLite ------------------------------------------------------------------------------------


def _database_file() -> Path:
    return Path(str(connection.settings_dict["NAME"]))


def _copy_sqlite(target: Path) -> Manifest:
    with (
        closing(sqlite3.connect(_database_file())) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)  # writers go on meanwhile; the copy is of one instant
        copy.execute("PRAGMA journal_mode=DELETE")
        return _state(lambda query: copy.execute(query).fetchall())


def _restore_sqlite(file: Path) -> None:
    database = _database_file()
    beside = database.with_name(f"{database.name}.restoring")
    connection.close()
    try:
        shutil.copyfile(file, beside)
        beside.chmod(0o600)
        if database.exists():
            now = timezone.now()
            aside = database.with_name(f"{database.name}.before-{now:%Y%m%dT%H%M%S%f}")
            with closing(sqlite3.connect(database)) as old:
                old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            os.replace(database, aside)
            for tail in ("-wal", "-shm"):
                database.with_name(database.name + tail).unlink(missing_ok=True)
        os.replace(beside, database)
    except (OSError, sqlite3.Error) as error:
        raise BackupError(f"{file} could not be restored ({error})") from error


# --- PostgreSQL --------------------------------------------------------------------------------


def _dump_postgres(target: Path) -> Manifest:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            snapshot = str(cursor.fetchone()[0])
        # The program dumps what this transaction sees.
        _run("pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--file={target}")
        return _state()


def _restore_postgres(file: Path) -> None:
    connection.close()
    _run(
        "pg_restore", "--clean", "--if-exists", "--no-owner", "--no-privileges",
        "--single-transaction", "--exit-on-error", str(file), database_as="--dbname",
    )  # fmt: skip


def _run(program: str, *arguments: str, database_as: str = "") -> None:
    """Run one of PostgreSQL's own programs on our database; the password goes by environment."""
    found = shutil.which(program) or _newest_of_debian(program)
    if found is None:
        raise BackupError(f"{program} is not installed: it comes with PostgreSQL's client programs")
    given = connection.settings_dict
    named = {
        "PGHOST": given["HOST"],
        "PGPORT": given["PORT"],
        "PGUSER": given["USER"],
        "PGPASSWORD": given["PASSWORD"],
        "PGDATABASE": given["NAME"],
        **{f"PG{key.upper()}": value for key, value in given["OPTIONS"].items()},
    }
    environment = {key: str(value) for key, value in named.items() if value}
    target = [f"{database_as}={given['NAME']}"] if database_as else []
    done = subprocess.run(  # noqa: S603 - our own command
        [found, *target, *arguments],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        # Only the first line: the others may quote rows.
        said = (done.stderr.strip().splitlines() or ["no reason given"])[0]
        raise BackupError(f"{program} failed: {said}")


def _newest_of_debian(program: str) -> str | None:
    found = sorted(
        Path("/usr/lib/postgresql").glob(f"*/bin/{program}"),
        key=lambda path: int(path.parts[-3]) if path.parts[-3].isdigit() else 0,
    )
    return str(found[-1]) if found else None

"""A migrated, empty SQLite database kept under `build/` and copied for each fresh embedded portal.

Applying some hundred migrations takes seconds; copying the file takes milliseconds. The name
holds a digest of all migrations and the versions of what they run on, so a stale template is
never used; the ordinary migration check follows every copy all the same.
"""

import hashlib
import inspect
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import django
from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader


def _database() -> Path | None:
    """Return the file of the embedded database, None when it is not SQLite on disk."""
    name = str(settings.DATABASES["default"]["NAME"])
    if connection.vendor != "sqlite" or name.startswith(("file:", ":memory:")):
        return None
    return Path(name)


def _template() -> Path:
    digest = hashlib.sha256(f"{django.VERSION} {sqlite3.sqlite_version}".encode())
    loader = MigrationLoader(None, ignore_no_migrations=True)
    for key, migration in sorted(loader.disk_migrations.items(), key=lambda entry: entry[0]):
        digest.update(repr(key).encode())
        digest.update(Path(inspect.getfile(type(migration))).read_bytes())
    folder: Path = settings.REPOSITORY / "build"
    return folder / f"portal-template-{digest.hexdigest()[:16]}.sqlite3"


def copy_if_fresh() -> bool:
    """Copy the template where there is no database yet; return whether it was done."""
    database = _database()
    if database is None or database.exists():
        return False
    template = _template()
    if not template.exists():
        return False
    beside = database.with_suffix(".new")
    shutil.copyfile(template, beside)
    beside.chmod(0o600)
    # All at once: a crash in between leaves no half database.
    os.replace(beside, database)
    return True


def keep_if_fresh() -> None:
    """Keep the database just migrated as the template, if it is empty and there is none yet.

    Where `build/` cannot be written (an installed package), there is simply no template.
    """
    database = _database()
    template = _template()
    if database is None or template.exists() or _has_content():
        return
    beside = template.with_name(f"{template.name}.{os.getpid()}")
    try:
        template.parent.mkdir(exist_ok=True)
        with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(beside)) as copy:
            source.backup(copy)
        os.replace(beside, template)
    except (OSError, sqlite3.OperationalError):
        beside.unlink(missing_ok=True)


def _has_content() -> bool:
    from portal.accounts.models import User
    from portal.catalogue.models import Caisse

    return User.objects.exists() or Caisse.objects.exists()

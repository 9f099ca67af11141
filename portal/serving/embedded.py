"""The embedded mode: a portal that needs nothing but a folder.

It keeps its secret key and its SQLite database in ``PORTAL_DATA``, creates and migrates the
database by itself, and imports the catalogue when there is none.
"""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from portal.environment import ConfigurationError, data_folder

KEY_FILE = "secret-key"
LOCK_FILE = "prepare.lock"
LOCK_SECONDS = 60
"""A fresh database takes some seconds to migrate on a slow machine; then something is wrong."""


def prepare_environment() -> None:
    """Complete the environment before the settings are read: a private folder and a kept secret.

    Raises:
        ConfigurationError: the folder of ``PORTAL_DATA`` cannot be used.
    """
    # Everything made from here on, the database and its journal too, is for this account alone.
    os.umask(0o077)
    folder = data_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with _alone(folder):
            key = _kept_key(folder / KEY_FILE)
    except (OSError, sqlite3.Error) as error:
        raise ConfigurationError(f"PORTAL_DATA: {folder} cannot be used ({error})") from error
    os.environ.setdefault("PORTAL_SECRET_KEY", key)


def _kept_key(path: Path) -> str:
    if path.exists():
        return path.read_text(encoding="ascii").strip()
    key = secrets.token_urlsafe(48)
    made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(made, "w", encoding="ascii") as file:
        file.write(key)
    return key


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one process at a time prepare the folder: server and worker may start together.

    An SQLite lock, because the system frees it when its holder dies, on every system.
    """
    with closing(sqlite3.connect(folder / LOCK_FILE, timeout=LOCK_SECONDS)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        try:
            yield
        finally:
            lock.rollback()


def prepare_database() -> None:
    """Bring the database up to date and fill an empty catalogue. Django is set up by then.

    Raises:
        ConfigurationError: the database is of a newer version of the portal.
    """
    from portal.catalogue.importing import import_catalogue
    from portal.catalogue.models import CatalogueVersion
    from portal.reply_templates.collection import import_templates
    from portal.serving import template_database
    from portal.serving.migrations import migrate, refuse_newer_database

    with _alone(data_folder()):
        template_database.copy_if_fresh()
        refuse_newer_database()
        if migrate():
            template_database.keep_if_fresh()
        if not CatalogueVersion.objects.exists():
            import_catalogue()
            import_templates()

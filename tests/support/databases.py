"""Real databases for tests that need several writers: each thread has its own connection, and what
it commits is committed. (pytest-django's own database is one transaction in memory.)
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from django.core.management import call_command
from django.db import connections

from portal.catalogue.importing import import_catalogue
from portal.environment import read_environment
from portal.reply_templates.collection import import_templates
from tests.support.postgres import PostgresServer


@contextmanager
def using(url: str) -> Iterator[str]:
    """Make `url` (as in ``PORTAL_DATABASE_URL``) Django's database, for every thread."""
    with mock.patch.dict(os.environ, {"PORTAL_DATABASE_URL": url}):
        settings: dict[str, Any] = connections.configure_settings(
            {"default": read_environment().database}
        )
    # Set aside, not closed: a database in memory lives as long as its connection.
    previous = connections["default"]
    previous_settings = connections.settings["default"]
    connections.settings["default"] = settings["default"]
    del connections["default"]
    try:
        yield url
    finally:
        ours = connections["default"]
        ours.close()
        if ours.vendor == "postgresql":
            # Known by the alias alone: the next database would get these.
            ours.close_pool()  # type: ignore[attr-defined]
        connections.settings["default"] = previous_settings
        connections["default"] = previous


def close_connection() -> None:
    """To be called last in each thread that used the database."""
    connections["default"].close()


class SqliteDatabases:
    """Makes migrated SQLite files with a catalogue, each a copy of the first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = 0
        self._template = folder / "template.sqlite3"

    def new(self) -> str:
        if not self._template.exists():
            with using(f"sqlite://{self._template}"):
                _fill()
        self._made += 1
        copy = self._folder / f"portal-{self._made}.sqlite3"
        shutil.copyfile(self._template, copy)
        return f"sqlite://{copy}"


class PostgresDatabases:
    """Makes migrated PostgreSQL databases with a catalogue, each a copy of the first."""

    TEMPLATE = "portal_template"

    def __init__(self, server: PostgresServer) -> None:
        self._server = server
        self._made = 0

    def new(self) -> str:
        if not self._made:
            with using(self._server.create(self.TEMPLATE)):
                _fill()
        self._made += 1
        return self._server.create(f"portal_{self._made}", template=self.TEMPLATE)


def _fill() -> None:
    call_command("migrate", verbosity=0, interactive=False)
    import_catalogue()
    import_templates()

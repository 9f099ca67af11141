"""Compares the database with the migrations of this version of the portal."""

from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from portal.environment import ConfigurationError


def pending() -> list[str]:
    """Return the migrations that the database still lacks, as ``app.name``."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def unknown() -> list[str]:
    """Return the portal's migrations that the database has and this version does not know."""
    loader = MigrationLoader(connection, ignore_no_migrations=True)
    ours = loader.migrated_apps
    return [
        f"{app}.{name}"
        for app, name in loader.applied_migrations
        if app in ours
        and (app, name) not in loader.disk_migrations
        and not _replaced(loader, app, name)
    ]


def _replaced(loader: MigrationLoader, app: str, name: str) -> bool:
    return any((app, name) in migration.replaces for migration in loader.disk_migrations.values())


def refuse_newer_database() -> None:
    """Refuse to touch a database that a newer portal has migrated: data could be lost.

    Raises:
        ConfigurationError: it is.
    """
    names = unknown()
    if names:
        raise ConfigurationError(
            f"the database was made by a newer version of the portal (it has {names[0]}):"
            " install that version, or restore an older database"
        )


def migrate() -> bool:
    """Apply what is pending; return whether there was something.

    Whatever rooms do after a migration (rights, desk's OAuth client) is done in any case: it may
    have changed without one.
    """
    if pending():
        call_command("migrate", verbosity=0, interactive=False)
        return True
    emit_post_migrate_signal(verbosity=0, interactive=False, db=DEFAULT_DB_ALIAS)
    return False

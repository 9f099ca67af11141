"""Brings a store's schema to this version of desk, with Alembic."""

from pathlib import Path

from sqlalchemy import Connection, inspect
from sqlalchemy.exc import NoSuchTableError

from desk.models.errors import StoreTooNew

HEAD = "0003"
"""The newest revision in `migrations/versions`; a test holds it equal to Alembic's own head.

Written here so that an up-to-date store opens without importing Alembic (0.1 s at every start).
"""

MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def revision_of(connection: Connection) -> str | None:
    """The revision a store was left at, None for an empty one."""
    try:
        if not inspect(connection).has_table("alembic_version"):
            return None
    except NoSuchTableError:
        return None
    value = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return None if value is None else str(value)


def to_head(connection: Connection) -> None:
    """Run the missing migrations within the caller's transaction.

    Raises:
        StoreTooNew: the store's revision is not one of ours.
    """
    if revision_of(connection) == HEAD:
        return
    to_revision(connection, HEAD)


def to_revision(connection: Connection, revision: str) -> None:
    """Migrate up or down to `revision` (``base`` empties the store).

    Raises:
        StoreTooNew: the store's revision is not one of ours.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    script = ScriptDirectory.from_config(config)
    known = [each.revision for each in script.walk_revisions()]
    present = revision_of(connection)
    if present is not None and present not in known:
        raise StoreTooNew(f"revision {present}")
    going_down = revision == "base" or (
        present is not None and revision in known and known.index(revision) > known.index(present)
    )
    if going_down:
        command.downgrade(config, revision)
    else:
        command.upgrade(config, revision)

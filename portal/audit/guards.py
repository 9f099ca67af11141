"""Triggers that make the database itself refuse to change the audit trail.

They hold against this program's own mistakes and against a hand in the database's console; whoever
may drop a trigger is found out by the chain (`portal.audit.verifying`). Installed after every
migration: SQLite loses the triggers of a table that a migration rebuilds.
"""

from typing import Any

from django.db import connections

_MESSAGE = "the audit trail is append-only"
_EVENT = "audit_auditevent"
_CHECKPOINT = "audit_auditcheckpoint"

# Only what a checkpoint states to be purged may go.
_STATED = (
    f"EXISTS (SELECT 1 FROM {_CHECKPOINT} c"  # noqa: S608 - names of our own tables
    " WHERE c.chain = OLD.chain AND c.kind = 'purge' AND c.seq >= OLD.seq)"
)

NAMES = (
    "audit_event_no_update",
    "audit_event_no_delete",
    "audit_checkpoint_no_update",
    "audit_checkpoint_no_delete",
)

_SQLITE = tuple(
    f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {verb} ON {table} {when}"
    f" BEGIN SELECT RAISE(ABORT, '{_MESSAGE}'); END"
    for name, verb, table, when in (
        (NAMES[0], "UPDATE", _EVENT, ""),
        (NAMES[1], "DELETE", _EVENT, f"WHEN NOT {_STATED}"),
        (NAMES[2], "UPDATE", _CHECKPOINT, ""),
        (NAMES[3], "DELETE", _CHECKPOINT, ""),
    )
)

_POSTGRES = (
    f"""CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{_MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    f"""CREATE OR REPLACE FUNCTION audit_refuse_unless_purged() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN
        IF {_STATED} THEN RETURN OLD; END IF;
        RAISE EXCEPTION '{_MESSAGE}' USING ERRCODE = 'integrity_constraint_violation';
    END $$""",
    *(
        statement
        for name, verb, table, each, function in (
            (NAMES[0], "UPDATE", _EVENT, "ROW", "audit_refuse"),
            (NAMES[1], "DELETE", _EVENT, "ROW", "audit_refuse_unless_purged"),
            (NAMES[2], "UPDATE", _CHECKPOINT, "ROW", "audit_refuse"),
            (NAMES[3], "DELETE", _CHECKPOINT, "ROW", "audit_refuse"),
            ("audit_event_no_truncate", "TRUNCATE", _EVENT, "STATEMENT", "audit_refuse"),
            ("audit_checkpoint_no_truncate", "TRUNCATE", _CHECKPOINT, "STATEMENT", "audit_refuse"),
        )
        for statement in (
            f"DROP TRIGGER IF EXISTS {name} ON {table}",
            f"CREATE TRIGGER {name} BEFORE {verb} ON {table}"
            f" FOR EACH {each} EXECUTE FUNCTION {function}()",
        )
    ),
)


def install(using: str = "default", **_signal: Any) -> None:
    """Install the triggers; doing it again changes nothing. A receiver of ``post_migrate``."""
    connection = connections[using]
    if missing(using):
        with connection.cursor() as cursor:
            for statement in _POSTGRES if connection.vendor == "postgresql" else _SQLITE:
                cursor.execute(statement)


def missing(using: str = "default") -> list[str]:
    """Return the names of the triggers that the database does not have."""
    connection = connections[using]
    if not {_EVENT, _CHECKPOINT} <= set(connection.introspection.table_names()):
        return []  # migrated backwards, to before there was a trail
    query = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        there = {row[0] for row in cursor.fetchall()}
    return [name for name in NAMES if name not in there]

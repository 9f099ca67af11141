"""Run by Alembic: migrates on the connection, and in the transaction, of `desk.models.upgrade`."""

from alembic import context

from desk.models.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite alters a table by copying it.
    render_as_batch=True,
    # The caller's transaction holds all steps: a store is never left between two revisions.
    transactional_ddl=False,
)
context.run_migrations()

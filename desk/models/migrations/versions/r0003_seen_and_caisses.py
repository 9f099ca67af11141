"""What an author had on screen, the caisses to transfer to, the identity of each e-mail.

The catalogue and every thread are read once more: an older desk ignored what the portal said of
them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "seen",
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("thread_id", name=op.f("pk_seen")),
    )
    op.create_table(
        "caisse",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_caisse")),
    )
    op.add_column(
        "notification", sa.Column("mail_id", sa.Text(), server_default="", nullable=False)
    )
    op.execute(
        "DELETE FROM meta"
        " WHERE key IN ('cursor', 'snapshot_after', 'snapshot_cursor', 'catalogue_etag')"
    )


def downgrade() -> None:
    op.drop_column("notification", "mail_id")
    op.drop_table("caisse")
    op.drop_table("seen")

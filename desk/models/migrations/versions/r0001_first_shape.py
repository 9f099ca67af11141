"""The store's first shape."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "competence",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_competence")),
    )
    op.create_table(
        "draft",
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("caret", sa.Integer(), nullable=False),
        sa.Column("seen_version", sa.Integer(), nullable=False),
        sa.Column("saved_ms", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("thread_id", name=op.f("pk_draft")),
    )
    op.create_table(
        "meta",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )
    op.create_table(
        "motif",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("sujet", sa.Text(), nullable=False),
        sa.Column("sujet_label", sa.Text(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("theme_label", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("competence", sa.Text(), nullable=False),
        sa.Column("online_service", sa.Text(), nullable=True),
        sa.Column("medical", sa.Integer(), nullable=False),
        sa.Column("active", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_motif")),
        sa.UniqueConstraint("rank", name=op.f("uq_motif_rank")),
    )
    op.create_table(
        "online_service",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("active", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_online_service")),
    )
    op.create_table(
        "outbox",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("seen_version", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_ms", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("next_try_ms", sa.Integer(), nullable=True),
        sa.Column("problem", sa.Text(), server_default="", nullable=False),
        sa.Column("problem_detail", sa.Text(), server_default="", nullable=False),
        sa.Column("portal_id", sa.Integer(), nullable=True),
        sa.Column("published_ms", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(state != 'published') or (kind != 'reply') or (portal_id is not null)",
            name=op.f("ck_outbox_published_reply_has_portal_id"),
        ),
        sa.CheckConstraint("kind in ('claim', 'release', 'reply')", name=op.f("ck_outbox_kind")),
        sa.CheckConstraint(
            "state in ('queued', 'sending', 'unconfirmed', 'published', 'rejected', 'conflict', 'cancelled')",
            name=op.f("ck_outbox_state"),
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_outbox")),
        sa.UniqueConstraint("id", name=op.f("uq_outbox_id")),
    )
    op.create_index("ix_outbox_state", "outbox", ["state", "seq"], unique=False)
    op.create_index("ix_outbox_thread", "outbox", ["thread_id", "seq"], unique=False)
    op.create_index(
        "uq_outbox_one_reply_under_way",
        "outbox",
        ["thread_id"],
        unique=True,
        sqlite_where=sa.text("kind = 'reply' AND state IN ('queued', 'sending', 'unconfirmed')"),
    )
    op.create_table(
        "thread",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("adherent_id", sa.Integer(), nullable=False),
        sa.Column("adherent_name", sa.Text(), nullable=False),
        sa.Column("civility", sa.Text(), nullable=False),
        sa.Column("first_name", sa.Text(), nullable=False),
        sa.Column("family_name", sa.Text(), nullable=False),
        sa.Column("used_name", sa.Text(), nullable=False),
        sa.Column("addressed_name", sa.Text(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("identifier_masked", sa.Text(), nullable=False),
        sa.Column("email_state", sa.Text(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("sujet", sa.Text(), nullable=False),
        sa.Column("motif", sa.Text(), nullable=False),
        sa.Column("competence", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("sent_ms", sa.Integer(), nullable=False),
        sa.Column("due_ms", sa.Integer(), nullable=False),
        sa.Column("answered_ms", sa.Integer(), nullable=True),
        sa.Column("policy", sa.Text(), nullable=False),
        sa.Column("budget_s", sa.Integer(), nullable=False),
        sa.Column("claim_agent_id", sa.Integer(), nullable=True),
        sa.Column("claim_name", sa.Text(), nullable=True),
        sa.Column("claim_since_ms", sa.Integer(), nullable=True),
        sa.Column("claim_expires_ms", sa.Integer(), nullable=True),
        sa.Column("first_words", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "status in ('open', 'answered', 'closed')", name=op.f("ck_thread_status")
        ),
        sa.CheckConstraint(
            "(claim_agent_id is null) = (claim_expires_ms is null)",
            name=op.f("ck_thread_claim_whole_or_none"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thread")),
    )
    op.create_index("ix_thread_adherent", "thread", ["adherent_id", "sent_ms"], unique=False)
    op.create_index(
        "ix_thread_held",
        "thread",
        ["claim_expires_ms", "claim_agent_id", "id"],
        unique=False,
        sqlite_where=sa.text("status = 'open' AND claim_expires_ms IS NOT NULL"),
    )
    op.create_index(
        "ix_thread_open_due",
        "thread",
        ["due_ms", "id", "claim_agent_id", "claim_expires_ms"],
        unique=False,
        sqlite_where=sa.text("status = 'open'"),
    )
    op.create_index(
        "ix_thread_open",
        "thread",
        ["motif", "due_ms", "id", "claim_agent_id", "claim_expires_ms"],
        unique=False,
        sqlite_where=sa.text("status = 'open'"),
    )
    op.create_table(
        "message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("author_name", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at_ms", sa.Integer(), nullable=False),
        sa.CheckConstraint("direction in ('in', 'out')", name=op.f("ck_message_direction")),
        sa.ForeignKeyConstraint(
            ["thread_id"], ["thread.id"], name=op.f("fk_message_thread_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
    )
    op.create_index("ix_message_thread", "message", ["thread_id", "at_ms"], unique=False)
    op.create_table(
        "notification",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("next_try_ms", sa.Integer(), nullable=True),
        sa.Column("handed_over_ms", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "state in ('to_send', 'handed_over', 'failed')", name=op.f("ck_notification_state")
        ),
        sa.ForeignKeyConstraint(
            ["thread_id"], ["thread.id"], name=op.f("fk_notification_thread_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notification")),
    )
    op.create_index("ix_notification_thread", "notification", ["thread_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_notification_thread", table_name="notification")
    op.drop_table("notification")
    op.drop_index("ix_message_thread", table_name="message")
    op.drop_table("message")
    op.drop_index("ix_thread_held", table_name="thread")
    op.drop_index("ix_thread_open", table_name="thread")
    op.drop_index("ix_thread_open_due", table_name="thread")
    op.drop_index("ix_thread_adherent", table_name="thread")
    op.drop_table("thread")
    op.drop_index(
        "uq_outbox_one_reply_under_way",
        table_name="outbox",
        sqlite_where=sa.text("kind = 'reply' AND state IN ('queued', 'sending', 'unconfirmed')"),
    )
    op.drop_index("ix_outbox_thread", table_name="outbox")
    op.drop_index("ix_outbox_state", table_name="outbox")
    op.drop_table("outbox")
    op.drop_table("online_service")
    op.drop_table("motif")
    op.drop_table("meta")
    op.drop_table("draft")
    op.drop_table("competence")

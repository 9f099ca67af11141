"""Work done offline: more kinds of actions, the drafts' journal, notes, events, scheduled replies.

What a portal of API 1.1 says of a thread was ignored so far; forgetting the cursor has every thread
read once more.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KINDS_BEFORE = "kind in ('claim', 'release', 'reply')"
KINDS = (
    "kind in ('claim', 'release', 'reply', 'note', 'reclassify', 'transfer', 'close',"
    " 'break_claim', 'withdraw', 'schedule', 'unschedule')"
)
KNOWN_BEFORE = "portal_id is not null"
KNOWN = "(portal_id is null) = (published_ms is null)"
UNDER_WAY = "state IN ('queued', 'sending', 'unconfirmed')"
ONE_REPLY_BEFORE = f"kind = 'reply' AND {UNDER_WAY}"
ONE_REPLY = f"kind IN ('reply', 'schedule') AND {UNDER_WAY}"


def upgrade() -> None:
    op.add_column("thread", sa.Column("original_motif", sa.Text(), nullable=True))
    op.add_column("message", sa.Column("undo_until_ms", sa.Integer(), nullable=True))
    op.add_column("draft", sa.Column("scroll", sa.Integer(), server_default="0", nullable=False))
    op.create_table(
        "thread_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at_ms", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["thread_id"], ["thread.id"], name=op.f("fk_thread_note_thread_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thread_note")),
    )
    op.create_index("ix_thread_note_thread", "thread_note", ["thread_id", "at_ms"])
    op.create_table(
        "thread_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at_ms", sa.Integer(), nullable=False),
        sa.Column("author_name", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["thread_id"], ["thread.id"], name=op.f("fk_thread_event_thread_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thread_event")),
    )
    op.create_index("ix_thread_event_thread", "thread_event", ["thread_id", "at_ms"])
    op.create_table(
        "scheduled_reply",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("publish_ms", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint("state in ('waiting', 'held')", name=op.f("ck_scheduled_reply_state")),
        sa.ForeignKeyConstraint(
            ["thread_id"],
            ["thread.id"],
            name=op.f("fk_scheduled_reply_thread_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scheduled_reply")),
        sa.UniqueConstraint("thread_id", name=op.f("uq_scheduled_reply_thread_id")),
    )
    op.create_table(
        "draft_version",
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("saved_ms", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("cut", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("thread_id", "saved_ms", name=op.f("pk_draft_version")),
    )
    op.create_table(
        "draft_copy",
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("thread_id", name=op.f("pk_draft_copy")),
    )
    _outbox_again(KINDS, ONE_REPLY, KNOWN)
    op.execute("DELETE FROM meta WHERE key IN ('cursor', 'snapshot_after', 'snapshot_cursor')")


def downgrade() -> None:
    op.execute(
        f"DELETE FROM outbox WHERE NOT ({KINDS_BEFORE})"
        " OR (state = 'published' AND kind = 'reply' AND portal_id IS NULL)"
    )
    _outbox_again(KINDS_BEFORE, ONE_REPLY_BEFORE, KNOWN_BEFORE)
    op.drop_table("draft_copy")
    op.drop_table("draft_version")
    op.drop_table("scheduled_reply")
    op.drop_index("ix_thread_event_thread", table_name="thread_event")
    op.drop_table("thread_event")
    op.drop_index("ix_thread_note_thread", table_name="thread_note")
    op.drop_table("thread_note")
    op.drop_column("draft", "scroll")
    op.drop_column("message", "undo_until_ms")
    op.drop_column("thread", "original_motif")


def _outbox_again(kinds: str, one_reply: str, known: str) -> None:
    """SQLite cannot change a CHECK: the table is made anew and its rows are copied."""
    for index in ("uq_outbox_one_reply_under_way", "ix_outbox_thread", "ix_outbox_state"):
        op.drop_index(index, table_name="outbox")
    op.rename_table("outbox", "outbox_before")
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
            f"(state != 'published') or (kind != 'reply') or ({known})",
            name=op.f("ck_outbox_published_reply_has_portal_id"),
        ),
        sa.CheckConstraint(kinds, name=op.f("ck_outbox_kind")),
        sa.CheckConstraint(
            "state in ('queued', 'sending', 'unconfirmed', 'published', 'rejected', 'conflict',"
            " 'cancelled')",
            name=op.f("ck_outbox_state"),
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_outbox")),
        sa.UniqueConstraint("id", name=op.f("uq_outbox_id")),
    )
    names = (
        "seq, id, kind, thread_id, seen_version, body, state, created_ms, attempts, next_try_ms,"
        " problem, problem_detail, portal_id, published_ms"
    )
    op.execute(f"INSERT INTO outbox ({names}) SELECT {names} FROM outbox_before")
    op.drop_table("outbox_before")
    op.create_index("ix_outbox_state", "outbox", ["state", "seq"], unique=False)
    op.create_index("ix_outbox_thread", "outbox", ["thread_id", "seq"], unique=False)
    op.create_index(
        "uq_outbox_one_reply_under_way",
        "outbox",
        ["thread_id"],
        unique=True,
        sqlite_where=sa.text(one_reply),
    )

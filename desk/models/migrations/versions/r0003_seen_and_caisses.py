"""What an author had on screen, caisses, e-mails, pauses, readings, assignments, appointments, the
words an exchange was filed under.

The catalogue and every thread are read once more: an older desk ignored what the portal said of
them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KINDS_BEFORE = (
    "kind in ('claim', 'release', 'reply', 'note', 'reclassify', 'transfer', 'close',"
    " 'break_claim', 'withdraw', 'schedule', 'unschedule')"
)
KINDS = KINDS_BEFORE.replace(
    ")",
    ", 'pause', 'resume', 'ask_review', 'withdraw_review', 'send_back', 'approve')",
)
REPLIES_BEFORE = "kind IN ('reply', 'schedule')"
REPLIES = "kind IN ('reply', 'schedule', 'ask_review')"

PAUSE = (
    ("paused_since_ms", sa.Integer()),
    ("paused_left_ms", sa.Integer()),
    ("paused_due_ms", sa.Integer()),
    ("paused_reason", sa.Text()),
)

FILED_UNDER = ("filed_theme", "filed_sujet", "filed_motif")

WISHES = (("notify_by_email", "1"), ("notify_by_sms", "0"), ("notify_by_post", "0"))


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
    op.add_column("notification", sa.Column("told_proxy", sa.Text(), nullable=True))
    op.add_column("notification", sa.Column("returned_ms", sa.Integer(), nullable=True))
    op.add_column("notification", sa.Column("delivered_ms", sa.Integer(), nullable=True))
    op.add_column("thread", sa.Column("email_failing_ms", sa.Integer(), nullable=True))
    op.add_column("message", sa.Column("written_by", sa.Text(), nullable=True))
    for name in ("writer_civility", "writer_addressed_name"):
        op.add_column("message", sa.Column(name, sa.Text(), server_default="", nullable=False))
    op.add_column("message", sa.Column("read_ms", sa.Integer(), nullable=True))
    op.add_column("message", sa.Column("read_by", sa.Text(), nullable=True))
    op.add_column("thread", sa.Column("assigned_agent_id", sa.Integer(), nullable=True))
    op.add_column("thread", sa.Column("assigned_name", sa.Text(), nullable=True))
    op.create_index(
        "ix_thread_assigned",
        "thread",
        ["assigned_agent_id", "id"],
        unique=False,
        sqlite_where=sa.text("status = 'open' AND assigned_agent_id IS NOT NULL"),
    )
    for name, usual in WISHES:
        op.add_column("thread", sa.Column(name, sa.Integer(), server_default=usual, nullable=False))
    op.add_column("thread", sa.Column("sms_state", sa.Text(), server_default="off", nullable=False))
    for name, kind in PAUSE:
        op.add_column("thread", sa.Column(name, kind, nullable=True))
    for name in FILED_UNDER:
        op.add_column("thread", sa.Column(name, sa.Text(), nullable=True))
    op.create_table(
        "review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("asked_of_id", sa.Integer(), nullable=True),
        sa.Column("asked_of_name", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("asked_ms", sa.Integer(), nullable=False),
        sa.Column("reviewer_name", sa.Text(), nullable=True),
        sa.Column("decided_ms", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("comments", sa.Text(), nullable=False),
        sa.CheckConstraint("state in ('asked', 'sent_back')", name=op.f("ck_review_state")),
        sa.ForeignKeyConstraint(
            ["thread_id"],
            ["thread.id"],
            name=op.f("fk_review_thread_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
        sa.UniqueConstraint("thread_id", name=op.f("uq_review_thread_id")),
    )
    op.create_table(
        "review_work",
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("asked_ms", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.Column("remarks", sa.Text(), nullable=False),
        sa.Column("amended", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("saved_ms", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("review_id", "asked_ms", name=op.f("pk_review_work")),
    )
    op.create_table(
        "appointment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("asked_ms", sa.Integer(), nullable=False),
        sa.Column("agreed_day", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment")),
    )
    _outbox_again(KINDS, REPLIES)
    op.execute(
        "DELETE FROM meta"
        " WHERE key IN ('cursor', 'snapshot_after', 'snapshot_cursor', 'catalogue_etag')"
    )


def downgrade() -> None:
    op.execute(
        "DELETE FROM outbox WHERE kind IN ('pause', 'resume', 'ask_review', 'withdraw_review',"
        " 'send_back', 'approve')"
    )
    _outbox_again(KINDS_BEFORE, REPLIES_BEFORE)
    op.drop_table("appointment")
    op.drop_table("review_work")
    op.drop_table("review")
    # What stood still has no due instant an older desk would understand.
    op.execute("UPDATE thread SET due_ms = paused_due_ms WHERE paused_due_ms IS NOT NULL")
    for name in FILED_UNDER:
        op.drop_column("thread", name)
    for name, _ in PAUSE:
        op.drop_column("thread", name)
    op.drop_column("thread", "sms_state")
    for name, _ in WISHES:
        op.drop_column("thread", name)
    op.drop_index("ix_thread_assigned", table_name="thread")
    for name in ("assigned_name", "assigned_agent_id"):
        op.drop_column("thread", name)
    for name in ("read_by", "read_ms", "writer_addressed_name", "writer_civility", "written_by"):
        op.drop_column("message", name)
    op.drop_column("thread", "email_failing_ms")
    op.drop_column("notification", "delivered_ms")
    op.drop_column("notification", "returned_ms")
    op.drop_column("notification", "told_proxy")
    op.drop_column("notification", "mail_id")
    op.drop_table("caisse")
    op.drop_table("seen")


def _outbox_again(kinds: str, replies: str) -> None:
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
            "(state != 'published') or (kind != 'reply')"
            " or ((portal_id is null) = (published_ms is null))",
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
        sqlite_where=sa.text(f"{replies} AND state IN ('queued', 'sending', 'unconfirmed')"),
    )

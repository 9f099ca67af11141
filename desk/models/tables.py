"""The tables of the local store (SQLAlchemy Core).

Two kinds of rows, never mixed (house rule 3): what the portal said (thread, message, notification,
catalogue) is written by synchronisation alone; what the agent did (draft, outbox) is written by
the agent's actions alone. A view projects the second over the first.

Instants are integers: milliseconds since the Unix epoch, UTC, in columns named ``…_ms``.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

meta = Table(
    "meta",
    metadata,
    # cursor, snapshot_after, last_sync_ms, me (JSON), catalogue_etag, portal …
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

thread = Table(
    "thread",
    metadata,
    Column("id", Integer, primary_key=True),  # the portal's
    Column("reference", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("adherent_id", Integer, nullable=False),
    Column("adherent_name", Text, nullable=False),  # as lists show it: « FERRANDIER Odile »
    Column("civility", Text, nullable=False),
    Column("first_name", Text, nullable=False),
    Column("family_name", Text, nullable=False),
    Column("used_name", Text, nullable=False),
    Column("addressed_name", Text, nullable=False),
    Column("profile", Text, nullable=False),
    Column("identifier_masked", Text, nullable=False),
    Column("email_state", Text, nullable=False),
    Column("notify_by_email", Integer, nullable=False, server_default="1"),
    Column("notify_by_sms", Integer, nullable=False, server_default="0"),
    Column("notify_by_post", Integer, nullable=False, server_default="0"),
    Column("email_failing_ms", Integer),  # since when e-mails come back
    Column("sms_state", Text, nullable=False, server_default="off"),
    Column("theme", Text, nullable=False),
    Column("sujet", Text, nullable=False),
    Column("motif", Text, nullable=False),
    Column("competence", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("sent_ms", Integer, nullable=False),
    Column("due_ms", Integer, nullable=False),
    Column("answered_ms", Integer),
    Column("policy", Text, nullable=False),
    Column("budget_s", Integer, nullable=False),
    Column("claim_agent_id", Integer),
    Column("claim_name", Text),
    Column("claim_since_ms", Integer),
    Column("claim_expires_ms", Integer),
    Column("first_words", Text, nullable=False),  # first 160 characters of the question, one line
    Column("folded", Text, nullable=False),  # name, reference, first words: no accents, lower case
    Column("assigned_agent_id", Integer),  # who is to answer, by a supervisor's choice
    Column("assigned_name", Text),
    Column("original_motif", Text),  # what the adherent chose, once somebody has corrected it
    # While the clock stands still; `due_ms` is then no instant but a place after all that run
    # (`desk.countdown.paused_due_ms`), unless it was late already.
    Column("paused_since_ms", Integer),
    Column("paused_left_ms", Integer),
    Column("paused_due_ms", Integer),  # the due instant as it was before the pause
    Column("paused_reason", Text),
    # What the adherent chose, in the words of that day; null: an older portal does not say.
    Column("filed_theme", Text),
    Column("filed_sujet", Text),
    Column("filed_motif", Text),
    CheckConstraint("status in ('open', 'answered', 'closed')", name="status"),
    CheckConstraint(
        "(claim_agent_id is null) = (claim_expires_ms is null)", name="claim_whole_or_none"
    ),
    # Open messages only, and all that counting and ordering them needs: the inbox never touches
    # the table itself for them.
    Index(
        "ix_thread_open",
        "motif",
        "due_ms",
        "id",
        "claim_agent_id",
        "claim_expires_ms",
        sqlite_where=Column("status", Text) == "open",
    ),
    Index(
        "ix_thread_open_due",
        "due_ms",
        "id",
        "claim_agent_id",
        "claim_expires_ms",
        sqlite_where=Column("status", Text) == "open",
    ),
    # The few that somebody holds, or held last.
    Index(
        "ix_thread_held",
        "claim_expires_ms",
        "claim_agent_id",
        "id",
        sqlite_where=(Column("status", Text) == "open") & Column("claim_expires_ms").is_not(None),
    ),
    Index(
        "ix_thread_assigned",
        "assigned_agent_id",
        "id",
        sqlite_where=(Column("status", Text) == "open") & Column("assigned_agent_id").is_not(None),
    ),
    Index("ix_thread_adherent", "adherent_id", "sent_ms"),
)

message = Table(
    "message",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("thread_id", ForeignKey("thread.id", ondelete="CASCADE"), nullable=False),
    Column("direction", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("author_id", Integer),
    Column("author_name", Text),
    Column("text", Text, nullable=False),
    Column("at_ms", Integer, nullable=False),
    Column("undo_until_ms", Integer),  # until then its author may take the reply back
    # The proxy who wrote it under a procuration; null: the adherent, or an agent.
    Column("written_by", Text),
    Column("writer_civility", Text, nullable=False, server_default=""),
    Column("writer_addressed_name", Text, nullable=False, server_default=""),
    Column("read_ms", Integer),  # of a reply: first on the screen of somebody it is for
    Column("read_by", Text),  # the proxy who read it first; null: the adherent, or nobody
    CheckConstraint("direction in ('in', 'out')", name="direction"),
    Index("ix_message_thread", "thread_id", "at_ms"),
)

notification = Table(
    "notification",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("thread_id", ForeignKey("thread.id", ondelete="CASCADE"), nullable=False),
    Column("message_id", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("cause", Text, nullable=False),
    Column("next_try_ms", Integer),
    Column("handed_over_ms", Integer),
    Column("mail_id", Text, nullable=False, server_default=""),  # Message-ID of the e-mail
    Column("told_proxy", Text),  # null: the adherent is told
    Column("returned_ms", Integer),  # the e-mail came back
    Column("delivered_ms", Integer),  # the SMS reached the telephone
    CheckConstraint("state in ('to_send', 'handed_over', 'failed')", name="state"),
    Index("ix_notification_thread", "thread_id"),
)

thread_note = Table(
    "thread_note",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("thread_id", ForeignKey("thread.id", ondelete="CASCADE"), nullable=False),
    Column("author_id", Integer, nullable=False),
    Column("author_name", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("at_ms", Integer, nullable=False),
    Index("ix_thread_note_thread", "thread_id", "at_ms"),
)

thread_event = Table(
    "thread_event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("thread_id", ForeignKey("thread.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("at_ms", Integer, nullable=False),
    Column("author_name", Text),
    Column("reason", Text, nullable=False),
    Column("detail", Text, nullable=False),  # codes and ids, as `wire.ThreadEvent` says
    Index("ix_thread_event_thread", "thread_id", "at_ms"),
)

scheduled_reply = Table(
    "scheduled_reply",
    metadata,
    Column("id", Integer, primary_key=True),
    # One exchange has at most one.
    Column("thread_id", ForeignKey("thread.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("author_id", Integer, nullable=False),
    Column("author_name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("publish_ms", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False),
    CheckConstraint("state in ('waiting', 'held')", name="state"),
)

review = Table(
    "review",
    metadata,
    # A reply that a colleague reads before it leaves.
    Column("id", Integer, primary_key=True),
    # One exchange has at most one.
    Column("thread_id", ForeignKey("thread.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("author_id", Integer, nullable=False),
    Column("author_name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("asked_of_id", Integer),  # null: any supervisor
    Column("asked_of_name", Text),
    Column("state", Text, nullable=False),
    Column("asked_ms", Integer, nullable=False),
    Column("reviewer_name", Text),
    Column("decided_ms", Integer),
    Column("words", Text, nullable=False),
    Column("comments", Text, nullable=False),  # JSON, as `wire.ReviewComment` says
    CheckConstraint("state in ('asked', 'sent_back')", name="state"),
)

review_work = Table(
    "review_work",
    metadata,
    # What the agent has begun on a colleague's text: remarks, another text. No foreign keys:
    # nothing the portal says may delete it. Its instant tells a review from another one that a
    # restored portal gave the same number.
    Column("review_id", Integer, primary_key=True),
    Column("asked_ms", Integer, primary_key=True),
    Column("thread_id", Integer, nullable=False),
    Column("author_name", Text, nullable=False),
    Column("remarks", Text, nullable=False),  # JSON: [start, end, remark, passage] each
    Column("amended", Text),  # null: the text as its author wrote it
    Column("words", Text, nullable=False),
    Column("saved_ms", Integer, nullable=False),
)

appointment = Table(
    "appointment",
    metadata,
    # A request of the caisse for an appointment.
    Column("id", Integer, primary_key=True),  # the portal's
    Column("version", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("asked_ms", Integer, nullable=False),
    Column("agreed_day", Text),  # ISO 8601, at the caisse
    Column("body", Text, nullable=False),  # JSON, as `wire.Appointment` says
)

motif = Table(
    "motif",
    metadata,
    # The catalogue flattened: one row per motif, with its parents' labels and one overall order.
    Column("code", Text, primary_key=True),
    Column("label", Text, nullable=False),
    Column("sujet", Text, nullable=False),
    Column("sujet_label", Text, nullable=False),
    Column("theme", Text, nullable=False),
    Column("theme_label", Text, nullable=False),
    Column("rank", Integer, nullable=False, unique=True),
    Column("competence", Text, nullable=False),
    Column("online_service", Text),
    Column("medical", Integer, nullable=False),
    Column("active", Integer, nullable=False),
)

online_service = Table(
    "online_service",
    metadata,
    Column("code", Text, primary_key=True),
    Column("label", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("active", Integer, nullable=False),
)

competence = Table(
    "competence",
    metadata,
    Column("code", Text, primary_key=True),
    Column("label", Text, nullable=False),
)

caisse = Table(
    "caisse",
    metadata,
    # Those that an exchange may be transferred to; empty from an older portal.
    Column("code", Text, primary_key=True),
    Column("label", Text, nullable=False),
)

draft = Table(
    "draft",
    metadata,
    # No foreign key to thread: nothing the portal says may delete a text.
    Column("thread_id", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("caret", Integer, nullable=False),
    Column("seen_version", Integer, nullable=False),  # the thread as the author knew it
    Column("saved_ms", Integer, nullable=False),
    Column("scroll", Integer, nullable=False, server_default="0"),  # first line shown
)

draft_version = Table(
    "draft_version",
    metadata,
    # What the draft said before: the journal the author can go back in.
    Column("thread_id", Integer, primary_key=True),
    Column("saved_ms", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("cut", Integer, nullable=False, server_default="0"),  # the next one removed much of it
)

seen = Table(
    "seen",
    metadata,
    # What the author of a text had on screen when it was begun (JSON), without any text of the
    # portal's: what the portal purges must not stay here.
    Column("thread_id", Integer, primary_key=True),
    Column("body", Text, nullable=False),
)

draft_copy = Table(
    "draft_copy",
    metadata,
    # The copy kept with the portal, as this PC last knew it to be its own.
    Column("thread_id", Integer, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("text", Text, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),  # UUID made here: the idempotency key
    Column("kind", Text, nullable=False),
    Column("thread_id", Integer, nullable=False),
    Column("seen_version", Integer, nullable=False),
    Column("body", Text, nullable=False),  # JSON: what `ActionBody` says, without what is empty
    Column("state", Text, nullable=False),
    Column("created_ms", Integer, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("next_try_ms", Integer),
    Column("problem", Text, nullable=False, server_default=""),  # stable code of the last refusal
    Column("problem_detail", Text, nullable=False, server_default=""),  # the portal's French words
    Column("portal_id", Integer),  # the reply's id at the portal, once published
    Column("published_ms", Integer),  # the portal's instant
    CheckConstraint(
        "kind in ('claim', 'release', 'reply', 'note', 'reclassify', 'transfer', 'close',"
        " 'break_claim', 'withdraw', 'schedule', 'unschedule', 'pause', 'resume', 'ask_review',"
        " 'withdraw_review', 'send_back', 'approve')",
        name="kind",
    ),
    CheckConstraint(
        "state in ('queued', 'sending', 'unconfirmed', 'published', 'rejected', 'conflict',"
        " 'cancelled')",
        name="state",
    ),
    CheckConstraint(
        "(state != 'published') or (kind != 'reply')"
        " or ((portal_id is null) = (published_ms is null))",
        name="published_reply_has_portal_id",
    ),
    Index("ix_outbox_state", "state", "seq"),
    Index("ix_outbox_thread", "thread_id", "seq"),
    # One reply under way for a thread, now or scheduled: a second « Publier » cannot even be
    # written.
    Index(
        "uq_outbox_one_reply_under_way",
        "thread_id",
        unique=True,
        sqlite_where=Column("kind", Text).in_(("reply", "schedule", "ask_review"))
        & Column("state", Text).in_(("queued", "sending", "unconfirmed")),
    ),
)

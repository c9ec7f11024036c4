"""The tables. What is asked for often has an index, and every index serves a question.

Rows that belong to an attempt name it by a foreign key. Inbox and outbox do not: a command may
name an attempt that does not exist yet, or never will.
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, Index, Table, Text

from adapters.storage import platform_tables, slack_tables
from adapters.storage.columns import Instant, Words

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


# SQLite numbers rows by itself only in a column whose type is INTEGER to the letter.
_Sequence = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _sequence() -> Column[int]:
    """The order in which rows were added."""
    return Column("seq", _Sequence, primary_key=True, autoincrement=True)


def _text(name: str, *, nullable: bool = False) -> Column[str]:
    return Column(name, Text, nullable=nullable)


def _at(name: str, *, nullable: bool = False) -> Column[object]:
    return Column(name, Instant, nullable=nullable)


def _of_attempt(*, primary_key: bool = False) -> Column[str]:
    return Column(
        "attempt", Text, ForeignKey("attempts.id"), nullable=False, primary_key=primary_key
    )


workspaces = Table(
    "workspaces",
    metadata,
    Column("id", Text, primary_key=True),
    _text("name"),
    _text("platform"),
    _text("retention"),
    Column("ways", Text, nullable=False, server_default="{}"),
)

people = Table(
    "people",
    metadata,
    Column("workspace", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    _text("name"),
    _text("team"),
    _text("time_zone"),
    _text("roles"),
    _text("coaches"),
    _text("manages"),
    Column("digest", Text, nullable=False, server_default="{}"),
    Index("ix_people_by_name", "workspace", "name", "id"),
)

assignments = Table(
    "assignments",
    metadata,
    Column("workspace", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    _text("trainee"),
    _text("assigned_by"),
    _text("scenario_id"),
    _at("created_at"),
    _at("due_at", nullable=True),
    Column("attempts", sa.Integer),
    _text("mode", nullable=True),
    _at("accepted_at", nullable=True),
    Index("ix_assignments_by_trainee", "workspace", "trainee", "created_at", "id"),
)

scenario_revisions = Table(
    "scenario_revisions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("revision", Text, primary_key=True),
    _text("scenario"),
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", Text, primary_key=True),
    _text("workspace"),
    _text("trainee"),
    _text("assignment", nullable=True),
    _text("scenario_id"),
    _text("scenario_revision"),
    _text("rubric_id"),
    _text("mode"),
    Column("seed", sa.BigInteger, nullable=False),
    _at("created_at"),
    _text("state"),
    _text("owed", nullable=True),
    _at("started_at", nullable=True),
    _at("deadline", nullable=True),
    _at("silent_since", nullable=True),
    Column("warned", sa.Boolean, nullable=False),
    _text("ended_reason", nullable=True),
    _at("ended_at", nullable=True),
    _text("ended_exit", nullable=True),
    Column("entries", sa.Integer, nullable=False),
    Column("scored", sa.Boolean, nullable=False),
    Column("broke_character", sa.Boolean, nullable=False),
    _text("customer"),
    Index("ix_attempts_by_trainee", "workspace", "trainee", "created_at", "id"),
)

# Written out, not passed as values: SQLite must see that a question lies within the index.
UNDER_WAY = sa.and_(
    attempts.c.scored == sa.false(), attempts.c.state != sa.literal_column("'ready'")
)
NOT_BEGUN = attempts.c.state == sa.literal_column("'ready'")
Index(
    "ix_attempts_under_way",
    attempts.c.id,
    sqlite_where=UNDER_WAY,
    postgresql_where=UNDER_WAY,
)
Index(
    "ix_attempts_ended",
    attempts.c.workspace,
    attempts.c.ended_at,
    sqlite_where=attempts.c.ended_at.is_not(None),
    postgresql_where=attempts.c.ended_at.is_not(None),
)
Index(
    "ix_attempts_not_begun",
    attempts.c.workspace,
    attempts.c.created_at,
    sqlite_where=NOT_BEGUN,
    postgresql_where=NOT_BEGUN,
)

# Without row ids, SQLite keeps what belongs to one attempt side by side on the disk.
turns = Table(
    "turns",
    metadata,
    _of_attempt(primary_key=True),
    Column("number", sa.Integer, primary_key=True, autoincrement=False),
    _text("speaker"),
    Column("text", Words, nullable=False),
    _at("at"),
    _text("mood"),
    _text("key"),
    _text("beat"),
    sqlite_with_rowid=False,
)

events = Table(
    "events",
    metadata,
    _of_attempt(primary_key=True),
    Column("number", sa.Integer, primary_key=True, autoincrement=False),
    _at("at"),
    _text("kind"),
    _text("data"),
    sqlite_with_rowid=False,
)

score_runs = Table(
    "score_runs",
    metadata,
    _sequence(),
    Column("id", Text, nullable=False, unique=True),
    _of_attempt(),
    _at("at"),
    _text("verdict"),
    Column("overall", sa.Double),
    _text("run"),
    Index("ix_score_runs_by_attempt", "attempt", "seq"),
)

comments = Table(
    "comments",
    metadata,
    _sequence(),
    Column("id", Text, nullable=False, unique=True),
    _of_attempt(),
    _text("author"),
    Column("text", Words, nullable=False),
    _at("at"),
    Column("turn", sa.Integer),
    Index("ix_comments_by_attempt", "attempt", "seq"),
)

reviews = Table(
    "reviews",
    metadata,
    _sequence(),
    Column("id", Text, nullable=False, unique=True),
    _of_attempt(),
    _at("at"),
    Column("review", Words, nullable=False),
    Index("ix_reviews_by_attempt", "attempt", "seq"),
)

review_requests = Table(
    "review_requests",
    metadata,
    _of_attempt(primary_key=True),
    _text("workspace"),
    _text("trainee"),
    _text("why"),
    _at("at"),
    _at("done_at", nullable=True),
)
Index(
    "ix_review_requests_waiting",
    review_requests.c.workspace,
    review_requests.c.at,
    sqlite_where=review_requests.c.done_at.is_(None),
    postgresql_where=review_requests.c.done_at.is_(None),
)

recordings = Table(
    "recordings",
    metadata,
    _of_attempt(primary_key=True),
    # The name of the blob that holds the sound.
    Column("path", Text, primary_key=True),
    _at("at"),
    Column("media_type", Text, nullable=False, server_default=""),
    Column("seconds", sa.Double, nullable=False, server_default="0"),
)

inbox = Table(
    "inbox",
    metadata,
    _sequence(),
    Column("id", Text, nullable=False, unique=True),
    _text("workspace"),
    _text("by"),
    _text("lane"),
    _text("command"),
    _at("at"),
    _text("attempt", nullable=True),
    _text("kept"),
    _at("finished_at", nullable=True),
    Column("refusal", Words, nullable=False),
    Index("ix_inbox_by_attempt", "attempt"),
)
Index(
    "ix_inbox_unfinished",
    inbox.c.seq,
    sqlite_where=inbox.c.finished_at.is_(None),
    postgresql_where=inbox.c.finished_at.is_(None),
)
Index(
    "ix_inbox_finished",
    inbox.c.workspace,
    inbox.c.finished_at,
    sqlite_where=inbox.c.finished_at.is_not(None),
    postgresql_where=inbox.c.finished_at.is_not(None),
)

outbox = Table(
    "outbox",
    metadata,
    _sequence(),
    Column("id", Text, nullable=False, unique=True),
    _text("workspace"),
    _text("address"),
    _text("message"),
    _at("at"),
    _at("not_before", nullable=True),
    _text("attempt", nullable=True),
    _text("kept"),
    _at("delivered_at", nullable=True),
    Index("ix_outbox_by_attempt", "attempt"),
)
Index(
    "ix_outbox_undelivered",
    outbox.c.seq,
    sqlite_where=outbox.c.delivered_at.is_(None),
    postgresql_where=outbox.c.delivered_at.is_(None),
)
Index(
    "ix_outbox_delivered",
    outbox.c.workspace,
    outbox.c.delivered_at,
    sqlite_where=outbox.c.delivered_at.is_not(None),
    postgresql_where=outbox.c.delivered_at.is_not(None),
)

audit = Table(
    "audit",
    metadata,
    _sequence(),
    _text("workspace"),
    _at("at"),
    _text("what"),
    _text("data"),
    Index("ix_audit_by_workspace", "workspace", "seq"),
)

# The last number given out in each stream of the browser's posts, so that none comes twice.
web_streams = Table(
    "web_streams",
    metadata,
    Column("workspace", Text, primary_key=True),
    Column("stream", Text, primary_key=True),
    Column("last", sa.Integer, nullable=False),
)

web_posts = Table(
    "web_posts",
    metadata,
    Column("workspace", Text, primary_key=True),
    Column("stream", Text, primary_key=True),
    Column("number", sa.Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    _text("address"),
    _text("message"),
    _at("at"),
    _at("not_before", nullable=True),
    _text("attempt", nullable=True),
    _text("kept"),
    Index("ix_web_posts_by_attempt", "attempt"),
)

places = platform_tables.places(metadata)
contacts = platform_tables.contacts(metadata)
slack_tables.declare(metadata)

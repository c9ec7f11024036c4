"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# As the columns were then: a migration keeps its meaning whatever becomes of the code.
_INSTANT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")
_SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "assignments",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("trainee", sa.Text(), nullable=False),
        sa.Column("assigned_by", sa.Text(), nullable=False),
        sa.Column("scenario_id", sa.Text(), nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.Column("due_at", _INSTANT, nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=True),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("accepted_at", _INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("workspace", "id", name="pk_assignments"),
    )
    op.create_index(
        "ix_assignments_by_trainee", "assignments", ["workspace", "trainee", "created_at", "id"]
    )
    op.create_table(
        "attempts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("trainee", sa.Text(), nullable=False),
        sa.Column("assignment", sa.Text(), nullable=True),
        sa.Column("scenario_id", sa.Text(), nullable=False),
        sa.Column("scenario_revision", sa.Text(), nullable=False),
        sa.Column("rubric_id", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("owed", sa.Text(), nullable=True),
        sa.Column("started_at", _INSTANT, nullable=True),
        sa.Column("deadline", _INSTANT, nullable=True),
        sa.Column("silent_since", _INSTANT, nullable=True),
        sa.Column("warned", sa.Boolean(), nullable=False),
        sa.Column("ended_reason", sa.Text(), nullable=True),
        sa.Column("ended_at", _INSTANT, nullable=True),
        sa.Column("ended_exit", sa.Text(), nullable=True),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("scored", sa.Boolean(), nullable=False),
        sa.Column("broke_character", sa.Boolean(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_attempts"),
    )
    op.create_index(
        "ix_attempts_by_trainee", "attempts", ["workspace", "trainee", "created_at", "id"]
    )
    op.create_index(
        "ix_attempts_ended",
        "attempts",
        ["workspace", "ended_at"],
        sqlite_where=sa.text("ended_at IS NOT NULL"),
        postgresql_where=sa.text("ended_at IS NOT NULL"),
    )
    op.create_index(
        "ix_attempts_not_begun",
        "attempts",
        ["workspace", "created_at"],
        sqlite_where=sa.text("state = 'ready'"),
        postgresql_where=sa.text("state = 'ready'"),
    )
    op.create_index(
        "ix_attempts_under_way",
        "attempts",
        ["id"],
        sqlite_where=sa.text("scored = 0 AND state != 'ready'"),
        postgresql_where=sa.text("scored = false AND state != 'ready'"),
    )
    op.create_table(
        "audit",
        sa.Column("seq", _SEQUENCE, autoincrement=True, nullable=False),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_audit"),
    )
    op.create_index("ix_audit_by_workspace", "audit", ["workspace", "seq"])
    op.create_table(
        "inbox",
        sa.Column("seq", _SEQUENCE, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("command", sa.Text(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("attempt", sa.Text(), nullable=True),
        sa.Column("kept", sa.Text(), nullable=False),
        sa.Column("finished_at", _INSTANT, nullable=True),
        sa.Column("refusal", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_inbox"),
        sa.UniqueConstraint("id", name="uq_inbox_id"),
    )
    op.create_index("ix_inbox_by_attempt", "inbox", ["attempt"])
    op.create_index(
        "ix_inbox_finished",
        "inbox",
        ["workspace", "finished_at"],
        sqlite_where=sa.text("finished_at IS NOT NULL"),
        postgresql_where=sa.text("finished_at IS NOT NULL"),
    )
    op.create_index(
        "ix_inbox_unfinished",
        "inbox",
        ["seq"],
        sqlite_where=sa.text("finished_at IS NULL"),
        postgresql_where=sa.text("finished_at IS NULL"),
    )
    op.create_table(
        "outbox",
        sa.Column("seq", _SEQUENCE, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("not_before", _INSTANT, nullable=True),
        sa.Column("attempt", sa.Text(), nullable=True),
        sa.Column("kept", sa.Text(), nullable=False),
        sa.Column("delivered_at", _INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("seq", name="pk_outbox"),
        sa.UniqueConstraint("id", name="uq_outbox_id"),
    )
    op.create_index("ix_outbox_by_attempt", "outbox", ["attempt"])
    op.create_index(
        "ix_outbox_delivered",
        "outbox",
        ["workspace", "delivered_at"],
        sqlite_where=sa.text("delivered_at IS NOT NULL"),
        postgresql_where=sa.text("delivered_at IS NOT NULL"),
    )
    op.create_index(
        "ix_outbox_undelivered",
        "outbox",
        ["seq"],
        sqlite_where=sa.text("delivered_at IS NULL"),
        postgresql_where=sa.text("delivered_at IS NULL"),
    )
    op.create_table(
        "people",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("coaches", sa.Text(), nullable=False),
        sa.Column("manages", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("workspace", "id", name="pk_people"),
    )
    op.create_index("ix_people_by_name", "people", ["workspace", "name", "id"])
    op.create_table(
        "scenario_revisions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Text(), nullable=False),
        sa.Column("scenario", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", "revision", name="pk_scenario_revisions"),
    )
    op.create_table(
        "web_posts",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("not_before", _INSTANT, nullable=True),
        sa.Column("attempt", sa.Text(), nullable=True),
        sa.Column("kept", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("workspace", "stream", "number", name="pk_web_posts"),
        sa.UniqueConstraint("id", name="uq_web_posts_id"),
    )
    op.create_index("ix_web_posts_by_attempt", "web_posts", ["attempt"])
    op.create_table(
        "web_streams",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("workspace", "stream", name="pk_web_streams"),
    )
    op.create_table(
        "workspaces",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("retention", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_workspaces"),
    )
    op.create_table(
        "comments",
        sa.Column("seq", _SEQUENCE, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("attempt", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("turn", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["attempt"], ["attempts.id"], name="fk_comments_attempt"),
        sa.PrimaryKeyConstraint("seq", name="pk_comments"),
        sa.UniqueConstraint("id", name="uq_comments_id"),
    )
    op.create_index("ix_comments_by_attempt", "comments", ["attempt", "seq"])
    op.create_table(
        "events",
        sa.Column("attempt", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["attempt"], ["attempts.id"], name="fk_events_attempt"),
        sa.PrimaryKeyConstraint("attempt", "number", name="pk_events"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "recordings",
        sa.Column("attempt", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["attempt"], ["attempts.id"], name="fk_recordings_attempt"),
        sa.PrimaryKeyConstraint("attempt", "path", name="pk_recordings"),
    )
    op.create_table(
        "score_runs",
        sa.Column("seq", _SEQUENCE, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("attempt", sa.Text(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("overall", sa.Double(), nullable=True),
        sa.Column("run", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["attempt"], ["attempts.id"], name="fk_score_runs_attempt"),
        sa.PrimaryKeyConstraint("seq", name="pk_score_runs"),
        sa.UniqueConstraint("id", name="uq_score_runs_id"),
    )
    op.create_index("ix_score_runs_by_attempt", "score_runs", ["attempt", "seq"])
    op.create_table(
        "turns",
        sa.Column("attempt", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("mood", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("beat", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["attempt"], ["attempts.id"], name="fk_turns_attempt"),
        sa.PrimaryKeyConstraint("attempt", "number", name="pk_turns"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("turns")
    op.drop_table("score_runs")
    op.drop_table("recordings")
    op.drop_table("events")
    op.drop_table("comments")
    op.drop_table("workspaces")
    op.drop_table("web_streams")
    op.drop_table("web_posts")
    op.drop_table("scenario_revisions")
    op.drop_table("people")
    op.drop_table("outbox")
    op.drop_table("inbox")
    op.drop_table("audit")
    op.drop_table("attempts")
    op.drop_table("assignments")

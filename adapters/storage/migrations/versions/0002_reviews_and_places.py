"""Reviews, what waits for one, settings, and where messages stand on a platform."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# As the columns were then: a migration keeps its meaning whatever becomes of the code.
_INSTANT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")
_SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_WAITING = sa.text("done_at IS NULL")


def upgrade() -> None:
    op.add_column("workspaces", sa.Column("ways", sa.Text(), nullable=False, server_default="{}"))
    op.add_column("people", sa.Column("digest", sa.Text(), nullable=False, server_default="{}"))
    op.create_table(
        "reviews",
        sa.Column("seq", _SEQUENCE, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("attempt", sa.Text(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("review", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["attempt"], ["attempts.id"], name="fk_reviews_attempt"),
        sa.PrimaryKeyConstraint("seq", name="pk_reviews"),
        sa.UniqueConstraint("id", name="uq_reviews_id"),
    )
    op.create_index("ix_reviews_by_attempt", "reviews", ["attempt", "seq"])
    op.create_table(
        "review_requests",
        sa.Column("attempt", sa.Text(), nullable=False),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("trainee", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("done_at", _INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["attempt"], ["attempts.id"], name="fk_review_requests_attempt"),
        sa.PrimaryKeyConstraint("attempt", name="pk_review_requests"),
    )
    op.create_index(
        "ix_review_requests_waiting",
        "review_requests",
        ["workspace", "at"],
        sqlite_where=_WAITING,
        postgresql_where=_WAITING,
    )
    op.create_table(
        "places",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("thread", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("attempt", sa.Text(), nullable=True),
        sa.Column("turn", sa.Integer(), nullable=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", "part", name="pk_places"),
    )
    op.create_index("ix_places_by_message", "places", ["workspace", "channel", "message"])
    op.create_index("ix_places_by_attempt", "places", ["attempt", "kind"])


def downgrade() -> None:
    op.drop_table("places")
    op.drop_table("review_requests")
    op.drop_table("reviews")
    op.drop_column("people", "digest")
    op.drop_column("workspaces", "ways")

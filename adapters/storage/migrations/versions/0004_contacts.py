"""Where on a platform people, teams and channels are reached."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# As the columns were then: a migration keeps its meaning whatever becomes of the code.
_INSTANT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "contacts",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("workspace", "kind", "id", name="pk_contacts"),
    )
    op.create_index("ix_contacts_by_name", "contacts", ["workspace", "kind", "name", "id"])


def downgrade() -> None:
    op.drop_table("contacts")

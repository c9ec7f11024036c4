"""How a recording is coded, and how long it is."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "recordings", sa.Column("media_type", sa.Text(), nullable=False, server_default="")
    )
    op.add_column(
        "recordings", sa.Column("seconds", sa.Double(), nullable=False, server_default="0")
    )


def downgrade() -> None:
    op.drop_column("recordings", "seconds")
    op.drop_column("recordings", "media_type")

"""The tables that slack_sdk keeps installations in, with the columns it expects.

Read from slack_sdk.oauth's SQLAlchemy stores, version 3.47. The columns have no width here: Slack
says that its tokens may grow. Times are without a zone, in UTC, as slack_sdk writes them.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Column, Index, Table, Text


def _id() -> Column[int]:
    return Column("id", sa.Integer, primary_key=True, autoincrement=True)


def _needed(*names: str) -> list[Column[str]]:
    return [Column(name, Text, nullable=False) for name in names]


def _texts(*names: str) -> list[Column[str]]:
    return [Column(name, Text) for name in names]


def _bot() -> list[Column[Any]]:
    """What both tables say of the bot's token."""
    names = ("bot_token", "bot_id", "bot_user_id", "bot_scopes", "bot_refresh_token")
    return [*_texts(*names), Column("bot_token_expires_at", sa.DateTime)]


def _installed() -> list[Column[Any]]:
    return [
        Column("is_enterprise_install", sa.Boolean, nullable=False),
        Column("installed_at", sa.DateTime, nullable=False),
    ]


def declare(metadata: sa.MetaData) -> None:
    """Add the tables."""
    Table(
        "slack_installations",
        metadata,
        _id(),
        *_needed("client_id", "app_id"),
        *_texts("enterprise_id", "enterprise_name", "enterprise_url", "team_id", "team_name"),
        *_bot(),
        *_needed("user_id"),
        *_texts("user_token", "user_scopes", "user_refresh_token"),
        Column("user_token_expires_at", sa.DateTime),
        *_texts("incoming_webhook_url", "incoming_webhook_channel"),
        *_texts("incoming_webhook_channel_id", "incoming_webhook_configuration_url"),
        *_texts("token_type"),
        *_installed(),
        Index("ix_slack_installations_by_team", "client_id", "team_id", "installed_at"),
    )
    Table(
        "slack_bots",
        metadata,
        _id(),
        *_needed("client_id", "app_id"),
        *_texts("enterprise_id", "enterprise_name", "team_id", "team_name"),
        *_bot(),
        *_installed(),
        Index("ix_slack_bots_by_team", "client_id", "team_id", "installed_at"),
    )
    Table(
        "slack_oauth_states",
        metadata,
        _id(),
        *_needed("state"),
        Column("expire_at", sa.DateTime, nullable=False),
    )

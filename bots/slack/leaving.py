"""Forgets a workspace that removed the app."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import structlog
from slack_bolt.async_app import AsyncApp

from bots.slack.installations import Installations

log = structlog.get_logger()


def listen(app: AsyncApp, installations: Installations) -> None:
    """Let the app hear that it was removed, or that its bot's token was revoked."""

    async def removed(body: dict[str, Any]) -> None:
        await _forget(installations, body)

    async def revoked(body: dict[str, Any]) -> None:
        # The tokens of users are listed here too, of which we have none.
        if body["event"].get("tokens", {}).get("bot"):
            await _forget(installations, body)

    app.event("app_uninstalled")(removed)
    app.event("tokens_revoked")(revoked)


async def _forget(installations: Installations, body: dict[str, Any]) -> None:
    workspace = str(body["team_id"])
    removed_at = datetime.fromtimestamp(int(body["event_time"]), UTC)
    await installations.forget(workspace, removed_at)
    log.info("slack_removed", workspace=workspace)

"""Who somebody is in Slack, by their e-mail."""

from __future__ import annotations

from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.errors import asked, reason
from core.errors import ProviderError


async def member_by_email(client: AsyncWebClient, email: str) -> str | None:
    """Return the member's id, None when nobody here has this e-mail. Raises ProviderError."""
    try:
        answer = await asked(client.users_lookupByEmail(email=email))
    except ProviderError as error:
        if reason(error) == "users_not_found":
            return None
        raise
    return str(answer["user"]["id"])

"""How tests meet a refusal."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError


async def refused(calling: Awaitable[object]) -> dict[str, Any]:
    """The answer to a call of slack_sdk's client that Slack refuses; it fails when it does not."""
    with pytest.raises(SlackApiError) as caught:
        await calling
    answer: dict[str, Any] = caught.value.response.data
    return answer

"""Looks, before anybody is rung, whether Azure takes what we were given."""

from __future__ import annotations

from collections.abc import Sequence

from bots.chat.findings import Finding, Level
from core.errors import ProviderError
from voice_bridge.teams_call.automation import AzureAnswers, open_automation
from voice_bridge.teams_call.settings import AcsSettings

_NO_CALL = "00000000-0000-0000-0000-000000000000"
_REFUSALS = frozenset({401, 403})
_KEYS = "portal.azure.com → your Communication Services resource → Settings → Keys"


async def check(settings: AcsSettings, call_s: float = 10.0) -> Sequence[Finding]:
    """Return what was found, the good things too. Raises PracticeError without Azure's SDK.

    Never raises for what Azure answers, nor when it cannot be reached: that is a finding.
    """
    return [await _key(settings, call_s), _federation(settings)]


async def _key(settings: AcsSettings, call_s: float) -> Finding:
    """Ask for a call that there is not: to know that, Azure has to take the key first."""
    try:
        async with open_automation(settings, call_s) as automation:
            await automation.is_up(_NO_CALL)
    except AzureAnswers as error:
        if error.status in _REFUSALS:
            return Finding(
                Level.WRONG,
                "Azure does not take the key in SCRIMMAGE_ACS_CONNECTION_STRING.",
                f"Copy the connection string from {_KEYS}.",
            )
        return Finding(Level.UNSURE, f"{error}.", "Scrimmage goes on, and asks again when needed.")
    except ProviderError:
        return Finding(
            Level.UNSURE,
            f"{settings.endpoint} cannot be reached, so nothing could be checked with Azure.",
            f"Check the network, and that the endpoint is the one at {_KEYS}.",
        )
    return Finding(Level.GOOD, f"Azure takes the key for {settings.endpoint}.")


def _federation(settings: AcsSettings) -> Finding:
    told = (
        f"Whether Teams lets the resource {settings.resource_id} ring people shows at the first "
        "ring; docs/teams.md, “Calls in Teams”, says what it takes."
    )
    return Finding(Level.UNSURE, told)

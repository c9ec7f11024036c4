"""Looks, before anybody writes to the app, whether Entra takes what we were given."""

from __future__ import annotations

from collections.abc import Sequence

from bots.chat.findings import Finding
from bots.chat.findings import refuse as refuse_wrong
from bots.teams.findings import NO_ADMIN, PLAYGROUND, endpoint, refused, taken, unreachable
from bots.teams.settings import TeamsSettings
from bots.teams.tokens import TokenRefused, Tokens
from core.errors import ProviderError


async def check(settings: TeamsSettings, call_s: float = 10.0) -> Sequence[Finding]:
    """Return what was found, the good things too. Each request to Entra may take `call_s` seconds.

    Never raises for what Entra answers, nor when it cannot be reached: that is a finding.
    """
    if settings.playground:
        return [PLAYGROUND]
    found = [await _token(settings, call_s), endpoint(settings)]
    return found if settings.admin else [*found, NO_ADMIN]


def refuse(found: Sequence[Finding]) -> None:
    """Raise PracticeError that tells everything that is wrong, if anything is."""
    refuse_wrong(found, "Microsoft Entra")


async def _token(settings: TeamsSettings, call_s: float) -> Finding:
    tokens = Tokens(settings, call_s)
    try:
        await tokens.get()
    except TokenRefused as error:
        return refused(error.code)
    except ProviderError:
        return unreachable(settings)
    finally:
        await tokens.close()
    return taken(settings)

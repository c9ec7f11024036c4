"""How long the customer bears silence, and when a call is due for something."""

from __future__ import annotations

from datetime import datetime, timedelta

from core.attempt import Attempt, CallState
from core.scenario import Mode, Patience, Scenario

# Seconds of silence before the customer sends another message. By chat a trainee reads
# documents and types; by voice the figures follow the turn patience that practice products
# offer (brisk 3 to 5 s, usual 6 s, patient 8 s), plus a breath.
_SILENCE_S = {
    Mode.CHAT: {Patience.BRISK: 45, Patience.USUAL: 75, Patience.PATIENT: 120},
    Mode.VOICE: {Patience.BRISK: 5, Patience.USUAL: 7, Patience.PATIENT: 10},
}
NUDGES = 2
"""Messages into silence before the customer leaves."""
WARNING_S = 60
"""The trainee is told when so many seconds are left."""


def silence_s(attempt: Attempt, scenario: Scenario) -> int:
    """Seconds of silence that this customer bears at a time."""
    mode = Mode.VOICE if attempt.mode is Mode.VOICE else Mode.CHAT
    return _SILENCE_S[mode][scenario.patience]


def due(attempt: Attempt, scenario: Scenario) -> datetime | None:
    """When time alone will next change this call; None when it never will."""
    if attempt.deadline is None or attempt.state is CallState.ENDED:
        return None
    moments = [attempt.deadline]
    if not attempt.warned:
        moments.append(attempt.deadline - timedelta(seconds=WARNING_S))
    if attempt.state is CallState.LISTENING and attempt.silent_since:
        moments.append(attempt.silent_since + timedelta(seconds=silence_s(attempt, scenario)))
    return min(moments)

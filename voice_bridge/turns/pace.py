"""How long a silence has to be before it is the customer's turn, for each patience."""

from __future__ import annotations

from dataclasses import dataclass

from core.scenario import Patience
from voice_bridge.turns.endings import Ending

SURE = 0.8
LIKELY = 0.5
"""Probabilities of the end-of-turn model from which a turn is taken for finished."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds of silence after which a turn is over.

    `sure_s` when voice and words both end beyond doubt, `likely_s` when they rather do, `doubt_s`
    when the words end and the voice does not, `timer_s` whatever was said and however.
    """

    sure_s: float
    likely_s: float
    doubt_s: float
    timer_s: float

    def wait_s(self, p: float | None, ending: Ending) -> float:
        """Return the silence that ends a turn which sounds finished with probability `p`.

        Without a judgement the timer decides. Measured in `make bench ARGS=voice`.
        """
        if p is None or ending is Ending.OPEN:
            return self.timer_s
        if ending is Ending.BARE:
            return self.likely_s if p >= SURE else self.timer_s
        if p < LIKELY:
            return self.doubt_s
        return self.sure_s if p >= SURE else self.likely_s


# People leave about 0.2 s between turns (Stivers et al., PNAS 2009); what is less than that needs
# prediction, not waiting. The timer is for turns that trail off.
PACES = {
    Patience.BRISK: Pace(0.25, 0.5, 0.7, 1.2),
    Patience.USUAL: Pace(0.3, 0.65, 0.9, 1.8),
    Patience.PATIENT: Pace(0.4, 0.9, 1.5, 2.8),
}
SHORT_S = 0.7
"""A listening sound is no longer than this, as a rule: what goes on is looked at for words."""
LONG_S = 2.0
"""Whoever has made a sound for so long has taken the turn, whatever it was."""
CUT_IN_PAUSE_S = 0.15
"""The pause in a monologue into which the customer cuts."""
CUT_IN_LATEST_S = 6.0
"""How long the customer waits for such a pause before it talks over the trainee."""
INSIST_S = 1.2
"""How long a customer that cuts in goes on although the trainee does too."""
PARTIAL_S = 2.5
"""How often a long stretch of speech is transcribed while it goes on."""

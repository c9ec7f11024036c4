"""How long a silence has to be before it is the customer's turn, for each patience."""

from __future__ import annotations

from dataclasses import dataclass

from core.scenario import Patience


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds of silence after which a turn is over.

    `sure_s` when it sounds finished beyond doubt, `likely_s` when it rather sounds so, `timer_s`
    whatever it sounds like.
    """

    sure_s: float
    likely_s: float
    timer_s: float

    def wait_s(self, p: float | None) -> float:
        """Return the silence that ends a turn which sounds finished with probability `p`."""
        if p is None or p < LIKELY:
            return self.timer_s
        return self.sure_s if p >= SURE else self.likely_s


SURE = 0.8
LIKELY = 0.5
"""Probabilities of the end-of-turn model from which a turn is taken for finished."""

# People leave about 0.2 s between turns (Stivers et al., PNAS 2009); what is less than that needs
# prediction, not waiting. The timer is for turns that trail off.
PACES = {
    Patience.BRISK: Pace(0.25, 0.5, 1.2),
    Patience.USUAL: Pace(0.3, 0.65, 1.8),
    Patience.PATIENT: Pace(0.4, 0.9, 2.8),
}
JUDGE_S = 0.19
"""Silence after which the model is asked: it was trained on turns with 0.2 s of it at the end."""
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

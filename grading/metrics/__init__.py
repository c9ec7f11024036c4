"""Metrics: what can be counted is counted, and never asked of a model.

Each mode has its counters. A counter takes the transcript and the words that are no spelling
errors, and returns its figures; one that does not apply is there with the value None.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from core.messages import Metric
from core.scenario import Mode
from grading.metrics.speaking import speaking
from grading.metrics.spelling import spelling
from grading.metrics.timing import timing
from grading.metrics.turn_taking import turn_taking
from grading.metrics.wording import wording
from grading.transcript import Transcript

Counter = Callable[[Transcript, str], tuple[Metric, ...]]
"""Takes the transcript and the scenario's own words (names, products) as one text."""

_CHAT: tuple[Counter, ...] = (timing, wording, spelling)

COUNTERS: Mapping[Mode, tuple[Counter, ...]] = {
    Mode.CHAT: _CHAT,
    Mode.HYBRID: _CHAT,
    # What was spoken is not typed: the figures of speech are counted from the marks of its sound.
    Mode.VOICE: (speaking, turn_taking),
}


def count(transcript: Transcript, known: str = "") -> tuple[Metric, ...]:
    """Return every figure that this mode counts, in the order of showing.

    `known` holds words of the scenario that no dictionary has to know.
    """
    counters = COUNTERS[transcript.mode]
    return tuple(metric for counter in counters for metric in counter(transcript, known))


__all__ = ["COUNTERS", "Counter", "count"]

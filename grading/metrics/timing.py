"""How long the customer waited for an answer."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from statistics import median

from core.messages import Metric
from grading.transcript import Line, Transcript

_FIRST_BAND = "up to 40 s"
_USUAL_BAND = "up to 60 s"


def timing(transcript: Transcript, known: str = "") -> tuple[Metric, ...]:
    """Return first, median and 90th percentile of the response times, in seconds."""
    del known
    waits = response_times(transcript)
    first = waits[0] if waits else None
    middle = median(waits) if waits else None
    return (
        _seconds("first_response", "First response", first, _FIRST_BAND),
        _seconds("response_median", "Response time, median", middle, _USUAL_BAND),
        _seconds("response_p90", "Response time, 90th percentile", percentile(waits, 0.9)),
    )


def response_times(transcript: Transcript) -> list[float]:
    """Seconds from the customer's first unanswered line to the reply, one for each reply.

    Further lines of the customer do not restart the clock, and further messages of the same
    reply are no replies of their own. A reply is left out when either time is not known.
    """
    waits: list[float] = []
    asked: Line | None = None
    for line in transcript.lines:
        if not line.by_trainee:
            asked = asked or line
        elif asked is not None:
            if asked.at_s is not None and line.at_s is not None:
                waits.append(max(0.0, line.at_s - asked.at_s))
            asked = None
    return waits


def percentile(values: Sequence[float], share: float) -> float | None:
    """Return the nearest-rank percentile: the smallest value with `share` of all at or below.

    `share` lies in (0, 1]. None when there are no values.
    """
    if not values:
        return None
    return sorted(values)[ceil(share * len(values)) - 1]


def _seconds(metric: str, name: str, value: float | None, band: str = "") -> Metric:
    return Metric(metric, name, None if value is None else round(value, 1), "s", band)

"""How the two take turns: gaps, silences, and who cuts in on whom."""

from __future__ import annotations

from statistics import median

from core.attempt import Speaker
from core.messages import Metric
from grading.metrics.timing import percentile
from grading.sound import Interruption
from grading.transcript import Transcript

DEAD_AIR_S = 3.0
"""Seconds of silence that a caller takes for a lost line."""
_GAVE_WAY_S = 1.0


def turn_taking(transcript: Transcript, known: str = "") -> tuple[Metric, ...]:
    """Return response gaps, dead air and interruptions; None throughout without marks of sound."""
    del known
    sound = transcript.sound
    silences = [s for s in sound.dead_air if s > DEAD_AIR_S]
    cut_in = [i for i in sound.interruptions if i.by is Speaker.TRAINEE]
    dead, total, own = (
        float(figure) if sound.heard else None
        for figure in (len(silences), sum(silences), len(cut_in))
    )
    middle = median(sound.gaps) if sound.gaps else None
    return (
        _figure("gap_median", "Response gap, median", middle, "s"),
        _figure("gap_p90", "Response gap, 90th percentile", percentile(sound.gaps, 0.9), "s"),
        _figure("dead_air", "Silences over 3 s", dead),
        _figure("dead_air_seconds", "Dead air in all", total, "s"),
        _figure("interruptions", "Times you cut the customer off", own),
        _figure(
            "gave_way", "Gave way within 1 s when cut off", _gave_way(sound.interruptions), "%"
        ),
    )


def _gave_way(interruptions: tuple[Interruption, ...]) -> float | None:
    """The share of the customer's interruptions that the trainee let them make, in per cent."""
    waits = [
        i.yielded_s for i in interruptions if i.by is Speaker.CUSTOMER and i.yielded_s is not None
    ]
    return round(100 * sum(wait <= _GAVE_WAY_S for wait in waits) / len(waits)) if waits else None


def _figure(metric: str, name: str, value: float | None, unit: str = "", band: str = "") -> Metric:
    return Metric(metric, name, None if value is None else round(value, 1), unit, band)

"""How the trainee speaks: how fast, how much, for how long at a time."""

from __future__ import annotations

from collections.abc import Iterator

from core.attempt import Speaker
from core.messages import Metric
from grading.metrics.fillers import fillers_in
from grading.sound import Sound
from grading.transcript import Transcript

_LEAST_S = 3.0
"""Seconds of own speech below which words a minute would be chance."""
_PAUSE_S = 3.0
"""A longer pause ends a monologue: then it is dead air."""


def speaking(transcript: Transcript, known: str = "") -> tuple[Metric, ...]:
    """Return speaking rate, shares of talk, longest monologue and fillers.

    The usual rate of speech, 120 to 160 words a minute, and the share of talk of top sales
    callers, 43 : 57, are those of the product's description.
    """
    del known
    sound, said = transcript.sound, [line.text for line in transcript.trainee]
    own, theirs = sound.spoken(Speaker.TRAINEE), sound.spoken(Speaker.CUSTOMER)
    share = round(100 * own / (own + theirs)) if own + theirs > 0 else None
    understood = own if said else 0.0
    rate = _a_minute(sum(len(text.split()) for text in said), understood)
    fillers = _a_minute(sum(map(fillers_in, said)), understood)
    longest = max(_monologues(sound), default=None)
    return (
        _figure("speaking_rate", "Speaking rate", rate, "words a minute", "120 to 160", digits=0),
        _figure("talk_trainee", "Share of talk, you", share, "%", "43 in top sales calls"),
        _figure(
            "talk_customer",
            "Share of talk, customer",
            None if share is None else 100 - share,
            "%",
            "57 in top sales calls",
        ),
        _figure("longest_monologue", "Longest monologue", longest, "s"),
        _figure("fillers", "Fillers (um, you know)", fillers, "a minute"),
    )


def _a_minute(count: int, seconds: float) -> float | None:
    return 60 * count / seconds if seconds >= _LEAST_S else None


def _monologues(sound: Sound) -> Iterator[float]:
    """Yield how long the trainee held the floor each time, short pauses included."""
    begins = last = None
    for stretch in sound.stretches:
        if stretch.speaker is not Speaker.TRAINEE:
            begins = last = None
            continue
        if begins is None or last is None or not 0 <= stretch.begins - last <= _PAUSE_S:
            begins = stretch.begins
        last = stretch.ends
        yield last - begins


def _figure(  # noqa: PLR0913 - as many as a figure has sides
    metric: str, name: str, value: float | None, unit: str, band: str = "", *, digits: int = 1
) -> Metric:
    return Metric(metric, name, None if value is None else round(value, digits), unit, band)
